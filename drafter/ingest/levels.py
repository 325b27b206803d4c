"""The level of each heading, from the order in which this report's ways of numbering appear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from drafter.ingest.headings import Heading
from drafter.text.chapters import chapter_of

_USUAL = ("chapter", "第一部分", "一、", "（一）", "1.", "（1）", "1）", "①")
_UNCOUNTED = frozenset(("plain", "——"))
"""Lines that a page's end broke may look like these: what usually stands under a counted heading does so there, too."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading whose section is still open."""

    heading: Heading
    level: int


def with_levels(headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings with their levels, from 1.

    A heading that counts on from an open one is its sibling; any other opens a level below the last one, unless its
    way of numbering has been seen further up.
    """
    found: list[Heading] = []
    path: list[_Open] = []
    raised = _raised(headings)
    parents = _usual_parents(headings)
    for heading, following in zip_longest(raised, raised[1:]):
        if path and path[-1].heading.key == "aside":  # none stands under it
            path.pop()
        restarts = _depth_of_restart(following, path) if heading.key == "plain" and not heading.level else None
        path = path[: _depth(heading, path, found, parents) if restarts is None else restarts]
        first = 1 if restarts == 0 else _first_level(heading, headings)
        level = heading.level or (path[-1].level + 1 if path else first)
        path.append(_Open(heading, level))
        found.append(replace(heading, level=level))
    return found


def _raised(headings: Sequence[Heading]) -> list[Heading]:
    """Move the levels that the formatting gives up, so that the highest is 1."""
    lift = min((heading.level for heading in headings if heading.level), default=1) - 1
    return [replace(heading, level=heading.level - lift) if heading.level else heading for heading in headings]


def _first_level(heading: Heading, headings: Sequence[Heading]) -> int:
    """Return the level of a heading under nothing: below the chapters, when this report's chapters have no numbers."""
    unnumbered = any(each.key == "chapter" for each in headings)
    return 2 if unnumbered and heading.key not in {"chapter", "第一部分"} else 1


def _usual_parents(headings: Sequence[Heading]) -> Mapping[str, str]:
    """Return under which way of numbering each mostly begins, under an uncounted one only if that is more frequent."""
    before = Counter((above.key, each.key) for above, each in pairwise(headings) if each.value == 1)
    ranked = sorted(before, key=lambda pair: (before[pair], pair[0] not in _UNCOUNTED))
    return {key: above for above, key in ranked}


def _depth(heading: Heading, path: Sequence[_Open], found: Sequence[Heading], parents: Mapping[str, str]) -> int:
    """Return how many of the open headings stay open above `heading`."""
    if heading.level:
        return sum(each.level < heading.level for each in path)
    if heading.key == "chapter":
        return 0
    siblings = [at for at, each in enumerate(path) if each.heading.key == heading.key]
    if siblings:
        return _among_siblings(heading, path, siblings)
    known = next((each.level for each in reversed(found) if each.key == heading.key), None)
    if known is not None:
        return sum(each.level < known for each in path)
    if heading.value != 1:
        return sum(not _is_above(heading, each.heading) for each in path)
    return _depth_of_series(heading, path, found, parents)


def _depth_of_series(
    heading: Heading, path: Sequence[_Open], found: Sequence[Heading], parents: Mapping[str, str]
) -> int:
    """Return the depth at which a way of numbering begins that has not been seen yet."""
    keys = [each.heading.key for each in path]
    parent = parents.get(heading.key, "")
    if keys and keys[-1] in _UNCOUNTED and parent not in _UNCOUNTED and parent in keys:
        return keys.index(parent) + 1
    return len(path) - _follows_series(path, found)


def _depth_of_restart(following: Heading | None, path: Sequence[_Open]) -> int | None:
    """Return the depth of a heading without number after which an open series starts again: that of its parent."""
    if following is None or following.value != 1:
        return None
    series = next((at for at, each in enumerate(path) if each.heading.key == following.key), 0)
    return series - 1 if series else None


def _among_siblings(heading: Heading, path: Sequence[_Open], siblings: Sequence[int]) -> int:
    """Return the depth at which a heading continues a series, or below which it begins a new one."""
    last = {at: path[at].heading.value for at in siblings}
    if not heading.value:
        return siblings[-1]
    if follows := [at for at in siblings if last[at] + 1 == heading.value]:
        return follows[-1]
    if heading.value == 1:
        # 一、工作回顾 may hold another 一、
        return siblings[-1] + 1 if chapter_of(path[siblings[-1]].heading.title) else siblings[-1]
    skipping = [at for at in siblings if last[at] < heading.value]
    return max(skipping or siblings, key=lambda at: (last[at], at))


def _follows_series(path: Sequence[_Open], found: Sequence[Heading]) -> bool:
    """Tell whether the last heading ends a series (这五年，我们…) of which no member has headings below."""
    last = [heading.key for heading in found[-2:]]
    return bool(path) and path[-1].heading.key not in _USUAL and last == [path[-1].heading.key] * 2


def _is_above(heading: Heading, other: Heading) -> bool:
    """Tell whether a way of numbering usually stands above another one."""
    if heading.key not in _USUAL or other.key not in _USUAL:
        return False
    return _USUAL.index(heading.key) < _USUAL.index(other.key)
