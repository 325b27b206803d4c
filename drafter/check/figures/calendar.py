"""Dates, times and spans that cannot be: 2月30日, 下午14时75分, 连续三年（2021—2025年）, 一季度（1—4月）."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.numerals import number_of
from drafter.model import Span

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TO = "[-—–－~～至到]{1,2}"
_DATE = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?![线楼院令文])"
)
_MONTH = re.compile(rf"(?:年|\d月?{_TO})(?P<month>\d{{1,2}})月(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>\d{1,2})[时点](?P<minute>\d{1,2})分(?!之)")
_SPAN = re.compile(rf"(?<!\d)(?P<from>(?:19|20)\d\d)年?{_TO}(?P<to>(?:19|20)\d\d)年")
_COUNT = r"(?P<count>[两三四五六七八九十]|(?<!\d)\d{1,2})"
_YEARS = re.compile(rf"{_COUNT}年(?:来|间|行动(?:计划|方案)?|规划|计划)?（(?P<from>20\d\d)年?{_TO}(?P<to>20\d\d)年?）")
_YEARS_BEHIND = re.compile(rf"(?<!\d)(?P<from>20\d\d)年?{_TO}(?P<to>20\d\d)年?(?:间|期间)?，?(?:连续|这){_COUNT}年")
_PARTS = {
    "一季度": (1, 3),
    "上半年": (1, 6),
    "前三季度": (1, 9),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "下半年": (7, 12),
    "全年": (1, 12),
}
_PART = re.compile(
    rf"(?P<part>前三季度|[一二三四]季度|上半年|下半年|全年)（(?P<from>\d{{1,2}})月?份?{_TO}(?P<to>\d{{1,2}})月份?）"
)
_PLAN = re.compile(rf"十(?P<number>[一二三四五六])五”?(?:规划|时期|期间)?（(?P<from>20\d\d)年?{_TO}(?P<to>20\d\d)年?）")


def find_dates(account: Account) -> Iterator[Fault]:
    """Yield dates and times that do not exist, and spans of years that are not as long as is said."""
    for pattern, judge in _JUDGES:
        for match in pattern.finditer(account.text):
            if message := judge(match):
                yield Fault("date", Span(*match.span()), message, "请核对")


def _date(match: re.Match[str]) -> str:
    month, day, year = int(match["month"]), int(match["day"]), match["year"]
    if not 1 <= month <= len(_DAYS):
        return f"没有{month}月"
    last = 28 if month == 2 and year and not isleap(int(year)) else _DAYS[month - 1]
    return "" if 1 <= day <= last else f"{f'{year}年' if year else ''}{month}月没有{day}日"


def _month(match: re.Match[str]) -> str:
    month = int(match["month"])
    return "" if 1 <= month <= len(_DAYS) else f"没有{month}月"


def _clock(match: re.Match[str]) -> str:
    return "" if int(match["hour"]) <= 24 and int(match["minute"]) < 60 else f"没有{match.group()}这个时刻"


def _span(match: re.Match[str]) -> str:
    return f"起止年份倒了：{match['from']}年在{match['to']}年之后" if match["from"] > match["to"] else ""


def _years(match: re.Match[str]) -> str:
    several, count = int(match["to"]) - int(match["from"]), match["count"]
    right = number_of(count) in (several, several + 1)
    return "" if right else f"{match['from']}年到{match['to']}年是{several + 1}年，写的是{count}年"


def _part(match: re.Match[str]) -> str:
    first, last = _PARTS[match["part"]]
    right = (int(match["from"]), int(match["to"])) == (first, last)
    return "" if right else f"{match['part']}是{first}—{last}月，写的是{match['from']}—{match['to']}月"


def _plan(match: re.Match[str]) -> str:
    last = 2005 + 5 * number_of(match["number"])
    right = (int(match["from"]), int(match["to"])) in {(last - 4, last), (last - 5, last)}
    return "" if right else f"“十{match['number']}五”是{last - 4}—{last}年"


_JUDGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_DATE, _date),
    (_MONTH, _month),
    (_CLOCK, _clock),
    (_SPAN, _span),
    (_YEARS, _years),
    (_YEARS_BEHIND, _years),
    (_PART, _part),
    (_PLAN, _plan),
)
