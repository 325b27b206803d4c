"""The order of phrases, and what topic and move leave of them."""

from __future__ import annotations

import numpy as np
import pytest

from drafter.library.phrase_table import best_first, table_of

ROWS = [
    ("粮食生产", "1010", "农业", "打算", 9, 9, 2024),
    ("社会保障", "1010", "社保", "打算", 8, 8, 2024),
    ("产业发展", "1010", "产业", "举措", 2, 2, 2024),
]


def order(*phrases: tuple[int, int, int]) -> list[int]:
    """Return the best first of phrases, each given by its reports, localities and newest year."""
    columns = (np.array(column, np.int32) for column in zip(*phrases, strict=True))
    return best_first(*columns).tolist()


def test_the_librarys_order_stays_when_all_else_is_equal() -> None:
    assert order((9, 9, 2024), (5, 5, 2024), (2, 2, 2024)) == [0, 1, 2]


def test_a_phrase_only_of_old_reports_sinks() -> None:
    assert order((5, 5, 2015), (5, 5, 2024), (5, 5, 2024)) == [1, 2, 0]


def test_age_counts_against_the_newest_report_there_is() -> None:
    assert order((5, 5, 2015), (5, 5, 2015), (5, 5, 2014)) == [0, 1, 2]


def test_three_years_are_as_much_as_four_times_the_place() -> None:
    fresh = (2, 2, 2024)
    assert order((2, 2, 2021), fresh, fresh, fresh, fresh) == [1, 2, 0, 3, 4]


def test_five_reports_of_one_town_are_one_voice() -> None:
    assert order((6, 1, 2024), (5, 5, 2024)) == [1, 0]


def test_a_phrase_without_year_is_neither_new_nor_old() -> None:
    assert order((2, 2, 2012), (2, 2, 0), (2, 2, 2024), (2, 2, 2024)) == [2, 3, 1, 0]


def test_no_phrases() -> None:
    assert table_of([], {}).find("", limit=3) == []


@pytest.mark.parametrize(
    ("topic", "move", "found"),
    [
        ("产业", "", [2, 0]),  # the topic itself before those under it
        ("农业", "", [0]),
        ("产业", "举措", [2]),
        ("", "打算", [0, 1]),
        ("党建", "", []),
        ("", "号召", []),
    ],
)
def test_topic_and_move_choose(topic: str, move: str, found: list[int]) -> None:
    assert table_of(ROWS, {}).find("", topic=topic, move=move, limit=9) == found


def test_only_those_among_are_found() -> None:
    assert table_of(ROWS, {}).find("", among=[False, True, True], limit=9) == [1, 2]
    assert table_of(ROWS, {}).find("", topic="产业", among=[False, True, True], limit=9) == [2]


@pytest.mark.parametrize(
    ("topic", "move", "found"),
    [
        ("产业", "举措", [2, 0, 1]),  # the topic itself, then those under it, then all others
        ("社保", "", [1, 0, 2]),
        ("", "举措", [2, 0, 1]),
        ("党建", "打算", [0, 1, 2]),
        ("", "", [0, 1, 2]),
    ],
)
def test_what_suits_a_place_comes_first_and_nothing_is_left_out(topic: str, move: str, found: list[int]) -> None:
    table = table_of(ROWS, {})
    assert table.nearest("", topic=topic, move=move, limit=3) == found
    assert table.nearest("", topic=topic, move=move, limit=3) == found


def test_what_merely_holds_a_query_by_chance_stays_behind() -> None:
    rows = [
        ("生产生活", "1010", "农业", "", 9, 9, 2024),
        ("安全生产", "1010", "农业", "", 5, 5, 2024),
        ("产生效益", "1010", "产业", "", 5, 5, 2024),
    ]
    table = table_of(rows, {})
    assert table.nearest("产生", topic="农业", move="", limit=3) == [2, 0]
    assert table.nearest("生产", topic="产业", move="", limit=3) == [0, 1]
