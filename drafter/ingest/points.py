"""The points that a paragraph strings together, numbered (一是…二是…) or each with a lead of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

from drafter.ingest.leads import clause_as_lead, is_wrap_up, lead_of_point, may_be_inner_lead
from drafter.ingest.lines import sentence_end
from drafter.model import Block, Span
from drafter.text import numbering
from drafter.text.numbering import Number, Style

POINT_STYLES: frozenset[Style] = frozenset({"1.", "（1）", "1）", "①", "第一，", "其一，", "首先，", "一是", "一要"})
"""Numbers that stand before points in the middle of a paragraph."""

LEAST_INNER = 2
"""Leads in the middle of a paragraph that make points of it: a single short sentence proves nothing."""
LEAST_INNER_POINT = 60
"""Characters from a lead in the middle of a paragraph to the next: closer ones are a run of short sentences."""
INNER_SPREAD = 4
"""Characters that the leads in the middle of a paragraph differ in length from their middle at most."""

MOST_STEP = 2
"""How far numbers may count up: a writer leaves one out, and 最后 comes right after 其次."""

_AFTER_MARK = re.compile(r"[。；：！？，、](?=[第其首再最（(一二三四五六七八九十\d①-⑳—●■◆▲▪◇▶★☆•·])")
_SHORT_SENTENCE = re.compile("[。！？；](?=[^，]{4,17}。)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: its beginning, or one of its points."""

    span: Span  # in the paragraph
    number: str = ""  # as printed
    lead: Span | None = None  # in the paragraph


def pieces(text: str) -> list[Piece]:
    """Split a paragraph at the points it strings together. Its beginning has no lead yet, unless it has a number."""
    starts = _starts(text)
    bounds = sorted({0, len(text), *starts})
    found: list[Piece] = []
    for start, end in pairwise(bounds):
        number = starts[start].text if start in starts else ""
        lead = lead_of_point(text, start + len(number), end) if number else None
        found += _split_at_leads(text, Piece(Span(start, end), number, lead))
    return found


def _starts(text: str) -> dict[int, Number]:
    """Return where the points of a paragraph start: numbers that count up from one, or from the paragraph's first."""
    starts: dict[int, Number] = {}
    for series in _series(text):
        if len(series) > 1 or series[0][0] == 0:
            starts.update(series)
    return starts


def _series(text: str) -> Iterator[list[tuple[int, Number]]]:
    """Yield the runs of numbers of one style that count up by one, each with its place."""
    growing: dict[Style, list[tuple[int, Number]]] = {}
    for at in chain([0], (match.end() for match in _AFTER_MARK.finditer(text))):
        number = numbering.parse(text[at : at + 8])
        if number is None or (at and number.style not in POINT_STYLES):
            continue
        series = growing.get(number.style)
        if series and 0 < number.value - series[-1][1].value <= MOST_STEP:
            series.append((at, number))
        elif number.value == 1 or at == 0:
            if series:
                yield series
            growing[number.style] = [(at, number)]
    yield from growing.values()


def _split_at_leads(text: str, piece: Piece) -> list[Piece]:
    """Split a piece where leads in its middle begin points: …稳步推进。招商引资精准发力。坚决落实…"""
    short = len(_SHORT_SENTENCE.findall(text, piece.span.start, piece.span.end))
    leads = [] if short < LEAST_INNER or is_wrap_up(text) else _inner_leads(text, piece)
    if len(leads) < LEAST_INNER:
        return [piece]
    bounds = [*(lead.start for lead in leads), piece.span.end]
    rest = [Piece(Span(lead.start, end), "", lead) for lead, end in zip(leads, bounds[1:], strict=True)]
    return [Piece(Span(piece.span.start, bounds[0]), piece.number, piece.lead), *rest]


def _inner_leads(text: str, piece: Piece) -> list[Span]:
    """Return the sentences in the middle of a piece that read as leads and are about equally long."""
    sentences = list(_sentences(text, piece.span))
    after_lead = sentences[2:] if piece.lead else sentences[1:]
    found = [
        Span(sentence.start, sentence.end - 1)
        for sentence, following in pairwise(after_lead)
        if may_be_inner_lead(sentence.of(text), following.of(text))
    ]
    if not found:
        return []
    usual = median(map(len, found))
    # the one right behind the introduction may be longer: there a reader expects a lead
    alike = [lead for lead in found if lead.start == after_lead[0].start or abs(len(lead) - usual) <= INNER_SPREAD]
    bounds = [*(lead.start for lead in alike), piece.span.end]
    return [lead for lead, end in zip(alike, bounds[1:], strict=True) if end - lead.start >= LEAST_INNER_POINT]


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    while start < within.end:
        end = sentence_end(text, start)
        end = within.end if not start < end <= within.end else end
        yield Span(start, end)
        start = end


def with_leads_alike(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the points of a series treated alike.

    Where most points have a lead, the first clause of another is its lead, too; where most have none, the few are
    ordinary first sentences.
    """
    alike: list[Block] = []
    for series in _numbered_series(blocks):
        with_lead = [len(block.lead) if block.lead else 0 for block in series if block.number]
        most = 2 * sum(map(bool, with_lead)) > len(with_lead)
        for block in series:
            lead = block.lead or _first_clause(text, block, max(with_lead)) if most else None
            alike.append(replace(block, lead=lead) if block.number else block)
    return alike


def _first_clause(text: str, block: Block, longest: int) -> Span | None:
    """Return the first clause of a numbered point as its lead, None when it is longer or reads as no lead."""
    start = block.span.start + len(block.number)
    clause = clause_as_lead(text[start : block.span.end])
    return Span(start, start + len(clause)) if 0 < len(clause) <= longest else None


def _numbered_series(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Part blocks into runs: each begins where numbers of a style start again, or another style comes."""
    run: list[Block] = []
    style: Style | None = None
    for block in blocks:
        number = numbering.parse(block.number)
        if number and style and (number.style != style or number.value == 1):
            yield run
            run = []
        style = number.style if number else style
        run.append(block)
    yield run
