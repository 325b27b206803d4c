"""What mining phrases, frames and headings stands on: the corpus with its words judged and its clauses laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.library.background import background
from drafter.library.corpus import Corpus, Ints, Mask, spread_out
from drafter.library.purity import KNOWN_FROM, STRANGE_PAIR, STRANGE_WORD, settle

Labels = npt.NDArray[np.uint8]
Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Every clause of every report, in reading order; parallel."""

    starts: Ints  # characters of the corpus
    ends: Ints
    first: Ints  # words of the corpus
    last: Ints
    documents: Ints  # the number of the report each stands in
    moves: Labels  # numbers into labels.MOVES
    topics: Labels  # numbers into labels.TOPICS
    hashes: Hashes  # of the text
    cores: Hashes  # of the core

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, words: Ints) -> Ints:
        """Return the number of the clause that each word stands in, -1 for none."""
        if not len(self):
            return np.full(len(words), -1, np.int32)
        number = np.searchsorted(self.first, words, side="right") - 1
        return np.where((number >= 0) & (words < self.last[number]), number, -1).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Ground:
    """The corpus with what is known of its words and clauses."""

    corpus: Corpus
    blemished: Ints  # for each word how many blemished ones stand before it; one more for the end
    clauses: Clauses

    def pure(self, first: Ints, last: Ints) -> Mask:
        """Tell which stretches of words `first:last` hold no blemish."""
        return np.asarray(self.blemished[last] == self.blemished[first])


def lay_out(corpus: Corpus) -> Ground:
    """Judge the words of a corpus and lay out its clauses."""
    return Ground(corpus, np.concatenate(([0], np.cumsum(_blemished(corpus)))).astype(np.int32), _clauses(corpus))


def _blemished(corpus: Corpus) -> Mask:
    """Tell which words are blemished, now that all reports are there to know a word by."""
    doubts = _joined([np.append(digest.doubts, np.uint8(0)) for digest in corpus.digests], np.uint8)  # 0 for BETWEEN
    strange = np.flatnonzero(doubts & STRANGE_WORD)
    of_word = spread(corpus.words[strange], corpus.places[strange], len(corpus.vocabulary))
    seen = np.flatnonzero(of_word)
    of_word[seen] += background().of_words([corpus.vocabulary[number] for number in seen.tolist()])
    second = np.flatnonzero(doubts & STRANGE_PAIR)
    return settle(doubts, (of_word < KNOWN_FROM)[corpus.words], second[_pair_spread(corpus, second) < KNOWN_FROM])


def _pair_spread(corpus: Corpus, second: npt.NDArray[np.intp]) -> Ints:
    """Return how many localities use each pair of words, given by the second one, where it looks like a name."""
    pairs = corpus.words[second - 1].astype(np.int64) * len(corpus.vocabulary) + corpus.words[second]
    different, numbers = np.unique(pairs, return_inverse=True)
    found = spread(numbers.astype(np.int32), corpus.places[second], len(different))
    halves = np.divmod(different, len(corpus.vocabulary))
    words = ([corpus.vocabulary[number] for number in half.tolist()] for half in halves)
    return np.asarray((found + background().of_pairs(*words))[numbers])


def spread(numbers: Ints, owner: Ints, size: int) -> Ints:
    """Return how many owners each number below `size` has; `numbers` and `owner` are parallel."""
    pairs = np.unique(numbers.astype(np.int64) << 32 | owner)
    return np.bincount(pairs >> 32, minlength=size).astype(np.int32)


def _clauses(corpus: Corpus) -> Clauses:
    digests = corpus.digests
    return Clauses(
        starts=spread_out([digest.clause_starts for digest in digests], corpus.starts),
        ends=spread_out([digest.clause_ends for digest in digests], corpus.starts),
        first=spread_out([digest.clause_first for digest in digests], corpus.first_words),
        last=spread_out([digest.clause_last for digest in digests], corpus.first_words),
        documents=np.repeat(corpus.numbers, [len(digest.clause_starts) for digest in digests]),
        moves=_joined([digest.clause_moves for digest in digests], np.uint8),
        topics=_joined([digest.clause_topics for digest in digests], np.uint8),
        hashes=_joined([digest.clause_hashes for digest in digests], np.uint64),
        cores=_joined([digest.clause_cores for digest in digests], np.uint64),
    )


def _joined(columns: Sequence[npt.NDArray[Any]], kind: npt.DTypeLike) -> npt.NDArray[Any]:
    return np.concatenate([*columns, np.empty(0, kind)]).astype(kind)
