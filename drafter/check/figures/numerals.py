"""Numbers below a hundred, as reports write them in words or digits: 十二, 12."""

from __future__ import annotations

NUMBER = r"(?:[一二三四五六七八九十两]{1,3}|\d{1,2})"

_ONES = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def number_of(printed: str) -> int:
    """Return the number that is printed: 12 for 十二 and for 12."""
    if printed.isdigit():
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    return (_ONES.get(tens, 1) * 10 if ten else 0) + _ONES.get(ones, 0)
