"""Make findings of passages: whole clauses, spans in the raw texts, edits, a message in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from drafter.check.case import Case
from drafter.check.edits import Change, compare
from drafter.model import Document, Edit, Finding, IndexedText, Match, NormText, Severity, Source, Span
from drafter.text.masking import mask

LISTED = 5  # sources of one passage
EDGE = 16  # characters: how far a passage is drawn out to the end of its clause

_MARK = re.compile("[，。；！？：、\n]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a passage comes from: a stretch of a report's text."""

    report: IndexedText
    span: Span


def whole_clauses(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, in order and apart, drawn out to the clause ends near them, none into its neighbour."""
    reached = 0
    for number, span in enumerate(spans):
        limit = spans[number + 1].start if number + 1 < len(spans) else len(text)
        drawn = drawn_out(text, span, reached, limit)
        reached = drawn.end
        yield drawn


def drawn_out(text: str, span: Span, low: int, high: int) -> Span:
    """Return the span drawn out to the marks that begin and end its clauses, if they are near; a mark ends with it."""
    low, high = max(low, span.start - EDGE, 0), min(high, span.end + EDGE, len(text))
    marks = [match.end() for match in _MARK.finditer(text, low, span.start)]
    start = marks[-1] if marks else low if low == 0 or text[low - 1] == "\n" else span.start
    closing = _MARK.search(text, span.end, high)
    if not closing:
        return Span(start, high if high == len(text) else span.end)
    return Span(start, closing.start() if closing.group() == "\n" else closing.end())


def match_of(case: Case, span: Span, origin: Origin) -> tuple[Match, tuple[Change, ...]]:
    """Set a passage of the draft's text beside its origin; return the match, and its changes within the passage."""
    ours, theirs = span.of(case.document.text), origin.span.of(origin.report.text)
    comparison = compare(ours, theirs, case.similarity)
    match = Match(
        source=origin.report.source.path,
        title=origin.report.source.title,
        span=origin.report.offsets.raw(origin.span),
        text=theirs,
        similarity=round(comparison.similarity, 3),
        edits=tuple(_edit(case, change, span, origin) for change in comparison.changes),
    )
    return match, comparison.changes


def beside(case: Case, document: Document, span: Span, ours: Span) -> Match:
    """Set a sentence of another report beside a stretch of the draft that says something of the same thing."""
    text = span.of(document.text)
    ours_masked, theirs_masked = (mask(NormText(each)).text for each in (ours.of(case.document.text), text))
    return Match(
        source=document.source.path,
        title=document.source.title,
        span=document.raw_span(span),
        text=text,
        similarity=round(case.similarity(ours_masked, theirs_masked), 3) if len(ours) else 0.0,
    )


def _edit(case: Case, change: Change, span: Span, origin: Origin) -> Edit:
    draft = case.document.raw_span(change.draft.shift(span.start))
    source = change.source.shift(origin.span.start)
    return Edit(
        op=change.op,
        draft=draft,
        source=origin.report.offsets.raw(source),
        draft_text=draft.of(case.document.raw),
        source_text=source.of(origin.report.text),
    )


def finding(
    case: Case,
    span: Span,
    *,
    kind: str,
    message: str,
    rule: str = "reuse",
    matches: Sequence[Match] = (),
    severity: Severity = "warning",
    suggestion: str = "",
    about: str = "",
) -> Finding:
    """Return a finding on a span of the draft's text; its id lasts as long as the words do, figures apart.

    `about` are the words that count where the draft has none: what is missing.
    """
    return of_raw(
        case,
        case.document.raw_span(span),
        words=about or span.of(case.document.text),
        rule=rule,
        kind=kind,
        severity=severity,
        message=message,
        suggestion=suggestion,
        matches=matches,
    )


def of_raw(
    case: Case,
    raw: Span,
    *,
    rule: str,
    kind: str,
    message: str,
    severity: Severity = "warning",
    suggestion: str = "",
    matches: Sequence[Match] = (),
    words: str = "",
) -> Finding:
    """Return a finding on a span of the draft's raw text; its id is made of `words`, else of the raw text."""
    text = raw.of(case.document.raw)
    masked = mask(NormText(words or text)).text
    return Finding(
        id=sha256(f"{rule}/{masked}".encode()).hexdigest()[:12],
        rule=rule,
        kind=kind,
        severity=severity,
        span=raw,
        text=text,
        message=message,
        suggestion=suggestion,
        matches=tuple(matches),
    )


def called(source: Source) -> str:
    """Return what a report is called in a sentence: 高兴镇《政府工作报告》, with its file when it names no office."""
    locality = source.locality.name if source.locality else ""
    file = PurePosixPath(source.path).name
    if not source.title:
        return f"《{file}》"
    if not locality:
        return f"《{source.title}》（{file}）"
    return f"{'' if locality in source.title else locality}《{source.title}》"


def paragraph(text: str, at: int) -> str:
    """Return which paragraph of a text a place is in: 第 3 段."""
    return f"第 {text.count(chr(10), 0, at) + 1} 段"


def edited(edits: Sequence[Edit]) -> str:
    """Return how much was edited: 改动 3 处、移动 1 处."""
    moved = sum(edit.op == "moved" for edit in edits)
    counts = ((len(edits) - moved, "改动"), (moved, "移动"))
    return "、".join(f"{name} {count} 处" for count, name in counts if count)
