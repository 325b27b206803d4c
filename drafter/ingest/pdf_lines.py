"""Put the pieces of text that a PDF draws together into the lines that a reader sees."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Fonts that share one picture between a character and a radical: Chromium writes the radical into the file.
_RADICALS = str.maketrans(
    "⺁⺇⺌⺍⺎⺟⺠⺶⺼⻁⻄⻅⻉⻋⻒⻓⻔⻘⻙⻚⻛⻜⻝⻟⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂几小小兀母民羊月虎西见贝车镸长门青韦页风飞食饣马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
SAME_LINE = 0.5
"""Heights of a character within which two stand on one line: a note's mark is raised by 0.4."""
CELL_GAP = 0.7
"""Heights of a character between two of which the second is another cell, beyond twice the line's usual gap: cells have
0.8 and more between them, a mark that fills half of its square 0.5."""
LEVEL = 0.05
"""Slope up to which text is level; watermarks run across the page."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A character, placed on the page as it is read (in points, from the lower left corner)."""

    text: str
    x: float
    y: float
    size: float
    right: float

    @classmethod
    def placed(
        cls, text: str, at: tuple[float, float, float], slope: tuple[float, float], size: float, turned: int
    ) -> Sign | None:
        """Place a character (left, baseline, right) on a page `turned` by so many quarters; None when it is aslant."""
        (x, y, right), (a, b) = at, slope
        height = abs(size) * math.hypot(a, b)
        for _ in range(turned):
            a, b, x, y = b, -a, y, -x
        if a <= 0 or abs(b) > LEVEL * a:
            return None
        if turned or unicodedata.east_asian_width(text) in "WF":  # boxes stand on the page as it is not turned
            right = x + width(text) * height
        return cls(text.translate(_KANGXI).translate(_RADICALS), x, y, height, right)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it is set."""

    text: str
    x: float
    y: float
    size: float
    right: float
    edge: float | None = None  # of a table's column that the line stands in, where it ends


def width(text: str) -> float:
    """Return how wide a text is, in heights of a character: Chinese ones and their marks one, others a half."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.5 for each in text)


def set_lines(signs: Sequence[Sign]) -> Iterator[SetLine]:
    """Yield the lines that characters form in the order they are drawn; cells of a table are lines of their own."""
    start = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or abs(signs[at].y - signs[start].y) > SAME_LINE * signs[start].size:
            # sorted, because marks from another font are drawn after the line
            yield from _cells(sorted(signs[start:at], key=lambda sign: sign.x))
            start = at


def _cells(signs: Sequence[Sign]) -> Iterator[SetLine]:
    """Yield the parts of a line between gaps wider than any other."""
    gaps = [following.x - sign.right for sign, following in pairwise(signs)]
    usual = max(0.0, median(gaps)) if gaps else 0.0
    start = 0
    for at, gap in enumerate([*gaps, math.inf], 1):
        if gap > 2 * usual + CELL_GAP * signs[at - 1].size:
            yield from _line(signs[start:at])
            start = at


def _line(signs: Sequence[Sign]) -> Iterator[SetLine]:
    written = [sign for sign in signs if not sign.text.isspace()]
    if written:
        text = "".join(sign.text for sign in signs).strip()
        size = Counter(round(sign.size, 1) for sign in written).most_common(1)[0][0]
        yield SetLine(text, written[0].x, written[0].y, size, max(sign.right for sign in written))
