"""Two amounts and a ratio in a row: B，占A的x%; B，是去年A的x倍; B，增长x%，增收C.

As in `triples`, what stands between the figures is read and no indicator asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import Interval, last_place
from drafter.check.figures.changes import COMPARABLE, PRODUCT, REAL
from drafter.check.figures.triples import ASK, CHANGE, Triple, fit, triples
from drafter.check.figures.units import unit

_OF_ALL = re.compile(r"^[^。；\d]{0,4}[，、（]占(?!.*(?:任务|目标|计划|指标|预算))[^，。；\d]{0,12}$")
_SHARE = re.compile(r"^[^，。；\d]{0,6}的(?:比例|比重)?(?:约|近)?$")
_TIMES_OF = re.compile(r"^[^。；\d]{0,4}[，、（](?:是|为|相当于)[^，。；\d]{0,10}$")
_BY = re.compile(r"^[，、]?(?:同比|净)*(?P<way>增收|增加|增长|增|减收|减少)(?:了|额)?$")


def find_ratios(account: Account) -> Iterator[Fault]:
    """Yield ratios that the two amounts beside them belie."""
    for triple, span in triples(account):
        if fault := next((fault for read in _READINGS if (fault := read(triple))), None):
            yield Fault(fault[0], span, fault[1], ASK)


def _part_of(triple: Triple) -> tuple[str, str] | None:
    """Read B，占总人口A的x%."""
    if not (_OF_ALL.search(triple.words(1)) and _SHARE.search(triple.words(2)) and fit(triple, 1, 0, 2)):
        return None
    part, whole, given = (triple.value(number) for number in range(3))
    if not (part and whole and given) or part.low > whole.high:
        return None
    expected = part.over(whole)
    if given.widened(last_place(triple.printed(2))).meets(expected):
        return None
    return "share", (
        f"占比写的是{triple.printed(2)}，按{triple.printed(0)}和{triple.printed(1)}计算，应为{told(expected.middle)}%"
    )


def _as_many_times(triple: Triple) -> tuple[str, str] | None:
    """Read B，是去年A的x倍."""
    units = [figure.unit for figure in triple.placed]
    if units[2] != "倍" or unit(units[0]) != unit(units[1]) or triple.words(2) != "的":
        return None
    value, base, given = (triple.value(number) for number in range(3))
    if not (_TIMES_OF.search(triple.words(1)) and value and base and given) or base.low <= 0:
        return None
    times = value.over(base)
    if given.widened(last_place(triple.printed(2)) / 2).meets(Interval(times.low / 100, times.high / 100)):
        return None
    return "yoy", (
        f"写的是{triple.printed(2)}，按{triple.printed(0)}和{triple.printed(1)}计算，应为{told(times.middle / 100)}倍"
    )


def _and_by(triple: Triple) -> tuple[str, str] | None:
    """Read B，增长x%，增收C."""
    way, by = CHANGE.search(triple.words(1)), _BY.search(triple.words(2))
    if not (way and by):
        return None
    value, given, more = (triple.value(number) for number in range(3))
    one, rate, other = triple.placed
    if not (value and given and more) or rate.unit != "%" or unit(one.unit) != unit(other.unit):
        return None
    falls = bool(way["down"])
    base = value + more if falls else value - more
    if falls != by["way"].startswith("减") or base.low <= 0 or COMPARABLE.search(triple.said):
        return None
    room = last_place(triple.printed(1)) + (REAL if PRODUCT.search(triple.said) else Decimal(0))
    expected = more.over(base)
    if given.widened(room).meets(expected):
        return None
    return "yoy", (
        f"{triple.printed(1)}和{by['way']}{triple.printed(2)}对不上：按{triple.printed(0)}计算，应为{told(expected.middle)}%"
    )


_READINGS: tuple[Callable[[Triple], tuple[str, str] | None], ...] = (_part_of, _as_many_times, _and_by)
