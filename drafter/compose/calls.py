"""What a template may ask to be written: a clause, a heading, the sentence of a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from drafter.compose.facts import Figure, figure_of
from drafter.compose.figures import promise, report
from drafter.compose.headings import Wanted, headings
from drafter.compose.ledger import Ledger
from drafter.compose.outline_fields import Fact, Outline
from drafter.compose.prose import placeholder, text_of
from drafter.compose.sections import Desk, Part
from drafter.compose.stock import AIM, EFFECT, OPENING, START
from drafter.model import Gap, Piece
from drafter.text import topics

_REF = "模板"


@dataclass(frozen=True, slots=True)
class Calls:
    """Answers a template's calls; a text that is passed in may hold marks of the ledger."""

    outline: Outline
    desk: Desk
    ledger: Ledger

    def functions(self) -> Mapping[str, Callable[..., str]]:
        """Return the functions by the names that templates call them by."""
        return {
            "起句": lambda topic, said="": self._clause(OPENING, topic, said),
            "成效句": lambda topic, said="": self._clause(EFFECT, topic, said),
            "打算句": lambda topic, said="": self._clause(START, topic, said),
            "目标句": lambda topic, said="": self._clause(AIM, topic, said),
            "拟标题": self._heading,
            "数据句": self._sentence,
        }

    def _clause(self, place: str, topic: str, said: str) -> str:
        """Return an unused clause on a topic that goes with what is said beside it; "" when there is none."""
        beside = text_of(piece for piece in self.ledger.read(said, "") if isinstance(piece, Piece))
        clause = self.desk.stock.clause(place, topics.canonical(topic), beside, about=(beside,), titles="")
        return self.ledger.mark((clause,)) if clause else ""

    def _heading(self, topic: str, part: Part = "回顾") -> str:
        """Return a heading on a topic for a section of the review or the plan."""
        wanted = Wanted(None, topics.canonical(topic), topic, _REF)
        return self.ledger.mark(tuple(headings([wanted], self.desk.stock, planned=part == "打算")))

    def _sentence(self, indicator: str) -> str:
        """Return the sentence that says an indicator of the outline, a slot when the outline has none."""
        for ref, fact, planned in _facts(self.outline):
            if fact.indicator == indicator:
                figure = figure_of(fact, ref, indicator, self.desk.gaps, planned=planned)
                return self.ledger.mark(self._said(figure, planned=planned))
        self.desk.gaps.missing.append(Gap(indicator, "提纲里没有这个指标"))
        return self.ledger.mark((placeholder(indicator, _REF),))

    def _said(self, figure: Figure, *, planned: bool) -> tuple[Piece, ...]:
        stock = self.desk.stock
        sentences = promise([figure], stock.choice) if planned else report([figure], stock)
        return tuple(piece for sentence in sentences for piece in sentence)


def _facts(outline: Outline) -> Iterator[tuple[str, Fact, bool]]:
    """Yield the facts of an outline with their paths, and whether they belong to the plan."""
    yield from ((f"总体指标[{i}]", fact, False) for i, fact in enumerate(outline.headline))
    for part, sections in (("回顾", outline.review), ("打算", outline.plan)):
        for i, section in enumerate(sections):
            for j, point in enumerate(section.points):
                for k, fact in enumerate(point.facts):
                    yield f"{part}[{i}].要点[{j}].数据[{k}]", fact, part == "打算"
