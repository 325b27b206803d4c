"""So many at so much each held against the sum behind them: 412名老人每人每月80元，全年39.55万元; 面积×亩产=总产."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import Interval
from drafter.check.figures.figured import WORD, Figured
from drafter.check.figures.units import measured
from drafter.model import Span

ROOM, ROOM_OF_MONTHS = Decimal("0.04"), Decimal("0.1")  # of a sum; who is paid by the month comes and goes
NEAR = 2  # figures before or behind the one of each
SLIPPED = 8  # times

_EACH = re.compile(
    f"(?:每个?(?P<each>[人户名亩位头家村])|(?P<head>[人户亩])均|(?P<yield>亩产|单产))"
    f"(?P<what>{WORD}{{0,14}}?)(?P<of>#)(?!{WORD}{{0,2}}[以之]上)"
)
_UNITS = {"名": "人", "位": "人", "亩产": "亩", "单产": "亩"}  # of what is counted, where it is not the word itself
_UNNAMED = re.compile(
    "[，、；（]|共计?|全年|合计|累计|总计?|发放|兑[付现]|资金|补贴|补助|补偿|金额|可|实现|达到?|为|年"
)
_HEAD = re.compile("平均|预计|预估|测产|全年|全镇|[，、；]")
_SUM = re.compile("共|全年|合计|累计|总|年均?发放|发放|兑[付现]|[，、]年")
_HARVEST = re.compile("总产|产量|共产|产粮|产鲜")
_NO_SUM = re.compile("其中|比|较|由|从|目标|上年|去年|提高|投资|产值")
_MORE = re.compile("提高|增加到|每天|每日|每次|每季|不等|最高|最低|比|较")


def find_products(account: Account) -> Iterator[Fault]:
    """Yield sums that so many at so much each do not come to."""
    text = account.figured
    for match in _EACH.finditer(text.signs):
        number = text.number(match.start("of"))
        if not _MORE.search(text.lead(match.start("of"), 16)):
            yield from _held(text, match, number)


def _held(text: Figured, match: re.Match[str], number: int) -> Iterator[Fault]:
    of = match["each"] or match["head"] or match["yield"]
    unit, each = _UNITS.get(of, of), text.told[number]
    around = [n for n in text.sentence(match.start()) if n != number and -NEAR <= n - number <= NEAR]
    counts = [n for n in around if text.told[n].unit == unit and not text.told[n].figure.hedge.endswith(("上", "下"))]
    sums = [n for n in around if n > number and _is_sum(text, n, number, harvest=match["yield"] is not None)]
    if len(counts) != 1 or len(sums) != 1 or "其中" in text.words(counts[0]) or each.measured is None:
        return
    count, whole = text.told[counts[0]], text.told[sums[0]]
    own = _HEAD.sub("", text.lead(match.start()).rpartition("#")[2].rpartition("，")[2])
    if match["yield"] and own and own[-2:] not in text.words(counts[0]):
        return  # 粮食3.6万亩，水稻亩产520公斤
    many, one, summed = count.value, each.measured[1], whole.measured
    monthly = "每月" in match["what"] or "每月" in text.words(number)
    if not (many and summed) or one.low <= 0 or summed[1].low <= 0:
        return
    if monthly and "年" not in text.words(sums[0]) + text.words(counts[0]):
        return
    times = 12 if monthly else 1
    exact = Interval(many.low * one.low * times, many.high * one.high * times)
    room = exact.middle * (ROOM_OF_MONTHS if monthly else ROOM)
    by_months = any(summed[1].meets(exact.widened(room)) for exact in _spans(exact, plain=not monthly))
    if by_months:
        return
    size = measured(whole.unit, Interval(Decimal(1), Decimal(1)))[1].low
    spans = [each.span, count.span, whole.span]
    shown = f"{count.printed}、每{'亩' if match['yield'] else of}{'每月' if monthly else ''}{each.printed}"
    message = f"按{shown}计算，应为{told(exact.middle / size, 2)}{whole.figure.unit}，写的是{whole.printed}"
    off = max(exact.middle / summed[1].middle, summed[1].middle / exact.middle)
    span = Span(min(span.start for span in spans), max(span.end for span in spans))
    yield Fault("unit" if off > SLIPPED else "sum", span, message, "请核对个数、标准和总数，看单位有没有写错")


def _spans(exact: Interval, *, plain: bool) -> Iterator[Interval]:
    """Yield what is paid once, and, where no month is told, what may be paid by the month all year."""
    yield exact
    if plain:
        yield Interval(exact.low * 12, exact.high * 12)


def _is_sum(text: Figured, number: int, each: int, *, harvest: bool) -> bool:
    """Tell whether a figure behind that of each sums them up."""
    one, other, words = text.told[number].measured, text.told[each].measured, text.words(number)
    if not (one and other) or one[0] != other[0] or _NO_SUM.search(words) or "均" in words or "每" in words:
        return False
    if harvest:
        return bool(_HARVEST.search(words))
    name, named = _UNNAMED.sub("", words.replace("标准", "")), text.words(each)
    regular = named.endswith(("每人每年", "每人每月", "每户每年", "每户每月"))
    alike = not name or regular or any(name[at : at + 2] in named for at in range(max(1, len(name) - 1)))
    return alike and bool(_SUM.search(words))
