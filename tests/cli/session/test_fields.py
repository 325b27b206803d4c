"""An outline falls into parts, a part into fields, in the writer's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app import outline_words
from drafter.cli.session.fields import BASICS, parts
from drafter.cli.session.sheet import Sheet, open_sheet


def test_parts_stand_in_the_order_of_the_file(outline: Path) -> None:
    found = parts(open_sheet(outline).tree, {})
    assert [(part.name, part.title, part.open) for part in found] == [
        (BASICS, "", 0),
        ("回顾（一）", "夯实产业根基，发展步伐更稳", 1),
        ("问题", "", 1),
    ]


def test_fields_are_named_and_grouped(outline: Path) -> None:
    basics, review, problems = parts(open_sheet(outline).tree, {})
    assert [field.label for field in basics.fields] == ["报告类型", "期间", "单位·名称", "单位·县"]
    assert [(field.group, field.label, field.value, field.beside, field.open) for field in review.fields] == [
        ("", "标题", "夯实产业根基，发展步伐更稳", "", False),
        ("要点1", "小标题", "农业提质增效", "", False),
        ("要点1", "早稻种植面积", "4.50", "万亩，同比 +3.5%", False),
        ("要点1", "油菜种植面积", "", "亩", True),
        ("要点1", "事项1", "建成育秧中心", "", False),
        ("要点2", "正文", "这一段是自己的话。", "", False),
    ]
    assert problems.fields[0].place == ("问题", 0)


def test_a_fact_given_only_by_its_change_is_not_open() -> None:
    sheet = Sheet(Path(), "回顾: [{要点: [{数据: [{指标: 税收, 同比: 持平}]}]}]")
    assert parts(sheet.tree, {})[1].open == 0


@pytest.mark.parametrize(
    ("chapter", "fact", "waits"),
    [
        ("回顾", "指标: 税收, 上年同期: 3", True),
        ("回顾", "指标: 税收, 数值: , 同比: +3%", True),
        ("回顾", "指标: 税收, 目标: 3", True),
        ("打算", "指标: 税收, 目标: 3", False),
        ("打算", "指标: 税收, 目标: ", True),
        ("打算", "指标: 税收, 数值: 3", False),
    ],
)
def test_a_fact_waits_as_long_as_the_draft_has_a_gap(chapter: str, fact: str, waits: bool) -> None:
    sheet = Sheet(Path(), f"{chapter}: [{{要点: [{{数据: [{{{fact}}}]}}]}}]")
    assert parts(sheet.tree, {})[1].fields[0].open == waits


def test_what_may_stay_empty_is_not_open() -> None:
    sheet = Sheet(Path(), "结语:\n报告人: {姓名: }\n回顾: [{要点: [{表述: [null], 事项: [null]}]}]")
    assert [field.open for part in parts(sheet.tree, {}) for field in part.fields] == [False, True, False, True]


def test_a_blank_waits_for_its_figure() -> None:
    sheet = Sheet(
        Path(), "总体指标: [{指标: 税收, 数值: 【待更新：旧值 3】}, {指标: 投资, 数值: 4, 同比: 【待更新：旧值 +6%】}]"
    )
    (_, headline) = parts(sheet.tree, {})
    assert [(field.value, field.open) for field in headline.fields] == [("", True), ("4", True)]
    assert headline.fields[0].beside == "旧值 3"


def test_a_blank_that_follows_from_others_waits_for_nothing() -> None:
    old = "同比: 【待更新：旧值 +6%】, 完成率: 【待更新：旧值 52%】"
    values = ("数值: 4, 上年同期: 3, 目标: 5", "数值: 4, 目标: 5", "数值: 【待更新：旧值 3】, 上年同期: 3, 目标: 5")
    facts = ", ".join(f"{{指标: 税收, {each}, {old}}}" for each in values)
    (_, headline) = parts(Sheet(Path(), f"总体指标: [{facts}]").tree, {})
    assert [field.open for field in headline.fields] == [False, True, True]


def test_what_only_holds_other_things_cannot_be_typed() -> None:
    sheet = Sheet(Path(), "总体指标:\n结语:\n打算: [{标题: 甲, 要点: [{数据: , 事项: [null]}]}]")
    basics, plan = parts(sheet.tree, {})
    assert [field.label for field in basics.fields] == ["结语"]
    assert [field.label for field in plan.fields] == ["标题", "事项1"]


def test_english_keys_are_shown_in_chinese() -> None:
    sheet = Sheet(Path(), "review: [{heading: 甲, points: [{facts: [{indicator: 税收, value: 3}]}]}]\nproblems:\n")
    found = parts(sheet.tree, outline_words())
    assert [part.name for part in found] == [BASICS, "回顾（一）", "问题"]
    assert [field.label for field in found[1].fields] == ["标题", "税收"]
    assert found[1].fields[1].place == ("review", 0, "points", 0, "facts", 0, "value")
