"""The repeats of the corpus as candidates for phrases, each with every place it stands at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.library.corpus import Corpus, Ints, Mask
from drafter.library.ground import spread
from drafter.library.repeats import Level, levels, maximal

CHARACTERS = range(4, 41)  # shorter ones are words, beyond 40 a repeat is a copied passage, not a phrase
LONGEST = 24  # words: 40 characters have no more

_BREAKS = frozenset("。；！？：\n\r\t 0123456789%XxＸ×*")  # no phrase runs across these


@dataclass(frozen=True, slots=True)
class Candidates:
    """Stretches of words that several reports share, shortest first."""

    lengths: Ints  # in words
    counts: Ints  # places each stands at
    which: Ints  # candidate by candidate: its number, once a place …
    at: Ints  # … and the place, a word of the corpus

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def ends(self) -> Ints:
        """Return the word behind each place."""
        return self.at + self.lengths[self.which]

    @property
    def offsets(self) -> Ints:
        """Return for each candidate where its places begin in `which` and `at`."""
        return (np.cumsum(self.counts) - self.counts).astype(np.int32)

    @property
    def first(self) -> Ints:
        """Return one place of each."""
        return self.at[self.offsets]

    def keep(self, good: Mask) -> Candidates:
        """Return the candidates that a mask picks, numbered anew."""
        numbers = np.cumsum(good, dtype=np.int32) - 1
        stay = good[self.which]
        return Candidates(self.lengths[good], self.counts[good], numbers[self.which[stay]], self.at[stay])

    def share(self, places: Mask) -> npt.NDArray[np.float64]:
        """Return for each candidate the share of its places that a mask picks."""
        return np.bincount(self.which, places, len(self)) / self.counts

    def owners(self, owner: Ints) -> Ints:
        """Return how many owners each has; `owner` goes with the words of the corpus."""
        return spread(self.which, owner[self.at], len(self))

    def texts(self, corpus: Corpus) -> list[str]:
        """Return each candidate as a string."""
        return corpus.text_of(self.first, self.first + self.lengths)


def find_candidates(corpus: Corpus) -> Candidates:
    """Return all maximal repeats that two reports or more share, near-duplicates and reprints taken for one."""
    codes = np.where(corpus.words_that(_BREAKS.isdisjoint), np.arange(1, len(corpus.vocabulary) + 1), 0)
    found: list[Candidates] = []
    before: Level | None = None
    for level in (*levels(codes.astype(np.int32)[corpus.words], corpus.owners, LONGEST), None):
        found += [_candidates(corpus, before, maximal(before, level))] if before else []
        before = level
    return join_candidates(found)


def _candidates(corpus: Corpus, level: Level, good: Mask) -> Candidates:
    """Return the runs of one level that a mask picks, as far as they have the right number of characters."""
    first = level.first
    characters = corpus.edges[first + level.length] - corpus.edges[first]
    good = good & (characters >= CHARACTERS.start) & (characters < CHARACTERS.stop)
    lengths = np.full(len(level), level.length, np.int32)
    which = np.repeat(np.arange(len(level), dtype=np.int32), level.counts)
    return Candidates(lengths, level.counts, which, level.at).keep(good)


def join_candidates(found: Sequence[Candidates]) -> Candidates:
    """Return several lots of candidates as one."""
    none = np.empty(0, np.int32)
    before = np.cumsum([0, *map(len, found)], dtype=np.int32)
    return Candidates(
        np.concatenate([none, *(each.lengths for each in found)]),
        np.concatenate([none, *(each.counts for each in found)]),
        np.concatenate([none, *(each.which + start for each, start in zip(found, before, strict=False))]),
        np.concatenate([none, *(each.at for each in found)]),
    )
