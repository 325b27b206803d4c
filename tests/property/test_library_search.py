"""Laws of looking phrases up and of keeping offset maps."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.offsets import pack, unpack
from drafter.library.search import LEFT_OUT, PhraseIndex, index_phrases
from drafter.model import OffsetMap

READINGS = {"长": "chang zhang", "乡": "xiang", "村": "cun", "新": "xin"}
SIGNS = "长乡村新xcz"
MANY = 1_000


def reads(sign: str, character: str) -> bool:
    """Tell whether a sign stands for a character: itself, an initial or a syllable of it."""
    syllables = READINGS.get(character, "").split()
    return sign in {character, *syllables} or (len(sign) == 1 and any(each.startswith(sign) for each in syllables))


def stands(signs: Sequence[str], phrase: str, start: int) -> bool:
    """Tell whether the signs stand at `start` of a phrase, one by one."""
    characters = phrase[start : start + len(signs)]
    return len(characters) == len(signs) and all(map(reads, signs, characters))


def indexed(phrases: Sequence[str]) -> PhraseIndex:
    """Index phrases of one word each."""
    return index_phrases(phrases, ["1" + "0" * (len(phrase) - 1) for phrase in phrases], READINGS)


def holding(signs: Sequence[str], phrases: Sequence[str]) -> set[int]:
    """Return the phrases that hold the signs, by looking at every place."""
    return {n for n, phrase in enumerate(phrases) if any(stands(signs, phrase, at) for at in range(len(phrase)))}


PHRASES = st.lists(st.text(alphabet=SIGNS, min_size=1, max_size=8), unique=True, max_size=12)


@given(PHRASES, st.text(SIGNS, min_size=1, max_size=4))
def test_a_look_up_finds_what_a_scan_finds(phrases: list[str], query: str) -> None:
    found = indexed(phrases).find(query, MANY)
    assert set(found) == holding(query, phrases)
    assert len(found) == len(set(found))
    begins = [stands(query, phrases[number], 0) for number in found]
    assert begins == sorted(begins, reverse=True)
    whole = [begin and len(phrases[number]) == len(query) for begin, number in zip(begins, found, strict=True)]
    assert whole == sorted(whole, reverse=True)


@given(
    PHRASES, st.lists(st.sampled_from(["chang", "zhang", "xiang", "cun", "xin", "长", "村"]), min_size=1, max_size=3)
)
def test_syllables_find_what_a_scan_finds(phrases: list[str], signs: list[str]) -> None:
    assert set(indexed(phrases).find("".join(signs), MANY)) >= holding(signs, phrases)


@given(PHRASES, st.text(SIGNS, max_size=3), st.data())
def test_standing_leaves_out_what_it_says_and_nothing_else(phrases: list[str], query: str, data: st.DataObject) -> None:
    drawn = data.draw(st.lists(st.integers(0, LEFT_OUT), min_size=len(phrases), max_size=len(phrases)))
    index, standing = indexed(phrases), np.array(drawn, np.uint8)
    kept = [number for number in index.find(query, MANY) if drawn[number] != LEFT_OUT]
    assert sorted(index.find(query, MANY, standing)) == sorted(kept)


@given(PHRASES, st.text(SIGNS, max_size=3), st.integers(1, 4))
def test_fewer_are_the_first_of_more(phrases: list[str], query: str, limit: int) -> None:
    index = indexed(phrases)
    assert index.find(query, limit) == index.find(query, MANY)[:limit]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_an_offset_map_comes_back_as_it_was(steps: list[tuple[int, int]]) -> None:
    starts, ends, at = array("i"), array("i"), 0
    for step, length in steps:
        at += step
        starts.append(at)
        ends.append(at + length)
    assert unpack(pack(OffsetMap(starts, ends))) == OffsetMap(starts, ends)
