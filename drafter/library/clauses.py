"""The clauses of a report, each with its move and topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model import Document, Move, Span
from drafter.text import sentences
from drafter.text.moves import Chapter, move_of
from drafter.text.placed import Placed, placed_sentences
from drafter.text.plan_moves import plan_move
from drafter.text.topics import topic_of

SHORTEST = 4  # characters; what is shorter is no clause of its own
# Clauses that only say when, or whom the speaker turns to.
_EMPTY = re.compile(
    r"(?:\d{4}年|今年|去年|明年|近年|[上下]?半年|一年|截[至止]|目前|当前|同时|此外|与此同时).{0,4}|各位.{0,12}"
)


@dataclass(frozen=True, slots=True)
class PlacedClause:
    """A clause with what it does, what it is about, and the chapter of the report it stands in."""

    span: Span  # in the report's text
    move: Move
    told: Move  # the same in its paragraph: in the plan, where all is intended, what is intended with it
    topic: str
    chapter: Chapter


def clauses_of(document: Document, sections: tuple[Placed, ...]) -> Iterator[PlacedClause]:
    """Yield the clauses of a report in reading order."""
    for sentence in placed_sentences(document, sections):
        body = sentence.span.of(document.text)
        for clause in sentences.clauses(body):
            text = clause.of(body)
            if len(text) < SHORTEST or _EMPTY.fullmatch(text):
                continue
            move = move_of(text, sentence.chapter)
            begins = body[clause.start - 1 : clause.start] != "，"
            told = plan_move(text, begins=begins) if sentence.chapter == "plan" and move == "打算" else move
            span = clause.shift(sentence.span.start)
            yield PlacedClause(span, move, told, topic_of(text, sentence.topic), sentence.chapter)
