"""Put what a writer settles into an outline, as the session does."""

from __future__ import annotations

import re
from typing import Any

from drafter.compose.outline_fields import Outline
from drafter.model import Alternative

KEYS = {"起句": "opener", "收句": "closer", "定稿": "wording", "小标题": "lead", "标题": "heading"}
PARTS = {"回顾": "review", "打算": "plan", "要点": "points", "数据": "facts", "事项": "deeds"}
_STEP = re.compile(r"(\w+)\[(\d+)\]")


def pinned(outline: Outline, ref: str, *taken: Alternative) -> Outline:
    """Return the outline with alternatives taken over at an outline path: 回顾[0].要点[1]."""
    return changed(outline, ref, {KEYS[each.key]: each.text or None for each in taken})


def changed(outline: Any, ref: str, values: dict[str, Any]) -> Any:
    """Return the outline with some keys set at a path."""
    if not ref:
        return outline.model_copy(update=values)
    step = _STEP.match(ref)
    assert step
    name, number = PARTS[step[1]], int(step[2])
    items = list(getattr(outline, name))
    items[number] = changed(items[number], ref[step.end() + 1 :], values)
    return outline.model_copy(update={name: tuple(items)})
