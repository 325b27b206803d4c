"""The points of a past report as an outline has them: each with those below it, told apart by their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.model import Block, Document, Section, Span
from drafter.text import numbering

DEEPEST = 3  # lists below each other; reports that can be followed have two
_MARKS = "。，：；！、"


@dataclass(slots=True)
class OldPoint:
    """A point with its paragraphs."""

    number: str  # as printed: 一是; "" for none
    lead: str  # "" for none
    texts: list[str]  # without number and lead
    points: list[OldPoint] = field(default_factory=list)
    on_own_line: bool = False  # whether its lead is a heading

    def walk(self) -> Iterator[OldPoint]:
        """Yield the point and all below it."""
        yield self
        for point in self.points:
            yield from point.walk()


@dataclass(slots=True)
class _List:
    """A list of points that is still growing."""

    style: str  # of its numbers, "" for none
    value: int  # of the last number
    points: list[OldPoint]


def is_plain(block: Block) -> bool:
    """Tell whether a paragraph has neither number nor lead."""
    return not block.number and not block.lead


def texts_of(document: Document, blocks: Sequence[Block]) -> list[str]:
    """Return the words of paragraphs."""
    return [block.span.of(document.text).replace("\n", "") for block in blocks]


def series(document: Document, blocks: Sequence[Block]) -> list[list[OldPoint]]:
    """Return the points of some paragraphs in lists, another one wherever the numbers of the first begin again.

    A number of another style, or a lead without number behind numbered ones, begins a list below the last point, and a
    style seen further up goes on there; numbers that go on across leads have those below them. What has neither number
    nor lead belongs to the point before it.
    """
    found: list[list[OldPoint]] = []
    path: list[_List] = []  # the lists that may go on, the innermost last
    spanning = _spanning(blocks)
    for block in blocks:
        point, (style, value) = _point(document, block), _number(block)
        if is_plain(block):
            if path:
                path[-1].points[-1].texts += point.texts
            continue
        if value == 1 and style in spanning:
            path = []
        depth = _depth(path, style, value)
        path = path[: depth + 1]
        if depth == len(path):
            below = path[-1].points[-1].points if path else []
            path.append(_List(style, value, below))
            found += [below] if depth == 0 else []
        elif depth == 0 and value == 1:  # it begins again
            path[0] = _List(style, value, [])
            found.append(path[0].points)
        path[depth].points.append(point)
        path[depth].value = value
    return found


def _number(block: Block) -> tuple[str, int]:
    """Return the style and value of a block's number; ("", 0) for none."""
    number = numbering.parse(block.number)
    return (number.style, number.value) if number else ("", 0)


def _spanning(blocks: Sequence[Block]) -> set[str]:
    """Return the styles whose numbers go on across leads without number: 一是…, a lead, another, 二是…."""
    found: set[str] = set()
    last: dict[str, int] = {}
    crossed: set[str] = set()  # the styles that a lead without number has followed
    for block in blocks:
        style, value = _number(block)
        if value and value == last.get(style, 0) + 1 > 1 and style in crossed:
            found.add(style)
        if value:
            last[style] = value
            crossed.discard(style)
        elif block.lead and not style:
            crossed |= set(last)
    return found


def _depth(path: Sequence[_List], style: str, value: int) -> int:
    """Return the depth of the list that a point goes on, or of the one that begins with it."""
    going_on = [at for at, each in enumerate(path) if each.value and each.value + 1 == value]
    alike = [at for at in going_on if path[at].style == style] or going_on[-1:]  # 一是…二要…: one list all the same
    same = [at for at, each in enumerate(path) if each.style == style]
    begins = min(len(path), DEEPEST - 1)
    if value == 1 and same and same[-1] < len(path) - 1:
        return begins
    return (alike or same or [begins])[-1]


def _point(document: Document, block: Block) -> OldPoint:
    lead = block.lead.of(document.text) if block.lead else ""
    start = block.lead.end if block.lead else block.span.start + len(block.number)
    text = Span(start, block.span.end).of(document.text).replace("\n", "")
    text = text.lstrip(_MARKS) if lead else text
    return OldPoint(block.number, lead, [text] if text else [])


def headed_points(document: Document, sections: Sequence[Section]) -> list[OldPoint]:
    """Return sections of the third level and below as points whose leads are headings."""
    return [_headed(document, section) for section in sections]


def _headed(document: Document, section: Section) -> OldPoint:
    own = [block for block in section.blocks if block.role == "paragraph"]
    first = next((at for at, block in enumerate(own) if not is_plain(block)), len(own))
    points = [point for points in series(document, own[first:]) for point in points]
    points += headed_points(document, section.children)
    number = section.heading.number if section.heading else ""
    return OldPoint(number, section.title, texts_of(document, own[:first]), points, on_own_line=True)
