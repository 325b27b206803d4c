"""Which entries set aims for the year to come, and whether two such aims can both hold: 增长8%左右, 增长10%左右."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from drafter.check.figures.entries import Entry
from drafter.text.typed import parse_amount

COMING = "来年"  # the time of what is aimed at for the year to come

OTHER_AIM = 3  # times; aims further apart are of different things

_LISTED = ("目标是", "目标为", "目标：")
_HEDGES = ("左右", "以上", "以内")
_STRIVEN = ("奋斗目标", "挑战目标", "更好结果", "更高")  # beside what is expected


def with_coming(entries: Iterable[Entry], coming: str) -> Iterator[Entry]:
    """Yield entries, the aims for the year `coming` with one time, whether their sentences name it or not.

    They begin where a report first aims at that year, or where it lists what it aims at.
    """
    begun = False
    for entry in entries:
        aimed = entry.aim or (begun and (entry.stated.value + entry.stated.yoy).endswith(_HEDGES))
        begun = begun or (entry.aim and (entry.time == coming != "" or any(words in entry.said for words in _LISTED)))
        if begun and aimed and entry.time in {"", coming} and not any(words in entry.said for words in _STRIVEN):
            yield replace(entry, time=COMING, aim=True)
        else:
            yield entry


def aims_differ(first: Entry, second: Entry, field: str) -> bool:
    """Tell whether two aims are at different numbers, however they are hedged alike."""
    one, other = str(getattr(first.stated, field)), str(getattr(second.stated, field))
    if ("以上" in one) != ("以上" in other) and field == "value":
        return False
    numbers = [number for each in (one, other) if (number := _number(each.lstrip("+-")))]
    if len(numbers) < 2 or one[:1] + other[:1] in {"+-", "-+"}:
        return False
    low, high = sorted(numbers)
    return low != high and high <= low * OTHER_AIM


def _number(printed: str) -> Decimal | None:
    amount = parse_amount(printed[:-2] if printed.endswith(_HEDGES) else printed)
    return amount.number if amount else None
