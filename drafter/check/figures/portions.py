"""Parts held against the whole before them, by what stands between the figures: 总投资1.2亿元…，其中一期5.6亿元.

Unlike `sums` this asks no indicator, and takes units of one measure together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, told
from drafter.check.figures.amounts import Interval, added, ratio
from drafter.check.figures.figured import RATES, WORD, Figured, Told
from drafter.check.figures.sums import ASK, OVERLAPPING
from drafter.model import Span

LONGEST_BESIDE = 8  # characters between a count and what is counted comes to: 3个项目总投资1.2亿元
FAR = SLIPPED / 5  # times; a part so far beyond its whole is in a wrong unit

_INSIDE = "[^（），。；\n#%±×]"
_WITHIN = re.compile(
    f"其中(?:包括|有|含)?(?={WORD}{{0,24}}#)|(?P<among>中，)(?={_INSIDE}{{1,12}}#{_INSIDE}{{0,4}}、)|(?P<all>，即)(?={_INSIDE}{{1,12}}#{_INSIDE}{{0,4}}、)|(?<=#)（(?={_INSIDE}{{1,12}}#{_INSIDE}{{0,4}}[、，])"
)
_OTHERWISE = re.compile(  # how what is no part of the whole is named
    "[）\n]|比|较|同比|累计|历年|全[县市区省国州]|分别|带动|惠及|目标|任务|计划|五年|总投资|产值|总产|规模"
)
_USED = re.compile("用于|投入|投向|安排|来自|由|为|是")
_NEXT = re.compile(
    f"^{_INSIDE}{{0,4}}(?:(?P<mark>[、和及与]){_INSIDE}{{1,16}}|，(?:{_INSIDE}{{0,12}}?其[他它余])?{_INSIDE}{{1,8}})$"
)
_STOP = re.compile(
    "已|截至|整改|办结|化解|结案|调处|占|同比|比|较|增长|下降|达|完成|剩余|其余|余下|另|还|预计|计划|累计|全[年县市区省国州]|均|带动|惠及|新增(?!违)|每|受益|净|共"
)
UNMEASURED = RATES | {"", "年", "天", "岁", "周岁", "个月"}

_FUNDS = re.compile(
    "补助|补贴|配套|自筹|捐|社会资本|财政|专项|贷款|集体|筹|债券|投劳|企业|帮扶|上级|[中省市县镇村][央级]|群众|争取|乡贤|整合"
)
_OWN_FUNDS = re.compile("自筹|捐|社会|贷款|配套|筹集|[镇村市县]级|集体|群众|乡贤|企业|县财政")
_HALVES = (
    ("上半年", "下半年"),
    ("男", "女"),
    ("一期", "二期"),
    ("公办", "民办"),
    ("续建", "新建"),
    ("存量", "新增"),
    ("水田", "旱地"),
    ("城[镇市]", "农村"),
    ("农村", "城[镇市]"),
    ("行政村", "社区|居委会"),
    ("^村", "^社区"),
    ("正式", "预备"),
    ("集中供养", "分散供养"),
    ("分散供养", "集中供养"),
    ("专职", "兼职"),
    ("[省县市]内", "[省县市]外"),
    ("早稻", "晚稻"),
    ("夏粮|夏季", "秋粮|秋季"),
)
_SCHOOL = re.compile("研究生|硕士|本科|大专|高中|中专|初中|小学")
_LEVELS = re.compile("(?P<count>[两二三])级")
_HOW_MANY = {"两": 2, "二": 2, "三": 3}
_ITEMS = frozenset("个条处座家段所项口栋")
_PLANNED = re.compile("计划|目标|任务|预算|总投资|上年|去年|同期")
_REST = re.compile("其他|其它|其余|余下|剩余")
_ONE_EACH = frozenset(("元", "亩", "公里"))  # what no two parts can share
_PEOPLE_AND_LAND = frozenset(("人", "户", "亩"))  # units of which one sentence rarely counts two things
_MORE = re.compile("三期|其余|余下|剩余|其他|另|等|不足")


@dataclass(frozen=True, slots=True)
class Sized:
    """A figure with its value in the least unit of its measure, and what is said before it in its clause."""

    told: Told
    size: Interval
    name: str


@dataclass(frozen=True, slots=True)
class _Taken:
    """A whole with the parts that it is taken apart into."""

    whole: Sized
    most: Decimal  # that all figures of the measure before 其中 come to, of which it may be
    parts: tuple[Sized, ...]
    behind: str  # what is said after the last part
    complete: bool  # said to be all there are: 126项，即党务36项、村务52项、财务38项


def find_portions(account: Account) -> Iterator[Fault]:
    """Yield parts beyond their whole, and parts that are all there are and do not add up to it."""
    text = account.figured
    for match in _WITHIN.finditer(text.signs):
        if taken := _taken(text, match):
            yield from _beyond(taken) or _unequal(taken)


def _taken(text: Figured, match: re.Match[str]) -> _Taken | None:
    """Return the whole before 其中 and the parts behind it that are counted in one measure with it."""
    first, sentence = text.number(match.end()), text.sentence(match.start())
    since = text.signs.rfind("；", 0, match.start())
    part = sized(text, first) if first < sentence.stop else None
    if part is None or not _is_part(text, first, part):
        return None
    before = [n for n in range(sentence.start, first) if text.places[n] > since and _alike(text.told[n], part.told)]
    if not before or (match["among"] and re.search("[，；：]", text.signs[text.places[before[-1]] : match.start()])):
        return None
    beside = all(_is_beside(text, n) for n in range(before[-1] + 1, first))
    if not beside and part.told.unit not in _PEOPLE_AND_LAND:
        return None
    wholes = [whole for n in before if (whole := sized(text, n)) and not re.search("均|每|净增", text.words(n))]
    if len(wholes) < len(before):
        return None
    parts = (part, *_further(text, first, sentence.stop)) if beside else (part,)
    behind = text.signs[text.places[first + len(parts) - 1] + 1 :][:12]
    complete = bool(match["all"]) or (len(parts) > 1 and _as_many(text, before[-1], len(parts)))
    return _Taken(wholes[-1], _together(wholes), parts, re.split("[。\n]", behind)[0], complete)


def _as_many(text: Figured, number: int, parts: int) -> bool:
    """Tell whether the figure beside a whole counts as many things as it is taken apart into: 3条8.6公里."""
    if number == 0 or len(text.words(number)) > LONGEST_BESIDE or re.search("[，；]", text.words(number)):
        return False
    count, whole = text.told[number - 1], text.told[number]
    exact = count.figure.unit in _ITEMS and not count.figure.hedge and whole.unit in _ONE_EACH
    return exact and count.figure.value == parts


def _together(wholes: Sequence[Sized]) -> Decimal:
    """Return what figures of one measure come to at most: together where they are a list, not a plan and its result."""
    listed = [whole.size.high for whole in wholes if not _PLANNED.search(whole.name)]
    return max(sum(listed, Decimal(0)), *(whole.size.high for whole in wholes))


def _is_beside(text: Figured, number: int) -> bool:
    """Tell whether a figure only says more of the one before it: 增长5%, or 238人次 of 86批次238人次."""
    return text.told[number].unit in RATES or not text.words(number)


def _is_part(text: Figured, number: int, part: Sized) -> bool:
    """Tell whether the first figure behind 其中 says how much of the whole: not 其中500MWp的项目, 其中总投资…."""
    named = part.name or _USED.match(text.signs, text.places[number] + 1)
    return (
        bool(named) and part.told.unit not in UNMEASURED and not _OTHERWISE.search(part.name) and "均" not in part.name
    )


def _further(text: Figured, first: int, stop: int) -> Iterator[Sized]:
    """Yield the parts that go on a list, which keeps to one mark between them."""
    mark: str | None = ""
    for number in range(first + 1, stop):
        match, part = _NEXT.match(text.words(number)), sized(text, number)
        if not match or part is None or _STOP.search(part.name) or not _alike(part.told, text.told[first]):
            return
        if mark != "" and (match["mark"] is None) != (mark is None):
            return
        mark = match["mark"]
        yield part


def sized(text: Figured, number: int) -> Sized | None:
    """Return a figure with its size and its name; None where it is a range or a blank."""
    each = text.told[number]
    measured = each.measured
    name = re.split("[，、；：（]|其中(?:包括|有|含)?", text.words(number))[-1]
    return Sized(each, measured[1], name) if measured else None


def _alike(one: Told, other: Told) -> bool:
    """Tell whether two figures are of one measure."""
    first, second = one.measured, other.measured
    return bool(first and second and first[0] == second[0])


def _beyond(taken: _Taken) -> list[Fault]:
    """Return a fault for each part that is more than the whole."""
    faults, whole = [], taken.whole
    for part in taken.parts:
        if part.size.low <= taken.most:
            continue
        named, total = f"其中“{part.name}”{part.told.printed}", whole.told.printed
        if ratio(part.size, whole.size) >= FAR:
            message = f"{named}，总数却只有{total}，相差悬殊"
            faults.append(Fault("unit", part.told.span, message, "请核对单位，看“万”“亿”或别的单位有没有写错"))
        else:
            span = Span(whole.told.span.start, part.told.span.end)
            faults.append(Fault("part", span, f"{named}，超过了总数{total}", ASK))
    return faults


def _unequal(taken: _Taken) -> list[Fault]:
    """Return the fault of parts that are more than the whole, or are all there are and less."""
    if len(taken.parts) < 2:
        return []
    summed, whole = added([part.size for part in taken.parts]), taken.whole.size
    names = [part.name for part in taken.parts]
    schooled = all(map(_SCHOOL.search, names)) and sum("以上" in name for name in names) < 2
    apart = taken.whole.told.unit in _ONE_EACH or schooled or not any(map(OVERLAPPING.search, names))
    too_many = summed.low > taken.most and apart
    return [unequal(taken.whole, taken.parts)] if too_many or (_are_all(taken) and not summed.meets(whole)) else []


def _are_all(taken: _Taken) -> bool:
    """Tell whether parts are all there are: 上半年 and 下半年, or money from above and of one's own."""
    names = [part.name for part in taken.parts]
    if taken.complete or _REST.search(names[-1]):
        return True
    if _MORE.search(taken.behind) or any(map(_MORE.search, names)):
        return False
    if is_halved(names):
        return True
    levels = _LEVELS.search(taken.whole.name)
    if levels and len(names) == _HOW_MANY[levels["count"]] and all("级" in name for name in names):
        return True
    funded = taken.whole.told.unit == "元" and all(map(_FUNDS.search, names))
    return funded and any(map(_OWN_FUNDS.search, names[1:]))


def is_halved(names: Sequence[str]) -> bool:
    """Tell whether two names are all there are of a kind: 男 and 女."""
    return len(names) == 2 and any(re.search(one, names[0]) and re.search(other, names[1]) for one, other in _HALVES)


def unequal(whole: Sized, parts: Sequence[Sized]) -> Fault:
    """Return the fault of a whole that its parts do not add up to."""
    summed = sum((part.size.middle for part in parts), Decimal(0))
    least = whole.size.middle / whole.told.value.middle if whole.told.value and whole.told.value.middle else Decimal(1)
    places = [each.told.span for each in (whole, *parts)]
    shown = "＋".join(part.told.printed for part in parts)
    return Fault(
        "sum",
        Span(min(each.start for each in places), max(each.end for each in places)),
        f"总数写的是{whole.told.printed}，各项相加（{shown}）是{told(summed / least, 2)}{whole.told.figure.unit}",
        ASK,
    )
