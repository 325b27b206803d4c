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
from drafter.library.repeats import distinct

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

    def cover(self, words: int) -> Mask:
        """Tell which of all `words` of the corpus stand in a clause."""
        change = np.zeros(words + 1, np.int8)
        np.add.at(change, self.first, 1)
        np.subtract.at(change, self.last, 1)
        return np.cumsum(change, dtype=np.int8)[:-1] > 0

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


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of words in a corpus that look like a name."""

    second: npt.NDArray[np.intp]  # the second word of each place where one stands
    numbers: Ints  # which of the different pairs stands there
    words: tuple[list[str], list[str]]  # the first and the second word of each different pair
    spread: Ints  # how many localities use each


def strange_pairs(corpus: Corpus, doubts: Labels) -> Pairs:
    """Return the pairs of words that look like a name."""
    second, size = np.flatnonzero(doubts & STRANGE_PAIR), len(corpus.vocabulary)
    pairs = corpus.words[second - 1].astype(np.int64) * size + corpus.words[second]
    different, inverse = np.unique(pairs, return_inverse=True)
    numbers = inverse.astype(np.int32)
    first, behind = ([corpus.vocabulary[word] for word in half.tolist()] for half in np.divmod(different, size))
    return Pairs(second, numbers, (first, behind), spread(numbers, corpus.places[second], len(different)))


def doubts_of(corpus: Corpus) -> Labels:
    """Return what speaks against each word of a corpus, see purity; nothing does against BETWEEN."""
    return _joined([np.append(digest.doubts, np.uint8(0)) for digest in corpus.digests], np.uint8)


def _blemished(corpus: Corpus) -> Mask:
    """Tell which words are blemished, now that all reports are there to know a word by."""
    doubts = doubts_of(corpus)
    strange = np.flatnonzero(doubts & STRANGE_WORD)
    known = spread(corpus.words[strange], corpus.places[strange], len(corpus.vocabulary))
    seen = np.flatnonzero(known)
    known[seen] += background().of_words([corpus.vocabulary[number] for number in seen.tolist()])
    pairs = strange_pairs(corpus, doubts)
    rare = (pairs.spread + background().of_pairs(*pairs.words) < KNOWN_FROM)[pairs.numbers]
    return settle(doubts, (known < KNOWN_FROM)[corpus.words], pairs.second[rare])


def spread(numbers: Ints, owner: Ints, size: int) -> Ints:
    """Return how many owners each number below `size` has; `numbers` and `owner` are parallel."""
    pairs = distinct(numbers.astype(np.int64) << 32 | owner)
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
