"""How sections on a topic are usually written, for templates: nothing of any report's text is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.compose.sections import Part
from drafter.compose.templates import Rows, Watch
from drafter.model import Kind, Library, Skeleton

_CHAPTERS: Mapping[Part, str] = {"回顾": "review", "打算": "plan"}


def usual(library: Library | None, kind: Kind, watch: Watch, topic: str, part: Part = "回顾") -> Mapping[str, Any]:
    """Return 篇数 of reports with sections on a topic, 字数 of one, and their 要点 in the usual order.

    Sections of reports of this kind count, or of all kinds where none of this kind has any. The points are named by
    words of our tables, for a template to order its own by, or to leave open.
    """
    found = _skeleton(library, kind, topic, _CHAPTERS[part]) if library else None
    points = [{"名称": point.name, "语步": point.moves} for point in found.points] if found else ()
    return {
        "篇数": found.reports if found else 0,
        "字数": found.length if found else 0,
        "要点": Rows(points, watch),
    }


def _skeleton(library: Library, kind: Kind, topic: str, chapter: str) -> Skeleton | None:
    return library.skeleton(topic, kind=kind, chapter=chapter) or library.skeleton(topic, chapter=chapter)
