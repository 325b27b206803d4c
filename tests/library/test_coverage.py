"""How much of the reports the library knows something about."""

from __future__ import annotations

import pytest

from drafter.library.coverage import coverage
from drafter.model import Coverage


def test_shares_are_of_characters_and_sentences() -> None:
    text = "抓好粮食生产，守住底线。大家都好。"  # 17 characters
    found = coverage([text], [(0, 0, 12), (0, 6, 12)], 6, ["粮食生产", "底线"])
    assert found == Coverage(pytest.approx(12 / 17), pytest.approx(6 / 17), 0.5)


def test_spans_of_several_reports_are_counted_apart() -> None:
    assert coverage(["一二三四", "一二三四"], [(1, 0, 2), (0, 0, 4), (0, 1, 3)], 0, []).topic == 6 / 8


def test_no_reports_and_no_phrases() -> None:
    assert coverage([], [], 0, []) == Coverage(0.0, 0.0, 0.0)
    assert coverage(["一。"], [], 0, []).phrase == 0.0
