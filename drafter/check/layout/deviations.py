"""A deviation from the layout: what it is, where, how strongly the layout binds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from drafter.model import Severity, Span
from drafter.page import Strength

Kind = Literal[
    "paper",
    "margin",
    "page_number",
    "page_number_place",
    "page_number_form",
    "page_number_type",
    "face",
    "latin",
    "size",
    "bold",
    "pitch",
    "spacing",
    "indent",
    "align",
    "outline",
    "direct",
    "dress",
    "chars",
    "table_width",
    "table_header",
    "table_row",
    "table_clip",
    "table_face",
    "numbering",
    "number_form",
    "spaces",
    "punctuation",
    "quotes",
    "quote_pairs",
]
SEVERITIES: dict[Strength, Severity] = {"国标": "error", "一般": "warning", "单位": "warning", "实务": "info"}
"""House rules weigh as much as what the standard calls 一般: the office has set them on purpose."""

NOWHERE = Span(0, 0)
MARKS_SOURCE = "GB/T 15834"
_CLAUSE = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Deviation:
    """One place where a file deviates."""

    kind: Kind
    what: str  # 正文的字号, 上白边 …; "" where `found` and `expected` make the sentence by themselves
    found: str
    expected: str
    strength: Strength
    source: str  # see page.Rule.source
    span: Span = NOWHERE  # in the raw text; empty for pages
    element: int = -1  # of the paragraph or section, see ParagraphLook
    replacement: str | None = None  # of a mark that can be put right

    def authority(self) -> str:
        """Return by what right it is asked: 一般，GB/T 9704 第 7.3.3 条."""
        if self.strength == "单位":
            return f"单位，{self.source}"
        clause = _CLAUSE.match(self.source)
        if clause and self.strength in {"国标", "一般"}:
            return f"{self.strength}，GB/T 9704 第 {clause[0]} 条"
        return f"{self.strength}，{self.source}" if self.source == MARKS_SOURCE else self.strength

    def message(self) -> str:
        """Say it in a sentence, without its mark."""
        if not self.what:
            return f"{self.found}，应{self.expected}（{self.authority()}）"
        return f"{self.what}是{_spaced(self.found)}，应为{_spaced(self.expected)}（{self.authority()}）"


def _spaced(words: str) -> str:
    """Set a figure off from the word before it, as everywhere on the screen."""
    return f" {words}" if words[:1].isascii() else words
