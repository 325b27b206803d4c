"""Parts by size or age: 7个，其中亿元以上3个、5000万元至1亿元4个; 60周岁以上6820人，其中80周岁以上1140人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import added
from drafter.check.figures.figured import RATES, Figured, Told
from drafter.check.figures.portions import Sized, unequal
from drafter.check.figures.sums import ASK
from drafter.model import Span

LONGEST = 14  # characters between the figures of one part

_GRADES = frozenset(("元", "岁", "周岁", "亩", "平方米", "年", "分", "头", ""))
_BARE = re.compile("^[，、和：]?(?P<size>[百千]?[万亿]|千万)元?(?P<way>以上|以下)")
_SIZES = {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "百亿": 10**10, "千亿": 10**11}
_NEXT = re.compile("^[，、和；]")
_UP, _DOWN = re.compile("^(?:及?以上|的?以上)"), re.compile("^(?:及?以下|以内)")
_TOP = Decimal(10**15)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with the sizes that it takes in."""

    told: Told
    low: Decimal
    high: Decimal


def find_graded(account: Account) -> Iterator[Fault]:
    """Yield parts by size that are more than the whole, or are so together though none takes in another's."""
    text = account.figured
    place = text.signs.find("其中")
    while place >= 0:
        yield from _held(text, place)
        place = text.signs.find("其中", place + 2)


def _held(text: Figured, place: int) -> Iterator[Fault]:
    first, sentence = text.number(place), text.sentence(place)
    before = [
        each for each in range(max(sentence.start, first - 3), first) if text.told[each].unit not in RATES | _GRADES
    ]
    if not before or first >= sentence.stop:
        return
    whole = text.told[before[-1]]
    if whole.value is None or "均" in text.words(before[-1]):
        return
    parts = _parts(text, first, sentence.stop, whole.unit)
    if not parts:
        return
    for part in parts:
        if part.told.value and part.told.value.low > whole.value.high:
            message = f"其中有{part.told.printed}，超过了总数{whole.printed}"
            yield Fault("part", Span(whole.span.start, part.told.span.end), message, ASK)
            return
    values = [value for part in parts if (value := part.told.value)]
    if len(values) == len(parts) > 1 and _apart(parts) and added(values).low > whole.value.high:
        sized = [Sized(part.told, value, "") for part, value in zip(parts, values, strict=True)]
        yield unequal(Sized(whole, whole.value, ""), sized)


def _parts(text: Figured, number: int, stop: int, unit: str) -> list[_Part]:
    """Return the parts that go on a list, each with what grades it before its number."""
    parts: list[_Part] = []
    while number < stop:
        words = text.words(number).rpartition("其中")[2]
        low, high, bare = Decimal(0), _TOP, _BARE.match(words)
        each = text.told[number]
        if parts and not _NEXT.match(words):
            break
        if bare:
            size = Decimal(_SIZES.get(bare["size"], 1))
            low, high = (size, _TOP) if bare["way"] == "以上" else (Decimal(0), size)
        elif each.unit in _GRADES and each.figure.value is not None and number + 1 < stop:
            low, high = _bounds(text, number)
            number += 1
            if re.search("[，、；：（]", text.words(number)):
                break
            each = text.told[number]
        else:
            break
        if low >= high or each.unit != unit or len(words) > LONGEST:
            break
        parts.append(_Part(each, low, high))
        number += 1
    return parts


def _bounds(text: Figured, number: int) -> tuple[Decimal, Decimal]:
    """Return the sizes that a figure grades by; nothing where it is no more than a size."""
    each, behind = text.told[number], text.signs[text.places[number] + 1 :][:4]
    value = each.figure.value or Decimal(0)
    if each.figure.upper is not None:
        return value, each.figure.upper
    if "以上" in each.printed or _UP.match(behind):
        return value, _TOP
    if each.printed.endswith(("以下", "以内")) or _DOWN.match(behind):
        return Decimal(0), value
    return Decimal(0), Decimal(0)


def _apart(parts: Sequence[_Part]) -> bool:
    """Tell whether no part takes in sizes of another, but for the bound between them."""
    ordered = sorted(parts, key=lambda part: part.low)
    return all(one.high <= other.low + 1 for one, other in pairwise(ordered))
