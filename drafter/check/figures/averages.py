"""Averages held against the total and the count beside them: 为362名残疾人发放43.44万元，人均1200元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import Interval, last_place
from drafter.check.figures.figured import WORD, Figured, Told
from drafter.check.figures.units import measured
from drafter.model import Span

ROOM = Decimal("0.02")  # of an average, which is often told rounded
SLIPPED = Decimal(8)  # times; so far off only where a power of ten slipped

_PER = re.compile(
    rf"(?:(?P<head>人|户|亩|村|社区|企业|公里|场|期|台|栋|家|头|株|班|组)均|平?均?每(?P<each>个?[人户亩名村家座所栋套间期场盏口台辆处根棵只头吨件]|公里)|(?P<yield>亩产|单产))"
    rf"(?P<what>{WORD}{{0,8}}?)(?P<average>#)(?!{WORD}{{0,2}}[以之]上)"
)
_COUNTED = {  # in what is counted that an average is of
    "人": ("人", ""),
    "名": ("人", ""),
    "户": ("户", ""),
    "亩": ("亩", ""),
    "亩产": ("亩", ""),
    "单产": ("亩", ""),
    "村": ("个", "村"),
    "个村": ("个", "村"),
    "社区": ("个", "社区"),
    "企业": ("家", ""),
    "家": ("家", ""),
    **{unit: (unit, "") for unit in "座所栋套间期场盏口台辆处根棵只头吨件株班组"},
    "公里": ("公里", ""),
}
_PAID = re.compile(
    "发放|贷|补贴|补助|投入|投资|资金|兑付|兑现|分红|拨付|救助|资助|慰问|奖励|筹集|捐|落实|支付|到位|发给|安排"
)
_PLAIN = re.compile(
    "^(?:达到?|为|约|领取?|获得?|得到|享受|发放|补贴|补助|投入|投资|平均|成本|造价|花费|标准|可?分红?|贷款|分得|奖励|资助|救助|标准?为|每[人户亩年月]|[年月]|可|增发"
    "|领到|到手|超过?|近|就?有|是|了)*$"
)
_HARVEST = re.compile("产量|总产|产粮|收获|产")
_EVERY = re.compile("[全本][镇乡]$")
_EACH_MONTH = re.compile("月|天|日|季|次|课|小时")
_OTHERS = re.compile("其中|比|较|增加|增长|提高|由|从|目标|上年|去年|全[县市区省国州]")


@dataclass(frozen=True, slots=True)
class _Average:
    """An average with what it is of."""

    told: Told
    per: str  # 人, 户, 亩 …
    what: str  # what it is called: 增收, 产值, 补助; "" where nothing


def find_averages(account: Account) -> Iterator[Fault]:
    """Yield averages that total and count belie."""
    text = account.figured
    for match in _PER.finditer(text.signs):
        per = match["head"] or match["each"] or match["yield"]
        average = _Average(text.at(match, "average"), per, match["what"])
        if per not in _COUNTED or _OTHERS.search(match["what"]):
            continue
        number = text.number(match.start("average"))
        lead = text.words(number)
        if _OTHERS.search(lead) or _EACH_MONTH.search(lead):
            continue
        yield from _held(text, average, number)


def _held(text: Figured, average: _Average, number: int) -> Iterator[Fault]:
    """Yield an average that no total over no count before it comes to."""
    before = [each for each in text.sentence(text.places[number]) if each < number]
    counts = [each for each in before if _is_counted(text, each, average)]
    totals = [each for each in before if each not in counts and _is_total(text, each, average)]
    counts = counts or [each for each in text.sentence(text.places[number]) if _is_all(text, each, number, average)]
    value = _scaled(average.told)
    if len(totals) != 1 or len(counts) != 1 or value is None or value.low <= 0:
        return
    total, count = text.told[totals[0]], text.told[counts[0]]
    whole, of = _scaled(total), count.value
    if whole is None or of is None or of.low <= 0 or number - min(*totals, *counts) > 3:
        return
    exact = Interval(whole.low / of.high, whole.high / of.low)
    given = _widened(value, average.told)
    if given.meets(exact) or _by_the_month(given, exact):
        return
    places = [each.span for each in (total, count, average.told)]
    span = Span(min(place.start for place in places), max(place.end for place in places))
    size = _size(average.told)
    message = (
        f"平均数写的是{average.told.printed}，按{total.printed}和{count.printed}计算，"
        f"应为{told(whole.middle / of.middle / size, 2)}{average.told.figure.unit}"
    )
    times = max(exact.middle / value.middle, value.middle / exact.middle)
    yield Fault("unit" if times > SLIPPED else "average", span, message, "请核对总数、个数和平均数，看单位有没有写错")


def _is_total(text: Figured, number: int, average: _Average) -> bool:
    """Tell whether a figure may be what an average is taken of."""
    one, other = text.told[number].measured, average.told.measured
    if not (one and other) or one[0] != other[0]:
        return False
    words = text.words(number)
    if "均" in words or "每" in words or re.search("计划|产值" if not average.what else "计划", words[-8:]):
        return False
    if average.per in {"亩产", "单产"} and not average.what:
        return bool(_HARVEST.search(words))
    if _PLAIN.match(average.what) or not average.what:
        paid = _PAID.search(words) or _PAID.match(text.signs[text.places[number] + 1 :][:4])
        return bool(paid) or average.told.unit != "元" or (_COUNTED[average.per][1] != "" and "收入" in words)
    return average.what[:2] in words or average.what[-2:] in words


def _is_counted(text: Figured, number: int, average: _Average) -> bool:
    """Tell whether a figure counts what an average is of."""
    unit, noun = _COUNTED[average.per]
    behind = re.split("[，；。]", text.signs[text.places[number] + 1 :][: len(noun) + 4])[0]
    each = text.told[number]
    return each.unit in {unit, f"{unit}次", f"{unit}套"} and noun in behind and "其中" not in text.words(number)


def _is_all(text: Figured, each: int, number: int, average: _Average) -> bool:
    """Tell whether a figure behind an average counts all there are: 村均28万元，全镇12个村."""
    return 0 < each - number < 3 and _is_counted(text, each, average) and bool(_EVERY.search(text.words(each)))


def _scaled(each: Told) -> Interval | None:
    found = each.measured
    return found[1] if found else None


def _size(each: Told) -> Decimal:
    """Return how much the unit of a figure is in the least unit of its measure."""
    return measured(each.unit, Interval(Decimal(1), Decimal(1)))[1].low


def _widened(value: Interval, each: Told) -> Interval:
    room = max(value.middle * ROOM, last_place(each.printed) * _size(each) / 2)
    return value.widened(room)


def _by_the_month(given: Interval, exact: Interval) -> bool:
    """Tell whether an average is that of a month, or of several years."""
    return any(given.meets(Interval(exact.low / parts, exact.high / parts)) for parts in (12, 6, 3, 2, 4))
