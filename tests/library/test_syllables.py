"""Cutting letters into pinyin syllables."""

from __future__ import annotations

import pytest

from drafter.library.syllables import OPEN, readings_of, segmentations

SYLLABLES = ("xi", "an", "xian", "xiang", "cun", "a", "zhen", "xing")


@pytest.mark.parametrize(
    ("run", "ways"),
    [
        ("xiangcun", [("xiang", "cun")]),
        ("xian", [("xian",), ("xi", "an")]),
        ("xc", []),
        ("zhenx", []),
        ("", [()]),
    ],
)
def test_whole_syllables(run: str, ways: list[tuple[str, ...]]) -> None:
    assert segmentations(run, SYLLABLES) == ways


@pytest.mark.parametrize(
    ("run", "ways"),
    [
        ("xiangc", [("xiang", f"c{OPEN}")]),
        ("zhenxin", [("zhen", f"xin{OPEN}")]),
        ("xia", [("xi", f"a{OPEN}"), (f"xia{OPEN}",)]),
        ("cun", []),  # nothing goes on from here
        ("xcz", []),
    ],
)
def test_a_syllable_that_may_go_on(run: str, ways: list[tuple[str, ...]]) -> None:
    assert segmentations(run, SYLLABLES, unfinished=True) == ways


def test_the_ways_stay_few() -> None:
    assert len(segmentations("xian" * 30, SYLLABLES)) == 8


def test_every_reading_that_words_have_counts() -> None:
    assert readings_of("长会重，a1") == {"长": "chang zhang", "会": "hui kuai", "重": "chong zhong"}


def test_readings_of_names_and_dialects_do_not() -> None:
    assert readings_of("能增") == {"能": "neng", "增": "zeng"}


def test_the_order_does_not_tell_what_was_known() -> None:
    known = {"重": "chong zhong", "长": "chang zhang"}
    assert list(readings_of("长会重", known).items()) == list(readings_of("长会重").items())
