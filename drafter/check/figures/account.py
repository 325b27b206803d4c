"""What the checks of figures look at, and how they word what they find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from drafter.check.case import Case
from drafter.check.figures.amounts import Interval, interval
from drafter.check.figures.entries import Entry
from drafter.check.figures.figured import Figured
from drafter.check.figures.sayings import Saying
from drafter.check.figures.units import unit
from drafter.model import Document, Severity, Span
from drafter.text.quantities import Figure
from drafter.text.sentences import sentences

SLIPPED = 500  # times: so far apart are two values of one thing only when 万 or 亿 is wrong (a factor of 10,000)

_HEDGE = re.compile("(?:突破|跨过|迈上|站上|冲破)$")  # stands before a value as the verb that governs it


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with figures, to be made a finding of."""

    kind: str
    span: Span  # in the draft's text
    message: str
    suggestion: str
    severity: Severity = "error"
    beside: tuple[Document, Span] | None = None  # what another report says, where the draft is at odds with that


@dataclass(frozen=True, slots=True)
class Account:
    """A draft's entries and figures, and the case they stand in."""

    case: Case
    sayings: tuple[Saying, ...]  # the sentences that have figures
    entries: tuple[Entry, ...]  # what they state
    figured: Figured  # the draft's text

    @property
    def text(self) -> str:
        """Return the draft's text."""
        return self.case.document.text

    def rows(self) -> Iterator[tuple[Span, list[Figure]]]:
        """Yield the sentences with their figures, both counting in the draft's text."""
        told, number = self.figured.told, 0
        for sentence in sentences(self.text):
            begin = number
            while number < len(told) and told[number].figure.span.start < sentence.end:
                number += 1
            yield sentence, [each.figure for each in told[begin:number]]

    def by_sentence(self) -> list[tuple[Span, list[Entry]]]:
        """Return the entries sentence by sentence."""
        return [(span, list(found)) for span, found in groupby(self.entries, key=lambda entry: entry.sentence)]


def amount(entry: Entry, field: str = "value") -> Interval | None:
    """Return what a field's figure may stand for; None when it is no amount (上年的1.5倍)."""
    printed = str(getattr(entry.stated, field)).lstrip("+-")
    if not printed:
        return None
    hedge = _HEDGE.search(entry.before(field))
    return None if "倍" in printed else interval(f"{'超' if hedge else ''}{printed}")


def same_unit(one: Entry, other: Entry) -> bool:
    """Tell whether the values of two entries can be compared."""
    return unit(one.stated.unit) == unit(other.stated.unit)


def is_rate(entry: Entry) -> bool:
    """Tell whether a value is a percentage."""
    return entry.stated.unit in {"%", "‰"}


def told(value: Decimal, places: int = 1) -> str:
    """Print a computed number with so many decimals at most, 万 and 亿 for large ones: 3.8, 120, 1.25亿."""
    for scale, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(value) >= scale:
            return f"{_plain(value / scale, 4)}{name}"
    return _plain(value, places)


def _plain(value: Decimal, places: int) -> str:
    shown = f"{value:.{places}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
