"""The plan held against the review: the value it starts from (在2023年4680万元的基础上), and the growth it aims at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from drafter.check.account import Account, Fault, amount, is_rate, same_unit, told
from drafter.check.amounts import Interval, halved, interval, last_place, ratio
from drafter.check.changes import PRODUCT, signed, spoken
from drafter.check.conflicts import OTHER_SCOPE
from drafter.check.entries import Entry
from drafter.check.findings import paragraph
from drafter.check.indicators import is_measured, key_of
from drafter.check.sayings import Saying
from drafter.check.units import unit
from drafter.model import Span
from drafter.text.indicators import name_before
from drafter.text.quantities import figures

NEAR = Decimal(1)  # per cent: by so much an aim is rounded
LOOSE = Decimal("0.12")  # of a value; who rounds or hedges more says nothing of growth

_FROM = re.compile(
    "(?:[在由从以]|比|较)(?P<year>20\\d\\d年|上年|去年|今年|本年|当前|目前|现在|现有)?(?:实际|完成)?的?$"
)
_ONWARD = re.compile(
    "的?(?:这个|这一)?(?:基础上|水平上|基数上?)|[，、]?(?:再)?(?:增加|增长|提高|提升|扩大|发展|上升|增|升)[到至]"
)
_MARK = re.compile("[，；：。、（]")


def find_bases(account: Account) -> Iterator[Fault]:
    """Yield values a plan starts from that the review gives otherwise, and aims whose growth their values belie."""
    reached = _reached(account)
    for saying in account.sayings:
        if "础" in saying.text or "由" in saying.text or "从" in saying.text:
            yield from _started_otherwise(account, saying, reached)
    for entry in account.entries:
        if entry.aim and not entry.is_base:
            yield from _aimed_otherwise(account, entry, reached.get(entry.key, ()))


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


def _aimed_otherwise(account: Account, aim: Entry, reached: Sequence[Entry]) -> Iterator[Fault]:
    """Yield an aim whose growth is far from what its value and the review's come to."""
    value, change = amount(aim), aim.stated.yoy
    given = signed(change) if "%" in change and not is_rate(aim) else None
    if not (value and given) or aim.place or not _exact(value) or PRODUCT.search(aim.key):
        return
    for entry in reached:
        base = amount(entry)
        if not base or not _exact(base) or not same_unit(aim, entry) or ratio(value, base) > OTHER_SCOPE:
            continue
        share = halved(value).over(halved(base))
        if given.widened(NEAR + last_place(change)).meets(Interval(share.low - 100, share.high - 100)):
            return
        difference = value.middle / base.middle * 100 - 100
        expected = spoken(f"{'-' if difference < 0 else '+'}{told(abs(difference))}%")
        where = paragraph(account.text, entry.sentence.start)
        message = f"“{aim.stated.indicator}”的目标写的是“{spoken(change)}”，{where}已完成{entry.printed('value')}，"
        message += f"按{aim.printed('value')}计算，应为{expected}"
        yield Fault("yoy", aim.span("yoy", "value"), message, "请核对这几个数")
        return


def _exact(value: Interval) -> bool:
    """Tell whether a value is told exactly enough to reckon growth from it."""
    return value.low > 0 and (value.high - value.low) < value.middle * LOOSE
