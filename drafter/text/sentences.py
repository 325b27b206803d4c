"""Sentences and clauses as spans of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model import Span

# A closing quote belongs to the sentence it closes, unless the sentence goes on: “让党放心！”的要求.
_SENTENCE_END = re.compile("[。！？]+[”’）》】]*(?![，、；：。！？”’）》】的等])|\n")
# Marks inside paired quotes and brackets part nothing; a quote that never closes is an ordinary character.
_CLAUSE = re.compile(r"(?:“[^“”\n]*”|《[^《》\n]*》|（[^（）\n]*）|[^，；：。！？\n\t])+")


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences in order: together they are the text without its blank parts; a line end ends one."""
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        yield from _trimmed(text, start, end)
        start = end


def clauses(text: str) -> Iterator[Span]:
    """Yield the stretches between ，；：。！？ and line ends, without the closing mark; quotations stay whole."""
    for match in _CLAUSE.finditer(text):
        yield from _trimmed(text, *match.span())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without blanks at its ends, or nothing when it is blank."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        yield Span(start, end)
