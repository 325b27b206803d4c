"""Laws of every draft: complete, grounded, clean, repeatable, whatever the outline holds."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.compose import compose
from drafter.compose.outline_fields import KINDS, PARTS, Outline
from drafter.compose.tables import rows
from drafter.config import shipped
from drafter.model import Period, Report
from drafter.text.formulations import formulations

SUBJECTS = ["早稻", "生猪", "农村公路", "低保", "固定资产投资", "招商", "垃圾", "党员", "景区", "矛盾纠纷", "河道"]
MEASURES = ["", "面积", "建设", "总产值", "参保率", "排查", "人数", "资金", "培训", "收入", "招聘会", "增速"]
UNITS = [None, "亩", "元", "人", "处", "%", "公里", "家"]
TOPICS = [None, "产业", "农业", "工业", "乡村振兴", "生态", "民生", "社保", "教育", "社会治理", "作风", "没有的主题"]
VERBS = ["建成", "完成", "启动", "推进", "修复", "获评"]
FORMULATIONS = ["四个不摘", "河长制", "藏粮于地、藏粮于技", "以人民为中心的发展思想", "乡村振兴战略"]
FIRST, BETWEEN, LAST = "^[，。；：、]", "的的|了了|和和|[，；、：][，。；：、]|。[，。；]", "[，、：；]$"
BROKEN = re.compile(f"{FIRST}|{BETWEEN}|{LAST}")
ITEM_NUMBER = re.compile(r"^\d+\.")
DIGITS = "零一二三四五六七八九"


class Drawing:
    """Draws an outline from one number: as wide as hypothesis would, at a tenth of the time."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.deeds = 0

    def one(self, options: list[Any]) -> Any:
        """Draw one of the options."""
        return self.chance.choice(options)

    def some(self, most: int, make: Callable[[], Any]) -> list[Any]:
        """Draw up to `most` things."""
        return [make() for _ in range(self.chance.randint(0, most))]

    def deed(self) -> str:
        """Draw a deed; a number in Chinese figures makes each of them different."""
        self.deeds += 1
        number = "".join(DIGITS[int(digit)] for digit in f"{self.deeds:03}")
        return f"{self.one(VERBS)}甲{number}号{self.one(SUBJECTS)}项目"

    def figure(self) -> str:
        """Draw a value as typed."""
        number = round(self.chance.uniform(1, 99), 2)
        return self.one(
            [f"{self.chance.randint(11, 98765)}", f"{number}万", f"{round(number * 10)}余", f"超{number}亿"]
        )

    def percent(self) -> str:
        """Draw a percentage."""
        return f"{self.chance.uniform(0.2, 99):.2f}%"

    def fact(self) -> dict[str, str | None]:
        """Draw a value, an open value, or only a change, with some of what else may be said."""
        fact: dict[str, str | None] = {"indicator": self.one(SUBJECTS) + self.one(MEASURES), "unit": self.one(UNITS)}
        kind = self.one(["value", "open", "change"])
        if kind != "change":
            fact["value"] = self.figure() if kind == "value" else None
        if kind == "change" or self.chance.random() < 0.5:
            fact["yoy"] = self.one(["+", "-"]) + self.percent()
        if self.chance.random() < 0.3:
            fact["completion"] = self.percent()
        if self.chance.random() < 0.3:
            fact["rank"] = f"全县第{self.chance.randint(1, 30)}"
        return fact

    def point(self) -> dict[str, Any]:
        """Draw a point."""
        return {
            "lead": self.one([None, "工作扎实有力推进", "抓好重点工作"]),
            "topic": self.one(TOPICS),
            "facts": self.some(5, self.fact),
            "deeds": self.some(4, self.deed),
            "formulations": self.chance.sample(FORMULATIONS, self.chance.randint(0, 2)),
            "text": self.one([None, f"这里写的是乙{self.deed()}的情况。"]),
        }

    def section(self) -> dict[str, Any]:
        """Draw a section."""
        heading = self.one([None, "推进各项工作，取得积极进展"])
        return {"heading": heading, "topic": self.one(TOPICS), "points": self.some(3, self.point)}

    def outline(self) -> Outline:
        """Draw an outline of any kind."""
        kind = self.one(list(KINDS))
        return Outline.model_validate(
            {
                "kind": kind,
                "period": str(Period(self.one([2021, 2024, 2027]), PARTS[KINDS[kind]])),
                "locality": {"name": self.one(["云岫镇", "岭下乡", "城东街道"]), "county": "云岭县"},
                "theme": self.one([None, "强产业、惠民生"]),
                "headline": self.some(4, self.fact),
                "review": self.some(4, self.section),
                "problems": self.some(3, lambda: f"丙{self.deed()}进展不快"),
                "plan": self.some(4, self.section),
            }
        )


outlines = st.integers(0, 10**9).map(lambda seed: Drawing(seed).outline())
drafts = settings(max_examples=30, deadline=None)


def composed(outline: Outline, seed: int) -> Report:
    """Compose without a library."""
    return compose(outline, library=None, template_folders=[shipped("templates")], seed=seed)


def points_of(outline: Outline) -> list[Any]:
    """Return the points of review and plan."""
    return [point for section in (*outline.review, *outline.plan) for point in section.points]


def facts_of(outline: Outline) -> list[Any]:
    """Return every fact of an outline."""
    return [*outline.headline, *(fact for point in points_of(outline) for fact in point.facts)]


@drafts
@given(outlines, st.integers(0, 9))
def test_everything_of_the_outline_appears_exactly_once(outline: Outline, seed: int) -> None:
    report = composed(outline, seed)
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    for point in points_of(outline):
        for deed in (*point.deeds, *filter(None, [point.text])):
            assert text.count(deed) == 1
    printed = Counter(
        (piece.ref, piece.text) for p in report.paragraphs() for piece in p.pieces if piece.kind in {"fact", "author"}
    )
    typed = Counter(fact.value for fact in facts_of(outline) if fact.value)
    for value, times in typed.items():
        assert sum(n for (_, words), n in printed.items() if value in words) >= times
    assert all(n == 1 for (ref, words), n in printed.items() if "数据" in ref and any(map(str.isdigit, words)))
    wanted = Counter(formulation for point in points_of(outline) for formulation in point.formulations)
    for formulation, times in wanted.items():
        assert sum(n for (ref, words), n in printed.items() if "表述" in ref and words == formulation) == times


@drafts
@given(outlines, st.integers(0, 9))
def test_no_figure_stands_in_a_draft_that_the_outline_does_not_give(outline: Outline, seed: int) -> None:
    shipped_words = [words for *_, words in rows("eras.tsv")]
    given_text = " ".join(
        [outline.model_dump_json(), str(outline.period), str(outline.period.year + 1), *shipped_words]
    )
    for paragraph in composed(outline, seed).paragraphs():
        for figure in re.findall(r"\d+(?:\.\d+)?", ITEM_NUMBER.sub("", paragraph.text)):
            assert figure in given_text


@drafts
@given(outlines, st.integers(0, 9))
def test_every_open_value_is_a_slot_and_is_listed(outline: Outline, seed: int) -> None:
    report = composed(outline, seed)
    slots = [piece for p in report.paragraphs() for piece in p.pieces if piece.kind == "placeholder"]
    open_facts = [fact for fact in facts_of(outline) if fact.given("value") and not fact.value]
    assert sum("数据" in piece.ref or "总体指标" in piece.ref for piece in slots) == len(open_facts)
    assert len(report.missing) >= len(slots)


@drafts
@given(outlines, st.integers(0, 9))
def test_marks_neither_double_nor_dangle(outline: Outline, seed: int) -> None:
    for paragraph in composed(outline, seed).paragraphs():
        if paragraph.style in {"title", "salutation"}:
            continue
        assert not BROKEN.search(paragraph.text), paragraph.text
        assert paragraph.text.count("“") == paragraph.text.count("”")
        if paragraph.style == "body":
            assert paragraph.text[-1] in "。！"


@drafts
@given(outlines, st.integers(0, 9))
def test_no_clause_of_the_stock_comes_twice(outline: Outline, seed: int) -> None:
    text = "\n".join(paragraph.text for paragraph in composed(outline, seed).paragraphs())
    known = {wording for formulation in formulations() for wording in formulation.wordings}
    for *_, clause in rows("clauses.tsv"):
        if clause not in known:
            pattern = rf"(?<![\w、]){re.escape(clause)}(?![\w、])"
            assert len(re.findall(pattern, text)) <= 1, clause


@settings(max_examples=15, deadline=None)
@given(outlines, st.integers(0, 9))
def test_the_same_seed_gives_the_same_draft(outline: Outline, seed: int) -> None:
    assert composed(outline, seed) == composed(outline, seed)
