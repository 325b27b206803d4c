"""Lines that the edge of a page has broken: how wide the page was, which numbered headings go on in the next line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.text import numbering
from drafter.text.dictionary import cut
from drafter.text.numbering import Style

TITLED: frozenset[Style] = frozenset(("第一部分", "一、", "（一）"))
"""Numbers of headings that may be run into their text."""

PAGE_WIDTHS = range(18, 51)
"""Characters to a line of a page: shorter lines are a table's cells, longer ones whole paragraphs."""
FULL = 0.85
"""A line this full (of the widest) may have been broken by the page's edge."""
LEAST_WRAPPED = 0.4
"""Share of full lines in a file that was wrapped at the page's edge: 0.6 and more when wrapped, 0.1 in an outline."""
LEAST_OPEN = 0.5
"""Share of those full lines that no mark closes: 0.9 where a page's edge broke them, few in a list of sentences."""
LEAST_LINES = 8
"""Lines from which on their lengths say something."""
SLACK = 1
"""Characters that a line broken by the edge may fall short of it, for no mark may begin the next."""
INDENT = 2
"""Characters that a paragraph's first line is shorter, for its indent is cut off."""
LONGEST_HEADING = 60
"""Characters of a numbered heading: the longest run into its text has 57."""

NEAR = 6
"""Characters on either side of a break that tell whether it parts a word."""

_CLOSED = re.compile("[。！？；：…]$")
_SENTENCE_END = re.compile("[。！？；]")
_NO_HEADING = re.compile("[。！？；：]")  # （一）住有所安项目：… is the row of a list


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that begins with the number of a heading."""

    at: int  # index of the line
    value: int  # of its number
    alone: bool | None  # it ends with its line (True), is run into its text (False), or nobody can tell


class Page:
    """The lines of a text that was wrapped at the edge of a page."""

    def __init__(self, written: Sequence[str], width: float) -> None:
        self._written = written
        self._width = width
        self._widths = [display_width(line) for line in written]
        self._heads = self._found_heads()

    def is_full(self, at: int) -> bool:
        """Tell whether a line may have been broken by the page's edge."""
        return self._widths[at] >= FULL * self._width

    def reaches_edge(self, at: int, *, first: bool) -> bool:
        """Tell whether a line, the `first` of a paragraph or not, ends right at the page's edge."""
        return self._widths[at] >= self._width - SLACK - (INDENT if first else 0)

    def heading_goes_on(self, at: int, paragraph: str) -> bool | None:
        """Tell whether the numbered heading that a paragraph is so far goes on behind the line `at`.

        None when it is no heading, or a sentence has ended in it. It goes on where no sentence ends before the end of
        the next line that is not full; else, unless it would grow too long, as the others of its series do.
        """
        number = numbering.parse(paragraph)
        if number is None or number.style not in TITLED or _NO_HEADING.search(paragraph):
            return None
        if not self.reaches_edge(at, first=paragraph == self._written[at]):
            return False
        rest = self._rest(at + 1)
        end = _SENTENCE_END.search(rest)
        if end is None:
            return True
        if len(paragraph) + end.start() > LONGEST_HEADING:
            return False
        return end.end() == len(rest) or not self._series_stands_alone(at, number.style)

    def _rest(self, start: int) -> str:
        """Return the lines from `start` up to the first that is not full."""
        end = start
        while end < len(self._written) - 1 and self.is_full(end):
            end += 1
        return "".join(self._written[start : end + 1])

    def _found_heads(self) -> Mapping[Style, list[_Head]]:
        heads: dict[Style, list[_Head]] = {style: [] for style in TITLED}
        for at, line in enumerate(self._written):
            number = numbering.parse(line)
            if number and number.style in TITLED:
                heads[number.style].append(_Head(at, number.value, self._stands_alone(at)))
        return heads

    def _stands_alone(self, at: int) -> bool | None:
        end = _SENTENCE_END.search(self._written[at])
        if end and end.end() < len(self._written[at]):
            return False
        return None if self.reaches_edge(at, first=True) else True

    def _series_stands_alone(self, at: int, style: Style) -> bool:
        """Tell whether the heads of the series around the line `at` stand alone, by the nearest that tells.

        Where none tells, for all of them reach the edge, they stand alone if the edge parts no word.
        """
        heads = self._heads[style]
        place = max((n for n, head in enumerate(heads) if head.at <= at), default=0)
        start = next((n for n in range(place, -1, -1) if heads[n].value == 1), 0)
        end = next((n for n in range(place + 1, len(heads)) if heads[n].value == 1), len(heads))
        series = heads[start:end]
        if telling := [head for head in series if head.alone is not None]:
            return bool(min(telling, key=lambda head: abs(head.at - at)).alone)
        return not any(parts_word(*self._written[head.at : head.at + 2]) for head in series)


def page_of(written: Sequence[str]) -> Page | None:
    """Return the page that the lines of a text were wrapped for, None when they were not."""
    if len(written) < LEAST_LINES:
        return None
    widths = sorted(map(display_width, written))
    widest = widths[len(widths) * 19 // 20]
    if round(widest) not in PAGE_WIDTHS:
        return None
    full = [line for line in written if display_width(line) >= FULL * widest]
    is_open = sum(not _CLOSED.search(line) for line in full) >= LEAST_OPEN * len(full)
    if len(full) < LEAST_WRAPPED * len(written) or not is_open:
        return None
    usual = Counter(round(display_width(line)) for line in full)
    return Page(written, max(usual, key=lambda width: (usual[width], width)))


def parts_word(before: str, after: str = "") -> bool:
    """Tell whether the break between two lines stands inside a word."""
    position, edge = 0, len(before[-NEAR:])
    for word in cut(before[-NEAR:] + after[:NEAR]):
        if position < edge < position + len(word):
            return True
        position += len(word)
    return False


def display_width(line: str) -> float:
    """Return how many Chinese characters wide a line is: Latin letters and digits are half as wide.

    A Chinese character takes three bytes of UTF-8, one of theirs one.
    """
    return len(line) - (3 * len(line) - len(line.encode("utf-8", "surrogatepass"))) / 4
