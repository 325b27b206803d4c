"""Scraps that other hands have left: of the web, of libraries of model texts, of chat answers, templates and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import read
from drafter.config import table
from drafter.model import Finding, Span
from drafter.text.lookout import Lookout

_REST = r"[^，。；！\n]{1,40}"  # of a clause, where a row does not say how a scrap goes on


@dataclass(frozen=True, slots=True)
class Scrap:
    """A row of `data/scraps.tsv`."""

    kind: str
    written: re.Pattern[str]  # from where one of its words begins
    excuse: re.Pattern[str] | None  # in the same clause
    message: str
    suggestion: str


@cache
def scraps() -> dict[str, Scrap]:
    """Return each word of the table with its row."""
    return {word: row for words, row in map(_row, table("scraps.tsv")) for word in words}


def _row(cells: tuple[str, ...]) -> tuple[list[str], Scrap]:
    kind, words, written, excuse, message, advice = cells
    pattern = re.compile(written or _REST)
    return words.split("|"), Scrap(kind, pattern, re.compile(excuse) if excuse else None, message, advice)


@cache
def _lookout() -> Lookout:
    return Lookout(scraps())


def find_scraps(case: Case) -> Iterator[Finding]:
    """Yield the scraps of a draft; each begins with a word of the table and goes on as its row says."""
    reading = read(case.document)
    for word in _lookout().find(reading.text):
        scrap = scraps()[word.of(reading.text)]
        match = scrap.written.match(reading.text, word.start)
        if not match or not match.group() or reading.is_annexed(span := Span(*match.span())):
            continue
        if scrap.excuse and scrap.excuse.search(reading.clause(word).of(reading.text)):
            continue
        message = scrap.message.format(match.group())
        yield finding(
            case, span, rule="residue", kind=scrap.kind, severity="error", message=message, suggestion=scrap.suggestion
        )
