"""Periods and dates: 2023年上半年, 二〇二三年度, 今年1-6月, 2023年8月25日."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from drafter.model import Part, Period, Span

_TO = "[-—~～至到]"
_PARTS: dict[Part, str] = {
    "first_three_quarters": rf"前三个?季度|(?:[1一]{_TO})?[3三]季度|1月?{_TO}9月|一{_TO}九月",
    "fourth_quarter": rf"第?[4四]季度|10月?{_TO}12月",
    "first_half": rf"上半年|(?<!下)半年|1月?{_TO}6月|一{_TO}六月",
    "second_half": rf"下半年|7月?{_TO}12月",
    "year": "全年",
}
_HAN_YEAR = "[一二][〇零○一二三四五六七八九]{3}"
_YEAR = rf"(?<![\d—~～至-])(?P<written>(?:19|20)\d\d|{_HAN_YEAR})年"
_NOT_A_DATE = rf"(?!\d{{1,2}}月(?!{_TO})|[一二三四五六七八九十]+月(?!{_TO}))"
_RELATIVE = {"去年": -1, "今年": 0, "明年": 1}
_PERIOD = re.compile(
    rf"(?=[\d一二三四今去明上下前第全半])(?:(?:{_YEAR}|(?P<relative>{'|'.join(_RELATIVE)})){_NOT_A_DATE}度?)?"
    rf"(?:(?:{'|'.join(f'(?P<{part}>{words})' for part, words in _PARTS.items())})[度份]?)?",
    re.ASCII,
)
_DIGITS = {numeral: str(digit) for digit, numeral in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○", "0")

_HAN_NUMBER = "(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DATE = re.compile(
    rf"(?<!\d)((?:19|20)\d\d|{_HAN_YEAR})(?:年(\d{{1,2}}|{_HAN_NUMBER})月(\d{{1,2}}|{_HAN_NUMBER})日"
    r"|([-./])(\d{1,2})\4(\d{1,2})(?!\d))",
    re.ASCII,
)

_NEXT: dict[Part, tuple[int, Part]] = {
    "year": (1, "year"),
    "first_half": (0, "second_half"),
    "second_half": (1, "year"),
    "first_three_quarters": (0, "fourth_quarter"),
    "fourth_quarter": (1, "year"),
}
_SPOKEN: dict[Part, str] = {
    "year": "全年",
    "first_half": "上半年",
    "second_half": "下半年",
    "first_three_quarters": "前三季度",
    "fourth_quarter": "第四季度",
}


def periods(text: str, year: int | None = None) -> Iterator[tuple[Span, Period]]:
    """Yield the periods a text names, in order; with a `year`, also those that leave it out (今年上半年, 下半年)."""
    for match in _PERIOD.finditer(text):
        part = next((part for part in _PARTS if match[part]), None)
        named = _named_year(match, year)
        if named is not None and (part or match["written"] or match["relative"]):
            yield Span(*match.span()), Period(named, part or "year")


def _named_year(match: re.Match[str], year: int | None) -> int | None:
    if written := match["written"]:
        return _number(written)
    return None if year is None else year + _RELATIVE.get(match["relative"], 0)


def find_period(text: str, year: int | None = None) -> Period | None:
    """Return the period that a title or heading is about: the first part of a year it names, else the first year."""
    found = [period for _, period in periods(text, year)]
    return next((period for period in found if period.part != "year"), found[0] if found else None)


def next_period(period: Period) -> Period:
    """Return the period that a report on `period` plans for: 上半年 → 下半年, a year → the next."""
    years, part = _NEXT[period.part]
    return Period(period.year + years, part)


def spoken(period: Period, year: int) -> str:
    """Return how a report of `year` calls a period: 上半年, 第四季度, 今年, 明年, 2025年上半年."""
    if period.part != "year":
        return _SPOKEN[period.part] if period.year == year else str(period)
    return {year - 1: "去年", year: "全年", year + 1: "明年"}.get(period.year, str(period))


def find_date(text: str) -> datetime.date | None:
    """Return the first date of a text: 2023年8月25日, 二〇二三年八月二十五日, 2023-08-25, 2023.8.25."""
    for match in _DATE.finditer(text):
        year, month, day = match[1], match[2] or match[5], match[3] or match[6]
        try:
            return datetime.date(_number(year), _number(month), _number(day))
        except ValueError:
            continue
    return None


def _number(written: str) -> int:
    """Read 2023, 二〇二三 or 二十五."""
    if written.isascii():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if ten:
        return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
    return int("".join(_DIGITS[numeral] for numeral in written))
