"""A draft with each figure as one sign, so that what is said between figures can be matched.

全镇应参保28500人，已参保27360人，参保率98% is 全镇应参保#，已参保#，参保率%.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.check.figures.amounts import Interval, interval
from drafter.check.figures.units import measured, unit
from drafter.model import Span
from drafter.text.quantities import Figure, figures

WORD = "[^，。；：\n#%±×]"  # what stands in one clause, without figures
SAID = "[^。；\n#%±×]"  # what stands in one sentence, without figures

UP = "增产|增收|增长|增加|提高|提升|上升|上涨|回升|扩大|新增|净增|增|升|涨|多|高"
DOWN = "减产|减收|下降|降低|减少|回落|下滑|压减|压降|压缩|精简|缩减|缩短|减|降|少|低"

POINTS = frozenset(("个百分点", "百分点"))
RATES = frozenset(("%", "‰", "成", "倍", *POINTS))  # units of what is no amount

_SIGNS = {"%": "%", "‰": "‰", "成": "%", "个百分点": "±", "百分点": "±", "倍": "×"}
_STRAY = str.maketrans("#%±×", "＃％＋＊")
_OUT = re.compile("[。；\n]")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a draft prints it."""

    span: Span  # in the draft's text, hedges included: 近2.2万亩, 300户以上
    figure: Figure
    printed: str

    @property
    def unit(self) -> str:
        """Return the unit by one name, 万 and 亿 left out."""
        return unit(self.figure.unit)

    @property
    def value(self) -> Interval | None:
        """Return what the figure may stand for; None for a range or a blank."""
        if self.figure.upper is not None or self.figure.value is None:
            return None
        if self.figure.unit == "成":
            return Interval(self.figure.value * 10 - 5, self.figure.value * 10 + 5)
        return interval(self.printed.replace("突破", "超"))

    @property
    def measured(self) -> tuple[str, Interval] | None:
        """Return of which measure the figure is, and its value in the least unit of that."""
        value = self.value
        return measured(self.unit, value) if value else None


@dataclass(frozen=True, slots=True)
class Figured:
    """A text with each figure as one sign: # an amount, % a percentage, ± percentage points, × times."""

    signs: str
    told: tuple[Told, ...]
    places: tuple[int, ...]  # where the sign of each figure stands

    def at(self, match: re.Match[str], name: str) -> Told:
        """Return the figure that a group of a match is the sign of."""
        return self.told[bisect_left(self.places, match.start(name))]

    def number(self, place: int) -> int:
        """Return the number of the first figure from a place on."""
        return bisect_left(self.places, place)

    def words(self, number: int) -> str:
        """Return what is said before a figure, back to the one before it or the last full mark."""
        begin = self.places[number - 1] + 1 if number else 0
        return _OUT.split(self.signs[begin : self.places[number]])[-1]

    def lead(self, place: int, most: int = 24) -> str:
        """Return what is said before a place in its sentence, signs and all."""
        return _OUT.split(self.signs[max(0, place - most) : place])[-1]

    def sentence(self, place: int) -> range:
        """Return the numbers of the figures of the sentence that a place is in."""
        begin = max(self.signs.rfind(mark, 0, place) for mark in "。\n") + 1
        ends = [end for mark in "。\n" if (end := self.signs.find(mark, place)) >= 0]
        return range(self.number(begin), self.number(min(ends, default=len(self.signs))))

    def said(self, place: int) -> str:
        """Return the sentence that a place is in, in signs."""
        begin = max(self.signs.rfind(mark, 0, place) for mark in "。\n") + 1
        ends = [end for mark in "。\n" if (end := self.signs.find(mark, place)) >= 0]
        return self.signs[begin : min(ends, default=len(self.signs))]


def figured(text: str) -> Figured:
    """Return a text with its figures as signs."""
    told = tuple(_told(text))
    pieces: list[str] = []
    places: list[int] = []
    last = length = 0
    for each in told:
        words = text[last : each.span.start].translate(_STRAY)
        pieces += (words, _SIGNS.get(each.figure.unit, "#"))
        places.append(length + len(words))
        length += len(words) + 1
        last = each.span.end
    return Figured("".join((*pieces, text[last:].translate(_STRAY))), told, tuple(places))


def _told(text: str) -> Iterator[Told]:
    for figure in figures(text):
        start, end, hedge = figure.span.start, figure.span.end, figure.hedge
        before = next((n for n in range(len(hedge), 0, -1) if text.endswith(hedge[:n], 0, start)), 0)
        after = next((n for n in range(len(hedge), 0, -1) if text.startswith(hedge[-n:], end)), 0)
        span = Span(start - before, end + after)
        yield Told(span, figure, span.of(text))
