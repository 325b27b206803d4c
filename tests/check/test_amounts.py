"""Figures as intervals: what is printed stands for what is rounded or hedged to it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.check.figures.amounts import Interval, added, interval, ratio


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("1286", "1286", "1286"),
        ("2.2万", "21500", "22500"),
        ("4210万", "42095000", "42105000"),
        ("4亿", "396000000", "404000000"),
        ("300余", "300", "400"),
        ("近300", "200", "300"),
        ("约1200", "1100", "1300"),
        ("52.6%", "52.55", "52.65"),
    ],
)
def test_a_figure_stands_for_an_interval(printed: str, low: str, high: str) -> None:
    assert interval(printed) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize("printed", ["", "XX", "5-8", "持平"])
def test_a_range_and_a_blank_stand_for_none(printed: str) -> None:
    assert interval(printed) is None


def test_a_ratio_is_that_of_the_larger_to_the_smaller() -> None:
    one, other = interval("3.2亿"), interval("3.2万")
    assert one
    assert other
    assert ratio(one, other) == ratio(other, one) == 10000


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
def test_counts_add_up_exactly(counts: list[int]) -> None:
    values = [value for count in counts if (value := interval(str(count)))]
    assert added(values) == Interval(Decimal(sum(counts)), Decimal(sum(counts)))


@given(st.decimals("0.01", "999", places=2), st.decimals("0.01", "999", places=2))
def test_what_is_rounded_still_meets_its_origin(number: Decimal, other: Decimal) -> None:
    exact = [Interval(each, each) for each in (number, other)]
    printed = [interval(f"{each:.1f}") for each in (number, other)]
    assert all(one.meets(value) for one, value in zip(exact, printed, strict=True) if value)
