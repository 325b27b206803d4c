"""Laws of figures: spans lie in order inside the text, and a figure is worth what was typed."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.quantities import SCALES, figures, parse_value

PIECES = "0 1 9 . , X 万 亿 千 余 多 亩 元 % 个 百分点 三 成 第 年 — 至 - “ ” 《 》 超 增长 ，"
texts = st.lists(st.sampled_from(PIECES.split())).map("".join)
numbers = st.decimals(min_value=0, max_value=10**6, places=2)


@given(texts)
def test_figures_stand_in_order(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        end = figure.span.end
        assert figure.upper is None or figure.value is not None


@given(numbers, st.sampled_from([scale for scale in SCALES if scale != "千"]))
def test_a_figure_is_worth_what_was_typed(number: Decimal, scale: str) -> None:
    (figure,) = figures(f"完成投资{number}{scale}元，")
    assert figure.value == parse_value(f"{number}{scale}") == number * SCALES[scale]
