"""Look-up by characters, pinyin initials and mixtures."""

from __future__ import annotations

import pytest

from drafter.library.search import PhraseIndex, index_phrases, initials_of

PHRASES = ("乡村振兴", "全面推进乡村振兴", "健全长效机制", "长效机制", "增长方式", "APP推广应用")


@pytest.fixture(scope="module")
def index() -> PhraseIndex:
    """Return the phrases ready for look-up."""
    return index_phrases(PHRASES, initials_of("".join(PHRASES), {}))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("乡村", ["乡村振兴", "全面推进乡村振兴"]),
        ("xczx", ["乡村振兴", "全面推进乡村振兴"]),
        ("乡czx", ["乡村振兴", "全面推进乡村振兴"]),
        ("cxjz", ["长效机制", "健全长效机制"]),  # the whole phrase before one that holds it
        ("zxjz", ["长效机制", "健全长效机制"]),  # the other reading of 长
        ("长效jz", ["长效机制", "健全长效机制"]),
        ("app", ["APP推广应用"]),
        ("APP推", ["APP推广应用"]),
        ("乡 村", ["乡村振兴", "全面推进乡村振兴"]),
        ("村乡", []),
        ("兴健", []),  # never across two phrases
        ("qqq", []),
        ("", list(PHRASES)),
    ],
)
def test_a_query_finds_phrases_best_first(index: PhraseIndex, query: str, found: list[str]) -> None:
    assert [PHRASES[number] for number in index.find(query, 10)] == found


def test_no_more_than_asked_for(index: PhraseIndex) -> None:
    assert index.find("", 2) == [0, 1]


def test_an_empty_library_finds_nothing() -> None:
    assert index_phrases((), {}).find("乡", 5) == []
    assert index_phrases((), {}).find("", 5) == []


def test_every_reading_counts() -> None:
    assert initials_of("长重，a1", {}) == {"长": "cz", "重": "ctz"}
