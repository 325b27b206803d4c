"""The JSON Schema of outlines: it takes what the models take, and sees unknown, doubled and missing keys as they do."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from drafter.compose.outline import parse_outline
from drafter.compose.outline_fields import KINDS
from drafter.compose.outline_schema import schema
from drafter.compose.scaffold import new_outline
from drafter.config import shipped
from drafter.errors import OutlineError

SAMPLES = sorted((shipped("templates") / "outlines").glob("*.yaml"))
TEXTS = [*(path.read_text(encoding="utf-8") for path in SAMPLES), *(new_outline(kind) for kind in KINDS.values())]


@cache
def validator() -> Draft202012Validator:
    """Return what checks values against the schema."""
    return Draft202012Validator(schema())


def plain(text: str) -> Any:
    """Return an outline as an editor sees it."""
    return YAML(typ="safe", pure=True).load(text.replace(": 2024-", ": D2024-"))  # dates are texts to JSON


def dumped(value: object) -> str:
    """Return a value as YAML."""

    stream = io.StringIO()
    YAML(typ="safe", pure=True).dump(value, stream)
    return stream.getvalue().replace(": D2024-", ": 2024-")


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield all mappings in a value that are parts of an outline, not rows of a table nor glossaries."""
    if isinstance(value, dict) and "项目" not in value:
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from mappings(child)


def test_the_schema_itself_is_sound() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("text", TEXTS)
def test_samples_and_new_outlines_pass(text: str) -> None:
    assert not list(validator().iter_errors(plain(text)))


def test_a_rolled_outline_passes() -> None:
    path = Path(__file__).parents[1] / "golden" / "rollforward" / "高兴镇_2023年前三季度.yaml"
    assert not list(validator().iter_errors(plain(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("text", TEXTS[: len(SAMPLES)])
def test_a_misspelt_key_anywhere_is_seen_by_both(text: str) -> None:
    value = plain(text)
    for mapping in mappings(value):
        key, child = next(iter(mapping.items()))
        del mapping[key]
        mapping["没有的项"] = child
        assert not validator().is_valid(value)
        with pytest.raises(OutlineError):
            parse_outline(dumped(value))
        del mapping["没有的项"]
        mapping[key] = child


@pytest.mark.parametrize("key", ["报告类型", "期间", "单位"])
def test_a_missing_key_is_seen_by_both(key: str) -> None:
    value = plain(TEXTS[0])
    del value[key]
    assert not validator().is_valid(value)
    with pytest.raises(OutlineError):
        parse_outline(dumped(value))


@pytest.mark.parametrize(("one", "other"), [("期间", "period"), ("报告类型", "文种"), ("回顾", "review")])
def test_a_key_given_in_two_ways_is_seen_by_both(one: str, other: str) -> None:
    value = plain(TEXTS[0])
    value[other] = copy.deepcopy(value[one])
    assert not validator().is_valid(value)
    with pytest.raises(OutlineError):
        parse_outline(dumped(value))


@pytest.mark.parametrize(
    "text",
    [
        "kind: annual\nperiod: 2024年\nlocality: {name: 岭下乡}\nproblems: 只有一条\nreview:\n",
        "文种: 年度报告\n期间: 2024年\n单位: {名称: 岭下乡}\n名词解释: {河长制: 一种制度}\n数据: [甲.xlsx, 乙.csv]\n",
        "文种: 年度报告\n期间: 2024年\n单位: {名称: 岭下乡}\n部分标题: {回顾: 无}\n样式: {部分: 无, 打算: {标题: ——}}\n"
        "打算: [{部分: 甲, 标题: 无, 样式: {要点: 1., 小标题: 独行}, 要点: [{要点: [{小标题: 无}]}]}]\n",
        "文种: 年度报告\n期间: 2024年\n单位: {名称: 岭下乡}\n民生实事: [{项目: 路}]\n建议: [路, {小标题: 桥}]\n",
    ],
)
def test_whatever_the_models_take_passes(text: str) -> None:
    parse_outline(text)
    assert validator().is_valid(plain(text))


@pytest.mark.parametrize("kind", ["周报", 3, None])
def test_a_kind_there_is_not_is_seen(kind: object) -> None:
    assert not validator().is_valid({**plain(TEXTS[0]), "报告类型": kind})


def test_every_key_says_what_it_is_for() -> None:
    parts = [schema(), *(each.get("anyOf", [each])[-1] for each in schema()["$defs"].values())]
    described = [part["properties"] for part in parts]
    assert all(field["description"] for fields in described for field in fields.values())
