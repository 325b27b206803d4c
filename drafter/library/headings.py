"""Headings and leads with their topic, their shape, and the set they stood in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np

from drafter.library.ground import Ground
from drafter.library.sections import Placed, topic_of_lead
from drafter.model import Document, Heading, Span

LEVELS = range(1, 5)
LONGEST = 40  # characters; what is longer is a paragraph taken for a heading

_JOINTS = re.compile("([，、：；]|——)")

Titled = tuple[str, Span, str]  # words, place in the report, topic


def mine_headings(ground: Ground, sections: Sequence[tuple[Placed, ...]]) -> tuple[Heading, ...]:
    """Return the headings and leads of all reports in reading order; `sections` holds those of each report."""
    found: list[Heading] = []
    groups = count()
    for document, its_sections, start in zip(ground.corpus.documents, sections, ground.corpus.starts, strict=False):
        for level, titles in _parallel_sets(document, its_sections):
            group = next(groups)
            begins = np.array([span.start for _, span, _ in titles], np.int32) + start
            ends = np.array([span.end for _, span, _ in titles], np.int32) + start
            found += [
                Heading(text, level, topic, pattern_of(text), document.source.path, group, pure)
                for (text, _, topic), pure in zip(titles, ground.pure(begins, ends).tolist(), strict=True)
            ]
    return tuple(found)


def pattern_of(heading: str) -> str:
    """Return a heading's shape: the lengths of its parts, with the marks between them: 8，8."""
    return "".join(part if _JOINTS.fullmatch(part) else str(len(part)) for part in _JOINTS.split(heading) if part)


def _parallel_sets(document: Document, sections: tuple[Placed, ...]) -> Iterator[tuple[int, list[Titled]]]:
    """Yield (level, titles) for the headings right under each section, and (0, titles) for the leads in it."""
    for number, above in enumerate(sections):
        for level in LEVELS:
            under = [placed for placed in sections if placed.parent == number and placed.level == level]
            titles = [title for placed in under if (title := _title(placed))]
            if titles:
                yield level, titles
        points = [(block, block.lead) for block in above.section.blocks if block.lead and len(block.lead) <= LONGEST]
        if points:
            yield 0, [(lead.of(document.text), lead, topic_of_lead(document, block, above)) for block, lead in points]


def _title(placed: Placed) -> Titled | None:
    block, title = placed.section.heading, placed.section.title
    if block is None or not 0 < len(title) <= LONGEST:
        return None
    start = block.span.start + len(block.number)
    return title, Span(start, block.span.end), placed.topic
