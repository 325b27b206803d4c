"""The account of a report's figures: what each states, and of which period and place it states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.check.figures.indicators import key_of
from drafter.check.figures.sayings import Saying, sayings
from drafter.model import Document, Source, Span
from drafter.text.statements import Statement, statements

_ONWARD = re.compile("的?(?:这个|这一)?(?:基础|水平|基数)上?")
_REACHING = re.compile("(?:左右|以上)?，(?:总量|总额)?(?:力争|预计)?(?:达到?|实现|完成|突破)")
_TOTAL = re.compile("(?:合计|共计|总计|总共)[^，、；。\\d]{0,8}$|[，、；]共$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in its place."""

    stated: Statement
    key: str  # the indicator as entries are compared by it; see indicators.key_of
    sentence: Span  # in the report's text; the statement's own spans count in it
    said: str  # the sentence
    time: str  # of what time it is; "" is the report's own period
    place: str  # of which place; "" is the whole locality
    aim: bool  # to be reached, not reached
    total: bool  # said to be the sum of what is before it (共计 …)

    def span(self, *names: str) -> Span:
        """Return where in the report's text the figures of these fields stand, all its figures without names."""
        found = [span for name, span in self.stated.spans if name in names or not names]
        found = found or [span for _, span in self.stated.spans]
        return Span(min(each.start for each in found), max(each.end for each in found)).shift(self.sentence.start)

    @property
    def whole(self) -> Span:
        """Return the span from the indicator to the last figure."""
        first = min((each.start for each in self.stated.named), default=0)
        figures = self.span()
        return Span(min(first + self.sentence.start, figures.start), figures.end)

    @property
    def is_base(self) -> bool:
        """Tell whether the value is one to start from: 在去年4860万元|的基础上."""
        span = self.stated.span("value")
        return bool(span and _ONWARD.match(self.said, span.end))

    def printed(self, field: str) -> str:
        """Return a field's figure as the text has it, with its unit."""
        span = self.stated.span(field)
        return span.of(self.said) if span else ""

    def before(self, field: str = "value") -> str:
        """Return what the sentence says before a field's figure."""
        span = self.stated.span(field)
        return self.said[: span.start] if span else ""


def entries(document: Document, own: Source | None = None) -> tuple[Entry, ...]:
    """Return the entries of a report in reading order; `own` says what it is, where that is known better."""
    return entries_of(sayings(document, own))


def entries_of(said: Iterable[Saying]) -> tuple[Entry, ...]:
    """Return what sentences state, in order."""
    return tuple(_entry(stated, saying) for saying in said for stated in _joined(statements(saying.text), saying.text))


def _entry(stated: Statement, saying: Saying) -> Entry:
    first = min((span.start for _, span in stated.spans), default=0)
    setting = saying.setting(first, min((span.start for span in stated.named), default=first))
    total = bool(_TOTAL.search(saying.text[:first]))
    return Entry(stated, key_of(stated.indicator), saying.span, saying.text, *setting, total)


def _joined(found: Sequence[Statement], said: str) -> Iterator[Statement]:
    """Yield the statements; one without a value and the next on its indicator are one: 去年5000万元，今年4800万元.

    So are one with but a rate and what that leads to: 增长10%，达到5.4亿元.
    """
    waiting: Statement | None = None
    for stated in found:
        if waiting and not waiting.value and stated.value and _one(waiting, stated, said):
            waiting = _filled(replace(stated, indicator=waiting.indicator, named=waiting.named), waiting)
            continue
        if waiting:
            yield waiting
        waiting = stated
    if waiting:
        yield waiting


def _one(rate: Statement, stated: Statement, said: str) -> bool:
    """Tell whether a value is of the indicator before: named so, or right behind its rate: 增长10%，|达到5.4亿元."""
    if stated.indicator == rate.indicator:
        return True
    before, value = rate.span("yoy"), stated.span("value")
    return bool(
        before
        and value
        and before.end < value.start
        and not stated.yoy
        and _REACHING.fullmatch(said, before.end, value.start)
    )


def _filled(stated: Statement, other: Statement) -> Statement:
    fields = ("yoy", "previous", "target", "completion", "share", "rank")
    missing = {name: getattr(other, name) for name in fields if not getattr(stated, name)}
    spans = (*stated.spans, *(each for each in other.spans if missing.get(each[0])))
    return replace(stated, spans=spans, **missing)
