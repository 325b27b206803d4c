"""How widely a clause is used: in how many localities its core occurs, figures masked and function words dropped."""

from __future__ import annotations

import numpy as np

from drafter.library import wordclass
from drafter.library.clauses import Clauses
from drafter.library.corpus import Corpus, Ints
from drafter.library.repeats import runs, sort_suffixes
from drafter.library.wordclass import Kinds

LENGTHS = range(2, 31)  # content words; with fewer a core says nothing, with more it is used once
# Adverbs that a clause means the contrary without, or something else: 不强, 尚未完成, 刚刚起步.
_TELLING = wordclass.listed(
    "不 没 没有 未 未能 无 尚 尚未 仍 仍然 依然 还 还未 刚刚 才 较 偏 太 过于 难 难以 几乎 曾 只 仅"
)


def localities(corpus: Corpus, kinds: Kinds, clauses: Clauses) -> Ints:
    """Return for each clause the number of localities in whose reports its core occurs.

    The cores of all clauses, as numbers of their content words, are sorted as suffixes; the run that a core
    stands in at its own length holds all places where it occurs, alone or inside a longer clause.
    """
    codes, begins, lengths = _cores(corpus, kinds, clauses)
    owners = np.repeat(corpus.localities[clauses.documents], lengths + 1)
    suffixes = sort_suffixes(codes, owners)
    rank = np.empty(len(codes), np.int32)
    rank[suffixes.order] = np.arange(len(codes), dtype=np.int32)
    spread = np.ones(len(clauses), np.int32)
    for level in runs(suffixes, LENGTHS, maximal=False):
        here = np.flatnonzero(lengths == level.length[0])
        run = np.searchsorted(level.begin, rank[begins[here]], side="right") - 1
        inside = (run >= 0) & (rank[begins[here]] < level.end[run])
        spread[here[inside]] = level.spread[run[inside]]
    return spread


def _cores(corpus: Corpus, kinds: Kinds, clauses: Clauses) -> tuple[Ints, Ints, Ints]:
    """Return all cores laid end to end with a 0 behind each, where each begins, and how many words it has."""
    kind = kinds[corpus.word_ids]
    code = np.where(kind == wordclass.FIGURE, 1, corpus.word_ids + 2).astype(np.int32)  # 0 is the break, 1 a figure
    telling = corpus.words_that(_TELLING.__contains__)[corpus.word_ids]
    content = np.isin(kind, (*wordclass.CONTENT, wordclass.NUMBER, wordclass.FIGURE)) | telling
    first = np.searchsorted(corpus.word_starts, clauses.starts)
    last = np.searchsorted(corpus.word_starts, clauses.ends)
    before = np.concatenate(([0], np.cumsum(content, dtype=np.int32)))
    lengths = (before[last] - before[first]).astype(np.int32)
    begins = np.cumsum(lengths + 1, dtype=np.int32) - lengths - 1
    codes = np.zeros(int(lengths.sum()) + len(lengths), np.int32)
    inside = np.zeros(len(content) + 1, np.int32)
    np.add.at(inside, first, 1)
    np.add.at(inside, last, -1)
    words = np.flatnonzero(content & (np.cumsum(inside[:-1]) > 0))
    clause_of_word = np.searchsorted(first, words, side="right") - 1
    codes[np.arange(len(words)) + clause_of_word] = code[words]
    return codes, begins, lengths
