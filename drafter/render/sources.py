"""How reports are named beside what was found in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import PurePosixPath

from drafter.model import Source
from drafter.render.labels import KINDS
from drafter.render.passages import in_line

_NAMED = 2  # reports named beside a phrase


@cache
def file_name(path: str) -> str:
    """Return the name of a report's file without folder and suffix, with its number in a compilation: 汇编#4."""
    file, mark, number = path.partition("#")
    return in_line(PurePosixPath(file).stem + mark + number)


def listed(paths: Sequence[str], most: int) -> str:
    """Return reports by the names of their files, those of one compilation together: 汇编#1、4；甲镇."""
    numbers: dict[str, list[str]] = {}
    for path in paths[:most]:
        file, _, number = path.partition("#")
        numbers.setdefault(file_name(file), []).append(number)
    names = (f"{name}#{'、'.join(found)}" if any(found) else name for name, found in numbers.items())
    return "；".join(names) + (f" 等 {len(paths)} 篇" if len(paths) > most else "")


def named(paths: Sequence[str]) -> str:
    """Return the first reports by the names of their files, and that there are more."""
    names = list(dict.fromkeys(in_line(PurePosixPath(path.partition("#")[0]).stem) for path in paths))
    return "、".join(names[:_NAMED]) + (" 等" if len(names) > _NAMED else "")


def where_from(source: Source) -> str:
    """Return a report in one line: locality, period, kind, and its file."""
    place = f"{source.locality.county}{source.locality.name}" if source.locality else ""
    facts = (place, str(source.period) if source.period else "", KINDS.get(source.kind or "", ""))
    return " ".join(in_line(fact) for fact in facts if fact) + f"（{file_name(source.path)}）"
