"""Parse and format the numbers that stand before headings and points: 一、（一）1.（1）① 第一， 一是 首先， —— ●."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "第一部分", "一、", "（一）", "1.", "（1）", "1）", "①", "第一，", "其一，", "首先，", "一是", "一要", "——", "●"
]  # a style is named by its first number

LAST = 99  # the highest number in Chinese or Arabic figures
LAST_CIRCLED = 50  # Unicode has no circled number above ㊿
UNCOUNTED: frozenset[Style] = frozenset({"——", "●"})

_DIGITS = "零一二三四五六七八九"
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
_HAN = "([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_ARABIC = "([0-9０-９]{1,2})"
_IN_TURN = ("首先", "其次", "再次", "最后")
_BULLETS = "●■◆▲▪◇▶★☆•·"
_YEAR = r"(?:19|20)\d\d年"

_PATTERNS: dict[Style, re.Pattern[str]] = {
    "第一部分": re.compile(rf"第{_HAN}部分[：:、，,]?"),
    "一、": re.compile(rf"{_HAN}[、.．]"),
    "（一）": re.compile(rf"[（(]{_HAN}[）)][、.．]?"),
    # 1.5亿元 is a figure, 1.2023年工作回顾 a number before a year
    "1.": re.compile(rf"{_ARABIC}(?:[.．](?=\D|$|{_YEAR})|、)"),
    "（1）": re.compile(rf"[（(]{_ARABIC}[）)][、.．]?"),
    "1）": re.compile(rf"{_ARABIC}[）)][、.．]?"),
    "①": re.compile(f"([{_CIRCLED}])[、.．]?"),
    "第一，": re.compile(rf"第{_HAN}[，,、：:]"),
    "其一，": re.compile(rf"其{_HAN}[，,、：:]"),
    "首先，": re.compile(f"({'|'.join(_IN_TURN)})[，,、：:]"),
    "一是": re.compile(rf"{_HAN}是"),
    "一要": re.compile(rf"{_HAN}要"),
    "——": re.compile("()(?:[—―─]{1,3}|-{2,3})"),
    "●": re.compile(f"()[{_BULLETS}]"),
}
_HAN_FIRST, _ARABIC_FIRST, _BRACKETS = f"十{_DIGITS[1:]}", "0123456789０１２３４５６７８９", "（("
_FIRST_CHARACTERS: dict[Style, str] = {
    "第一部分": "第",
    "一、": _HAN_FIRST,
    "（一）": _BRACKETS,
    "1.": _ARABIC_FIRST,
    "（1）": _BRACKETS,
    "1）": _ARABIC_FIRST,
    "①": _CIRCLED,
    "第一，": "第",
    "其一，": "其",
    "首先，": "首其再最",
    "一是": _HAN_FIRST,
    "一要": _HAN_FIRST,
    "——": "—―─-",
    "●": _BULLETS,
}
# most lines begin with none of them, and trying fourteen patterns takes its time
_BY_FIRST = {
    first: tuple((style, _PATTERNS[style]) for style, characters in _FIRST_CHARACTERS.items() if first in characters)
    for first in frozenset("".join(_FIRST_CHARACTERS.values()))
}
_LAST: dict[Style, int] = {"①": LAST_CIRCLED, "首先，": len(_IN_TURN)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands before a heading or point."""

    style: Style
    value: int  # from 1; 0 for —— and ●, which do not count
    text: str  # as printed, with its punctuation

    def __len__(self) -> int:
        return len(self.text)


def parse(line: str) -> Number | None:
    """Return the number that `line` begins with, or None."""
    for style, pattern in _BY_FIRST.get(line[:1], ()):
        if match := pattern.match(line):
            return Number(style, _value(match[1]), match[0])
    return None


def last(style: Style) -> int:
    """Return the highest number of a style: 4 for 首先, 其次, 再次, 最后."""
    return _LAST.get(style, LAST)


def format(style: Style, value: int) -> str:  # noqa: A001  read as numbering.format
    """Print a number: format("（一）", 12) is （十二）. Raise ValueError when the style does not reach so far."""
    if style in UNCOUNTED:
        return style
    if not 1 <= value <= last(style):
        raise ValueError(f"{style} counts from 1 to {last(style)}, not {value}")
    if style == "①":
        return _CIRCLED[value - 1]
    if style == "首先，":
        return f"{_IN_TURN[value - 1]}，"
    return style.replace("1", str(value)) if "1" in style else style.replace("一", to_han(value))


def next(number: Number) -> Number:  # noqa: A001  read as numbering.next
    """Return the number after `number`, printed in the usual form of its style."""
    value = number.value + 1 if number.value else 0
    return Number(number.style, value, format(number.style, value))


def to_han(value: int) -> str:
    """Write 1–99 in Chinese figures: 12 is 十二."""
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def from_han(text: str) -> int:
    """Read 1–99 in Chinese figures."""
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens or "一") * 10 if ten else 0) + (_DIGITS.index(ones) if ones else 0)


def _value(figure: str) -> int:
    if not figure:
        return 0
    if figure in _CIRCLED:
        return _CIRCLED.index(figure) + 1
    if figure in _IN_TURN:
        return _IN_TURN.index(figure) + 1
    return int(figure) if figure.isdigit() else from_han(figure)
