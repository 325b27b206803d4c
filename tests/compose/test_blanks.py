"""A blank tells the old value and is no value: it shows as a slot, is missing, and its figure is never said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from drafter.compose.outline import Outline
from drafter.model import Report
from drafter.text.gaps import blank, old_value
from drafter.text.typed import parse_amount

Draft = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("【待更新：旧值 2.2万】", "2.2万"),
        ("【待更新:旧值2.2万】", "2.2万"),
        ("【待更新：2.2万】", "2.2万"),
        ("【待更新】", ""),
        ("2.2万", None),
        ("【待补：投资】", None),
    ],
)
def test_what_a_blank_tells(text: str, old: str | None) -> None:
    assert old_value(text) == old
    assert parse_amount(text) is None or old is None
    assert old is None or old_value(blank(old)) == old


@pytest.mark.parametrize(
    ("fact", "slots"),
    [
        ("数值: 【待更新：旧值 2.2万】, 单位: 亩", ["【待更新：早稻种植，旧值2.2万亩】"]),
        (
            "数值: 【待更新：旧值 2.2万】, 单位: 亩, 同比: 【待更新：旧值 +3.5%】",
            ["【待更新：早稻种植，旧值2.2万亩、同比+3.5%】"],
        ),
        ("同比: 【待更新：旧值 +3.5%】", ["【待更新：早稻种植，旧值同比+3.5%】"]),
        ("数值: 3万, 单位: 亩, 同比: 【待更新：旧值 +3.5%】", ["【待更新：同比，旧值+3.5%】"]),
        ("数值: 3万, 单位: 亩, 上年同期: 2.9万, 同比: 【待更新：旧值 +3.5%】", []),
        ("数值: 3万, 单位: 亩, 目标: 5万, 完成率: 【待更新：旧值 52%】", []),
        ("数值: 3万, 单位: 亩, 排名: 【待更新：旧值 全县第3】", ["【待更新：排名，旧值全县第3】"]),
        ("数值: 【待更新：旧值 XX万】, 单位: 元", ["【待更新：早稻种植，旧值XX万元】"]),
        ("数值: 【待更新：旧值 3以内】, 单位: '%'", ["【待更新：早稻种植，旧值3%以内】"]),
        ("目标: 【待更新：旧值 500】, 单位: 亩", ["【待更新：早稻种植，旧值目标500亩】"]),
    ],
)
def test_a_blank_is_a_slot(draft: Draft, fact: str, slots: Sequence[str]) -> None:
    report = draft(f"总体指标: [{{指标: 早稻种植, {fact}}}]\n")
    pieces = [piece for paragraph in report.paragraphs() for piece in paragraph.pieces]
    assert [piece.text for piece in pieces if piece.kind == "placeholder" and piece.ref == "总体指标[0]"] == slots
    waits = any(gap.where == "总体指标 > 早稻种植" and gap.message.startswith("待更新，旧值") for gap in report.missing)
    assert waits == bool(slots)
    assert not any(old in piece.text for old in ("2.2", "3.5", "第3") for piece in pieces if piece.kind == "fact")


def test_in_the_plan_the_old_target_needs_no_name(draft: Draft) -> None:
    report = draft("打算: [{标题: 甲甲甲甲, 要点: [{数据: [{指标: 新增企业, 目标: 【待更新：旧值 3】, 单位: 家}]}]}]\n")
    assert any("【待更新：新增企业，旧值3家】" in paragraph.text for paragraph in report.paragraphs())


def test_a_value_typed_over_the_blank_is_a_value(draft: Draft) -> None:
    report = draft("总体指标: [{指标: 早稻种植, 数值: 2.3万, 单位: 亩}]\n")
    assert not any("待更新" in paragraph.text for paragraph in report.paragraphs())
    assert not any("早稻" in gap.where for gap in report.missing)


def test_a_blank_is_kept_as_it_stands(outline: Callable[[str], Outline]) -> None:
    (fact,) = outline("总体指标: [{指标: 甲, 数值: 【待更新：旧值 2】, 单位: 亩, 备注: 丙}]").headline
    assert fact.value == "【待更新：旧值 2】"
    assert dict(fact.was) == {"value": "2"}
    assert (fact.opened().value, fact.opened().given("value"), fact.opened().note) == (None, True, "丙")
