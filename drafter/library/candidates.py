"""The repeats of the corpus as candidates for phrases, each with every place it stands at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.library.corpus import Corpus, Ints
from drafter.library.repeats import maximal_repeats, sort_suffixes

LENGTHS = range(4, 41)  # characters; shorter ones are words, beyond 40 a repeat is a copied passage, not a phrase

_BREAKS = "。；！？：\n\r\t 0123456789%XxＸ×*"  # no phrase runs across these

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Strings that several reports share, shortest first."""

    lengths: Ints
    counts: Ints  # places each stands at
    which: Ints  # candidate by candidate: its number, once a place …
    at: Ints  # … and the place, a position in the corpus

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def ends(self) -> Ints:
        """Return the position behind each place."""
        return self.at + self.lengths[self.which]

    @property
    def offsets(self) -> Ints:
        """Return for each candidate where its places begin in `which` and `at`."""
        return (np.cumsum(self.counts) - self.counts).astype(np.int32)

    def keep(self, good: Mask) -> Candidates:
        """Return the candidates that a mask picks, numbered anew."""
        numbers = np.cumsum(good, dtype=np.int32) - 1
        stay = good[self.which]
        return Candidates(self.lengths[good], self.counts[good], numbers[self.which[stay]], self.at[stay])

    def only(self, places: Mask) -> Candidates:
        """Return the same candidates with the places that a mask picks; some may be left with none."""
        which = self.which[places]
        return Candidates(self.lengths, _tally(which, len(self)), which, self.at[places])

    def share(self, places: Mask) -> npt.NDArray[np.float64]:
        """Return for each candidate the share of its places that a mask picks."""
        return np.bincount(self.which, places, len(self)) / self.counts

    def owners(self, owner: Ints) -> Ints:
        """Return how many owners each has; `owner` goes with the characters of the corpus."""
        return owners(self.which, owner[self.at], len(self))

    @property
    def first(self) -> Ints:
        """Return the first place of each, none of which may have lost all its places."""
        return self.at[self.offsets]

    def texts(self, text: str) -> list[str]:
        """Return each candidate as a string; `text` is that of the corpus."""
        ends = (self.first + self.lengths).tolist()
        return [text[start:end] for start, end in zip(self.first.tolist(), ends, strict=True)]


def find_candidates(corpus: Corpus, codes: Ints) -> Candidates:
    """Return all maximal repeats that two reports or more share, near-duplicates taken for one."""
    suffixes = sort_suffixes(codes, corpus.per_character(corpus.families))
    repeats = maximal_repeats(suffixes, LENGTHS)
    counts = repeats.end - repeats.begin
    which = np.repeat(np.arange(len(repeats), dtype=np.int32), counts)
    rows = np.repeat(repeats.begin - (np.cumsum(counts) - counts), counts) + np.arange(len(which))
    return Candidates(repeats.length, counts, which, suffixes.order[rows])


def character_codes(text: str) -> Ints:
    """Number the characters of a text densely from 1; breaks are 0."""
    points = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    if not len(points):
        return np.empty(0, np.int32)
    used = np.flatnonzero(np.bincount(points))
    letters = used[~np.isin(used, [ord(mark) for mark in _BREAKS])]
    table = np.zeros(used[-1] + 1, np.int32)
    table[letters] = np.arange(1, len(letters) + 1)
    return table[points]


def owners(which: Ints, owner: Ints, size: int) -> Ints:
    """Return how many different owners each number below `size` has; `which` and `owner` are parallel."""
    width = int(owner.max(initial=0)) + 1
    return _tally((np.unique(which.astype(np.int64) * width + owner) // width).astype(np.int32), size)


def _tally(numbers: Ints, size: int) -> Ints:
    return np.bincount(numbers, minlength=size).astype(np.int32)
