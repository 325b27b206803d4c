"""What is said of a year and which Party meetings' spirit holds, each within its life (`data/eras.tsv`)."""

from __future__ import annotations

import datetime

from drafter.compose.tables import rows, several
from drafter.model import Period

_LAST_DAYS = {
    "year": (12, 31),
    "first_half": (6, 30),
    "second_half": (12, 31),
    "first_three_quarters": (9, 30),
    "fourth_quarter": (12, 31),
}


def last_day(period: Period) -> datetime.date:
    """Return the day a period ends."""
    return datetime.date(period.year, *_LAST_DAYS[period.part])


def of_year(year: int) -> str:
    """Return what `year` is (“十四五”规划收官之年), or "" when nothing is certain."""
    return next((text for kind, since, _, text in rows("eras.tsv") if kind == "年" and since == str(year)), "")


def in_force(kind: str, day: datetime.date) -> str:
    """Return the wording of `kind` (指导, 精神, 核心) that holds on `day`, or ""."""
    today = day.isoformat()
    return next((text for k, since, until, text in rows("eras.tsv") if k == kind and since <= today < until), "")


def is_over(text: str, day: datetime.date) -> bool:
    """Tell whether `text` holds a slogan whose time was over on `day`, or had not come."""
    today = day.isoformat()
    out = (words for kind, since, until, words in rows("eras.tsv") if kind == "提法" and not since <= today < until)
    return any(wording in text for words in out for wording in several(words))
