"""The way from a draft back to the outline: which field a finding or a paragraph belongs to."""

from __future__ import annotations

import re
from typing import Any

from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import Part
from drafter.cli.session.sheet import Place, Sheet
from drafter.model import Paragraph, Report, Span

_STEP = re.compile(r"([^\W\d]+)(?:\[(\d+)\])?")
_OWNED = frozenset(("author", "fact", "placeholder"))


def place_of(desk: Desk, ref: str) -> Place:
    """Return where an outline path stands in the file: 回顾[0].数据[2] is (回顾, 0, 数据, 2), keys in its language."""
    place: Place = ()
    for name, number in _STEP.findall(ref.partition("（")[0]):
        place = (*place, desk.key(place, name), *([int(number)] if number else ()))
    return place


def place_at_line(desk: Desk, line: int) -> Place:
    """Return the field that stands at a line of the outline, from 1, or just above it."""
    sheet = Sheet(desk.sheet.path, desk.sheet.text)  # read anew: an edited tree does not know its lines
    begins = [(_line_of(sheet, field.place), field.place) for part in desk.parts for field in part.fields]
    return max((each for each in begins if 0 < each[0] <= line), default=(0, ()), key=lambda each: each[0])[1]


def _line_of(sheet: Sheet, place: Place) -> int:
    holder: Any = sheet.get(place[:-1])
    try:
        return int(holder.lc.data[place[-1]][0]) + 1
    except (AttributeError, KeyError, TypeError):  # a value that the file does not have yet
        return _line_of(sheet, place[:-1]) if len(place) > 1 else 0


def ref_of(desk: Desk, part: Part) -> str:
    """Return the outline path of a part: 回顾[0]; "" for the basics."""
    names = (f"[{step}]" if isinstance(step, int) else desk.label(step) for step in part.place)
    return "".join(names)


def ref_at(report: Report, span: Span) -> str:
    """Return the outline path of what stands at a span of the draft's text; "" when it is all the template's."""
    near = ""
    for start, paragraph in report.placed():
        if start >= span.end or start + len(paragraph.text) <= span.start:
            continue
        at = start
        for piece in paragraph.pieces:
            end = at + len(piece.text)
            if piece.kind in _OWNED and _STEP.match(piece.ref):
                if at < span.end and end > span.start:
                    return piece.ref
                near = near or piece.ref
            at = end
    return near


def paragraphs_of(report: Report, ref: str) -> list[Paragraph]:
    """Return the paragraphs that hold something of a part, its heading among them; for the basics what comes first."""
    if not ref:
        blocks = list(report.paragraphs())
        first = next((i for i, each in enumerate(blocks) if each.style == "heading1"), len(blocks))
        return blocks[: first + 2]
    inside = re.compile(re.escape(ref) + r"(?!\d)")
    return [each for each in report.paragraphs() if any(inside.match(piece.ref) for piece in each.pieces)]
