"""Units by one name, and what units of one measure are to each other."""

from __future__ import annotations

from decimal import Decimal

from drafter.check.figures.amounts import Interval

_SAME = {"名": "人", "位": "人", "平米": "平方米", "平方": "平方米", "㎡": "平方米", "千米": "公里", "km": "公里"}
_SAME |= {"场次": "场", "千克": "公斤", "kg": "公斤", "平方千米": "平方公里", "度": "千瓦时"}
_MEASURES = {
    "面积": {
        "平方米": Decimal(1),
        "亩": Decimal(2000) / 3,
        "公顷": Decimal(10_000),
        "平方公里": Decimal(1_000_000),
    },
    "长度": {"米": Decimal(1), "延米": Decimal(1), "公里": Decimal(1000)},
    "重量": {"斤": Decimal("0.5"), "公斤": Decimal(1), "吨": Decimal(1000)},
}
_MEASURE_OF = {name: (measure, size) for measure, units in _MEASURES.items() for name, size in units.items()}


def unit(printed: str) -> str:
    """Return a unit by one name: 名 and 位 count 人."""
    return _SAME.get(printed, printed)


def measured(name: str, value: Interval) -> tuple[str, Interval]:
    """Return the measure of a unit (面积 of 亩; else the unit itself) and a value in the least unit of it."""
    measure, size = _MEASURE_OF.get(name, (name, Decimal(1)))
    return measure, Interval(value.low * size, value.high * size)
