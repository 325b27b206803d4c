"""The words for a period move on with the report."""

from __future__ import annotations

import pytest

from drafter.compose.moved_periods import moved, period_after
from drafter.model import Period

HALF, THREE, YEAR = Period(2023, "first_half"), Period(2023, "first_three_quarters"), Period(2023, "year")


@pytest.mark.parametrize(
    ("old", "new", "text", "expected"),
    [
        (HALF, THREE, "2023年上半年工作回顾", "2023年前三季度工作回顾"),
        (HALF, THREE, "下半年工作思路", "第四季度工作思路"),
        (HALF, THREE, "今年上半年工作回顾", "今年前三季度工作回顾"),
        (HALF, THREE, "2023年度上半年政府工作报告", "2023年度前三季度政府工作报告"),
        (HALF, THREE, "这半年，我们促进产业转型、激活发展动能", "前三季度，我们促进产业转型、激活发展动能"),
        (HALF, Period(2024, "first_half"), "2023年下半年工作安排", "2024年下半年工作安排"),
        (THREE, YEAR, "2023年前三季度政府工作报告及四季度工作计划", "2023年政府工作报告及明年工作计划"),
        (THREE, YEAR, "前三季度，我们稳住了底盘", "一年来，我们稳住了底盘"),
        (THREE, YEAR, "今年第四季度工作任务", "明年工作任务"),
        (YEAR, Period(2024, "first_half"), "2023年工作回顾", "2024年上半年工作回顾"),
        (YEAR, Period(2024, "first_half"), "2024年工作安排", "2024年下半年工作安排"),
        (YEAR, Period(2024, "first_half"), "一年来，我们奋勇争先，备受鼓舞", "半年来，我们奋勇争先，备受鼓舞"),
        (YEAR, Period(2024, "year"), "2023年工作总结", "2024年工作总结"),
        (HALF, THREE, "今年以来，我们坚持不懈育产业", "今年以来，我们坚持不懈育产业"),
        (HALF, THREE, "加快推进农村改革", "加快推进农村改革"),
        (HALF, HALF, "这半年，我们走在前列", "这半年，我们走在前列"),
    ],
)
def test_words_for_a_period(old: Period, new: Period, text: str, expected: str) -> None:
    assert moved(text, old, new) == expected


def test_the_order_of_reports() -> None:
    order = [HALF, THREE, YEAR, Period(2024, "first_half")]
    assert [period_after(period) for period in order[:-1]] == order[1:]
    assert period_after(YEAR, summary=True) == Period(2024, "year")
