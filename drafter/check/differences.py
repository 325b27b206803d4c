"""Differences held against their two values: 由32%提高到37%，提高15个百分点; 24680元，较上年的22950元增加1370元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.account import SLIPPED, Account, Fault, told
from drafter.check.amounts import last_place, ratio
from drafter.check.figured import DOWN, UP, WORD, Figured, Told
from drafter.model import Span

_WAY = f"(?:(?P<down>{DOWN})|(?P<up>{UP}|前移|跃升|晋升))"
_BY = rf"(?:同比|净|共|累计|合计|总计|一共|整整|再|分别)*{_WAY}了?(?:近|约)?(?P<by>[#±])(?!{WORD}{{0,3}}[率度])"
_LAST = "(?:上年|去年|上一年|往年|前年|同期|上年度|年初|20\\d\\d年|原来|改造前|实施前|整治前)(?:同期|末|底)?(?:水平)?"
_FROM_TO = re.compile(
    rf"(?P<a>[#%])(?:{WORD}{{0,8}}?)(?:{UP}|{DOWN}|扩大|扩|发展|壮大|优化|压|调整)了?[到至为]"
    rf"{WORD}{{0,12}}?(?P<b>[#%]){WORD}{{0,4}}[，、（]{WORD}{{0,6}}?{_BY}"
)
_FROM = re.compile(rf"[由从]{WORD}{{0,16}}$")
_THAN = re.compile(rf"(?P<b>[#%]){WORD}{{0,3}}[，、（]?(?:同?比|较|相比){_LAST}的?(?P<a>[#%]){WORD}{{0,3}}?[，]?{_BY}")
_BASE_BETWEEN = re.compile(
    rf"(?P<b>[#%]){WORD}{{0,3}}[，（]{_LAST}{WORD}{{0,4}}?(?P<a>[#%])[）]?{WORD}{{0,2}}[，]{_BY}"
)
_BASE_BEHIND = re.compile(rf"(?P<b>[#%])[，（](?:同?比|较)?(?:{_LAST})?{_BY}[，（]{_LAST}{WORD}{{0,4}}?(?P<a>[#%])")
_AVERAGE = re.compile(
    rf"(?P<b>%)[，、（]?{WORD}{{0,8}}?(?:比|较)全[县市区省国州]{WORD}{{0,8}}?（?(?P<a>%)）?的?{WORD}{{0,8}}?，?{_BY}"
)
_ABOVE = re.compile(
    rf"(?P<b>%)[，、（]?{WORD}{{0,4}}?(?:(?P<up>高于|高出|快于|超过|超出?|领先)|(?P<down>低于|慢于|落后))全[县市区省国州]{WORD}{{0,8}}?"
    rf"（?(?P<a>%)）?的?，?(?:约|近)?(?P<by>±)"
)
_A_YEAR = re.compile("[年月户人]均")  # the gain of one of several
_READINGS = (_FROM_TO, _THAN, _BASE_BETWEEN, _BASE_BEHIND, _AVERAGE, _ABOVE)


def find_differences(account: Account) -> Iterator[Fault]:
    """Yield differences that are not those of the two values beside them."""
    text = account.figured
    for pattern in _READINGS:
        for match in pattern.finditer(text.signs):
            if pattern is _FROM_TO and not _FROM.search(text.lead(match.start())):
                continue
            if fault := _fault(text, match):
                yield fault


def _fault(text: Figured, match: re.Match[str]) -> Fault | None:
    if _A_YEAR.search(text.signs, match.start(), match.end()):
        return None
    before, after, by = (text.at(match, name) for name in ("a", "b", "by"))
    low, high, given = before.value, after.value, by.value
    if not (low and high and given and _of_one_kind(before, after, by)) or ratio(low, high) >= SLIPPED:
        return None
    signed = given.negative() if match["down"] else given
    if signed.widened(_room(before, after, by)).meets(high - low):
        return None
    difference = (high - low).middle
    span = Span(min(before.span.start, after.span.start), by.span.end)
    shown = f"{told(abs(difference), 2)}{by.figure.unit}"
    way = match["down"] or match["up"]
    falls = bool(match["down"])
    if abs(difference) == given.middle and (difference < 0) != falls:
        message = f"从{before.printed}到{after.printed}，是{'减少' if difference < 0 else '增加'}，不是“{way}”"
        return Fault("sign", span, message, "请核对前后两个数，或改用相反的说法")
    message = f"从{before.printed}到{after.printed}，相差{shown}，写的是“{way}{by.printed}”"
    return Fault("yoy", span, message, "请核对这几个数")


def _of_one_kind(before: Told, after: Told, by: Told) -> bool:
    """Tell whether one figure can be the difference of the two others: points of rates, else all of one unit."""
    if before.figure.unit == "%":
        return after.figure.unit == "%" and by.figure.unit in {"个百分点", "百分点"}
    units = {each.unit for each in (after, by)}
    return len(units) == 1 and before.unit in {*units, ""} and units != {""}


def _room(before: Told, after: Told, by: Told) -> Decimal:
    """Return by how much roundings may put a difference of rates off: nothing where all are told to one place."""
    if by.figure.unit not in {"个百分点", "百分点"}:
        return Decimal(0)
    places = [last_place(each.printed) for each in (before, after, by)]
    if max(places) == min(places):
        return Decimal(0) if max(places) == 1 else max(places)
    return max(places)
