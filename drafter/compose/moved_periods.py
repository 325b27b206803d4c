"""Move the words for a period on: 2023年上半年工作回顾 becomes 2023年前三季度工作回顾."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from drafter.model import Kind, Part, Period
from drafter.text.periods import next_period, periods, spoken

KIND_OF_PART: Mapping[Part, Kind] = MappingProxyType(
    {"first_half": "half_year", "first_three_quarters": "three_quarter", "year": "annual"}
)
"""The kind of report that looks back on each part of a year; on the others none does."""

_FOLLOWING: Mapping[Part, tuple[int, Part]] = MappingProxyType(
    {"first_half": (0, "first_three_quarters"), "first_three_quarters": (0, "year"), "year": (1, "first_half")}
)
_SPANS: Mapping[Part, str] = MappingProxyType(
    {"first_half": "半年来", "first_three_quarters": "前三季度", "year": "一年来"}
)
_SPAN = re.compile("(这半年|半年来|这一年|一年来|过去的?一年)")
_YEAR = re.compile(r"\d{4}年度?|[一二][〇零○一二三四五六七八九]{3}年度?")


def period_after(period: Period, *, summary: bool = False) -> Period:
    """Return the period that the next report looks back on; a summary with plan is written once a year."""
    if summary:
        return Period(period.year + 1, "year")
    years, part = _FOLLOWING.get(period.part, (1, "first_half"))
    return Period(period.year + years, part)


def moved(text: str, old: Period, new: Period) -> str:
    """Return a heading of a report on `old` as a report on `new` has it."""
    if old == new:
        return text
    parts = _SPAN.split(text)
    return "".join(_SPANS[new.part] if at % 2 else _renamed(part, old, new) for at, part in enumerate(parts))


def _renamed(text: str, old: Period, new: Period) -> str:
    words: list[str] = []
    place = 0
    for span, period in periods(text, old.year):
        named = span.of(text)
        opens = text[span.end : span.end + 1] == "，" and period == old and not _YEAR.match(named)
        words += [text[place : span.start], _SPANS[new.part] if opens else _named(named, period, old, new)]
        place = span.end
    return "".join(words) + text[place:]


def _named(words: str, period: Period, old: Period, new: Period) -> str:
    """Return what is said instead of `words`, which name a period; a year of another time moves on with the report."""
    year = _YEAR.match(words)
    if period == old:
        target = new
    elif period == next_period(old):
        target = next_period(new)
    elif year and period.part == "year":
        target = Period(period.year + new.year - old.year, "year")
    else:
        return words
    if year:
        return str(target).replace("年", "年度", 1) if year[0].endswith("度") else str(target)
    if words in {"今年", "去年"}:
        return words  # a report given in January says 今年 of what it plans
    return "今年" * (words.startswith("今年") and target.year == new.year) + spoken(target, new.year)
