"""What a Word file's paragraph styles say of a line: title, heading and its level, part of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter import page
from drafter.ingest.raw import Hint
from drafter.ingest.word_xml import Element, is_on, value, w
from drafter.model import Role, Span

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.I)
_TITLES = {"title", "标题"}
DEEPEST = 4
"""Outline levels below this are no headings of a report: programs use them for all sorts of paragraphs."""

_ROLES: Mapping[str, Role] = {
    "title": "title",
    "dateline": "dateline",
    "speaker": "speaker",
    "salutation": "salutation",
    "aside": "aside",
    "annex_mark": "annex",
    "annex_title": "annex",
    "caption": "paragraph",
}
_OWN_STYLES: Mapping[str, Role] = {page.STYLES[name].word_name.lower(): role for name, role in _ROLES.items()}


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a Word file by their ids."""

    by_id: Mapping[str, Element]

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Read the styles of a Word file, None when it has none."""
        styles = root.findall(w("style")) if root is not None else []
        return cls({style.get(w("styleId")): style for style in styles})

    def hint(self, paragraph: Element, span: Span, *, in_table: bool) -> Hint | None:
        """Return what the paragraph's style or outline level says of the line at `span`; a table cell is no heading."""
        if in_table:
            return Hint(span, "paragraph")
        for properties, name in self._chain(paragraph):
            if role := _OWN_STYLES.get(name, "title" if name in _TITLES else None):
                return Hint(span, role)
            if level := _level(properties, name):
                return Hint(span, "heading", level) if level <= DEEPEST else None
        return None

    def hides(self, style: str) -> bool:
        """Tell whether a style of characters hides them."""
        return style in self.by_id and is_on(self.by_id[style].find(w("rPr")), "vanish")

    def list_place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list a paragraph belongs to and its depth in it from 0; ("", 0) for none."""
        depth = ""
        for properties, _ in self._chain(paragraph):
            depth = depth or value(properties, "numPr/ilvl")
            if list_id := value(properties, "numPr/numId"):
                return list_id, int(depth) if depth.isdecimal() else 0
        return "", 0

    def _chain(self, paragraph: Element) -> Iterator[tuple[Element | None, str]]:
        """Yield the properties of the paragraph itself, of its style and of those that one is based on, with names."""
        properties = paragraph.find(w("pPr"))
        yield properties, ""
        style, seen = value(properties, "pStyle"), set[str]()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style].find(w("pPr")), value(self.by_id[style], "name").lower()
            style = value(self.by_id[style], "basedOn")


def _level(properties: Element | None, name: str) -> int:
    """Return the heading level that a style's name or an outline level gives, 0 for body text."""
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    outline = value(properties, "outlineLvl")
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0
