"""Three figures in a row of which one follows from the others: 由A增长到B，增长x%; 任务A，完成B，完成率x%.

This reads what the sentence says between the figures and asks no indicator, so that it also holds where an indicator
cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, told
from drafter.check.figures.amounts import Interval, interval, last_place, ratio
from drafter.check.figures.changes import COMPARABLE, PRODUCT, REAL, spoken
from drafter.check.figures.units import unit
from drafter.model import Span
from drafter.text.quantities import Figure

_DOWN = "减产|减收|下降|降低|减少|回落|下滑|减|降"
_UP = "增产|增收|增长|增加|提高|上升|提升|增|升"
CHANGE = re.compile(
    rf"^[^，。；、]{{0,4}}[，、（]?(?:同比|比上年|较上年|比去年|较去年|年)?"
    rf"(?:(?P<down>{_DOWN}|降幅|减幅)|{_UP}|增幅|增速)(?:了|幅度?)?[为达]?到?(?:近|约)?$"
)
_FROM = re.compile(r"[由从](?:20\d\d年|去年|上年|原来)?[^，。；由从\d]{0,10}$")
_TO = re.compile(
    rf"^[^，。；\d]{{0,6}}(?:{_DOWN}|{_UP}|扩大|发展|壮大|扩)了?[到至为](?:了|目前的?|现在的?|今年的?|20\d\d年的?)?$"
)
_GOAL = re.compile(r"(?:任务|目标|计划|指标|预算)[^，。；\d]{0,6}$")
_REACHED = re.compile(r"^[^。；\d]{0,4}[，、（](?:[截至止到今]*\d+月(?:\d+日|份|底|末)*)?[^。；\d]{0,16}$")
_REACHED_WORD = re.compile("完成|实现|达|已|实际|建成|入库|到位|落实")
_RATE = re.compile(
    r"^[^，。；\d]{0,6}[，、（]?(?:完成率|(?:占|完成)[^，。；\d]{0,10}(?:任务|目标|计划|指标|预算)(?:数|总数)?的?|完成进度)[为达]?到?$"
)
_BASE = re.compile(
    r"^[^。；\d]{0,4}[，、（；][^，。；\d]{0,6}(?:上年同期|去年同期|同期|去年|上年)(?:水平|数)?(?:只有|实现|完成|达到?|仅|为|是|的)*$"
)
_BASE_OF = re.compile(r"^[^。；\d]{0,4}[，、]?(?:比|较)(?:上年同期|去年同期|同期|去年|上年)的?$")
_MORE = re.compile(
    r"^[^。；\d]{0,4}[，、](?:比|较)(?:上年|去年|上一年)(?:同期)?"
    r"(?:(?P<less>减少|少|降低)|(?P<more>增加|净增|多|新增|增))[^，。；\d]{0,4}$"
)
_SETTLED = re.compile("[，、](?P<what>[\u4e00-\u9fff]{2})率(?:达到?|为)?$")
_DONE = {  # how what a rate is of may be said besides
    "完工": "完成|竣工|建成",
    "完成": "完工|竣工|建成|实现",
    "竣工": "完成|完工|建成",
    "开工": "启动|动工",
    "办结": "办理|解决|答复",
    "化解": "调处|调解|成功",
    "调处": "化解|调解|成功",
    "整改": "销号|消除|治理",
}
_NEXT = re.compile("[^，。；]{0,6}[，、]")
ASK = "请核对这几个数"
WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True)
class Triple:
    """Two amounts of one unit and a percentage, as they stand in a sentence, with the words before each."""

    text: str  # the draft's
    sentence: Span
    placed: tuple[Figure, Figure, Figure]

    @property
    def said(self) -> str:
        """Return the sentence."""
        return self.sentence.of(self.text)

    def words(self, number: int) -> str:
        """Return the words before a figure, back to the one before it, or the last full mark."""
        begin = self.placed[number - 1].span.end if number else self.sentence.start
        return self.text[begin : self.placed[number].span.start]

    def printed(self, number: int) -> str:
        return self.placed[number].span.of(self.text)

    def value(self, number: int) -> Interval | None:
        return interval(self.printed(number))


def find_triples(account: Account) -> Iterator[Fault]:
    """Yield percentages that the two amounts beside them belie."""
    for triple, span in triples(account):
        if fault := next((fault for read in _READINGS if (fault := read(triple))), None):
            yield Fault(fault[0], span, fault[1], ASK)


def triples(account: Account) -> Iterator[tuple[Triple, Span]]:
    """Yield the figures of a draft three by three, sentence by sentence, with where they stand."""
    for sentence, found in account.rows():
        for one, other, third in zip(found, found[1:], found[2:], strict=False):
            yield Triple(account.text, sentence, (one, other, third)), Span(one.span.start, third.span.end)


def _risen(triple: Triple) -> tuple[str, str] | None:
    """Read 由A增长到B，增长x%."""
    if not (_FROM.search(triple.words(0)) and _TO.search(triple.words(1))):
        return None
    return _change(triple, base=0, value=1, rate=2)


def _against(triple: Triple) -> tuple[str, str] | None:
    """Read B，上年同期A，增长x%; 比去年的A增长x%."""
    words = triple.words(1)
    if _FROM.search(triple.words(0)) or not (_BASE.search(words) or _BASE_OF.search(words)):
        return None
    return _change(triple, base=1, value=0, rate=2)


def _then(triple: Triple) -> tuple[str, str] | None:
    """Read B，增长x%，上年同期A."""
    return _change(triple, base=2, value=0, rate=1) if _BASE.search(triple.words(2)) else None


def _change(triple: Triple, *, base: int, value: int, rate: int) -> tuple[str, str] | None:
    way = CHANGE.search(triple.words(rate))
    before, after, given = triple.value(base), triple.value(value), triple.value(rate)
    if not (way and fit(triple, base, value, rate) and before and after and given) or COMPARABLE.search(triple.said):
        return None
    share = after.over(before)
    signed = given.negative() if way["down"] else given
    room = last_place(triple.printed(rate)) + (REAL if PRODUCT.search(triple.said) else Decimal(0))
    if signed.widened(room).meets(Interval(share.low - 100, share.high - 100)):
        return None
    difference = share.middle - 100
    expected = spoken(f"{'-' if difference < 0 else '+'}{told(abs(difference))}%")
    printed = f"{'下降' if way['down'] else '增长'}{triple.printed(rate)}"
    return "yoy", f"写的是“{printed}”，按{triple.printed(base)}和{triple.printed(value)}计算，应为{expected}"


def _goal_first(triple: Triple) -> tuple[str, str] | None:
    """Read 任务A，完成B，完成率x%."""
    between = triple.words(1)
    if not _GOAL.search(triple.words(0)) or not _REACHED.search(between) or _GOAL.search(between):
        return None
    return _completed(triple, goal=0, value=1) if _REACHED_WORD.search(between) else None


def _goal_second(triple: Triple) -> tuple[str, str] | None:
    """Read 完成B，占任务A的x%."""
    if not _GOAL.search(triple.words(1)) or triple.words(2) not in {"的", ""}:
        return None
    return _completed(triple, goal=1, value=0, plain=True)


def _completed(triple: Triple, *, goal: int, value: int, plain: bool = False) -> tuple[str, str] | None:
    target, reached, given = triple.value(goal), triple.value(value), triple.value(2)
    if not (fit(triple, goal, value, 2) and target and reached and given):
        return None
    if not plain and not _RATE.search(triple.words(2)):
        return None
    expected = reached.over(target)
    if given.widened(last_place(triple.printed(2))).meets(expected):
        return None
    return "completion", (
        f"完成率写的是{triple.printed(2)}，按{triple.printed(value)}和目标{triple.printed(goal)}计算，"
        f"应为{told(expected.middle)}%"
    )


def fit(triple: Triple, base: int, value: int, rate: int) -> bool:
    """Tell whether the figures are two amounts of one unit, not too far apart, and a percentage."""
    one, other = triple.placed[base], triple.placed[value]
    before, after = triple.value(base), triple.value(value)
    alike = unit(one.unit) == unit(other.unit) and one.unit not in {"%", "‰", "个百分点"}
    percent = triple.placed[rate].unit == "%" and triple.placed[rate].upper is None
    return bool(alike and percent and before and after and before.low > 0 and ratio(before, after) < SLIPPED)


def _more_by(triple: Triple) -> tuple[str, str] | None:
    """Read B，比上年多C，上年为A."""
    way = _MORE.search(triple.words(1))
    units = {unit(figure.unit) for figure in triple.placed}
    value, by, base = (triple.value(number) for number in range(3))
    if not (way and value and by and base) or not _BASE.search(triple.words(2)) or len(units) > 1:
        return None
    if (base - by if way["less"] else base + by).meets(value):
        return None
    difference = value.middle - base.middle
    return "yoy", (
        f"写的是比上年{way['less'] or way['more']}{triple.printed(1)}，按{triple.printed(0)}和{triple.printed(2)}计算，"
        f"应为{'少' if difference < 0 else '多'}{told(abs(difference))}{triple.placed[0].unit}"
    )


def _settled(triple: Triple) -> tuple[str, str] | None:
    """Read 排查A，整改B，整改率x%."""
    rate, between = _SETTLED.search(triple.words(2)), triple.words(1)
    if not rate or not _NEXT.match(between) or rate["what"] in triple.words(0):
        return None
    if not re.search(f"{rate['what']}|{_DONE.get(rate['what'], rate['what'])}", between):
        return None
    whole, done, given = (triple.value(number) for number in range(3))
    if not (whole and done and given and fit(triple, 0, 1, 2)):
        return None
    expected = done.over(whole)
    if expected.low > WHOLE or given.widened(last_place(triple.printed(2))).meets(expected):
        return None  # where more is settled than the first figure counts, that is no whole of it
    return "completion", (
        f"{rate['what']}率写的是{triple.printed(2)}，按{triple.printed(1)}和{triple.printed(0)}计算，"
        f"应为{told(expected.middle)}%"
    )


_READINGS: tuple[Callable[[Triple], tuple[str, str] | None], ...] = (
    _risen,
    _against,
    _then,
    _more_by,
    _goal_first,
    _goal_second,
    _settled,
)
