"""Changes held against their two values: 由32%提高到37%，提高15个百分点; 24680元，较上年的22950元增加1370元，增长9%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, told
from drafter.check.figures.amounts import Interval, last_place, ratio
from drafter.check.figures.changes import COMPARABLE, PRODUCT, REAL
from drafter.check.figures.figured import DOWN, POINTS, UP, WORD, Figured, Told
from drafter.model import Span

_LESS = f"{DOWN}|短收|欠收|放缓|收窄|提速|提前|拆除|脱贫|退出|清退|核减|关停"
_WAY = f"(?:(?P<down>{_LESS})|(?P<up>{UP}|前移|跃升|晋升|加快|超出?|超收|增幅))出?"
_BY = (
    f"(?:同比|净|共|累计|合计|总计|一共|整整|再)*{_WAY}[了达为]?(?P<noun>{WORD}{{0,4}}?)(?:近|约)?"
    f"(?P<by>[#±%])(?!{WORD}{{0,3}}[率度])"
)
_BASE = (
    "(?:上年|去年|上一年|往年|前年|同期|上年度|年初|上届|20\\d\\d年|原来|改造前|实施前|整治前|[一二三四五六七八九十两]年前)"
    "(?:同期|末|底)?(?:水平)?(?:实绩|数)?"
)
_MARK = f"{WORD}{{0,4}}?(?:目标|任务|计划|预算)数?|全[县市区省国州]{WORD}{{0,8}}?"
_FROM_TO = re.compile(
    rf"(?P<a>[#%]){WORD}{{0,12}}?[到至为]{WORD}{{0,12}}?(?P<b>[#%]){WORD}{{0,4}}[，、（]{WORD}{{0,6}}?{_BY}"
)
_FROM = re.compile(rf"[由从]{WORD}{{0,16}}$")
_THAN = re.compile(
    rf"(?P<b>[#%]){WORD}{{0,6}}?[，、（]?(?:同?比|较|相比|由|从)(?:{_BASE}|{_MARK})(?:增[速幅])?[的（]?(?P<a>[#%])）?{WORD}{{0,6}}?，?{_BY}"
)
_BETWEEN = re.compile(
    rf"(?P<b>[#%]){WORD}{{0,6}}?[，（](?P<base>{_BASE}){WORD}{{0,4}}?(?P<a>[#%])）?{WORD}{{0,2}}，{_BY}"
)
_BEHIND = re.compile(
    rf"(?P<b>[#%])[，（](?:同?比|较)?(?:{_BASE})?{_BY}[，（](?P<base>{_BASE}){WORD}{{0,4}}?(?P<a>[#%])"
)
_ABOVE = re.compile(
    rf"(?P<b>[#%])[，、（]?{WORD}{{0,4}}?(?:(?P<up>高于|高出|快于|超过|超出?|领先)|(?P<down>低于|慢于|落后))"
    rf"(?:{_MARK}|{WORD}{{0,10}}?)（?(?P<a>[#%])）?的?，?(?:约|近)?(?P<by>[#±])(?!{WORD}{{0,3}}[率度])"
)
_BOTH = re.compile(  # B，比上年增加C，增长x%
    rf"(?P<b>#){WORD}{{0,6}}?[，、（]?(?:(?:同?比|较){_BASE}|同比)(?:净|共)?(?P<way>{UP}|{DOWN}|扩大)了?(?P<c>#)(?P<other>（{WORD}{{0,4}}#）)?"
    rf"[，、]{WORD}{{0,4}}?{_BY}"
)
_TO_BEHIND = re.compile(  # 下降18%，由50批次降到41批次
    rf"{_BY}[，（][由从]{WORD}{{0,12}}?(?P<a>[#%]){WORD}{{0,12}}?[到至为]{WORD}{{0,8}}?(?P<b>[#%])"
)
_DOES = frozenset(("接待", "收入", "支出", "投入", "完成", "发放", "引进", "办理"))
_AND = re.compile(f"^[，、（]同?比?(?:(?P<down>降幅|减幅|{DOWN})|增[幅速]|涨幅|{UP})了?[为达]?到?(?:近|约)?$")
_THEN = re.compile(  # 较上年1.26万吨增加600吨，达到1.32万吨
    rf"(?:比|较)(?:{_BASE})的?(?P<a>[#%]){_BY}，{WORD}{{0,4}}?(?:达到?|为|[增降减升]至)(?P<b>[#%])"
)
_READINGS = (_THEN, _TO_BEHIND, _FROM_TO, _THAN, _BETWEEN, _BEHIND, _ABOVE)
_OF_SEVERAL = re.compile("[年月户人]均|分别")
_ASK = "请核对这几个数"


def find_differences(account: Account) -> Iterator[Fault]:
    """Yield changes that are not those of the two values beside them."""
    text, own = account.figured, account.case.own.period
    for pattern in _READINGS:
        for match in pattern.finditer(text.signs):
            if pattern is _FROM_TO and not _FROM.search(text.lead(match.start())):
                continue
            year = re.match(r"20\d\d", match.groupdict().get("base") or "")
            if year and own and int(year.group()) >= own.year:
                continue  # 年均4200万元，2023年5100万元，增长18.6%: over the year before
            if _OF_SEVERAL.search(text.signs, match.start(), match.end()):
                continue
            noun = match.groupdict().get("noun")
            if noun and noun not in _DOES and noun[:2] not in text.lead(match.end("a"), 40):
                continue
            if fault := _fault(text, match) or _rate_behind(text, match):
                yield fault
    for match in _BOTH.finditer(text.signs):
        yield from _both(text, match)


def _both(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    """Yield an amount and a rate of one change that do not go together."""
    after, more, rate = (text.at(match, name) for name in ("b", "c", "by"))
    high, by, given = after.value, more.value, rate.value
    if not (high and by and given) or after.unit != more.unit or rate.unit != "%" or COMPARABLE.search(match.group()):
        return
    falls = match["way"] in DOWN.split("|")
    base = high + by if falls else high - by
    room = last_place(rate.printed) + (REAL if PRODUCT.search(text.said(match.start())) else 0)
    if base.low > 0 and not given.widened(room).meets(by.over(base)):
        computed = f"按{after.printed}计算，应为{told(by.middle / base.middle * 100)}%"
        message = f"{match['way']}{more.printed}和{rate.printed}对不上：{computed}"
        yield Fault("yoy", Span(after.span.start, rate.span.end), message, _ASK)


def _fault(text: Figured, match: re.Match[str]) -> Fault | None:
    before, after, by = (text.at(match, name) for name in ("a", "b", "by"))
    low, high, given = before.value, after.value, by.value
    if not (low and high and given) or ratio(low, high) >= SLIPPED:
        return None
    expected = _expected(text, match, low, high)
    signed = given.negative() if match["down"] else given
    if expected is None or signed.meets(expected):
        return None
    falls = bool(match["down"])
    span = Span(min(before.span.start, after.span.start), max(by.span.end, before.span.end))
    between = f"从{before.printed}到{after.printed}"
    way = f"{'净' if text.signs.startswith('净增', match.start('up') - 1) else ''}{match['down'] or match['up']}"
    if given.meets(expected if falls else expected.negative()):
        message = f"{between}，是{'增加' if falls else '减少'}，不是“{way}”"
        return Fault("sign", span, message, "请核对前后两个数，或改用相反的说法")
    if by.unit == "%" and after.unit != "%":
        rise = (high.middle / low.middle - 1) * 100
        apart = f"应为{'下降' if rise < 0 else '增长'}{told(abs(rise))}%"
    else:
        apart = f"相差{told(abs(expected.middle), 2 if by.figure.unit in POINTS else 1)}{by.figure.unit}"
    return Fault("yoy", span, f"{between}，{apart}，写的是“{way}{by.printed}”", _ASK)


def _rate_behind(text: Figured, match: re.Match[str]) -> Fault | None:
    """Return the fault of a rate behind the amount of a change: 由1278户增加到1460户，净增182户，增长22%."""
    before, after, by = (text.at(match, name) for name in ("a", "b", "by"))
    number = text.number(match.start("by")) + 1
    if number == len(text.told) or text.told[number].unit != "%" or by.unit != after.unit or by.unit == "%":
        return None
    rate, low, high = text.told[number], before.value, after.value
    way = _AND.match(text.words(number))
    if not (way and low and high and rate.value) or low.low <= 0 or COMPARABLE.search(text.said(match.start())):
        return None
    share = high.over(low)
    given = rate.value.negative() if way["down"] else rate.value
    room = last_place(rate.printed) + (REAL if PRODUCT.search(text.said(match.start())) else 0)
    if given.widened(room).meets(Interval(share.low - 100, share.high - 100)):
        return None
    rise = (high.middle / low.middle - 1) * 100
    apart = f"应为{'下降' if rise < 0 else '增长'}{told(abs(rise))}%"
    span = Span(min(before.span.start, after.span.start), rate.span.end)
    written = f"{way['down'] or '增长'}{rate.printed}"
    return Fault("yoy", span, f"从{before.printed}到{after.printed}，{apart}，写的是“{written}”", _ASK)


def _expected(text: Figured, match: re.Match[str], low: Interval, high: Interval) -> Interval | None:
    """Return what the change should be, in the unit it is given in; None where the figures do not go together."""
    before, after, by = (text.at(match, name) for name in ("a", "b", "by"))
    if after.unit == "%" or by.unit in POINTS:
        fit = before.unit == after.unit == "%" and by.unit in POINTS
        return (high - low).widened(_room(before, after, by)) if fit else None
    if by.unit != "%":
        return high - low if after.unit == by.unit != "" and before.unit in {after.unit, ""} else None
    said = text.said(match.start())
    if before.unit != after.unit or low.low <= 0 or COMPARABLE.search(said):
        return None
    share = high.over(low)
    room = last_place(by.printed) + (REAL if PRODUCT.search(said) else 0)
    return Interval(share.low - 100, share.high - 100).widened(Decimal(room))


def _room(before: Told, after: Told, by: Told) -> Decimal:
    """Return by how much roundings may put a difference of rates off: nothing where all are whole numbers."""
    places = [last_place(each.printed) for each in (before, after, by)]
    return Decimal(0) if min(places) == 1 else max(places)
