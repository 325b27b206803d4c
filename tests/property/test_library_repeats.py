"""Laws of maximal repeats, against a brute force that only counts substrings."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.repeats import maximal_repeats, runs, sort_suffixes

BREAK = "|"
texts = st.lists(st.text(alphabet="ab" + BREAK, max_size=12), min_size=1, max_size=4)

Found = dict[str, tuple[int, int]]


def by_suffix_array(documents: list[str], shortest: int, *, maximal: bool = True) -> Found:
    """Return {repeat: (count, documents)} as the suffix array finds it."""
    text = BREAK.join(documents) + BREAK
    codes = np.array([0 if c == BREAK else ord(c) for c in text], np.int32)
    owner = np.repeat(np.arange(len(documents), dtype=np.int32), [len(d) + 1 for d in documents])
    suffixes = sort_suffixes(codes, owner)
    lengths = range(shortest, 14)
    levels = [maximal_repeats(suffixes, lengths, spread=1)] if maximal else runs(suffixes, lengths, maximal=False)
    found: Found = {}
    for level in levels:
        for length, begin, end, spread in zip(level.length, level.begin, level.end, level.spread, strict=True):
            start = suffixes.order[begin]
            found[text[start : start + length]] = (int(end - begin), int(spread))
    return found


def by_counting(documents: list[str], shortest: int, *, maximal: bool = True) -> Found:
    """Return {repeat: (count, documents)} by looking at every substring of every document."""
    places: dict[str, list[tuple[int, object, str]]] = defaultdict(list)
    for number, document in enumerate(documents):
        for piece in document.split(BREAK):
            for start in range(len(piece)):
                for end in range(start + shortest, len(piece) + 1):
                    before = piece[start - 1] if start else object()  # a break differs from everything
                    places[piece[start:end]].append((number, before, piece[end : end + 1] or "$"))
    found: Found = {}
    for text, seen in places.items():
        lefts, rights = {left for _, left, _ in seen}, [right for _, _, right in seen]
        different = len(lefts) > 1 and (len(set(rights)) > 1 or rights.count("$") > 1)
        if len(seen) > 1 and (different or not maximal):
            found[text] = (len(seen), len({number for number, _, _ in seen}))
    return found


@given(texts, st.integers(1, 4))
def test_maximal_repeats_are_those_a_brute_force_finds(documents: list[str], shortest: int) -> None:
    assert by_suffix_array(documents, shortest) == by_counting(documents, shortest)


@given(texts, st.integers(1, 4))
def test_runs_are_all_repeats(documents: list[str], shortest: int) -> None:
    counted = by_counting(documents, shortest, maximal=False)
    assert by_suffix_array(documents, shortest, maximal=False) == counted
