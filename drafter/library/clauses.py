"""The clauses of all reports, each with its move and topic."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from drafter.library.corpus import Corpus, Ints
from drafter.library.moves import Chapter, move_of
from drafter.library.sections import Placed, placed_sentences
from drafter.model import Clause, Document, Move
from drafter.text import sentences
from drafter.text.topics import topic_of

SHORTEST = 4  # characters; what is shorter is no clause of its own
# Clauses that only say when, or whom the speaker turns to.
_EMPTY = re.compile("(?:今年|去年|明年|近年|[上下]?半年|一年|截[至止]|目前|当前|同时|此外|与此同时).{0,4}|各位.{0,12}")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placement:
    """What a clause does, what it is about, and in which chapter of the report it stands."""

    move: Move
    topic: str
    chapter: Chapter


@dataclass(frozen=True, slots=True)
class Clauses:
    """Every clause of every report, in reading order; parallel."""

    starts: Ints  # in the corpus
    ends: Ints
    documents: Ints  # the number of the report each stands in
    placements: tuple[Placement, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, positions: Ints) -> Ints:
        """Return the number of the clause that each position lies in, -1 for none."""
        if not len(self):
            return np.full(len(positions), -1, np.int32)
        number = np.searchsorted(self.starts, positions, side="right") - 1
        return np.where((number >= 0) & (positions < self.ends[number]), number, -1).astype(np.int32)


def cut_clauses(corpus: Corpus, sections: Sequence[tuple[Placed, ...]]) -> Clauses:
    """Cut all reports into clauses; `sections` holds those of each report."""
    starts: list[int] = []
    ends: list[int] = []
    placements: list[Placement] = []
    for document, its_sections, offset in zip(corpus.documents, sections, corpus.starts.tolist(), strict=False):
        for start, end, placement in _of_report(document, its_sections):
            starts.append(offset + start)
            ends.append(offset + end)
            placements.append(placement)
    begin = np.array(starts, np.int32)
    return Clauses(begin, np.array(ends, np.int32), corpus.document_at(begin), tuple(placements))


def _of_report(document: Document, sections: tuple[Placed, ...]) -> Iterator[tuple[int, int, Placement]]:
    for sentence in placed_sentences(document, sections):
        body = sentence.span.of(document.text)
        for clause in sentences.clauses(body):
            text = clause.of(body)
            if len(text) < SHORTEST or _EMPTY.fullmatch(text):
                continue
            move = move_of(text, sentence.chapter)
            start = sentence.span.start
            placement = Placement(move, topic_of(text, sentence.topic), sentence.chapter)
            yield start + clause.start, start + clause.end, placement


def gather(corpus: Corpus, clauses: Clauses, pure: npt.NDArray[np.bool_], localities: Ints) -> tuple[Clause, ...]:
    """Return each different wording once, most widely used first; `pure` and `localities` go with the clauses.

    An honour is nobody else's to claim, so it is never pure.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(zip(clauses.starts.tolist(), clauses.ends.tolist(), strict=True)):
        places[corpus.text[start:end]].append(number)
    documents, locality_of = clauses.documents.tolist(), corpus.localities[clauses.documents].tolist()
    is_pure, spread = pure.tolist(), localities.tolist()
    gathered = []
    for text, numbers in places.items():
        moves = [clauses.placements[number].move for number in numbers]
        widely = max(*(spread[number] for number in numbers), len({locality_of[number] for number in numbers}))
        found = sources(corpus, {documents[number] for number in numbers})
        good = "荣誉" not in moves and all(is_pure[number] for number in numbers)
        topic = most_common([clauses.placements[number].topic for number in numbers])
        gathered.append(Clause(text, most_common(moves), topic, widely, found, good))
    return tuple(sorted(gathered, key=_rank))


def _rank(clause: Clause) -> tuple[int, bool, int, str]:
    return -clause.localities, not clause.pure, -len(clause.sources), clause.text


def sources(corpus: Corpus, documents: set[int]) -> tuple[str, ...]:
    """Return the paths of some reports, in the order of the corpus."""
    return tuple(corpus.documents[number].source.path for number in sorted(documents))


def most_common(values: Sequence[T]) -> T:
    """Return the value that occurs most often, the first of several."""
    return values[0] if len(values) == 1 else Counter(values).most_common(1)[0][0]
