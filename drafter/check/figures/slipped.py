"""One figure printed twice, with another scale or another unit: 3200万元 and 3200亿元, 8.6公里 and 8.6米."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault
from drafter.check.figures.account import told as shown
from drafter.check.figures.amounts import ratio
from drafter.check.figures.mentions import Mention
from drafter.check.figures.things import names_one
from drafter.check.findings import paragraph

SURE = 3  # digits; two figures that have so many in common are hardly of different things
SHIFTED = 10  # times; so far apart are values of which one has the point a place off

_DIGITS = re.compile(r"\d[\d,.]*")
_KINDS = (  # units of one kind, in which one thing can be measured
    frozenset(["公里", "米"]),
    frozenset(["亩", "公顷", "平方米", "平方公里"]),
    frozenset(["吨", "公斤", "斤"]),
    frozenset(["人", "人次", ""]),
)
_KIND = {unit: number for number, units in enumerate(_KINDS) for unit in units}
_ASK = "请核对单位，看“万”“亿”或计量单位有没有写错"


def find_slipped(account: Account, told: Sequence[Mention]) -> Iterator[Fault]:
    """Yield figures that were printed before for the same thing in the same digits, but another scale or unit."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        groups[_digits(mention)].append(mention)
    for digits, group in groups.items():
        for number, mention in enumerate(group):
            other = next((other for other in group[:number] if _slipped(other, mention, digits)), None)
            if other:
                yield _fault(account, other, mention)


def _digits(mention: Mention) -> str:
    """Return the digits of a figure by which it is known: 386 of 38.6亿."""
    found = _DIGITS.search(mention.printed)
    return found[0].replace(",", "").replace(".", "").lstrip("0").rstrip("0") if found else ""


def _slipped(first: Mention, second: Mention, digits: str) -> bool:
    """Tell whether two figures of the same digits are of one thing, though scale or unit differ."""
    if (
        first.saying is second.saying
        or first.setting.place != second.setting.place
        or first.setting.aim != second.setting.aim
    ):
        return False
    apart = ratio(first.value, second.value)
    if first.unit != second.unit:
        alike = first.unit in _KIND and _KIND[first.unit] == _KIND.get(second.unit)
        return alike and apart == 1 and first.printed == second.printed and _one_thing(first, second)
    if apart >= SLIPPED:
        return _one_thing(first, second) or (_sure(first, second, digits) and _kin(first, second))
    same = first.noun == second.noun and first.setting == second.setting and first.deed == second.deed
    return apart >= SHIFTED and len(digits) >= SURE and same and first.whole and second.whole


def _one_thing(first: Mention, second: Mention) -> bool:
    if first.noun != second.noun or (first.deed and second.deed and first.deed != second.deed):
        return False
    return names_one(first.noun)


def _sure(first: Mention, second: Mention, digits: str) -> bool:
    """Tell whether two figures have so many digits in common that it is hardly by chance."""
    one, other = (_DIGITS.search(each.printed) for each in (first, second))
    return len(digits) >= SURE or bool(one and other and one[0] == other[0] and len(one[0]) >= SURE)


def _kin(first: Mention, second: Mention) -> bool:
    """Tell whether two names end alike: 各类项目资金, 上级资金."""
    return first.said[-2:] == second.said[-2:] or first.noun[-2:] == second.noun[-2:]


def _fault(account: Account, first: Mention, second: Mention) -> Fault:
    here, there = second.span.of(account.text), first.span.of(account.text)
    where = paragraph(account.text, first.saying.span.start)
    times = shown(ratio(first.value, second.value), 0)
    apart = f"，相差约{times}倍" if Decimal(times.rstrip("万亿") or 0) > 1 else "，单位不同"
    return Fault("unit", second.span, f"“{second.said}”这里是{here}，{where}是{there}{apart}", _ASK)
