"""The clauses and headings of all reports as the library keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.library import cores
from drafter.library.background import background
from drafter.library.corpus import Corpus, Ints, Mask, spread_out
from drafter.library.ground import Ground, spread
from drafter.library.heading_order import best_first, in_everyday_words
from drafter.library.headings import pattern_of
from drafter.library.labels import MOVES, TOPICS, most_common
from drafter.library.repeats import distinct
from drafter.model import Clause, Heading
from drafter.text.wordclass import VERB, listed

_HONOUR = MOVES.index("荣誉")
_TELLING = [MOVES.index(move) for move in ("荣誉", "问题", "致谢", "号召")]  # read for how they are said, names or not
_SUPERIORS = re.compile("[市县区]委|[市县区]政府|[市县区]委[市县区]政府")  # a town has them of one level only
_LEANING = listed("已 已经 现 现已 现正 均 均已 也 也是 是 并 其 则 且 而")  # first words: the subject stood before
_DANGLING = listed("是 为 在 于 的 和 与 及 以 将 把 对 向 从 如")  # last words: what it says comes behind
SHARED_FROM = 2  # localities that make a clause with names or figures worth keeping: others say them, too


def gather_clauses(ground: Ground) -> Iterator[Clause]:
    """Return each different wording once, if it is pure, shared, or of a rare move: pure ones first, then by use.

    An honour is nobody else's to claim, 市委 is not over every town, and what is torn from its sentence says nothing
    alone: none of these is ever pure. What else is impure is found in its section.
    """
    corpus, clauses = ground.corpus, ground.clauses
    _, first, numbers = np.unique(clauses.hashes, return_index=True, return_inverse=True)
    group: Ints = numbers.astype(np.int32)
    size = len(first)
    impure = (
        (clauses.moves == _HONOUR) | _torn(ground) | _of_one_chain(ground) | ~ground.pure(clauses.first, clauses.last)
    )
    pure = np.bincount(group[impure], minlength=size) == 0
    own = spread(group, corpus.places[clauses.first], size)
    widely = np.maximum(own, _at_most(group, _core_localities(ground), size))
    widely += background().of_cores(clauses.cores[first])
    moves, topics = most_common(group, clauses.moves, size), most_common(group, clauses.topics, size)
    kept = np.flatnonzero(pure | (own >= SHARED_FROM) | np.isin(moves, _TELLING))
    paths = sources(corpus, group, clauses.documents, size)
    kept = kept[np.lexsort((first[kept], -paths.counts[kept], -widely[kept], ~pure[kept]))]
    return map(
        Clause,
        corpus.text_between(clauses.starts[first[kept]], clauses.ends[first[kept]]),
        map(MOVES.__getitem__, moves[kept].tolist()),
        map(TOPICS.__getitem__, topics[kept].tolist()),
        widely[kept].tolist(),
        paths.of(kept),
        pure[kept].tolist(),
    )


def _torn(ground: Ground) -> Mask:
    """Tell which clauses lean on what stood before (已|全部办结, 建成运行|以来) or break off (主要表现|在)."""
    corpus, clauses = ground.corpus, ground.clauses
    first, last = corpus.words[clauses.first], corpus.words[clauses.last - 1]
    leaning, dangling = (corpus.words_that(words.__contains__) for words in (_LEANING, _DANGLING))
    since_deed = corpus.words_that("以来".__eq__)[last] & (corpus.kinds[first] == VERB)
    return np.asarray(leaning[first] | dangling[last] | since_deed)


def _of_one_chain(ground: Ground) -> Mask:
    """Tell which clauses name whom their town is under: 市委 for some, 县委 for others."""
    corpus, clauses = ground.corpus, ground.clauses
    named = corpus.words_that(lambda word: bool(_SUPERIORS.fullmatch(word)))[corpus.words]
    before = np.concatenate(([0], np.cumsum(named)))
    return np.asarray(before[clauses.last] > before[clauses.first])


def _core_localities(ground: Ground) -> Ints:
    """Return for each clause in how many localities its core occurs."""
    corpus, clauses = ground.corpus, ground.clauses
    laid_out = cores.core_codes(corpus.vocabulary, corpus.kinds, corpus.words, clauses.first, clauses.last)
    codes, starts = laid_out[0], laid_out[2]
    del laid_out  # the words of the codes, as large as the codes, are of no use here
    return cores.localities(codes, starts, corpus.places[clauses.first])


def _at_most(groups: Ints, values: Ints, size: int) -> Ints:
    """Return the largest value of each group."""
    largest = np.zeros(size, np.int32)
    np.maximum.at(largest, groups, values)
    return largest


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports of each group of places, made into names only when asked for: there may be a million groups."""

    paths: tuple[str, ...]  # of all reports
    reports: Ints  # numbers of reports, group by group
    bounds: Ints  # where those of each group begin; one more than there are groups

    @property
    def counts(self) -> Ints:
        """Return how many reports each group has."""
        return np.diff(self.bounds)

    def of(self, groups: npt.NDArray[np.integer[Any]]) -> Iterator[tuple[str, ...]]:
        """Yield the paths of each group's reports, in the order of the corpus."""
        alone = [(path,) for path in self.paths]  # most groups have but one
        reports = self.reports.tolist()
        for begin, end in zip(self.bounds[groups].tolist(), self.bounds[groups + 1].tolist(), strict=True):
            several = end - begin > 1
            yield tuple(map(self.paths.__getitem__, reports[begin:end])) if several else alone[reports[begin]]


def sources(corpus: Corpus, groups: Ints, documents: Ints, size: int) -> Sources:
    """Return the reports of each group below `size`; `groups` and `documents` are parallel."""
    pairs = distinct(groups.astype(np.int64) << 32 | documents)
    bounds = np.searchsorted(pairs, np.arange(size + 1, dtype=np.int64) << 32).astype(np.int32)
    paths = tuple(digest.source.path for digest in corpus.digests)
    return Sources(paths, (pairs & 0xFFFFFFFF).astype(np.int32), bounds)


def gather_headings(ground: Ground) -> tuple[Heading, ...]:
    """Return the headings and leads of all reports, best first; see heading_order."""
    corpus = ground.corpus
    digests = corpus.digests
    columns = [tuple(zip(*digest.headings, strict=True)) or ((),) * 6 for digest in digests]
    first = spread_out([np.array(column[4], np.int32) for column in columns], corpus.first_words)
    last = spread_out([np.array(column[5], np.int32) for column in columns], corpus.first_words)
    pure = iter(ground.pure(first, last).tolist())
    found: list[Heading] = []
    groups = 0
    for digest in digests:
        for text, level, topic, group, _, _ in digest.headings:
            source = digest.source.path
            found.append(Heading(text, level, topic, pattern_of(text), source, groups + group, next(pure)))
        groups += 1 + max((row[3] for row in digest.headings), default=-1)
    return best_first(found, in_everyday_words(corpus, first, last))
