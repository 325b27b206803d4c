"""A report's sections and sentences, each with its topic and the chapter of the report it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby

from drafter.model import Block, Document, Move, Section, Span
from drafter.text.moves import Chapter, chapter_of_heading, chapter_of_sentence, named_chapter, opens_appeal
from drafter.text.sentences import sentences
from drafter.text.topics import topic_of_section

BODY = 120  # characters under a heading or lead that tell what it is about; its labels were given by as many

_APPEAL = 8  # sentences at the end of a report among which its appeal begins

_BODY = frozenset({"paragraph", "aside"})  # the roles of blocks that hold sentences


@dataclass(frozen=True, slots=True)
class Placed:
    """A section with what its place in the report tells about it."""

    section: Section
    level: int  # of its heading; 0 for the root
    parent: int  # the number of the section above it; -1 for the root
    topic: str
    chapter: Chapter


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence to be cut into clauses."""

    span: Span  # in the report's text; number and lead are left out
    topic: str
    chapter: Chapter


def placed_sections(document: Document) -> tuple[Placed, ...]:
    """Return all sections in reading order, numbered from 0 for the root."""
    found: list[Placed] = []
    _place(document, document.root, Placed(document.root, 0, -1, "", "review"), found, -1)
    return tuple(found)


def _place(document: Document, section: Section, above: Placed, found: list[Placed], parent: int) -> None:
    level, topic = 0, above.topic
    if heading := section.heading:
        level = heading.level
        below = document.text[heading.span.end : heading.span.end + BODY]
        topic = topic_of_section(section.title, below, above.topic)
    placed = Placed(section, level, parent, topic, chapter_of_heading(section.title, _inherited(above, parent, found)))
    number = len(found)
    found.append(placed)
    for child in section.children:
        _place(document, child, placed, found, number)


def topic_of_lead(document: Document, block: Block, above: Placed) -> str:
    """Return the topic of a point that has a lead, from the lead and the words behind it."""
    if not block.lead:
        return above.topic
    lead, body = block.lead, Span(block.lead.end, min(block.lead.end + BODY, block.span.end))
    return topic_of_section(lead.of(document.text), body.of(document.text), above.topic)


def _inherited(above: Placed, parent: int, found: Sequence[Placed]) -> Chapter:
    """Return the chapter of a section whose heading names none.

    After a chapter that calls itself the review a report speaks of what is to come: 2018年主要工作, 加强政府自身建设.
    """
    if parent == 0 and any(each.parent == 0 and named_chapter(each.section.title) == "review" for each in found):
        return "plan"
    return above.chapter


def placed_sentences(document: Document, sections: tuple[Placed, ...]) -> list[PlacedSentence]:
    """Return the sentences of a report in reading order."""
    found = sorted(_sentences(document, sections), key=lambda placed: placed.span.start)
    last = found[-_APPEAL:]
    begins = opens_appeal([sentence.span.of(document.text) for sentence in last])
    appeal = [
        replace(sentence, chapter="closing") if sentence.chapter == "plan" else sentence for sentence in last[begins:]
    ]
    return found[: len(found) - len(appeal)] + appeal


def _sentences(document: Document, sections: tuple[Placed, ...]) -> Iterator[PlacedSentence]:
    """Yield the sentences section by section.

    A sentence may open another chapter (thanks, problems): for the rest of its paragraph, and for the
    points that follow it.
    """
    for placed in sections:
        chapter = placed.chapter
        for block in placed.section.blocks:
            if block.role not in _BODY:
                continue
            body = _body(block)
            chapter = chapter if block.number else placed.chapter
            topic = topic_of_lead(document, block, placed)
            for sentence in sentences(body.of(document.text)):
                span = sentence.shift(body.start)
                chapter = chapter_of_sentence(span.of(document.text), chapter)
                yield PlacedSentence(span, topic, chapter)


def _body(block: Block) -> Span:
    """Return a block's span without its number and lead, and without the mark behind the lead."""
    if block.lead:
        return Span(block.lead.end, block.span.end)
    return Span(block.span.start + len(block.number), block.span.end)


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A paragraph of a section, with its lead or "" and the moves of its clauses, equal ones in a row once."""

    section: int  # the number of its section
    span: Span  # in the report's text, number and lead included
    lead: str
    topic: str
    moves: tuple[Move, ...]


def whole_spans(sections: tuple[Placed, ...]) -> tuple[Span, ...]:
    """Return the span of each section with all that stands below it; an empty one for a section of nothing."""
    held: list[list[Span]] = [[] for _ in sections]
    for number, placed in reversed(tuple(enumerate(sections))):  # those below a section are numbered after it
        section = placed.section
        held[number] += [block.span for block in (section.heading, *section.blocks) if block]
        if placed.parent >= 0 and held[number]:
            held[placed.parent].append(reduce(Span.union, held[number]))
    return tuple(reduce(Span.union, spans) if spans else Span(0, 0) for spans in held)


def placed_points(
    document: Document, sections: tuple[Placed, ...], clauses: Iterable[tuple[int, Move]]
) -> tuple[PlacedPoint, ...]:
    """Return the paragraphs of all sections, section by section; `clauses` holds where each begins and its move."""
    placed = sorted(clauses)
    starts = [start for start, _ in placed]
    points: list[PlacedPoint] = []
    for number, section in enumerate(sections):
        for block in section.section.blocks:
            if block.role not in _BODY:
                continue
            inside = slice(bisect_left(starts, block.span.start), bisect_left(starts, block.span.end))
            moves = tuple(move for move, _ in groupby(move for _, move in placed[inside]))
            lead = block.lead.of(document.text) if block.lead else ""
            points.append(PlacedPoint(number, block.span, lead, topic_of_lead(document, block, section), moves))
    return tuple(points)
