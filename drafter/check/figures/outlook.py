"""Targets of the plan held against the year under review: 完成1.1亿元 there, 达到1.3亿元，增长10% here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, amount, is_rate, same_unit, told
from drafter.check.figures.amounts import Interval, added, last_place, ratio
from drafter.check.figures.changes import COMPARABLE, PRODUCT, REAL, signed, spoken
from drafter.check.figures.entries import Entry
from drafter.check.figures.figured import UP, WORD, Figured
from drafter.check.figures.indicators import is_measured
from drafter.check.figures.units import unit
from drafter.model import Span

_AHEAD = re.compile("(?:力争|确保|预期|预计|目标|计划|总额)$")
ROOM = Decimal("0.01")  # of a target, which is a round number

OPEN = Decimal("0.12")  # of a value, that rounding may leave open; more is hedged

_ON = re.compile(
    rf"在{WORD}{{0,16}}?(?P<a>#)的?基础上{WORD}{{0,6}}?(?P<way>{UP})(?:约|近)?(?P<rate>%)(?:左右|以上)?[，、]{WORD}{{0,10}}?(?:达到?|完成|实现|突破|为){WORD}{{0,6}}?(?P<b>#)"
)
_TO = re.compile("(?P<open>左右|以上)?[，、](?:力争|预计|预期|总量|总额)*(?:达到?|完成|实现|为)")
_OPEN = re.compile("以上|左右|力争|约|超|不低于|突破|近")


def find_outlook(account: Account) -> Iterator[Fault]:
    """Yield targets that the growth told with them does not lead to from the value of the year under review."""
    own = account.case.own.period
    if own is None or own.part == "year":
        yield from _planned(account, str(own.year + 1) if own else "")
    text = account.figured
    for match in _ON.finditer(text.signs):
        before, after, rate = (text.at(match, name) for name in ("a", "b", "rate"))
        low, high, given = before.value, after.value, rate.value
        if not (low and high and given) or before.unit != after.unit or ratio(low, high) >= SLIPPED:
            continue
        given = given.widened(last_place(rate.printed))
        reached = _grown(low, given)
        if not reached.meets(high):
            rise = (high.middle / low.middle - 1) * 100
            message = f"由{before.printed}到{after.printed}，应为增长{told(rise)}%，写的是{rate.printed}"
            yield Fault("yoy", Span(before.span.start, max(rate.span.end, after.span.end)), message, "请核对这几个数")


def _planned(account: Account, next_year: str) -> Iterator[Fault]:
    """Yield the targets of entries that do not follow from the entries of the review."""
    reviewed: dict[str, Entry] = {}
    for entry in account.entries:
        if not entry.aim and not entry.time and not entry.place and entry.stated.value and _is_measured(entry):
            reviewed.setdefault(entry.key, entry)
    for entry in account.entries:
        base = reviewed.get(_AHEAD.sub("", entry.key))
        if (
            (entry.aim or entry.time == next_year != "")
            and not entry.is_base
            and not entry.place
            and base
            and base.sentence.start < entry.sentence.start
        ):
            yield from _held(base, entry) if entry.stated.value else _reached(account.figured, base, entry)


def _is_measured(entry: Entry) -> bool:
    """Tell whether a place has one value of what an entry tells: 社会消费品零售总额."""
    return is_measured(entry.key) or is_measured(entry.stated.indicator)


def _held(base: Entry, entry: Entry) -> Iterator[Fault]:
    change = entry.stated.yoy
    before, after = amount(base), amount(entry)
    given = signed(change) if "%" in change else None
    if not (before and after and given) or before.low <= 0 or is_rate(entry) or not same_unit(base, entry):
        return
    if ratio(before, after) >= SLIPPED or COMPARABLE.search(entry.said) or entry.stated.previous:
        return
    place = entry.stated.span("yoy")
    hedged = place is not None and _OPEN.match(entry.said, place.end) is not None
    given = given.widened((REAL if PRODUCT.search(entry.key) else Decimal(0)) + (1 if hedged else 0))
    before, after = _likely(before), _likely(after)
    reached = _grown(before, given)
    room = reached.middle * ROOM
    if reached.widened(room).meets(after):
        return
    difference = (after.middle / before.middle - 1) * 100
    expected = spoken(f"{'-' if difference < 0 else '+'}{told(abs(difference))}%")
    yield Fault(
        "yoy",
        entry.span("value", "yoy"),
        f"目标是{entry.printed('value')}、{spoken(change)}，而上年完成的是{base.printed('value')}，照此算应为{expected}",
        "请核对上年完成数、目标和增幅",
        severity="warning",
    )


def _reached(text: Figured, base: Entry, entry: Entry) -> Iterator[Fault]:
    """Yield what growth told first does not lead to: 总产值增长10%，达到5.42亿元."""
    place = entry.stated.span("yoy")
    if place is None or not (match := _TO.match(entry.said, place.end)):
        return
    begin = match.end() + entry.sentence.start
    after = next((each for each in text.told if each.span.start <= begin < each.span.end), None)
    before, given = amount(base), signed(entry.stated.yoy) if "%" in entry.stated.yoy else None
    if not (after and after.value and before and given) or unit(base.stated.unit) != after.unit or before.low <= 0:
        return
    if ratio(before, after.value) >= SLIPPED or COMPARABLE.search(entry.said) or PRODUCT.search(entry.key):
        return
    given = given.widened(Decimal(bool(match["open"])))
    reached = _grown(_likely(before), given)
    if not reached.widened(reached.middle * ROOM).meets(_likely(after.value)):
        rise = (after.value.middle / before.middle - 1) * 100
        expected = spoken(f"{'-' if rise < 0 else '+'}{told(abs(rise))}%")
        message = (
            f"目标是{spoken(entry.stated.yoy)}、达到{after.printed}，而上年完成的是{base.printed('value')}，"
            f"照此算应为{expected}"
        )
        span = entry.span("yoy").union(after.span)
        yield Fault("yoy", span, message, "请核对上年完成数、目标和增幅", severity="warning")


def _likely(value: Interval) -> Interval:
    """Return a value with half its rounding: that both are at their worst is no excuse; what is hedged stays open."""
    return added([value]) if value.high - value.low <= abs(value.middle) * OPEN else value


def _grown(base: Interval, rate: Interval) -> Interval:
    """Return what a value comes to that grows by so many per cent."""
    return Interval(base.low * (100 + rate.low) / 100, base.high * (100 + rate.high) / 100)
