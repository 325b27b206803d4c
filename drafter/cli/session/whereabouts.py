"""What is written at a place of the outline: on which topic, and to what end. Completion offers first what suits it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from drafter.cli.session.desk import Desk
from drafter.cli.session.sheet import Place
from drafter.text import topics

_PLANNED = "打算"
_MOVES: Mapping[str, str] = MappingProxyType(
    {
        "导语": "举措", "事项": "举措", "起句": "举措", "收句": "成效", "表述": "举措", "问题": "问题", "建议": "打算",
        "致谢": "致谢", "结语": "号召", "总体要求": "打算", "开头": "依据",
    }
)  # fmt: skip
_NO_MOVE = ("标题", "小标题")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What suits a place."""

    topic: str = ""
    move: str = ""


def whereabouts(desk: Desk, place: Place) -> Whereabouts:
    """Return what is written at a place."""
    labels = [desk.label(step) for step in place if isinstance(step, str)]
    topic = next((topic for holder in _holders(desk, place) if (topic := _topic(desk, holder))), "")
    if not labels or labels[-1] in _NO_MOVE:
        return Whereabouts(topic)
    move = next((_MOVES[label] for label in reversed(labels) if label in _MOVES), "")
    return Whereabouts(topic, _PLANNED if labels[0] == _PLANNED else move)


def _holders(desk: Desk, place: Place) -> Iterator[Mapping[str, Any]]:
    """Yield the mappings that a place stands in, from the nearest outwards."""
    for end in range(len(place) - 1, 0, -1):
        value = desk.sheet.get(place[:end])
        if isinstance(value, Mapping):
            yield value


def _topic(desk: Desk, holder: Mapping[str, Any]) -> str:
    """Return the topic that a point or section is given, or that its heading names."""
    named = {desk.label(key): str(value) for key, value in holder.items() if isinstance(value, str)}
    by_heading = topics.topic_of(named.get("小标题") or named.get("标题") or "")
    return topics.canonical(named["主题"]) if named.get("主题") else by_heading
