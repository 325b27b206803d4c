"""Laws of looking phrases up and of keeping offset maps."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from drafter.library.offsets import pack, unpack
from drafter.library.search import index_phrases
from drafter.model import OffsetMap

INITIALS = {"长": "cz", "乡": "x", "村": "c", "新": "x"}
SIGNS = "长乡村新xcz"


def stands(query: str, phrase: str, start: int) -> bool:
    """Tell whether `query` stands at `start` of a phrase, sign by sign."""
    characters = phrase[start : start + len(query)]
    return len(characters) == len(query) and all(
        sign == character or sign in INITIALS.get(character, "")
        for sign, character in zip(query, characters, strict=True)
    )


@given(
    st.lists(st.text(alphabet=SIGNS, min_size=1, max_size=8), unique=True, max_size=12),
    st.text(SIGNS, min_size=1, max_size=4),
)
def test_a_look_up_finds_what_a_scan_finds(phrases: list[str], query: str) -> None:
    scanned = {n for n, p in enumerate(phrases) if any(stands(query, p, start) for start in range(len(p)))}
    found = index_phrases(phrases, INITIALS).find(query, len(phrases))
    assert set(found) == scanned
    assert len(found) == len(scanned)
    begins = [stands(query, phrases[number], 0) for number in found]
    assert begins == sorted(begins, reverse=True)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_an_offset_map_comes_back_as_it_was(steps: list[tuple[int, int]]) -> None:
    starts, ends, at = array("i"), array("i"), 0
    for step, length in steps:
        at += step
        starts.append(at)
        ends.append(at + length)
    assert unpack(pack(OffsetMap(starts, ends))) == OffsetMap(starts, ends)
