"""Titles over several lines: 梯形 or 菱形, never inside a word (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from drafter.text.words import cut

# Where official wording parts, best first. Seams come before words: they keep names whole, and the dictionary that
# words are cut with takes half a second to load.
_MEETINGS_AND_HALVES = (
    r"(?<=　)|(?<=日)(?=在)|(?=第[一二三四五六七八九十百\d]+[届次])"
    r"|(?=[及和与暨](?:下半年|第[一二三四]季度|今年|明年|\d{4}年))"
)
_PERIODS_AND_BODIES = r"(?<=半年)|(?<=季度)|(?<=\d年)(?![度上下前第])|(?<=人民政府)|(?<=办事处)|(?=关于)"
_SPLITTERS: tuple[Callable[[str], Sequence[str]], ...] = (
    re.compile(_MEETINGS_AND_HALVES).split,
    re.compile(f"{_MEETINGS_AND_HALVES}|{_PERIODS_AND_BODIES}").split,
    cut,
)
_NEVER_FIRST = (*"的了等上中下内外年月日号届次、，。：；！？）》”’…—", "实事")  # 民生实事 is no word of the dictionary
_NEVER_LAST = (*"在和及与暨对将向为以第（《“‘0123456789", "关于", "主要")
_MOST_LINES = 3  # a longer text is no title; it flows


def break_lines(text: str, limit: int) -> list[str]:
    """Return the lines of a centred text, at most `limit` characters each; breaks the writer made are kept.

    The fewest lines that can be shaped well win; a text that cannot be broken well comes back whole.
    """
    if "\n" in text or not limit or width(text) <= limit:
        return text.split("\n")
    fewest = math.ceil(width(text) / limit)
    for count in range(fewest, min(fewest + 1, _MOST_LINES) + 1):
        for split in _SPLITTERS:
            shaped = [lines for lines in _foldings(split(text), count) if _is_well_shaped(lines, limit)]
            if shaped:
                return min(shaped, key=_unevenness)
    return [text]


def width(text: str) -> float:
    """Return how many full-width characters `text` takes; Latin and figures take half of one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def _foldings(parts: Sequence[str], count: int) -> Iterator[list[str]]:
    """Yield every way to join the parts into `count` lines."""
    for cuts in combinations(range(1, len(parts)), count - 1):
        yield ["".join(parts[start:end]).strip() for start, end in pairwise((0, *cuts, len(parts)))]


def _is_well_shaped(lines: list[str], limit: int) -> bool:
    """Say whether no line is too long, a stump or narrower than both its neighbours (沙漏形), and all part well."""
    widths = [width(line) for line in lines]
    if max(widths) > limit or min(widths) < max(widths) / 2:
        return False
    if any(above > middle < below for above, middle, below in zip(widths, widths[1:], widths[2:], strict=False)):
        return False
    return not any(line.startswith(_NEVER_FIRST) for line in lines[1:]) and not any(
        line.endswith(_NEVER_LAST) for line in lines[:-1]
    )


def _unevenness(lines: list[str]) -> tuple[bool, float]:
    """Rank a shaping: lines all of one length are a block, neither 梯形 nor 菱形; then the evener the better."""
    widths = [width(line) for line in lines]
    return len(set(widths)) == 1, max(widths) - min(widths)
