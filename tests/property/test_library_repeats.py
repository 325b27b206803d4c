"""Laws of repeats, against a brute force that only counts substrings."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.repeats import Level, distinct, levels, maximal, stable_order

BREAK = "|"
texts = st.lists(st.text(alphabet="ab" + BREAK, max_size=12), min_size=1, max_size=4)
owners = st.lists(st.integers(0, 2), min_size=4, max_size=4)

Found = dict[str, tuple[int, int]]


def by_levels(documents: list[str], owner_of: list[int], spread: int, *, only_maximal: bool = False) -> Found:
    """Return {run: (count, owners)} as the levels hold it."""
    text = BREAK.join(documents) + BREAK
    codes = np.array([0 if c == BREAK else ord(c) for c in text], np.int32)
    owner = np.repeat(np.array(owner_of[: len(documents)], np.int32), [len(d) + 1 for d in documents])
    found: Found = {}
    before: Level | None = None
    for level in (*levels(codes, owner, 13, spread=spread), None):
        if before:
            keep = maximal(before, level) if only_maximal else np.ones(len(before), np.bool_)
            found |= {words_of(text, before, run): numbers_of(before, run) for run in np.flatnonzero(keep).tolist()}
        before = level
    return found


def words_of(text: str, level: Level, run: int) -> str:
    """Return the one wording that stands at all places of a run."""
    places = level.at[level.bounds[run] : level.bounds[run + 1]]
    (wording,) = {text[at : at + level.length] for at in places.tolist()}
    return wording


def numbers_of(level: Level, run: int) -> tuple[int, int]:
    """Return how many places and owners a run has."""
    return int(level.counts[run]), int(level.spread[run])


def by_counting(documents: list[str], owner_of: list[int], spread: int, *, only_maximal: bool = False) -> Found:
    """Return {run: (count, owners)} by looking at every substring of every document."""
    places: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for owner, document in zip(owner_of, documents, strict=False):
        for piece in document.split(BREAK):
            for start in range(len(piece)):
                for end in range(start + 1, len(piece) + 1):
                    places[piece[start:end]].append((owner, piece[start - 1 : start], piece[end : end + 1]))
    found: Found = {}
    for word, seen in places.items():
        several = len({owner for owner, _, _ in seen}) >= spread
        goes_on = any(len({each[side] for each in seen}) == 1 and seen[0][side] for side in (1, 2))
        if several and not (only_maximal and goes_on):
            found[word] = (len(seen), len({owner for owner, _, _ in seen}))
    return found


@given(texts, owners, st.integers(1, 3))
def test_levels_hold_all_runs_with_exact_counts_and_owners(
    documents: list[str], owner_of: list[int], spread: int
) -> None:
    assert by_levels(documents, owner_of, spread) == by_counting(documents, owner_of, spread)


@given(texts, owners, st.integers(1, 3))
def test_maximal_repeats_are_those_a_brute_force_finds(documents: list[str], owner_of: list[int], spread: int) -> None:
    found = by_levels(documents, owner_of, spread, only_maximal=True)
    assert found == by_counting(documents, owner_of, spread, only_maximal=True)


@given(st.lists(st.integers(0, 2**62)))
def test_stable_order_is_that_of_argsort(keys: list[int]) -> None:
    numbers = np.array(keys, np.int64)
    assert stable_order(numbers).tolist() == np.argsort(numbers, kind="stable").tolist()


@given(texts)
def test_names_tell_the_run_at_each_place_until_the_next_level(documents: list[str]) -> None:
    text = BREAK.join(documents) + BREAK
    codes = np.array([0 if c == BREAK else ord(c) for c in text], np.int32)
    for level in levels(codes, np.arange(len(codes), dtype=np.int32), 13):
        runs = np.repeat(np.arange(len(level)), level.counts)
        assert (level.names[level.at] == runs).all()
        assert (level.names >= 0).sum() == len(level.at)


@given(st.lists(st.integers(0, 9)))
def test_different_values_are_those_of_unique(values: list[int]) -> None:
    row = np.array(values, np.int64)
    assert distinct(row).tolist() == np.unique(row).tolist()
