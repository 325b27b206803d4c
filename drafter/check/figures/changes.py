"""A value held against the year before: 同比 as given and as computed, the value against 上年同期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, amount, is_rate, told
from drafter.check.figures.amounts import Interval, interval, last_place, ratio
from drafter.check.figures.entries import Entry
from drafter.model import Span
from drafter.text.typed import parse_amount

FLAT = Decimal(1)  # per cent: what changes by less is still called 持平
REAL = Decimal(3)  # per cent: growth of a product is told at constant prices, so far from that of the amounts

COMPARABLE = re.compile("可比|不变价|同口径")
_BOTH = re.compile(  # 增加1260元，增长7%
    r"(?:比|较|同比)[^，。；\d]{0,10}?(?P<way>增加|增收|净增|减少|增长|下降)了?(?P<by>[\d.,]+[万亿]?)(?P<unit>[^\d，。；%个]{1,3})"
    r"[，、](?:同比)?(?:增长|增幅|下降|降幅|减少)(?:率)?(?:达到?|为)?(?P<rate>[\d.]+%)"
)
PRODUCT = re.compile("生产总值|增加值|GDP")
_FALLS = ("减少", "下降")
_ASK = "请核对这几个数"


def find_changes(account: Account) -> Iterator[Fault]:
    """Yield changes that the figures beside them belie, and values that 万 or 亿 parts from their base."""
    for entry in account.entries:
        yield from _far_apart(entry)
        yield from _miscalculated(entry)
        yield from _both(entry)


def _far_apart(entry: Entry) -> Iterator[Fault]:
    """Yield a value so far from its own base or target that 万 or 亿 must be wrong."""
    value = amount(entry)
    for field, name in (("previous", "上年同期"), ("target", "目标")):
        base = amount(entry, field)
        if value and base and ratio(value, base) >= SLIPPED:
            yield Fault(
                "unit",
                entry.span("value", field),
                f"“{entry.stated.indicator}”写的是{entry.printed('value')}，{name}写的是{entry.printed(field)}，"
                f"相差约{told(ratio(value, base), 0)}倍",
                "请核对单位，看“万”“亿”有没有写错",
            )


def _miscalculated(entry: Entry) -> Iterator[Fault]:
    """Yield a change that is not what the value and the one of the year before come to."""
    value, base, change = amount(entry), amount(entry, "previous"), entry.stated.yoy
    if not (value and base and change) or base.low <= 0 or COMPARABLE.search(entry.said):
        return
    rate = is_rate(entry)
    given, expected = signed(change), _expected(change, value, base, rate=rate)
    if given and "%" in change and PRODUCT.search(entry.key):
        given = given.widened(REAL)
    if ratio(value, base) < SLIPPED and given and expected and not given.meets(expected):
        yield Fault(
            "yoy",
            entry.span("value", "previous", "yoy"),
            f"同比写的是“{spoken(change)}”，按{entry.printed('value')}和上年同期{entry.printed('previous')}计算，"
            f"应为{_computed(change, value, base, rate=rate)}",
            _ASK,
        )


def signed(change: str) -> Interval | None:
    """Return what a change may stand for, below nothing for a fall; None when it is no figure."""
    if change == "持平":
        return Interval(-FLAT, FLAT)
    found = interval(change.lstrip("+-"))
    if found is None:
        return None
    if "%" in change or "点" in change:
        found = found.widened(last_place(change))
    return found.negative() if change.startswith("-") else found


def _expected(change: str, value: Interval, base: Interval, *, rate: bool) -> Interval | None:
    """Return what the change should be, in the unit it is given in; None where it cannot be told."""
    if rate != ("点" in change or change == "持平"):
        return None if rate or "点" in change else _expected_of_amount(change, value, base)
    return value - base if rate else _expected_of_amount(change, value, base)


def _expected_of_amount(change: str, value: Interval, base: Interval) -> Interval:
    share = value.over(base)
    if change == "持平" or "%" in change:
        return Interval(share.low - 100, share.high - 100)
    if "倍" in change:  # 增长2倍 should be three times as much, and is often said of twice
        return Interval(share.low / 100 - Decimal("1.1"), share.high / 100 + Decimal("0.1"))
    return value - base


def _computed(change: str, value: Interval, base: Interval, *, rate: bool) -> str:
    """Say what the change comes to, as the text says it."""
    by_share = not rate and ("%" in change or "倍" in change or change == "持平")
    difference = (value.middle / base.middle - 1) * 100 if by_share else value.middle - base.middle
    given = parse_amount(change.lstrip("+-"))
    unit = "%" if by_share else given.unit if given else ""
    return spoken(f"{'-' if difference < 0 else '+'}{told(abs(difference))}{unit}")


def spoken(change: str) -> str:
    """Return a change in words: 增长3.8% for +3.8%."""
    if change[:1] in {"+", "-"}:
        return ("下降" if change[0] == "-" else "增长") + change[1:]
    return change


def _both(entry: Entry) -> Iterator[Fault]:
    """Yield a change given as an amount and in per cent that do not go together: 比上年增加1200元，增长9.6%."""
    value, place = amount(entry), entry.stated.span("value")
    if not value or not place or entry.stated.previous or COMPARABLE.search(entry.said):
        return
    match = _BOTH.search(entry.said, place.end)
    if not match or not re.fullmatch("[，、]?", entry.said[place.end : match.start()]):
        return
    by, rate = interval(match["by"]), interval(match["rate"])
    if by is None or rate is None or not entry.stated.unit.startswith(match["unit"]):
        return
    base = value + by if match["way"] in _FALLS else value - by
    room = last_place(match["rate"]) + (REAL if PRODUCT.search(entry.key) else 0)
    if base.low > 0 and not rate.widened(room).meets(by.over(base)):
        yield Fault(
            "yoy",
            entry.span("value").union(_shifted(match, entry)),
            f"{match['way']}{match['by']}{match['unit']}和{match['rate']}对不上：按{entry.printed('value')}计算，"
            f"应为{told(by.over(base).middle)}%",
            _ASK,
        )


def _shifted(match: re.Match[str], entry: Entry) -> Span:
    return Span(*match.span()).shift(entry.sentence.start)
