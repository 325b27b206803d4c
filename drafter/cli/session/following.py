"""Let a settled paragraph follow when what it speaks of is renamed: 定稿 calls facts and deeds by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter import app

if TYPE_CHECKING:
    from drafter.cli.session.desk import Desk
    from drafter.cli.session.sheet import Place

_INDICATOR, _DEEDS, _FACTS, _WORDING = "指标", "事项", "数据", "定稿"


def following(desk: Desk, place: Place, old: str) -> list[tuple[Place, str]]:
    """Return where a wording stands, and what it becomes now that a fact or deed is no longer called `old`."""
    new = desk.sheet.get(place)
    labels = [desk.label(step) if isinstance(step, str) else "" for step in place]
    is_deed = labels[-2:] == [_DEEDS, ""]
    if not (old and isinstance(new, str) and new != old) or not (is_deed or labels[-3:] == [_FACTS, "", _INDICATOR]):
        return []
    point = place[: -2 if is_deed else -3]
    here = (*point, desk.key(point, _WORDING))
    wording = desk.sheet.get(here)
    if not isinstance(wording, str):
        return []
    renamed = app.renamed(wording, old, new, is_deed=is_deed)
    return [(here, renamed)] if renamed != wording else []
