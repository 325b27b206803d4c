"""Numbers before headings and points: every style, half-width too, and what only looks like one."""

from __future__ import annotations

from typing import get_args

import pytest

from drafter.text import numbering
from drafter.text.numbering import LAST, LAST_CIRCLED, UNCOUNTED, Number, Style


@pytest.mark.parametrize(
    ("line", "style", "value", "text"),
    [
        ("一、2023年工作回顾", "一、", 1, "一、"),
        ("十二．加强自身建设", "一、", 12, "十二．"),
        ("（三）聚焦民生", "（一）", 3, "（三）"),
        ("(一)聚焦全面从严治党", "（一）", 1, "(一)"),
        ("（二十一）、其他", "（一）", 21, "（二十一）、"),
        ("1.招商引资提质增效。", "1.", 1, "1."),
        ("2、营商环境", "1.", 2, "2、"),
        ("3．2023年计划", "1.", 3, "3．"),
        ("4.2023年计划", "1.", 4, "4."),
        ("（1）浍坪街道路", "（1）", 1, "（1）"),
        ("10)收尾", "1）", 10, "10)"),
        ("②完善配套", "①", 2, "②"),
        ("第一，坚持规划引领", "第一，", 1, "第一，"),
        ("第二部分　下半年工作安排", "第一部分", 2, "第二部分"),
        ("其三，抓落实", "其一，", 3, "其三，"),
        ("一是强化思想政治建设。", "一是", 1, "一是"),
        ("三要美丽提质。", "一要", 3, "三要"),
        ("——全力抓项目、促发展", "——", 0, "——"),
        ("--夯实基础", "——", 0, "--"),
        ("其次，抓好要素保障。", "首先，", 2, "其次，"),
        ("最后、抓好落实", "首先，", 4, "最后、"),
        ("●市容秩序明显好转。", "●", 0, "●"),
        ("▲就业创业服务到位。", "●", 0, "▲"),
    ],
)
def test_a_number_is_read(line: str, style: Style, value: int, text: str) -> None:
    assert numbering.parse(line) == Number(style, value, text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "一年来，我们奋勇争先。",
        "1.5亿元投资",
        "2023年工作回顾",
        "一二三产业融合",
        "第一书记",
        "第一季度，全镇",
        "（稍后，报告）",
        "首先要看到，",
        "最后一公里",
    ],
)
def test_what_only_looks_like_a_number(line: str) -> None:
    assert numbering.parse(line) is None


def test_a_number_is_as_long_as_its_text() -> None:
    assert len(Number("（一）", 12, "（十二）")) == 4


@pytest.mark.parametrize("style", get_args(Style))
def test_parse_undoes_format(style: Style) -> None:
    last = {"①": LAST_CIRCLED, "首先，": 4}.get(style, LAST)
    for value in range(1, last + 1):
        text = numbering.format(style, value)
        assert numbering.parse(text) == Number(style, 0 if style in UNCOUNTED else value, text)


def test_next_counts_on_in_the_usual_form() -> None:
    assert numbering.next(Number("（一）", 9, "(九)")) == Number("（一）", 10, "（十）")
    assert numbering.next(Number("——", 0, "——")) == Number("——", 0, "——")


@pytest.mark.parametrize(("style", "value"), [("一、", 0), ("1.", LAST + 1), ("①", LAST_CIRCLED + 1), ("首先，", 5)])
def test_a_style_ends_somewhere(style: Style, value: int) -> None:
    with pytest.raises(ValueError, match="counts from 1"):
        numbering.format(style, value)


def test_chinese_figures_go_both_ways() -> None:
    assert [numbering.to_han(value) for value in (1, 10, 11, 20, 99)] == ["一", "十", "十一", "二十", "九十九"]
    assert all(numbering.from_han(numbering.to_han(value)) == value for value in range(1, LAST + 1))
