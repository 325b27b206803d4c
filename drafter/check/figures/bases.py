"""The value that a plan starts from held against the review: 在2023年4680万元的基础上."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from drafter.check.figures.account import Account, Fault, amount
from drafter.check.figures.amounts import Interval, interval, ratio
from drafter.check.figures.conflicts import OTHER_SCOPE
from drafter.check.figures.entries import Entry
from drafter.check.figures.indicators import is_measured, key_of
from drafter.check.figures.sayings import Saying
from drafter.check.figures.units import unit
from drafter.check.findings import paragraph
from drafter.model import Span
from drafter.text.indicators import name_before
from drafter.text.quantities import figures

_FROM = re.compile(
    "(?:[在由从以]|比|较)(?P<year>20\\d\\d年|上年|去年|今年|本年|当前|目前|现在|现有)?(?:实际|完成)?的?$"
)
_ONWARD = re.compile(
    "的?(?:这个|这一)?(?:基础上|水平上|基数上?)|[，、]?(?:再)?(?:增加|增长|提高|提升|扩大|发展|上升|增|升)[到至]"
)
_MARK = re.compile("[，；：。、（]")


def find_bases(account: Account) -> Iterator[Fault]:
    """Yield values a plan starts from that the review gives otherwise."""
    reached = _reached(account)
    for saying in account.sayings:
        if "础" in saying.text or "由" in saying.text or "从" in saying.text:
            yield from _started_otherwise(account, saying, reached)


def _reached(account: Account) -> Mapping[str, Sequence[Entry]]:
    """Return what the report says was reached in its own period by the whole locality, by indicator."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in account.entries:
        if (
            not (entry.aim or entry.time or entry.place or entry.total)
            and entry.stated.value
            and is_measured(entry.key)
        ):
            found[entry.key].append(entry)
    return found


def _started_otherwise(account: Account, saying: Saying, reached: Mapping[str, Sequence[Entry]]) -> Iterator[Fault]:
    text = saying.text
    for figure in figures(text):
        lead = _FROM.search(text, 0, figure.span.start)
        if not lead or not _ONWARD.match(text, figure.span.end) or not _own_year(account, lead["year"] or ""):
            continue
        if not saying.setting(figure.span.start, lead.start()).aim:
            continue
        marks = [mark.end() for mark in _MARK.finditer(text, 0, lead.start())]
        named = name_before(text, Span(max(marks, default=0), lead.start()))
        key = key_of("".join(piece.of(text) for piece in named))
        value = interval(figure.hedge + figure.span.of(text).removesuffix(figure.unit))
        for entry in reached.get(key, ()):
            base = amount(entry)
            if value and base and unit(figure.unit) == unit(entry.stated.unit) and _apart(value, base):
                printed, where = figure.span.of(text), paragraph(account.text, entry.sentence.start)
                yield Fault(
                    "conflict",
                    figure.span.shift(saying.span.start),
                    f"打算里“{entry.stated.indicator}”的基数是{printed}，{where}回顾里是{entry.printed('value')}",
                    "请核对，基数应与回顾里的数一致",
                    severity="warning",
                )
                return


def _own_year(account: Account, said: str) -> bool:
    """Tell whether a plan means the report's own year by 2023年, 上年 or 今年."""
    own = account.case.own.period
    return not said[:1].isdigit() or own is None or said == f"{own.year}年"


def _apart(value: Interval, base: Interval) -> bool:
    return not value.meets(base) and ratio(value, base) <= OTHER_SCOPE
