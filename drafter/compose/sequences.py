"""How a paragraph is laid out: by the sequences of moves that paragraphs on its topic make, mined whole.

`data/sequences.tsv` holds what reports of many localities do, in the review and in the plan; the library adds what its
own do. In the plan a measure is what is to be done, a figure how far to get, an effect what is to come of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise, product
from math import prod
from typing import Literal, NamedTuple, TypeAlias

from drafter.compose.choice import Choice
from drafter.config import table
from drafter.model import Kind, Library

Moves: TypeAlias = "tuple[str, ...]"
Part = Literal["review", "plan"]

BASIS, MEASURE, FIGURE, EFFECT = "依据", "举措", "数据", "成效"
PRIOR = 8  # paragraphs that what is usual elsewhere counts for; so many of one topic or kind weigh as much
MOST_EFFECTS = 2  # in one paragraph: of a hundred mined sequences four have more
MOST_ORDERED = 3  # strands that are each given an order of their own; from there on all are told alike
_SORTS = {BASIS: MEASURE, "举措": MEASURE, "荣誉": MEASURE, "数据": FIGURE, "成效": EFFECT}
_SORTS_OF_PLAN = {**_SORTS, "打算": MEASURE}
_ALL, _EDGE = "*", ""
_PARTS: Mapping[Part, str] = {"review": "回顾", "plan": "打算"}


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
        self._known: dict[tuple[str, Part], tuple[Counter[Moves], ...]] = {}

    def lay_out(
        self, strands: Sequence[Holds], topic: str, choice: Choice, *, part: Part = "review", opens: bool | None = None
    ) -> Layout:
        """Draw a layout for some strands, each as often as paragraphs on the topic, in that part of reports of the
        kind, have it.

        `opens` says whether a measure opens, where that is settled.
        """
        layouts = [layout for layout in _possible(strands) if opens is None or layout.opens == opens]
        sequences = [moves_of(layout, strands, part) for layout in layouts]
        alike = Counter(sequences)
        likely = self._likelihoods(alike, topic, part)
        return choice.weighted(layouts, [likely[moves] / alike[moves] for moves in sequences])

    def _likelihoods(self, asked: Iterable[Moves], topic: str, part: Part) -> Mapping[Moves, float]:
        """Return how likely each sequence is among those asked for: on the topic in this kind of report, as far as
        enough paragraphs make one of them; else on the topic; else in the kind; else in any report.
        """
        if (topic, part) not in self._known:
            self._known[topic, part] = tuple(self._levels(topic, part))
        found = {moves: _chained(moves, part) for moves in asked}
        for counts in self._known[topic, part]:
            whole, told = sum(found.values()) or 1.0, sum(map(counts.__getitem__, found)) + PRIOR
            found = {moves: (counts[moves] + PRIOR * likely / whole) / told for moves, likely in found.items()}
        return found

    def _levels(self, topic: str, part: Part) -> Iterator[Counter[Moves]]:
        """Yield the counts of mined sequences, from all paragraphs to those on one topic in one kind of report."""
        yield _shipped(_ALL, part)
        if self._library:
            yield self._of_library("", self._kind, part)
        if topic:
            yield _shipped(topic, part)
        if self._library and topic:
            yield self._of_library(topic, None, part)
            yield self._of_library(topic, self._kind, part)

    def _of_library(self, topic: str, kind: Kind | None, part: Part) -> Counter[Moves]:
        found = self._library.moves(topic, kind=kind, chapter=part) if self._library else ()
        return Counter(sequence_of(moves, part) for moves in found)


def moves_of(layout: Layout, strands: Sequence[Holds], part: Part = "review") -> Moves:
    """Return the sequence of moves that a layout makes."""
    moves = [BASIS if part == "plan" else MEASURE] * layout.opens
    for holds, deeds_first, effect in zip(strands, layout.deeds_first, layout.effects, strict=True):
        told = [MEASURE] * holds.deeds + [FIGURE] * holds.figures
        moves += [*(told if deeds_first else reversed(told)), *[EFFECT] * effect]
    return _once_each(moves)


def sequence_of(moves: Sequence[str], part: Part = "review") -> Moves:
    """Return the mined moves of a paragraph as layouts have them.

    What a lead says of effects is left out. In the plan, where most is measures, only a basis opens.
    """
    if part == "plan":
        opening = [BASIS] * (moves[:1] == (BASIS,))
        return _once_each(
            [*opening, *(_SORTS_OF_PLAN[move] for move in moves[len(opening) :] if move in _SORTS_OF_PLAN)]
        )
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
def _shipped(topic: str, part: Part) -> Counter[Moves]:
    rows = table("sequences.tsv")
    counts = [(moves, count) for its, name, moves, count in rows if (its, name) == (_PARTS[part], topic)]
    return Counter({tuple(moves.split("-")): int(count) for moves, count in counts})


def _chained(moves: Moves, part: Part) -> float:
    """Return how likely a sequence is by what mostly follows what: of long ones no two are the same."""
    return prod(_following(part).get(pair, 0.0) for pair in pairwise((_EDGE, *moves, _EDGE)))


@cache
def _following(part: Part) -> Mapping[tuple[str, str], float]:
    """Return how often each move follows each other one, 0–1."""
    pairs: Counter[tuple[str, str]] = Counter()
    for moves, count in _shipped(_ALL, part).items():
        for pair in pairwise((_EDGE, *moves, _EDGE)):
            pairs[pair] += count
    firsts: Counter[str] = Counter()
    for (first, _), count in pairs.items():
        firsts[first] += count
    return {pair: count / firsts[pair[0]] for pair, count in pairs.items()}
