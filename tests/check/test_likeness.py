"""Likeness: shares of what one stretch has in common with another, in characters and in words."""

from __future__ import annotations

from drafter.check.likeness import Likeness, likeness, stretch_of
from drafter.text.masking import mask
from drafter.text.normalize import normalize

REPORT = "加强审计监督，强化权力运行监督"


def compare(draft: str) -> Likeness:
    ours, theirs = (stretch_of(mask(normalize(text)[0]).codes) for text in (draft, REPORT))
    return likeness(ours, theirs)


def test_a_stretch_is_all_like_itself() -> None:
    assert compare(REPORT) == Likeness(1, 1, 1, 1)


def test_nothing_in_common() -> None:
    assert compare("早稻插下") == Likeness(0, 0, 0, 0)


def test_characters_tell_where_words_do_not() -> None:
    alike = compare("把手中有权的人管住")
    assert alike.draft_characters > 0
    assert alike.draft_words == alike.words == 0


def test_part_of_a_report_is_all_of_the_draft() -> None:
    alike = compare("强化监督")
    assert alike.draft_characters == alike.draft_words == 1
    assert 0 < alike.words < 1
    assert 0 < alike.characters < 1


def test_nothing_but_figures() -> None:
    assert compare("2023") == Likeness(0, 0, 0, 0)
    assert compare("") == Likeness(0, 0, 0, 0)
