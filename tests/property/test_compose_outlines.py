"""Whatever a file holds, reading it gives an outline that can be composed, or faults in words: never a traceback."""

from __future__ import annotations

import contextlib
import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.compose import compose
from drafter.compose.outline import parse_outline
from drafter.compose.outline_fields import Fact, Locality, Meeting, Outline, Part, Point, Section, Speaker, Style
from drafter.compose.outline_problems import chinese
from drafter.compose.scaffold import new_outline
from drafter.config import shipped
from drafter.errors import OutlineError

MODELS = (Fact, Locality, Meeting, Point, Section, Speaker, Style)


def names_of(model: type[Part]) -> set[str]:
    """Return the names of a model's keys, Chinese and English."""
    aliases = {str(alias) for field in model.model_fields.values() for alias in field.validation_alias.choices}  # type: ignore[union-attr]
    return aliases | set(model.model_fields)


KEYS = sorted({alias for model in (*MODELS, Outline) for alias in names_of(model)} | {"怪"})
VALUES = ["", "XX", "2.2万", "+3.5%", "-2%", "持平", "101%", "全县第3", "3", "2024-08-23", "半年报告", "2024年上半年"]
TEXTS = ("甲乙丙。", "一是丁；", "“戊”", "己\n庚", "【待补：辛】", "{壬}", "@题目 癸", "\U000f0001", "的" * 300)

scalars = st.sampled_from([*VALUES, *TEXTS, None, 7, 3.5, True])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=12,
)
GOOD = {"报告类型": "半年报告", "期间": "2024年上半年", "单位": {"名称": "云岫镇"}}


def read_and_compose(text: str) -> None:
    """Read an outline and compose it, taking faults that are told as such."""
    with contextlib.suppress(OutlineError):
        outline = parse_outline(text)
        compose(outline, library=None, template_folders=[shipped("templates")])


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_and_compose(text)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=6))
def test_any_structure_is_read_or_refused(tree: dict[str, Any]) -> None:
    read_and_compose(json.dumps(GOOD | tree, ensure_ascii=False))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_damaged_outline_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    lines = new_outline("half_year", 2024).splitlines()
    for _ in range(3):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(
            ["", "\t" + lines[at], lines[at][2:], lines[at] + " 甲: 乙", lines[at].replace(":", "：")]
        )
    read_and_compose("\n".join(lines))


@given(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3))
def test_every_path_has_a_name(path: list[str]) -> None:
    assert chinese(tuple(path))
