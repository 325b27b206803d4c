"""Carry pieces with their origins through Jinja: each passes as one character of Unicode's private plane.

A template handles strings only. So what a call returns is entered here, and the template gets a single character that
stands for it; whatever is none of ours in the rendered text is the template's own words. One character cannot be cut
in half, and nothing the writer types is ever looked at as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from drafter.compose.prose import Words, text_of
from drafter.model import Chart, Piece, Table

Entry: TypeAlias = "Words | Table | Chart"

FIRST, LAST = 0xF0000, 0xFFFFD  # plane 15, private use
MARKS = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")


class Ledger:
    """The entries of one rendering."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def mark(self, entry: Entry) -> str:
        """Enter pieces, a table or a chart and return the character that stands for it; nothing gives an empty text."""
        if isinstance(entry, tuple) and not text_of(entry):
            return ""
        if FIRST + len(self._entries) > LAST:
            raise OverflowError("too many entries")
        self._entries.append(entry)
        return chr(FIRST + len(self._entries) - 1)

    def entry(self, mark: str) -> Entry:
        """Return what `mark` stands for; a character that was never entered prints nothing."""
        number = ord(mark) - FIRST
        return self._entries[number] if number < len(self._entries) else ()

    def pieces(self) -> Iterator[Piece]:
        """Yield every piece that was entered, printed or not; tables and charts left out."""
        for entry in self._entries:
            if not isinstance(entry, Table | Chart):
                yield from entry

    def read(self, text: str, ref: str) -> Iterator[Piece | Table | Chart]:
        """Yield what `text` prints: entries where they stand, all else as words of the template `ref`."""
        place = 0
        for match in MARKS.finditer(text):
            if match.start() > place:
                yield Piece(text[place : match.start()], "template", ref)
            entry = self.entry(match[0])
            if isinstance(entry, Table | Chart):
                yield entry
            else:
                yield from entry
            place = match.end()
        if place < len(text):
            yield Piece(text[place:], "template", ref)
