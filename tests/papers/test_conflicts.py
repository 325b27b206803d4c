"""Rows that differ from paper to paper."""

from __future__ import annotations

import pytest

from drafter.model import FactRow
from drafter.papers.conflicts import with_conflicts


def row(source: str, value: str, unit: str = "亩", indicator: str = "早稻种植面积", period: str = "") -> FactRow:
    """Return a row."""
    return FactRow("农业", indicator, value, unit, source=source, period=period)


def doubts(*rows: FactRow) -> list[str]:
    """Return what is noted of each row."""
    return [each.doubt for each in with_conflicts(rows)]


def test_two_papers_that_differ_name_each_other() -> None:
    assert doubts(row("农业办.txt", "2.2万"), row("民政所.txt", "2.1万")) == [
        "与民政所.txt的2.1万亩不一致",
        "与农业办.txt的2.2万亩不一致",
    ]


def test_papers_of_one_name_are_told_by_their_folders() -> None:
    assert doubts(row("甲/情况.txt", "3"), row("乙/情况.txt", "4"))[0] == "与乙/情况.txt的4亩不一致"


def test_a_light_verb_makes_no_other_indicator() -> None:
    checks = [row("甲.txt", "3", "次", "开展安全检查"), row("乙.txt", "4", "次", "安全检查")]
    assert all(doubts(*checks))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("甲.txt", "2.2万"), row("乙.txt", "21980")),  # rounded
        (row("甲.txt", "300余", "人"), row("乙.txt", "328", "人")),
        (row("甲.txt", "4210万", "元"), row("乙.txt", "0.421亿", "元")),
        (row("甲.txt", "276", "户"), row("乙.txt", "395", "人")),  # two things
        (row("甲.txt", "3", period="2023年"), row("乙.txt", "4", period="2024年")),
        (row("甲.txt", "3"), row("甲.txt", "4")),  # one paper
        (row("甲.txt", "XX"), row("乙.txt", "4")),
    ],
)
def test_what_may_be_one_number_or_is_two_things_is_not_marked(one: FactRow, other: FactRow) -> None:
    assert doubts(one, other) == ["", ""]


def test_an_indicator_with_several_values_in_one_paper_is_many_things() -> None:
    assert doubts(row("甲.txt", "3"), row("甲.txt", "5"), row("乙.txt", "4")) == ["", "", ""]


def test_a_target_differs_from_targets_only() -> None:
    target = FactRow("农业", "早稻种植面积", unit="亩", target="3", source="乙.txt")
    assert doubts(row("甲.txt", "2"), target) == ["", ""]
