"""How much of what the composer put into a draft repeats past reports, as our own check measures it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from drafter.model import Block, Document, NormText, OffsetMap, Report, Role, Section, Source, Span

if TYPE_CHECKING:
    from drafter.model import Finding, ReuseIndex

COMPOSED = frozenset(("template", "library"))
"""Origins of the composer's own words; all else is the writer's."""

_REUSED = frozenset(("copied", "edited"))
_ROLES: dict[str, Role] = {"title": "title", "dateline": "dateline", "speaker": "speaker", "salutation": "salutation"}


def reuse_of_composed(report: Report, index: ReuseIndex) -> float:
    """Return the share of the composer's characters that the check finds copied or edited, from 0 to 1."""
    from drafter.check.reuse import find_reuse_alone

    return composed_share(report, find_reuse_alone(as_document(report), index))


def composed_share(report: Report, findings: Iterable[Finding]) -> float:
    """Return the share of the composer's characters that findings in the draft say are copied or edited."""
    found = (finding.span for finding in findings if finding.kind in _REUSED)
    reused = {place for span in found for place in range(span.start, span.end)}
    composed = {place for span in _composed(report) for place in range(span.start, span.end)}
    return len(composed & reused) / len(composed) if composed else 0.0


def as_document(report: Report) -> Document:
    """Return a draft as a report that was read: a paragraph a line, tables left out."""
    blocks = tuple(_blocks(report))
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    places = array("i", range(len(text) + 1))
    offsets = OffsetMap(places[:-1], places[1:])
    return Document(Source(""), text, NormText(text), offsets, blocks, Section(None, "", blocks))


def _blocks(report: Report) -> Iterator[Block]:
    for start, paragraph in report.placed():
        yield Block(_ROLES.get(paragraph.style, "paragraph"), Span(start, start + len(paragraph.text)))


def _composed(report: Report) -> Iterator[Span]:
    """Yield where the composer's own words stand, marks alone left out."""
    for start, paragraph in report.placed():
        at = start
        for piece in paragraph.pieces:
            if piece.kind in COMPOSED and any(map(str.isalnum, piece.text)):
                yield Span(at, at + len(piece.text))
            at += len(piece.text)
