"""The table 主要经济指标 and what its chart shows."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.compose.indicators import COLUMNS, indicator_values
from drafter.compose.ledger import Ledger
from drafter.compose.outline import parse_outline
from drafter.compose.prose import Gaps
from drafter.model import Chart, Table

HEAD = "报告类型: 半年报告\n期间: 2031年上半年\n单位: {名称: 青石镇}\n"
THREE = """\
总体指标:
  - {指标: 固定资产投资, 数值: 3.26亿, 单位: 元, 上年同期: 3.05亿, 目标: 6亿}
  - {指标: 财政总收入, 数值: 4210万, 单位: 元, 同比: -3.8%, 完成率: 52.6%}
  - {指标: 粮食产量, 数值: 近1.2万, 单位: 吨, 同比: 持平}
"""


def made(text: str) -> tuple[Table | None, Chart | None, Gaps]:
    """Return the table and the chart of an outline, with what is missing."""
    ledger, gaps = Ledger(), Gaps()
    values: dict[str, Any] = dict(indicator_values(parse_outline(HEAD + text), ledger, gaps))
    table, chart = values["指标表"]["表"], values["指标图"]
    return (ledger.entry(table) if table else None), (ledger.entry(chart) if chart else None), gaps  # type: ignore[return-value]


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows of the table, what is empty left out."""
    table, _, _ = made(text)
    assert table
    return [{name: cell for name, cell in zip(table.header, row, strict=True) if cell} for row in table.rows]


def test_the_table_gives_values_digit_for_digit_and_what_is_computed() -> None:
    assert rows(THREE) == [
        {"指标": "固定资产投资", "单位": "亿元", "完成数": "3.26", "同比": "+6.9%", "目标": "6", "完成率": "54.3%"},
        {"指标": "财政总收入", "单位": "万元", "完成数": "4210", "同比": "-3.8%", "完成率": "52.6%"},
        {"指标": "粮食产量", "单位": "万吨", "完成数": "近1.2", "同比": "持平"},
    ]


def test_columns_that_hold_nothing_are_left_out() -> None:
    table, _, _ = made("样式: {指标表: 附件}\n总体指标: [{指标: 财政总收入, 数值: 4210万, 单位: 元, 同比: +3.8%}]\n")
    assert table
    assert table.header == ("指标", "单位", "完成数", "同比")


@pytest.mark.parametrize(
    ("fact", "cells"),
    [
        ("{指标: 造林, 数值: 300余, 单位: 亩, 目标: 500}", {"单位": "亩", "完成数": "300余", "目标": "500"}),
        ("{指标: 造林, 数值: 9800, 单位: 亩, 目标: 1.2万}", {"单位": "亩", "完成数": "9800", "目标": "1.2万亩"}),
        ("{指标: 机械化率, 数值: 84.5%, 上年同期: 82.1%}", {"单位": "%", "完成数": "84.5", "同比": "+2.4个百分点"}),
        ("{指标: 参保人数, 数值: 3.9万人以上, 同比: 1.2个百分点}", {"单位": "万人", "完成数": "3.9以上"}),
        ("{指标: 规上工业增加值增速, 同比: +7%}", {"单位": "%", "完成数": "7"}),
        ("{指标: 财政收入, 数值: , 单位: 万元, 目标: 500}", {"完成数": "【待补】", "目标": "500"}),
        (
            "{指标: 财政收入, 数值: 【待更新：旧值 4.5亿】, 单位: 元, 同比: 【待更新：旧值 +3%】}",
            {"完成数": "【待更新：旧值 4.5亿】", "同比": "【待更新：旧值 +3%】"},
        ),
    ],
)
def test_cells_of_one_fact(fact: str, cells: dict[str, str]) -> None:
    (row,) = rows(f"样式: {{指标表: 附件}}\n总体指标:\n  - {fact}\n")
    assert {name: row.get(name) for name in cells} == cells


def test_without_a_word_three_figures_that_compare_make_a_table() -> None:
    assert made(THREE)[0]
    assert made("\n".join(THREE.splitlines()[:-1]))[0] is None
    assert made(THREE + "样式: {指标表: 无}\n")[0] is None


def test_every_column_is_known_to_the_table() -> None:
    assert set().union(*rows(THREE)) == set(COLUMNS)


def test_a_table_or_a_chart_of_nothing_is_told() -> None:
    table, chart, gaps = made("样式: {indicators: 随文, chart: 是}\n")
    assert (table, chart) == (None, None)
    assert [gap.where for gap in gaps.missing] == ["样式 > 指标表", "样式 > 指标图"]


def test_the_chart_shows_what_can_be_compared() -> None:
    _, chart, gaps = made(THREE + "样式: {指标图: 是}\n")
    assert chart
    assert chart.lines() == (
        "同比：固定资产投资 +6.9%，财政总收入 -3.8%，粮食产量 持平。",
        "完成率：固定资产投资 54.3%，财政总收入 52.6%。",
    )
    assert [bar.number for bar in chart.groups[0].bars] == pytest.approx([6.885, -3.8, 0], abs=1e-3)
    assert not gaps.missing
    assert made(THREE)[1] is None
