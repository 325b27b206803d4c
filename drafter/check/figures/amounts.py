"""Figures as intervals: what is printed stands for every value that is rounded, cut off or hedged to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from drafter.text.typed import Amount, parse_amount

_MORE = re.compile("超|逾|突破|余|多|以上|不少于|不低于|至少")
_LESS = re.compile("近|将近|接近|以内|以下")
_NEAR = re.compile("约|左右|上下")
_ABOUT = re.compile(f"{_MORE.pattern}|{_LESS.pattern}|{_NEAR.pattern}")
ROUNDED = Decimal("0.01")  # of a whole number of 万 or 亿

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a printed figure may stand for, 万 and 亿 counted in."""

    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        """Return the value in the middle."""
        return (self.low + self.high) / 2

    def meets(self, other: Interval) -> bool:
        """Tell whether both may stand for one value."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        """Return what the sum may be."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """Return what the difference may be."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, base: Interval) -> Interval:
        """Return what the quotient may be, in per cent; `base` must be above zero."""
        return Interval(self.low / base.high * 100, self.high / base.low * 100)

    def negative(self) -> Interval:
        """Return the values with the other sign."""
        return Interval(-self.high, -self.low)

    def widened(self, by: Decimal) -> Interval:
        """Return the interval with so much more on either side."""
        return Interval(self.low - by, self.high + by)


@lru_cache(maxsize=1 << 12)  # several rules read the figures of one draft
def interval(text: str) -> Interval | None:
    """Read a printed figure (近2.2万, 300余, 52.6%); None for a range, a blank or no figure at all.

    A count is exact; what has decimals is rounded, and so may be what has 万 or 亿, by one part in a hundred: who
    rounds 4.3亿 to 4亿 says 约. A hedge leaves the last place that is not zero open: 300余 may be up to 400.
    """
    amount = parse_amount(text)
    number = _NUMBER.search(text)
    if amount is None or amount.number is None or number is None:
        return None
    middle, step = amount.number, _step(amount)
    rounded = min(step / 2, abs(middle) * ROUNDED)
    loose = step / 2 if "." in number[0] else rounded if amount.scale else Decimal(0)
    exact = Interval(middle - loose, middle + loose)
    if not _ABOUT.search(text):
        return exact
    room = _room(number[0]) * (step / Decimal(1).scaleb(-len(number[0].partition(".")[2])))
    return Interval(
        exact.low - (room if not _MORE.search(text) else 0), exact.high + (room if not _LESS.search(text) else 0)
    )


def last_place(printed: str) -> Decimal:
    """Return what one of the last printed place is worth, 万 and 亿 left out: 0.1 of 52.6%."""
    number = _NUMBER.search(printed)
    return Decimal(1).scaleb(-len(number[0].partition(".")[2])) if number else Decimal(0)


def ratio(one: Interval, other: Interval) -> Decimal:
    """Return how many times the larger value is the smaller; 1 where either is nothing."""
    low, high = sorted((abs(one.middle), abs(other.middle)))
    return high / low if low else Decimal(1)


def added(values: Sequence[Interval]) -> Interval:
    """Return what a sum may be: the roundings of its parts are taken to make up for each other by half."""
    tight = [halved(value) for value in values]
    return sum(tight[1:], tight[0])


def halved(each: Interval) -> Interval:
    """Return an interval of half the width, for several whose roundings hardly all go one way."""
    quarter = (each.high - each.low) / 4
    return Interval(each.low + quarter, each.high - quarter)


def _step(amount: Amount) -> Decimal:
    """Return what one of the last printed place is worth."""
    return amount.high - amount.low if amount.high is not None and amount.low is not None else Decimal(0)


def _room(number: str) -> Decimal:
    """Return what one of the last place that is not zero is worth: 100 of 1200, 0.1 of 2.2."""
    whole, _, decimals = number.replace(",", "").partition(".")
    if decimals.strip("0"):
        return Decimal(1).scaleb(-len(decimals.rstrip("0")))
    zeros = len(whole) - len(whole.rstrip("0"))
    return Decimal(10) ** min(zeros, len(whole) - 1)
