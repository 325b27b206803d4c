"""Headings and leads with their topic, their shape, and the set they stood in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from drafter.model import Document, Span
from drafter.text.placed import Placed, topic_of_lead

LEVELS = range(1, 5)
LONGEST = 40  # characters; what is longer is a paragraph taken for a heading

HeadingRow = tuple[str, int, str, int, int, int]
"""Text; level (0 a lead); topic; number of the parallel set in the report; first word, and the one behind the last."""

_JOINTS = re.compile("([，、：；]|——)")

Titled = tuple[str, Span, str]  # words, place in the report, topic


def headings_of(document: Document, sections: tuple[Placed, ...], edges: npt.NDArray[np.int32]) -> Iterator[HeadingRow]:
    """Yield the headings and leads of a report in reading order; `edges` are where its words begin."""
    sets = enumerate(_parallel_sets(document, sections))
    found = [(level, group, *title) for group, (level, titles) in sets for title in titles]
    bounds = np.array([(span.start, span.end) for *_, span, _ in found], np.int32).reshape(-1, 2)
    words = np.searchsorted(edges, bounds).tolist()
    for (level, group, text, _, topic), (first, last) in zip(found, words, strict=True):
        yield text, level, topic, group, first, last


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
