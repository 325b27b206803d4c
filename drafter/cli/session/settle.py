"""Take over what the draft could say instead: into the outline, where the next build finds it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import SECTIONS
from drafter.cli.session.sheet import Place
from drafter.model import Alternative

PARAGRAPHS = ("开头", "致谢", "结语")  # of the template, that can be settled as they are
NAMES = {
    "标题": "标题",
    "小标题": "小标题",
    "起句": "起句",
    "收句": "收句",
    "定稿": "整段",
    **{name: name for name in PARAGRAPHS},
}
_CLAUSES, _WHOLE = ("起句", "收句"), "定稿"


def settled_place(desk: Desk, place: Place) -> Place | None:
    """Return the place of the point, or else of the section, in which a field stands; () for a paragraph of its own.

    None where nothing can be settled.
    """
    if len(place) == 1 and desk.label(place[0]) in PARAGRAPHS:
        return ()
    if len(place) < 2 or desk.label(place[0]) not in SECTIONS:
        return None
    end = 2
    while len(place) > end + 1 and desk.label(place[end]) == "要点" and isinstance(place[end + 1], int):
        end += 2
    return place[:end]


def ref_of_place(desk: Desk, place: Place, label: str) -> str:
    """Return the outline path of a place: 回顾[0].要点[1]; of a paragraph of its own that is its `label`."""
    if not place:
        return label
    return "".join(f"[{step}]" if isinstance(step, int) else f".{desk.label(step)}" for step in place).removeprefix(".")


def in_order(found: Sequence[Alternative], label: str) -> list[Alternative]:
    """Return alternatives, those for the field that the writer is in first; in a deed or a figure, clauses first."""
    return sorted(found, key=lambda each: (each.key != label, each.key == "小标题"))


def groups(found: Sequence[Alternative]) -> list[tuple[str, list[Alternative]]]:
    """Return alternatives by what they are for, each group with what people call it."""
    return [(NAMES[key], list(each)) for key, each in groupby(found, key=lambda one: one.key)]


def settle(desk: Desk, place: Place, chosen: Alternative) -> Place:
    """Put an alternative into the outline as one edit; return where it stands, or stood."""
    here = (*place, desk.key(place, chosen.key))
    if chosen.text:
        clauses = [(*place, desk.key(place, key)) for key in _CLAUSES] if chosen.key == _WHOLE else []
        there = desk.sheet.get(place) or {}
        desk.put(here, chosen.text, without=[each for each in clauses if each[-1] in there])
    elif desk.sheet.get(here) is not None:
        desk.remove(here)
    return here


def told(chosen: Alternative) -> str:
    """Say what was done."""
    name = NAMES[chosen.key]
    if not chosen.text:
        return f"{name}不再定下，由 drafter 来写"
    return f"{name}已定下，写进了提纲"
