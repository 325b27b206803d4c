"""How a draft is read by the rules: its words, the clause and the sentence a place stands in, its plan."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.check.case import Case
from drafter.model import Document, Period, Section, Span
from drafter.text.periods import find_date
from drafter.text.sentences import clauses, sentences

_PLAN = re.compile(
    "打算|计划|安排|任务|目标|思路|部署|谋划|举措|下一?步|下一?阶段|今后|下半年|明年|四季度|重点工作|总体要求"
)
LAST_ANNUAL = 4  # month by which the report on a year is given
_REVIEW = re.compile("回顾|总结|情况|完成|成效|成绩|取得")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with where its clauses, sentences and plan are."""

    text: str
    clauses: Sequence[Span]
    sentences: Sequence[Span]
    plan: Sequence[Span]  # what the report plans, by its headings
    annexes: Sequence[Span]  # glossaries and tables behind the report

    def clause(self, span: Span) -> Span:
        """Return the clause that a stretch begins in."""
        return _holder(self.clauses, span)

    def sentence(self, span: Span) -> Span:
        """Return the sentence that a stretch begins in."""
        return _holder(self.sentences, span)

    def is_planned(self, span: Span) -> bool:
        """Tell whether a stretch stands in the plan."""
        return any(part.covers(span) for part in self.plan)

    def is_annexed(self, span: Span) -> bool:
        """Tell whether a stretch stands in an annex."""
        return any(part.covers(span) for part in self.annexes)


class Taken:
    """Which characters of a text are taken."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._marks = bytearray(length)
        for span in spans:
            self.take(span)

    def meets(self, span: Span) -> bool:
        """Tell whether a character of a stretch is taken."""
        return any(self._marks[span.start : span.end])

    def take(self, span: Span) -> None:
        """Take a stretch."""
        self._marks[span.start : span.end] = b"\1" * len(span)


def read(document: Document) -> Reading:
    """Read a draft."""
    text = document.text
    annexes = tuple(block.span for block in document.blocks if block.role == "annex")
    return Reading(text, tuple(clauses(text)), tuple(sentences(text)), tuple(_plans(document)), annexes)


def period_of(case: Case) -> Period | None:
    """Return the period a draft reports on: the whole year where it is given in the next, whatever its headings say."""
    period = case.own.period
    dates = (block.span.of(case.document.text) for block in case.document.blocks if block.role == "dateline")
    given = next(filter(None, map(find_date, dates)), None)
    if period and given and period.part != "year" and given.year == period.year + 1 and given.month <= LAST_ANNUAL:
        return Period(period.year, "year")
    return period


def _holder(spans: Sequence[Span], span: Span) -> Span:
    at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    return spans[at].union(span) if at >= 0 and spans[at].end > span.start else span


def _plans(document: Document) -> Sequence[Span]:
    """Return from the heading of each chapter that plans to the next chapter's."""
    chapters = [section for section in document.root.children if section.heading]
    starts = [*(_start(section) for section in chapters), len(document.text)]
    return [
        Span(start, end)
        for section, start, end in zip(chapters, starts, starts[1:], strict=False)
        if _PLAN.search(section.title) and not _REVIEW.search(section.title)
    ]


def _start(section: Section) -> int:
    return section.heading.span.start if section.heading else 0
