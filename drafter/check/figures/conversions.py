"""One size told in two units: 2800亩（约合186.7公顷）, 3.2公里（3200米）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import Interval
from drafter.check.figures.units import measured
from drafter.model import Span

ROOM = Decimal("0.03")  # of a size: 15 亩 are a hectare only nearly, and who converts, rounds

_SAID_AGAIN = re.compile(
    "(?P<one>#)(?:（(?:约?[折相]?[合当]于?|即|约|等于)?|[，,]?(?:约?折?合(?!计)|约合|相当于|折算为?|也就是|即))(?:约)?(?P<other>#)"
)


def find_conversions(account: Account) -> Iterator[Fault]:
    """Yield sizes that are told in two units and are not one."""
    text = account.figured
    for match in _SAID_AGAIN.finditer(text.signs):
        one, other = text.at(match, "one"), text.at(match, "other")
        if not (one.measured and other.measured) or one.unit == other.unit:
            continue
        (measure, size), (same, again) = one.measured, other.measured
        if measure != same or size.widened(abs(size.middle) * ROOM).meets(again):
            continue
        least = measured(other.unit, Interval(Decimal(1), Decimal(1)))[1].low
        message = f"{one.printed}应合{told(size.middle / least, 2)}{other.unit}，写的是{other.printed}"
        yield Fault("unit", Span(one.span.start, other.span.end), message, "请核对这两个数和单位")
