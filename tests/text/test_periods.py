"""Periods and dates as reports write them."""

from __future__ import annotations

import datetime

import pytest

from drafter.model import Part, Period
from drafter.text.periods import find_date, find_period, next_period, periods, spoken

NAMED: list[tuple[str, int, Part]] = [
    ("2023年上半年政府工作报告", 2023, "first_half"),
    ("2023年度上半年政府工作报告", 2023, "first_half"),
    ("2023年上半年度政府工作报告", 2023, "first_half"),
    ("2023年半年度工作总结", 2023, "first_half"),
    ("2023年前三季度政府工作报告及四季度工作计划", 2023, "first_three_quarters"),
    ("2023年三季度工作总结", 2023, "first_three_quarters"),
    ("2024年1—9月，", 2024, "first_three_quarters"),
    ("2024年1月至6月", 2024, "first_half"),
    ("2023年第四季度工作计划", 2023, "fourth_quarter"),
    ("一、2023年度工作回顾", 2023, "year"),
    ("2023年工作总结和2024年工作计划", 2023, "year"),
    ("二〇二三年", 2023, "year"),
    ("二零二四年上半年", 2024, "first_half"),
    ("2024年是关键之年。2024年上半年，", 2024, "first_half"),
]


@pytest.mark.parametrize(("text", "year", "part"), NAMED)
def test_a_title_names_its_period(text: str, year: int, part: Part) -> None:
    assert find_period(text) == Period(year, part)


@pytest.mark.parametrize(
    "text", ["政府工作报告", "2024年3月31日在第六次会议上", "2023年4月底", "2021—2025年", "上半年工作回顾"]
)
def test_dates_and_bare_parts_name_none(text: str) -> None:
    assert find_period(text) is None


def test_a_known_year_completes_a_bare_part() -> None:
    assert find_period("上半年工作回顾", 2024) == Period(2024, "first_half")
    assert find_period("去年上半年", 2024) == Period(2023, "first_half")
    text = "今年1-6月，下半年"
    assert [(span.of(text), period) for span, period in periods(text, 2024)] == [
        ("今年1-6月", Period(2024, "first_half")),
        ("下半年", Period(2024, "second_half")),
    ]


@pytest.mark.parametrize(
    ("part", "following", "called"),
    [
        ("first_half", "second_half", "下半年"),
        ("first_three_quarters", "fourth_quarter", "第四季度"),
        ("year", "year", "明年"),
    ],
)
def test_a_report_plans_for_the_period_after(part: Part, following: Part, called: str) -> None:
    period = Period(2024, part)
    assert next_period(period).part == following
    assert spoken(next_period(period), 2024) == called
    assert find_period(str(period)) == period


def test_periods_of_other_years_are_called_in_full() -> None:
    assert spoken(Period(2024, "first_half"), 2025) == "2024年上半年"
    assert [spoken(Period(year, "year"), 2024) for year in (2022, 2023, 2024)] == ["2022年", "去年", "全年"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("——2023年8月25日在某某镇", (2023, 8, 25)),
        ("二〇二三年八月二十五日", (2023, 8, 25)),
        ("二〇二四年十月三十日", (2024, 10, 30)),
        ("2023-08-25", (2023, 8, 25)),
        ("2023/13/45 2024/1/2", (2024, 1, 2)),
    ],
)
def test_a_date_is_found(text: str, date: tuple[int, int, int]) -> None:
    assert find_date(text) == datetime.date(*date)


def test_no_date_is_found_where_there_is_none() -> None:
    assert find_date("2023年8月，2024年2月30日") is None
