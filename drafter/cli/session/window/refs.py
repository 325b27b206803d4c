"""The way from a draft back to the outline: which field a finding or a paragraph belongs to."""

from __future__ import annotations

import re

from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import Part
from drafter.cli.session.sheet import Place
from drafter.model import Paragraph, Report, Span

_STEP = re.compile(r"([^\W\d]+)(?:\[(\d+)\])?")
_OWNED = frozenset(("author", "fact", "placeholder"))


def place_of(desk: Desk, ref: str) -> Place:
    """Return where an outline path stands in the file: 回顾[0].数据[2] is (回顾, 0, 数据, 2), keys in its language."""
    place: Place = ()
    for name, number in _STEP.findall(ref.partition("（")[0]):
        place = (*place, desk.key(place, name), *([int(number)] if number else ()))
    return place


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
