"""Put the lines of pages together into paragraphs, without running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import TypeAlias

from drafter.ingest.pdf_lines import SetLine, width

_NUMBER = re.compile(r"\d+")
_WORD = r"(?:[A-Za-z0-9.,%％‰+/-]+|.)"
_TOKEN = re.compile(  # what no line end parts; some programs keep a quotation mark with the characters around it
    rf"[“‘（《【〔]*{_WORD}(?:[“‘]{_WORD})?[，。、；：！？”’）》】〕…%％]*"
)
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z.%]) (?=[^\x00-\x7f])")  # set, not written

EDGE_LINES = 2
"""Lines at the top and at the bottom of a page among which its running head or foot may be."""
RUNNING = 0.3
"""Share of pages with the same line at one height that make it running: half of them where odd and even ones differ."""
INDENT = 1.2
"""Characters by which a line is indented: paragraphs are by two, and a line's first mark may be moved by a half."""
PARTED = 1.3
"""Line pitches to the next line that part two paragraphs."""
SMALLER = 0.88
"""Size of notes at the foot of a page against the body's: 小四 under 三号 0.75, 小五 under 四号 0.64."""
SAME_SIZE = 0.08
"""Difference in size up to which two lines are of one paragraph."""
USUAL = 0.05
"""Share of lines that begin at a place that is no exception; of short paragraphs a fifth goes on at the margin."""
SLACK = 0.6
"""Characters by which a line may seem to have room when it has none, because widths are estimates."""


LEAST_ALIGNED = 10
"""Lines on each side from which on their margins can be told; a last page may hold indented lines alone."""
LONGEST_PAGE_NUMBER = 4
"""Digits of a page number."""

_Edge: TypeAlias = tuple[str, int, int]
"""What a line at a page's edge says, its height in twos of points, its number's distance from the page's."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What the body of the file looks like."""

    size: float
    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, pages: Sequence[Sequence[SetLine]]) -> _Page:
        """Measure the most usual line: its size, where lines begin and end, how far they stand apart."""
        lines = [line for page in pages for line in page]
        sizes = Counter[float]()
        for line in lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0]
        body = [line for line in lines if abs(line.size - size) <= SAME_SIZE * size]
        longest = max(line.right for line in body)
        full = sorted(line.right for line in body if line.right > 0.8 * longest)
        pitches = Counter(
            round(above.y - below.y, 1) for page in pages for above, below in pairwise(page) if above.y > below.y
        )
        return cls(
            size,
            _left(body),
            full[len(full) // 2],
            pitches.most_common(1)[0][0] if pitches else 2 * size,
        )


def _left(lines: Sequence[SetLine]) -> float:
    """Return where most lines begin that are not indented: the leftmost place that is no exception."""
    places = Counter(round(line.x) for line in lines)
    return min(place for place, times in places.items() if times >= min(max(places.values()), USUAL * len(lines)))


def paragraphs(pages: Sequence[Sequence[SetLine]]) -> Iterator[str]:
    """Yield the paragraphs of pages, those of notes last."""
    running = _running(pages)
    bodies = _aligned([[line for line in page if _is_body(line, number, running)] for number, page in enumerate(pages)])
    if not any(bodies):
        return
    look = _Page.of(bodies)
    notes = [_notes(page, look) for page in bodies]
    texts = [_in_columns(page[: len(page) - len(own)]) for page, own in zip(bodies, notes, strict=True)]
    for part in (texts, notes):
        yield from _joined([line for page in part for line in page], look)


def _aligned(pages: list[list[SetLine]]) -> list[list[SetLine]]:
    """Return the pages with their margins in one place, where odd and even ones are set for two sides of a sheet."""
    sides = [[line for page in pages[side::2] for line in page] for side in (0, 1)]
    if min(map(len, sides)) < LEAST_ALIGNED:
        return pages
    by = _left(sides[0]) - _left(sides[1])
    return [
        [replace(line, x=line.x + by, right=line.right + by) for line in page] if number % 2 else page
        for number, page in enumerate(pages)
    ]


def _in_columns(page: Sequence[SetLine]) -> list[SetLine]:
    """Return a page's lines, those in columns that stand side by side with their column's edge."""
    rows = Counter(round(line.y) for line in page)
    columns = {round(line.x) for line in page if rows[round(line.y)] > 1}
    edges = {x: max(line.right for line in page if round(line.x) == x) for x in columns}
    return [replace(line, edge=edges.get(round(line.x))) for line in page]


def _joined(lines: Sequence[SetLine], look: _Page) -> Iterator[str]:
    """Yield paragraphs: lines up to one that ends before the margin, or that is followed by an indented one."""
    own: list[str] = []
    for line, following in zip_longest(lines, lines[1:]):
        own.append(line.text)
        if following is None or _parts(line, following, look):
            yield _GAP.sub("", "".join(own))
            own = []
        elif line.text[-1].isascii() and line.text[-1].isalpha() and following.text[0].isascii():
            own.append(" ")


def _parts(line: SetLine, following: SetLine, look: _Page) -> bool:
    """Tell whether a paragraph ends with `line`."""
    size, down = line.size, line.y - following.y
    if abs(following.size - size) > SAME_SIZE * size or 0 <= down < size / 2:  # another style; the next cell
        return True
    if down > PARTED * look.pitch * max(1.0, size / look.size):
        return True
    token = width(_token(following.text))
    if line.edge and following.edge and round(line.x) == round(following.x) and down > 0:
        return line.right + (token + SLACK) * size < line.edge
    if _is_centred(line, look) and _is_centred(following, look):
        return look.left + (width(line.text) + token + SLACK) * size < look.right
    return line.right + (token + SLACK) * size < look.right or following.x > look.left + INDENT * size


def _is_centred(line: SetLine, look: _Page) -> bool:
    """Tell whether a line stands in the middle, with room on both sides."""
    before, after = line.x - look.left, look.right - line.right
    return before > INDENT * line.size and abs(before - after) < line.size


def _token(text: str) -> str:
    """Return what of a line's beginning would have had to fit on the line before."""
    match = _TOKEN.match(text)
    return match[0] if match else text[:1]


def _is_body(line: SetLine, page: int, running: set[_Edge]) -> bool:
    return not running & set(_edges(line, page))


def _running(pages: Sequence[Sequence[SetLine]]) -> set[_Edge]:
    """Return what stands at one height at the top or the foot of many pages."""
    seen = Counter[_Edge]()
    for number, page in enumerate(pages):
        by_height = sorted(page, key=lambda line: line.y)
        outermost = {*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]}
        seen.update({edge for line in outermost for edge in _edges(line, number)})
    return {edge for edge, times in seen.items() if times >= max(2, RUNNING * len(pages))}


def _edges(line: SetLine, page: int) -> Iterator[_Edge]:
    """Yield how a line may come again on other pages: as it is, or with a number that counts the pages."""
    text, height = "".join(line.text.split()), round(line.y / 2)
    yield text, height, 0
    for match in _NUMBER.finditer(text):
        if len(match[0]) <= LONGEST_PAGE_NUMBER:
            yield f"{text[: match.start()]}#{text[match.end() :]}", height, int(match[0]) - page


def _notes(page: Sequence[SetLine], look: _Page) -> Sequence[SetLine]:
    """Return the lines of the notes at the foot of a page: the last ones, set smaller."""
    start = len(page)
    while start and page[start - 1].size < SMALLER * look.size:
        start -= 1
    return page[start:]
