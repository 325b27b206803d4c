"""The numbers that Word writes before paragraphs by itself, as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.ingest.word_styles import Styles
from drafter.ingest.word_xml import Element, value, w
from drafter.text import numbering

_PLACE = re.compile(r"%(\d)")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SILENT = {"bullet", "none"}
_CHINESE = re.compile("chinese|japanese|taiwanese|ideograph|korean", re.I)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    figures: str  # Word's name for the kind of figures: decimal, chineseCounting …
    pattern: str  # （%1）: the number of level 1 in brackets
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a Word file, and how far each has counted; it counts on with every paragraph asked for."""

    lists: Mapping[str, tuple[str, Mapping[int, Level]]]  # list id -> (id of the counter it shares, levels)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)  # counter -> level -> last number

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """Read the list definitions of a Word file, None when it has none."""
        if root is None:
            return cls({})
        abstract = {each.get(w("abstractNumId")): each for each in root.findall(w("abstractNum"))}
        return cls({each.get(w("numId")): _list(each, abstract) for each in root.findall(w("num"))})

    def number(self, paragraph: Element, styles: Styles) -> str:
        """Return the number that Word writes before `paragraph`, "" where it writes none."""
        list_id, depth = styles.list_place(paragraph)
        counter, levels = self.lists.get(list_id, ("", {}))
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(counter, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return _print(levels, counts, depth)


def _figure_of(text: str | None, default: int) -> int:
    """Return a number that an attribute gives; a damaged one is the default."""
    return int(text) if text and text.isdecimal() else default


def _list(num: Element, abstract: Mapping[str, Element]) -> tuple[str, dict[int, Level]]:
    """Read one list; a list that starts anew counts for itself, others with all lists of the same definition."""
    definition = value(num, "abstractNumId")
    levels = {_figure_of(each.get(w("ilvl")), 0): _level(each) for each in _levels(abstract.get(definition))}
    overrides = {_figure_of(each.get(w("ilvl")), 0): each for each in num.findall(w("lvlOverride"))}
    for depth, override in overrides.items():
        if (own := override.find(w("lvl"))) is not None:
            levels[depth] = _level(own)
        if depth in levels and (start := value(override, "startOverride")):
            levels[depth] = Level(levels[depth].figures, levels[depth].pattern, _figure_of(start, 1))
    return (f"list {num.get(w('numId'))}" if overrides else f"definition {definition}"), levels


def _levels(definition: Element | None) -> list[Element]:
    return definition.findall(w("lvl")) if definition is not None else []


def _level(element: Element) -> Level:
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText"),
        _figure_of(value(element, "start"), 1),
    )


def _print(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    """Fill the pattern of a level with the counts of it and of those above."""
    if levels[depth].figures in _SILENT:
        return ""

    def figure(match: re.Match[str]) -> str:
        above = int(match[1]) - 1
        level = levels.get(above, levels[depth])
        return _figure(counts.get(above, level.start), level.figures)

    printed = _PLACE.sub(figure, levels[depth].pattern)
    return printed + " " if printed[-1:].isascii() and printed[-1:].isalnum() else printed


def _figure(count: int, figures: str) -> str:
    if figures.startswith("decimalEnclosedCircle") and 1 <= count <= numbering.LAST_CIRCLED:
        return numbering.format("①", count)
    if figures == "decimalFullWidth":
        return str(count).translate(_FULL_WIDTH)
    if figures in {"upperLetter", "lowerLetter"} and 1 <= count <= 26:
        return chr(ord("A" if figures == "upperLetter" else "a") + count - 1)
    if _CHINESE.search(figures) and 1 <= count <= numbering.LAST:
        return numbering.to_han(count)
    return str(count)
