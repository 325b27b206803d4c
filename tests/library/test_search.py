"""Look-up by characters, pinyin and mixtures."""

from __future__ import annotations

import numpy as np
import pytest

from drafter.library.search import LEFT_OUT, PhraseIndex, index_phrases
from drafter.library.syllables import readings_of

PHRASES = (
    "乡村振兴",
    "全面推进乡村振兴",
    "健全长效机制",
    "长效机制",
    "增长方式",
    "APP推广应用",
    "城乡村道",
    "村里的乡村",
)
WORDS = ("1010", "10101010", "101010", "1010", "1010", "1001010", "1010", "10110")


@pytest.fixture(scope="module")
def index() -> PhraseIndex:
    """Return the phrases ready for look-up."""
    return index_phrases(PHRASES, WORDS, readings_of("".join(PHRASES)))


def found(index: PhraseIndex, query: str, limit: int = 10) -> list[str]:
    """Return the phrases that a query finds."""
    return [PHRASES[number] for number in index.find(query, limit)]


RURAL = ["乡村振兴", "全面推进乡村振兴", "村里的乡村", "城乡村道"]  # at the start, at words, inside a word


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("乡村", RURAL),
        ("xc", RURAL),
        ("乡c", RURAL),
        ("乡村振兴", ["乡村振兴", "全面推进乡村振兴"]),  # the phrase itself before one that ends in it
        ("xczx", ["乡村振兴", "全面推进乡村振兴"]),
        ("乡czx", ["乡村振兴", "全面推进乡村振兴"]),
        ("cxjz", ["长效机制", "健全长效机制"]),
        ("zxjz", ["长效机制", "健全长效机制"]),  # the other reading of 长
        ("长效jz", ["长效机制", "健全长效机制"]),
        ("xiangcun", RURAL),
        ("xiangc", RURAL),  # still being typed
        ("乡cun", RURAL),
        ("乡cu", RURAL),
        ("changxiao", ["长效机制", "健全长效机制"]),
        ("zhang", ["长效机制", "健全长效机制", "增长方式"]),
        ("app", ["APP推广应用"]),
        ("APP推", ["APP推广应用"]),
        ("乡 村", RURAL),
        ("ＸＣ", RURAL),  # wide letters, as Chinese input gives them
        ("ｘiang'cun", RURAL),
        ("乡村乡村", []),
        ("兴健", []),  # never across two phrases
        ("qqq", []),
        ("", list(PHRASES)),
    ],
)
def test_a_query_finds_phrases_best_first(index: PhraseIndex, query: str, expected: list[str]) -> None:
    assert found(index, query) == expected


def test_no_more_than_asked_for(index: PhraseIndex) -> None:
    assert index.find("", 2) == [0, 1]


def test_standing_leaves_out_and_puts_behind(index: PhraseIndex) -> None:
    standing = np.array([1, 0, 0, 0, 0, 0, LEFT_OUT, 0], np.uint8)
    for query in ("乡村", "x", ""):
        names = [PHRASES[number] for number in index.find(query, 10, standing)]
        assert "城乡村道" not in names
    assert index.find("", 1, standing) == [1]
    assert index.find("乡村", 1, standing) == [0]  # how it fits counts for more


def test_one_letter_finds_what_the_same_character_would(index: PhraseIndex) -> None:
    assert found(index, "j") == ["健全长效机制", "长效机制", "全面推进乡村振兴"]


@pytest.mark.parametrize("query", ["乡", "x", "xc", "xiang", "xi", ""])
def test_an_empty_library_finds_nothing(query: str) -> None:
    assert index_phrases((), (), {}).find(query, 5) == []


def test_a_query_longer_than_any_phrase_finds_nothing(index: PhraseIndex) -> None:
    assert found(index, "x" * 500) == []
    assert found(index, "xian" * 100) == []
    assert found(index, "乡" * 500) == []
