"""What is spread over days, months and people: 全年清运7300吨，日均20吨; 发放2160元，惠及1.2万人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import Interval
from drafter.check.figures.figured import SAID, WORD, Figured
from drafter.model import Span

ROOM = Decimal("0.2")  # of what a day or a month has: not every day counts
ROOM_OF_YEARS = Decimal("0.04")  # of a year's average, which is told rounded
DAYS = (348, 367)  # of a year that are measured, at least and at most
LEAST_DAYS = 250  # that hold for a whole year
LEAST, MOST = Decimal(1), Decimal(10**6)  # 元 that each of many gets

_IN_A_YEAR = re.compile(
    f"(?:全年|年内|\\d年){SAID}{{0,20}}?(?P<total>#)，?(?:平均)?(?P<time>[日月])均{WORD}{{0,6}}?(?P<average>#)"
)
_TIMES = {"日": 365, "月": 12}
_YEARS = {"两": 2, "三": 3, "四": 4, "五": 5}
_OVER_YEARS = (
    f"(?P<years>[两三四五])年(?:来|间|期间)?，?(?:[全我]镇)?(?:共|累计|总共)?{WORD}{{0,8}}?(?P<total>#)，"
    f"(?:平均)?(?:每年|年均){WORD}{{0,6}}?(?P<average>#)"
)
_FINE_DAYS = (
    f"(?:优良|达标|良好){WORD}{{0,2}}天数{WORD}{{0,4}}(?P<days>#)[，、（]{WORD}{{0,8}}[率例]{WORD}{{0,3}}(?P<rate>%)"
)
_AMONG = re.compile(
    f"(?:发放|兑付|补贴|补助|发给|拨付){WORD}{{0,10}}?(?P<total>#)，(?:惠及|受益|涉及|覆盖){WORD}{{0,10}}?(?P<people>#)(?!次)"
)


def find_spread(account: Account) -> Iterator[Fault]:
    """Yield the share of a day or a month that is not the year's, and sums of which each gets next to nothing."""
    text = account.figured
    yield from _over_years(text)
    yield from _fine_days(text)
    for match in _IN_A_YEAR.finditer(text.signs):
        total, average = text.at(match, "total"), text.at(match, "average")
        whole, given, times = total.value, average.value, _TIMES[match["time"]]
        if not (whole and given) or total.unit != average.unit:
            continue
        exact = Interval(whole.low / times, whole.high / times)
        if not given.widened(given.middle * ROOM).meets(exact):
            computed = f"按全年{total.printed}计算，应为{told(exact.middle)}{total.unit}"
            message = f"{match['time']}均写的是{average.printed}，{computed}"
            yield Fault("average", Span(total.span.start, average.span.end), message, "请核对总数和平均数")
    for match in _AMONG.finditer(text.signs):
        total, people = text.at(match, "total"), text.at(match, "people")
        whole, many = total.value, people.value
        if total.unit != "元" or people.unit not in {"人", "户"} or not (whole and many) or many.low <= 0:
            continue
        each = whole.middle / many.middle
        if not LEAST < each < MOST:
            message = f"{total.printed}分给{people.printed}，每{people.unit}{told(each, 2)}元"
            yield Fault("unit", Span(total.span.start, people.span.end), message, "请核对单位，看“万”“亿”有没有写错")


def _over_years(text: Figured) -> Iterator[Fault]:
    """Yield the share of a year that is not that of several: 五年共投入3600万元，平均每年投入720万元."""
    for match in re.finditer(_OVER_YEARS, text.signs) if "每年" in text.signs or "年均" in text.signs else ():
        total, average = text.at(match, "total"), text.at(match, "average")
        whole, given, years = total.value, average.value, _YEARS[match["years"]]
        if not (whole and given) or total.unit != average.unit or "增" in match.group():
            continue
        exact = Interval(whole.low / years, whole.high / years)
        if not given.widened(given.middle * ROOM_OF_YEARS).meets(exact):
            computed = f"按{match['years']}年{total.printed}计算，应为{told(exact.middle)}{total.unit}"
            message = f"年均写的是{average.printed}，{computed}"
            yield Fault("average", Span(total.span.start, average.span.end), message, "请核对总数和平均数")


def _fine_days(text: Figured) -> Iterator[Fault]:
    """Yield fine days that are not the given share of a year."""
    for match in re.finditer(_FINE_DAYS, text.signs) if "天数" in text.signs else ():
        days, rate = text.at(match, "days"), text.at(match, "rate")
        if (
            days.unit != "天"
            or not (days.value and rate.value)
            or days.value.low < LEAST_DAYS
            or re.search("月|季|上半年", text.lead(match.start()))
        ):
            continue
        if rate.value.low > days.value.high / DAYS[0] * 100 or rate.value.high < days.value.low / DAYS[1] * 100:
            message = f"{days.printed}是全年的{told(days.value.middle / 365 * 100)}%，写的是{rate.printed}"
            yield Fault("share", Span(days.span.start, rate.span.end), message, "请核对天数和比例")
