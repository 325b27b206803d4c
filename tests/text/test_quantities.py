"""Figures in running text: what counts as one, and what it is worth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.text.quantities import figures, parse_value

FOUND = [
    # text, (span, value, unit, step, hedge)
    ("完成早稻种植20090亩", ("20090亩", "20090", "亩", "1", "")),
    ("晚稻种植超2.2万余亩", ("2.2万余亩", "22000", "亩", "1000", "超余")),
    ("固定资产投资6.7亿元，", ("6.7亿元", "670000000", "元", "10000000", "")),
    ("总投资1.5万亿元", ("1.5万亿元", "1500000000000", "元", "100000000000", "")),
    ("发放补助100余万元", ("100余万元", "1000000", "元", "10000", "余")),
    ("服务群众300多人次", ("300多人次", "300", "人次", "1", "多")),
    ("增长8.5%左右", ("8.5%", "8.5", "%", "0.1", "左右")),
    ("同比-3.5%", ("-3.5%", "-3.5", "%", "0.1", "")),
    ("下降1.2个百分点", ("1.2个百分点", "1.2", "个百分点", "0.1", "")),
    ("近10亿元以上", ("10亿元", "1000000000", "元", "100000000", "近以上")),
    ("收入1,234.5万元", ("1,234.5万元", "12345000", "元", "1000", "")),
    ("装机5千瓦", ("5千瓦", "5", "千瓦", "1", "")),
    ("粮食3千吨", ("3千吨", "3000", "吨", "1000", "")),
    ("补贴15元/亩", ("15元/亩", "15", "元/亩", "1", "")),
    ("浓度27微克/立方米", ("27微克/立方米", "27", "微克/立方米", "1", "")),
    ("帮扶3支队伍", ("3支", "3", "支", "1", "")),
    ("超三成农户", ("三成", "3", "成", "1", "超")),
    ("转移12万贫困人口", ("12万", "120000", "", "10000", "")),
]
NONE = [
    "位列全县第3名、前三甲",
    "2023年8月25日，1-6月",
    "赣府发〔2024〕1号文件和12345热线",
    "完成“8050”消薄和“15分钟生活圈”、“三个一”",
    "老S527、5G、PM2.5、Y301",
    "“1+6+N”和1+4模式",
    "三次产业结构比为3.4:71.4:25.2",
    "一成不变，完成建成",
    "XX镇XX村、XX段、XX人民政府、XX项目",
    "6项目清单，20家庭",
    "《10件实事》",
    "3·23警示日",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_figure_is_found(text: str, expected: tuple[str, ...]) -> None:
    span, value, unit, step, hedge = expected
    (figure,) = figures(text)
    assert (figure.span.of(text), figure.unit, figure.hedge) == (span, unit, hedge)
    assert (figure.value, figure.step) == (Decimal(value), Decimal(step))
    assert figure.upper is None


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure(text: str) -> None:
    assert not list(figures(text))


@pytest.mark.parametrize(
    ("text", "span", "lower", "upper"),
    [
        ("增长5%—6%", "5%—6%", 5, 6),
        ("投资10-15亿元", "10-15亿元", 10**9, 15 * 10**8),
        ("亩产800至900公斤", "800至900公斤", 800, 900),
        ("9000—1.2万亩", "9000—1.2万亩", 9000, 12000),
    ],
)
def test_a_range_has_two_values(text: str, span: str, lower: int, upper: int) -> None:
    (figure,) = figures(text)
    assert (figure.span.of(text), figure.value, figure.upper) == (span, lower, upper)


def test_a_scrubbed_number_is_a_figure_without_value() -> None:
    text = "投入XX万元，完成X.X亿元、XXX户"
    assert [(f.span.of(text), f.value, f.unit, f.scale) for f in figures(text)] == [
        ("XX万元", None, "元", "万"),
        ("X.X亿元", None, "元", "亿"),
        ("XXX户", None, "户", ""),
    ]


def test_a_change_from_one_figure_to_another_is_two() -> None:
    text = "由3家增加到5家，57户70人"
    assert [figure.span.of(text) for figure in figures(text)] == ["3家", "5家", "57户", "70人"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2.2万", "22000"),
        ("1,234", "1234"),
        ("101%", "101"),
        ("-3.5%", "-3.5"),
        (" 4.59亿 ", "459000000"),
        ("20090", "20090"),
    ],
)
def test_a_typed_value_is_read(typed: str, value: str) -> None:
    assert parse_value(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "约2万", "2万亩", "1.2.3", "三成", "nan"])
def test_what_is_no_value_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=typed or "^$"):
        parse_value(typed)
