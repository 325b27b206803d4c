"""Three figures in a row of which one follows from the others: 由A增长到B，增长x%; 任务A，完成B，完成率x%.

This reads what the sentence says between the figures and asks no indicator, so that it also holds where an indicator
cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.check.account import SLIPPED, Account, Fault, told, unit
from drafter.check.amounts import Interval, interval, last_place, ratio
from drafter.check.changes import COMPARABLE, PRODUCT, REAL, spoken
from drafter.model import Span
from drafter.text.quantities import Figure, figures
from drafter.text.sentences import sentences

_DOWN = "下降|降低|减少|回落|下滑|减|降"
_UP = "增长|增加|提高|上升|提升|增|升"
_CHANGE = re.compile(
    rf"^[^，。；、]{{0,4}}[，、（]?(?:同比|比上年|较上年|比去年|较去年|年|分别)?"
    rf"(?:(?P<down>{_DOWN}|降幅|减幅)|{_UP}|增幅|增速)(?:了|幅度?)?[为达]?到?(?:近|约)?$"
)
_FROM = re.compile(r"[由从](?:20\d\d年|去年|上年|原来)?[^，。；由从\d]{0,10}$")
_TO = re.compile(
    rf"^[^，。；\d]{{0,6}}(?:{_DOWN}|{_UP}|扩大|发展|壮大|扩)了?[到至为](?:了|目前的?|现在的?|今年的?|20\d\d年的?)?$"
)
_GOAL = re.compile(r"(?:任务|目标|计划|指标|预算)[^，。；\d]{0,6}$")
_REACHED = re.compile(r"^[^。；\d]{0,4}[，、（][^。；\d]{0,16}$")
_REACHED_WORD = re.compile("完成|实现|达|已|实际|建成|入库|到位|落实")
_RATE = re.compile(
    r"^[^，。；\d]{0,6}[，、（]?(?:完成率|(?:占|完成)[^，。；\d]{0,10}(?:任务|目标|计划|指标|预算)(?:数|总数)?的?|完成进度)[为达]?到?$"
)
_BASE = re.compile(
    r"^[^。；\d]{0,4}[，、（；][^，。；\d]{0,6}(?:上年同期|去年同期|同期|去年|上年)(?:水平|数)?(?:只有|实现|完成|达到?|仅|为|是|的)*$"
)
_BASE_OF = re.compile(r"^[^。；\d]{0,4}[，、]?(?:比|较)(?:上年同期|去年同期|同期|去年|上年)的?$")
_ASK = "请核对这几个数"


@dataclass(frozen=True, slots=True)
class _Triple:
    """Two amounts of one unit and a percentage, as they stand in a sentence, with the words before each."""

    said: str
    placed: tuple[Figure, Figure, Figure]

    def words(self, number: int) -> str:
        """Return the words before a figure, back to the one before it, or the last full mark."""
        begin = self.placed[number - 1].span.end if number else 0
        return self.said[begin : self.placed[number].span.start]

    def printed(self, number: int) -> str:
        return self.placed[number].span.of(self.said)

    def value(self, number: int) -> Interval | None:
        return interval(self.printed(number))


def find_triples(account: Account) -> Iterator[Fault]:
    """Yield percentages that the two amounts beside them belie."""
    for sentence in sentences(account.text):
        said = sentence.of(account.text)
        found = list(figures(said))
        for number in range(len(found) - 2):
            triple = _Triple(said, (found[number], found[number + 1], found[number + 2]))
            fault = next((fault for read in _READINGS if (fault := read(triple))), None)
            if fault:
                kind, message = fault
                span = Span(found[number].span.start, found[number + 2].span.end).shift(sentence.start)
                yield Fault(kind, span, message, _ASK)


def _risen(triple: _Triple) -> tuple[str, str] | None:
    """Read 由A增长到B，增长x%."""
    if not (_FROM.search(triple.words(0)) and _TO.search(triple.words(1))):
        return None
    return _change(triple, base=0, value=1, rate=2)


def _against(triple: _Triple) -> tuple[str, str] | None:
    """Read B，上年同期A，增长x%; 比去年的A增长x%."""
    words = triple.words(1)
    if _FROM.search(triple.words(0)) or not (_BASE.search(words) or _BASE_OF.search(words)):
        return None
    return _change(triple, base=1, value=0, rate=2)


def _then(triple: _Triple) -> tuple[str, str] | None:
    """Read B，增长x%，上年同期A."""
    return _change(triple, base=2, value=0, rate=1) if _BASE.search(triple.words(2)) else None


def _change(triple: _Triple, *, base: int, value: int, rate: int) -> tuple[str, str] | None:
    way = _CHANGE.search(triple.words(rate))
    before, after, given = triple.value(base), triple.value(value), triple.value(rate)
    if not (way and _fit(triple, base, value, rate) and before and after and given) or COMPARABLE.search(triple.said):
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


def _goal_first(triple: _Triple) -> tuple[str, str] | None:
    """Read 任务A，完成B，完成率x%."""
    between = triple.words(1)
    if not _GOAL.search(triple.words(0)) or not _REACHED.search(between) or _GOAL.search(between):
        return None
    return _completed(triple, goal=0, value=1) if _REACHED_WORD.search(between) else None


def _goal_second(triple: _Triple) -> tuple[str, str] | None:
    """Read 完成B，占任务A的x%."""
    if not _GOAL.search(triple.words(1)) or triple.words(2) not in {"的", ""}:
        return None
    return _completed(triple, goal=1, value=0, plain=True)


def _completed(triple: _Triple, *, goal: int, value: int, plain: bool = False) -> tuple[str, str] | None:
    target, reached, given = triple.value(goal), triple.value(value), triple.value(2)
    if not (_fit(triple, goal, value, 2) and target and reached and given):
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


def _fit(triple: _Triple, base: int, value: int, rate: int) -> bool:
    """Tell whether the figures are two amounts of one unit, not too far apart, and a percentage."""
    one, other = triple.placed[base], triple.placed[value]
    before, after = triple.value(base), triple.value(value)
    alike = unit(one.unit) == unit(other.unit) and one.unit not in {"%", "‰", "个百分点"}
    percent = triple.placed[rate].unit == "%" and triple.placed[rate].upper is None
    return bool(alike and percent and before and after and before.low > 0 and ratio(before, after) < SLIPPED)


_READINGS: tuple[Callable[[_Triple], tuple[str, str] | None], ...] = (
    _risen,
    _against,
    _then,
    _goal_first,
    _goal_second,
)
