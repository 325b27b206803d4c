"""The company that clauses keep: by which words they stand, in one sentence or paragraph, more than by chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from drafter.model import Clause, Companion
from drafter.text.sentences import sentences

ANYONES = 5  # localities; a clause whose core so many use claims what any town does (the line of boilerplate)
BESIDE = 0.25  # what a shared paragraph counts for beside a shared sentence
LEAST = 0.5  # two shared paragraphs; one alone is chance
LIFT = 3.0  # times as often as by chance; from there on two stand together because one matter brings both


class _Place(NamedTuple):
    """A place where a clause stands, without the clause itself."""

    sentence: str
    paragraph: str


class Company:
    """Clauses with the places where they stand in some texts, which are those of their sources, by path."""

    def __init__(self, texts: Mapping[str, str], clauses: Sequence[Clause]) -> None:
        self._texts, self._clauses = texts, clauses
        self._places: dict[str, tuple[_Place, ...]] = {}
        self._shares: dict[str, float] = {}

    def of(self, words: Sequence[str], topic: str) -> list[Companion]:
        """Return the clauses on a topic that keep company with one of `words`, closest first."""
        found = (self._closest(clause, words) for clause in self._clauses if clause.topic == topic)
        return sorted(filter(None, found), key=lambda companion: (-companion.closeness, companion.clause.text))

    def _closest(self, clause: Clause, words: Sequence[str]) -> Companion | None:
        """Return a clause with the word it is closest to, None when it stands by none of them."""
        asked = [word for word in words if word not in clause.text]
        close = [Companion(clause, word, closeness) for word in asked if (closeness := self._closeness(clause, word))]
        return max(close, key=lambda companion: (companion.closeness, companion.word), default=None)

    def _closeness(self, clause: Clause, word: str) -> float:
        """Return how close a clause and a word are: local mutual information (Evert 2005), 0 below LIFT.

        A place counts whole where both are in one sentence, by BESIDE where they share the paragraph alone.
        """
        places = self._places_of(clause)
        counts = (1.0 if word in place.sentence else BESIDE * (word in place.paragraph) for place in places)
        together = sum(counts)
        lift = together / (len(places) * self._share(word)) if together >= LEAST else 0.0
        return together * log(lift) if lift >= LIFT else 0.0

    def _share(self, word: str) -> float:
        """Return in what share of all paragraphs a word stands, 0–1, as if never twice in one."""
        if word not in self._shares:
            self._shares[word] = sum(text.count(word) for text in self._texts.values()) / self._paragraphs
        return self._shares[word]

    @cached_property
    def _paragraphs(self) -> int:
        return sum(text.count("\n") + 1 for text in self._texts.values())

    def _places_of(self, clause: Clause) -> tuple[_Place, ...]:
        if clause.text not in self._places:
            self._places[clause.text] = tuple(self._find(clause))
        return self._places[clause.text]

    def _find(self, clause: Clause) -> Iterator[_Place]:
        for path in clause.sources:
            text, at = self._texts[path], -1
            while (at := text.find(clause.text, at + 1)) >= 0:
                start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
                paragraph = text[start : end if end >= 0 else len(text)]
                inside = next(span for span in sentences(paragraph) if span.end > at - start)
                yield _Place(*(each.replace(clause.text, "，") for each in (inside.of(paragraph), paragraph)))
