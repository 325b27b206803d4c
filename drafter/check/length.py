"""The rule for length: the whole against what the outline asks for, each section against its siblings."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.model import Document, Finding, Section, Severity, Span

TOLERANCE = 0.2  # share of the length asked for that a draft may be over or under
LEAST_SIBLINGS = 3  # sections that a fourth is measured by
# Of 187 real reports ten have a section so much longer or shorter than its siblings.
LONG, LONG_LEAST = 4.0, 800  # times the median of the siblings, and characters
SHORT, SHORT_MOST = 0.2, 120


def find_length(case: Case) -> Iterator[Finding]:
    """Yield what is too long or too short."""
    yield from _whole(case)
    for section in case.document.root.walk():
        yield from _siblings(case, section)


def _whole(case: Case) -> Iterator[Finding]:
    asked, written = case.length, _written(case.document)
    if not asked or not case.document.blocks or abs(written - asked) <= TOLERANCE * asked:
        return
    more, share = written > asked, abs(written - asked) / asked
    message = f"正文 {written:,} 字，提纲要求 {asked:,} 字，{'多' if more else '少'}了 {share:.0%}"
    advice = "请压缩篇幅，先删一般性的表述" if more else "请补充做法、数据和事例"
    yield _finding(case, case.document.blocks[0].span, "whole", message, advice, severity="warning")


def _written(document: Document) -> int:
    """Count the characters of a report without white space and annexes."""
    kept = (block.span.of(document.text) for block in document.blocks if block.role != "annex")
    return sum(not character.isspace() for text in kept for character in text)


def _siblings(case: Case, parent: Section) -> Iterator[Finding]:
    children = [child for child in parent.children if child.heading and child.heading.role == "heading"]
    if not parent.heading or len(children) <= LEAST_SIBLINGS:
        return
    sizes = [_size(child) for child in children]
    for number, child in enumerate(children):
        size = sizes[number]
        usual = median(sizes[:number] + sizes[number + 1 :])
        long = size >= LONG_LEAST and size > LONG * usual
        if child.heading and size and (long or (size <= SHORT_MOST and size < SHORT * usual)):
            message = f"“{child.title}”{size:,} 字，并列的各部分约 {usual:,.0f} 字，篇幅悬殊"
            advice = "请压缩，或拆成两部分" if long else "请补充内容，或并入别的部分"
            yield _finding(case, child.heading.span, "proportion", message, advice, severity="info")


def _size(section: Section) -> int:
    """Return how many characters stand under a heading."""
    return sum(len(block.span) for each in section.walk() for block in each.blocks)


def _finding(case: Case, span: Span, kind: str, message: str, advice: str, *, severity: Severity) -> Finding:
    return finding(case, span, rule="length", kind=kind, message=message, severity=severity, suggestion=advice)
