"""The core of a clause: its content words, figures masked, function words and most adverbs dropped.

How widely a clause is used is in how many localities its core occurs, alone or inside a longer clause.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from drafter.library.hashing import Hashes, hash_runs, hash_texts
from drafter.library.repeats import levels
from drafter.text import wordclass
from drafter.text.wordclass import Kinds

Ints = npt.NDArray[np.int32]

LONGEST = 30  # content words; longer cores are used once
_FIGURE = "0"  # stands for every figure
# Adverbs that a clause means the contrary without, or something else: 不强, 尚未完成, 刚刚起步.
_TELLING = wordclass.listed(
    "不 没 没有 未 未能 无 尚 尚未 仍 仍然 依然 还 还未 刚刚 才 较 偏 太 过于 难 难以 几乎 曾 只 仅"
)


def content(vocabulary: Sequence[str], kinds: Kinds) -> npt.NDArray[np.bool_]:
    """Tell which words of a vocabulary belong to cores."""
    telling = np.fromiter(map(_TELLING.__contains__, vocabulary), np.bool_, len(vocabulary))
    return telling | np.isin(kinds, (*wordclass.CONTENT, wordclass.NUMBER, wordclass.FIGURE))


def core_hashes(vocabulary: Sequence[str], kinds: Kinds, words: Ints, first: Ints, last: Ints) -> Hashes:
    """Return the hash of the core of each stretch of words `first:last`; 0 for an empty one."""
    places, begins, ends = _content_runs(content(vocabulary, kinds)[words], first, last)
    return hash_runs(core_word_hashes(vocabulary, kinds)[words[places]], begins, ends)


def core_word_hashes(vocabulary: Sequence[str], kinds: Kinds) -> Hashes:
    """Return the hash of each word as cores have it."""
    is_figure = (kinds == wordclass.FIGURE).tolist()
    return hash_texts([_FIGURE if figure else word for word, figure in zip(vocabulary, is_figure, strict=True)])


def core_codes(
    vocabulary: Sequence[str], kinds: Kinds, words: Ints, first: Ints, last: Ints
) -> tuple[Ints, Ints, Ints]:
    """Lay the cores of clauses end to end with a break behind each, for `repeats`.

    Return the codes (0 a break, 1 a figure, else a word's number + 2), the word of each code (-1 for a break), and
    where each core begins; one more for the end. Clauses do not overlap.
    """
    places, begins, ends = _content_runs(content(vocabulary, kinds)[words], first, last)
    numbers = np.where(kinds == wordclass.FIGURE, -1, np.arange(len(kinds)))[words[places]] + 2
    lengths = ends - begins
    starts = np.concatenate(([0], np.cumsum(lengths + 1))).astype(np.int32)
    codes, of_word = np.zeros(starts[-1], np.int32), np.full(starts[-1], -1, np.int32)
    inside = np.arange(len(places)) + np.repeat(np.arange(len(lengths)), lengths)
    codes[inside], of_word[inside] = numbers, places
    return codes, of_word, starts


def localities(codes: Ints, starts: Ints, place_of_clause: Ints) -> Ints:
    """Return for each clause, laid out by `core_codes`, the number of places (localities) where its core occurs."""
    lengths = np.diff(starts) - 1
    spread = np.ones(len(lengths), np.int32)
    owner = np.repeat(place_of_clause, lengths + 1)
    for level in levels(codes, owner, LONGEST):
        if level.length > 1:  # a single word says nothing
            here = np.flatnonzero(lengths == level.length)
            run = level.names[starts[here]]
            spread[here[run >= 0]] = level.spread[run[run >= 0]]
    return spread


def _content_runs(is_content: npt.NDArray[np.bool_], first: Ints, last: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the content words inside clauses, and where those of each clause begin and end among them."""
    before = np.concatenate(([0], np.cumsum(is_content, dtype=np.int32)))
    lengths = before[last] - before[first]
    ends = np.cumsum(lengths, dtype=np.int32)
    within = np.arange(int(lengths.sum())) - np.repeat(ends - lengths, lengths)
    places = np.flatnonzero(is_content).astype(np.int32)[np.repeat(before[first], lengths) + within]
    return places, ends - lengths, ends
