"""Multiples held against the two values they are of: 由120万元增加到360万元，增长3倍; 翻了一番; 减少2倍."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, told
from drafter.check.figures.amounts import Interval, last_place, ratio
from drafter.check.figures.figured import DOWN, UP, WORD, Figured, Told
from drafter.model import Span

ROOM = Decimal("0.15")  # of a doubling; 翻番 is said of what is nearly twice as much
_HAN = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_LAST = r"(?:上年|去年|上一年|同期|20\d\d年|原来)(?:同期|末|底)?"
_MULTIPLE = (
    rf"(?P<words>{WORD}{{0,12}}?)(?:(?P<more>{UP})了?(?P<by>×)|(?P<of>(?:是|为|达到?)(?:{_LAST}|[一二三四五六七八九十两]年前|当[年初时])的)(?P<times>×)"
    r"|翻了?(?P<doubled>[一两二三四五]?)番(?P<hedge>[多以])?)"
)
_FROM_TO = re.compile(
    rf"(?P<a>#)(?:{WORD}{{0,8}}?)(?:{UP}|扩大|扩|发展|壮大)了?[到至为]{WORD}{{0,12}}?(?P<b>#){WORD}{{0,4}}[，、（]{_MULTIPLE}"
)
_FROM = re.compile(rf"[由从]{WORD}{{0,16}}$")
_THAN = re.compile(rf"(?P<b>#){WORD}{{0,3}}[，、（]?(?:同?比|较){_LAST}的?(?P<a>#){_MULTIPLE}")
_BETWEEN = re.compile(rf"(?P<b>#){WORD}{{0,3}}[，（]{_LAST}{WORD}{{0,4}}?(?P<a>#)[）]?[，]{_MULTIPLE}")
_BEHIND = re.compile(rf"(?P<b>#)[，（]{_MULTIPLE}[，（]{_LAST}{WORD}{{0,4}}?(?P<a>#)")
_OF = re.compile(
    rf"(?P<b>#){WORD}{{0,4}}[，、（](?:是|为|相当于|达到?){WORD}{{0,14}}?(?P<a>#)(?P<words>)(?P<of>的)(?P<times>×)"
)
_FALLEN = re.compile(rf"(?:{DOWN})了?(?:近|约)?(?P<by>×)")
_NEAR = re.compile("近|约|超|逾|接近|将近")
_READINGS = (_FROM_TO, _THAN, _BETWEEN, _BEHIND, _OF)


def find_multiples(account: Account) -> Iterator[Fault]:
    """Yield multiples that are not those of the two values beside them, and falls by more than all there was."""
    text = account.figured
    for pattern in _READINGS:
        for match in pattern.finditer(text.signs):
            if pattern is _FROM_TO and not _FROM.search(text.lead(match.start())):
                continue
            if fault := _fault(text, match):
                yield fault
    for match in _FALLEN.finditer(text.signs):
        fallen = text.at(match, "by")
        if fallen.value and fallen.value.low >= 1:
            message = f"写的是减少{fallen.printed}，减少不会超过全部"
            yield Fault("percent", fallen.span, message, "请改写成减少百分之几，或由多少减少到多少")


def _fault(text: Figured, match: re.Match[str]) -> Fault | None:
    before, after = text.at(match, "a"), text.at(match, "b")
    low, high = before.value, after.value
    if not (low and high) or low.low <= 0 or before.unit != after.unit or ratio(low, high) >= SLIPPED:
        return None
    share = high.over(low)
    times = Interval(share.low / 100, share.high / 100)
    given = _given(text, match)
    if given is None or given[0].meets(times):
        return None
    shown = told(times.middle, 2)
    right = f"增长{told(times.middle - 1, 2)}倍，即为原来的{shown}倍" if times.middle > 1 else f"只是原来的{shown}倍"
    span = Span(min(before.span.start, after.span.start), max(before.span.end, after.span.end, given[2]))
    message = f"从{before.printed}到{after.printed}，{right}，写的是“{given[1]}”"
    hint = "；增长几倍，是在原数之外又多出几倍" if match.groupdict().get("more") else ""
    return Fault("yoy", span, message, f"请核对这几个数{hint}")


def _given(text: Figured, match: re.Match[str]) -> tuple[Interval, str, int] | None:
    """Return how many times as much is meant, how that is printed, and where that ends."""
    name = next((name for name in ("by", "times") if match.groupdict().get(name)), None)
    if name:
        each = text.at(match, name)
        value = each.value
        if value is None:
            return None
        room = _room(each)
        more = match["more"] if name == "by" else ""
        lifted = Interval(value.low + 1, value.high + 1) if more else value
        return lifted.widened(room), f"{more}{each.printed}", each.span.end
    times = Decimal(2) ** _HAN[match["doubled"]]
    low, high = times * (1 - ROOM), times * (1 + ROOM)
    if match["hedge"] or _NEAR.search(match["words"]) or not match["doubled"]:
        high = high * 2
    doubled = f"翻{match['doubled']}番"
    end = max(text.at(match, "a").span.end, text.at(match, "b").span.end)
    return Interval(low, high), doubled, end


def _room(each: Told) -> Decimal:
    """Return how far a multiple may be rounded: half of its last place, 0.3 of a whole number."""
    place = last_place(each.printed)
    return Decimal("0.3") if place == 1 else place
