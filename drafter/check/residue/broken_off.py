"""Sentences that break off: a paragraph that ends with a comma, 的和。, a quotation that is never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import Reading, read
from drafter.model import Finding, Span

SHORTEST = 12  # characters of a line; shorter ones are headings and salutations
_LINE = re.compile("[^\n]+")
_OPEN_END = re.compile("[^，。；：！？、\n]*[，、]$")
_OPEN_START = re.compile("^[，、；。：]")
# What must go on, right before a full stop; 中和 and 所向 are words.
_MUST_GO_ON = re.compile(
    "(?:以及|并且|关于|对于|由于|其中|为了|按照|根据|围绕|通过对|(?<=[\u4e00-\u9fff]{2})(?<![中人温平总缓调饱谐柔祥随祥共求])和"
    "|(?<![自理缘来事因])由|(?<=[，。；、设展进强升作村户人])将)[。；！]"
    "|(?:(?<=[\u4e00-\u9fff]{2})(?<![中人温平总缓调饱谐柔祥随共求附应融之])和|以及|并且|关于|对于)，"
)
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))


def find_broken_off(case: Case) -> Iterator[Finding]:
    """Yield where a sentence of the report proper breaks off, or a mark has no partner in its paragraph."""
    reading = read(case.document)
    for line in _LINE.finditer(reading.text):
        span = Span(*line.span())
        if len(span) >= SHORTEST and not reading.is_annexed(span):
            for where, message, advice in _faults(reading, span):
                yield finding(
                    case,
                    where,
                    rule="residue",
                    kind="debris",
                    severity="error",
                    message=message,
                    suggestion=advice,
                )


def _faults(reading: Reading, line: Span) -> Iterator[tuple[Span, str, str]]:
    text = line.of(reading.text)
    for pattern in (_OPEN_START, _OPEN_END, _MUST_GO_ON):
        for match in pattern.finditer(text):
            words = match.group()
            yield Span(*match.span()).shift(line.start), f"“{words}”处话没有说完，像是删剩下的", "请补全，或删去"
    for opening, closing in _PAIRS:
        if alone := _alone(text, opening, closing):
            mark = alone.of(text)
            yield alone.shift(line.start), f"“{mark}”处的引号、括号不成对", "请补上另一半，或删去"


def _alone(text: str, opening: str, closing: str) -> Span | None:
    """Return the first mark that has no partner, with the characters beside it."""
    opened: list[int] = []
    for at, mark in enumerate(text):
        if mark == opening:
            opened.append(at)
        elif mark == closing:
            if not opened:
                return Span(max(0, at - 4), at + 1)
            opened.pop()
    return Span(opened[0], min(len(text), opened[0] + 5)) if opened else None
