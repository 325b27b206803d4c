"""The verb and its order that the library has seen with an indicator: it knows what our own table can only guess."""

from __future__ import annotations

import re

from drafter.model import Frame, Library

# What may stand around the slots. 突破, 超额, 预计, 全县 and the like say more than the outline does.
_PLAIN = re.compile("(?:完成|实现|达到|达|共有|共|累计|累计完成|开展|举办|召开|组织|受理|排查|实施)?")


def seen(indicator: str, library: Library | None) -> tuple[str, ...]:
    """Return the plain patterns in which the library says `indicator`, else its head noun; most reports first."""
    if library is None:
        return ()
    patterns: dict[str, int] = {}
    for frame in library.frames(indicator, of_any=False):
        if _speaks_of(frame, indicator) and (pattern := pattern_of(frame)):
            patterns[pattern] = patterns.get(pattern, 0) + frame.doc_count
    return tuple(sorted(patterns, key=lambda pattern: (-patterns[pattern], pattern)))


def _speaks_of(frame: Frame, indicator: str) -> bool:
    return frame.indicator == indicator or bool(frame.head and indicator.endswith(frame.head))


def pattern_of(frame: Frame) -> str:
    """Return how a frame says the value, as the table of indicators has it (完成甲乙); "" when it says more."""
    core = re.sub(r"\{数值[^}]*\}", "乙", frame.text.partition("，")[0].replace("{指标}", "甲"))
    before, _, behind = core.partition("甲")
    between, value, rest = behind.partition("乙")
    plain = value and not rest and _PLAIN.fullmatch(before) and _PLAIN.fullmatch(between) and not (before and between)
    return core if plain else ""
