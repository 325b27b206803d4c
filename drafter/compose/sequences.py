"""How a paragraph is laid out: by the sequences of moves that paragraphs on its topic make, mined whole.

`data/sequences.tsv` holds what reports of many localities do; the library adds what its own do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise, product
from math import prod
from typing import NamedTuple, TypeAlias

from drafter.compose.choice import Choice
from drafter.compose.tables import rows
from drafter.model import Kind, Library

Moves: TypeAlias = "tuple[str, ...]"

MEASURE, FIGURE, EFFECT = "举措", "数据", "成效"
PRIOR = 8  # paragraphs that what is usual elsewhere counts for; so many of one topic or kind weigh as much
MOST_EFFECTS = 2  # in one paragraph: of a hundred mined sequences four have more
MOST_ORDERED = 3  # strands that are each given an order of their own; from there on all are told alike
_SORTS = {"依据": MEASURE, "举措": MEASURE, "荣誉": MEASURE, "数据": FIGURE, "成效": EFFECT}
_ALL, _EDGE = "*", ""


class Holds(NamedTuple):
    """What a strand has to tell."""

    figures: bool
    deeds: bool


class Layout(NamedTuple):
    """A way to lay out a paragraph: where a measure opens, what each strand tells first, where an effect stands."""

    opens: bool
    deeds_first: tuple[bool, ...]  # strand by strand
    effects: tuple[bool, ...]  # whether one stands behind each strand


class Sequences:
    """The sequences that paragraphs make, as our table and a library have them; each topic is asked for once."""

    def __init__(self, library: Library | None = None, kind: Kind | None = None) -> None:
        self._library, self._kind = library, kind
        self._known: dict[str, tuple[Counter[Moves], ...]] = {}

    def lay_out(self, strands: Sequence[Holds], topic: str, choice: Choice, *, opens: bool | None = None) -> Layout:
        """Draw a layout for some strands, each as often as paragraphs on the topic, in reports of the kind, have it.

        `opens` says whether a measure opens, where that is settled.
        """
        layouts = [layout for layout in _possible(strands) if opens is None or layout.opens == opens]
        sequences = [moves_of(layout, strands) for layout in layouts]
        alike = Counter(sequences)
        likely = self._likelihoods(alike, topic)
        return choice.weighted(layouts, [likely[moves] / alike[moves] for moves in sequences])

    def _likelihoods(self, asked: Iterable[Moves], topic: str) -> Mapping[Moves, float]:
        """Return how likely each sequence is: on the topic in this kind of report, as far as enough paragraphs tell;
        else on the topic; else in the kind; else in any report.
        """
        if topic not in self._known:
            self._known[topic] = tuple(self._levels(topic))
        found = {moves: _chained(moves) for moves in asked}
        for counts in self._known[topic]:
            total = counts.total() + PRIOR
            found = {moves: (counts[moves] + PRIOR * likely) / total for moves, likely in found.items()}
        return found

    def _levels(self, topic: str) -> Iterator[Counter[Moves]]:
        """Yield the counts of mined sequences, from all paragraphs to those on one topic in one kind of report."""
        yield _shipped(_ALL)
        if self._library:
            yield self._of_library("", self._kind)
        if topic:
            yield _shipped(topic)
        if self._library and topic:
            yield self._of_library(topic, None)
            yield self._of_library(topic, self._kind)

    def _of_library(self, topic: str, kind: Kind | None) -> Counter[Moves]:
        found = self._library.moves(topic, kind=kind) if self._library else ()
        return Counter(map(sequence_of, found))


def moves_of(layout: Layout, strands: Sequence[Holds]) -> Moves:
    """Return the sequence of moves that a layout makes."""
    moves = [MEASURE] * layout.opens
    for holds, deeds_first, effect in zip(strands, layout.deeds_first, layout.effects, strict=True):
        told = [MEASURE] * holds.deeds + [FIGURE] * holds.figures
        moves += [*(told if deeds_first else reversed(told)), *[EFFECT] * effect]
    return _once_each(moves)


def sequence_of(moves: Iterable[str]) -> Moves:
    """Return the mined moves of a paragraph as layouts have them; what its lead says of effects is left out."""
    told = _once_each(_SORTS[move] for move in moves if move in _SORTS)
    return told[1:] if told[:1] == (EFFECT,) else told


def _once_each(moves: Iterable[str]) -> Moves:
    return tuple(move for move, _ in groupby(moves))


def _possible(strands: Sequence[Holds]) -> Iterator[Layout]:
    both = [holds.figures and holds.deeds for holds in strands]
    free = sum(both) <= MOST_ORDERED
    orders = product(*((False, True) if has_both else (True,) for has_both in both))
    alike = [tuple(first or not has_both for has_both in both) for first in (False, True)]
    effects = [each for each in product((False, True), repeat=min(len(strands), 4)) if sum(each) <= MOST_EFFECTS]
    for opens, deeds_first, some in product((False, True), orders if free else alike, effects):
        yield Layout(opens, deeds_first, (*[False] * (len(strands) - len(some)), *some))


# --- what is usual ---------------------------------------------------------------------------------------------------


@cache
def _shipped(topic: str) -> Counter[Moves]:
    table = rows("sequences.tsv")
    return Counter({tuple(moves.split("-")): int(count) for name, moves, count in table if name == topic})


def _chained(moves: Moves) -> float:
    """Return how likely a sequence is by what mostly follows what: of long ones no two are the same."""
    return prod(_following().get(pair, 0.0) for pair in pairwise((_EDGE, *moves, _EDGE)))


@cache
def _following() -> Mapping[tuple[str, str], float]:
    """Return how often each move follows each other one, 0–1."""
    pairs: Counter[tuple[str, str]] = Counter()
    for moves, count in _shipped(_ALL).items():
        for pair in pairwise((_EDGE, *moves, _EDGE)):
            pairs[pair] += count
    firsts: Counter[str] = Counter()
    for (first, _), count in pairs.items():
        firsts[first] += count
    return {pair: count / firsts[pair[0]] for pair, count in pairs.items()}
