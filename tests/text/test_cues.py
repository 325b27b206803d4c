"""Cues: where they count, and which of several counts."""

from __future__ import annotations

import pytest

from drafter.text.cues import Cue, Lexicon, parse_cues

LEXICON = Lexicon(
    [
        Cue("招商", "招商", 1.0),
        Cue("招商引资", "招商", 3.0),
        Cue("民政", "社保", 3.0),
        Cue("人民政府", "作风", 1.0),
        Cue("坚持", "依据", 1.0, at_start=True),
        Cue("底线", "成效", 1.0, at_end=True),
    ]
)


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("扎实开展招商引资", {"招商": 3.0}),  # the longest at a place
        ("招商引资与精准招商", {"招商": 4.0}),
        ("镇人民政府", {"作风": 1.0}),  # 民政 lies in it
        ("坚持守住底线", {"依据": 1.0, "成效": 1.0}),
        ("始终坚持底线思维", {}),
        ("", {}),
        ("招", {}),
    ],
)
def test_cues_are_weighed(text: str, weights: dict[str, float]) -> None:
    assert LEXICON.weigh(text) == weights


def test_a_data_file_ties_cues_to_start_or_end() -> None:
    assert parse_cues("^坚持|底线$", "依据", 2.0) == [
        Cue("坚持", "依据", 2.0, at_start=True),
        Cue("底线", "依据", 2.0, at_end=True),
    ]
    assert parse_cues("", "依据", 2.0) == []
