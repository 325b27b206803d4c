"""The headings and leads of all reports, to be found by words, level, topic, pattern and length."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from drafter.library.database import Row
from drafter.model import Heading

_FOUND = """SELECT text, level, topic, pattern, document, parallel, pure FROM headings
    WHERE COALESCE(level = :level, TRUE)
    AND (:topics = '[]' OR topic IN (SELECT value FROM json_each(:topics)))
    AND (:pattern = '' OR pattern = :pattern)
    AND (:length = 0 OR LENGTH(text) = :length)
    AND NOT EXISTS (SELECT 1 FROM json_each(:words) WHERE INSTR(text, value) = 0)
    ORDER BY pure DESC, number LIMIT :limit"""
_OF_SETS = """SELECT text, level, topic, pattern, document, parallel, pure FROM headings
    WHERE parallel IN (SELECT value FROM json_each(:groups)) ORDER BY number"""


class HeadingTable:
    """Headings and leads in an open library; `rows` asks it."""

    def __init__(self, rows: Callable[[str, Mapping[str, Any]], list[Row]], paths: Sequence[str]) -> None:
        self._rows = rows
        self._paths = paths  # of the reports, by number

    def find(
        self, query: str, *, level: int | None, topics: Sequence[str], pattern: str, length: int, limit: int
    ) -> list[Heading]:
        """Return headings that hold all words of `query`, best first, those with names last.

        `level` 0 asks for leads; None, no topics, pattern "" and length 0 ask for any.
        """
        asked = {"level": level, "topics": json.dumps(topics), "pattern": pattern, "length": length}
        rows = self._rows(_FOUND, asked | {"words": json.dumps(query.split()), "limit": limit})
        return [self._heading(row) for row in rows]

    def sets(self, headings: Iterable[Heading]) -> list[list[Heading]]:
        """Return whole sets: for each heading what stood side by side with it, itself too; each set once."""
        sets: dict[int, list[Heading]] = {heading.group: [] for heading in headings}
        for heading in map(self._heading, self._rows(_OF_SETS, {"groups": json.dumps([*sets])})):
            sets[heading.group].append(heading)
        return list(sets.values())

    def _heading(self, row: Row) -> Heading:
        text, level, topic, pattern, document, group, pure = row
        return Heading(text, level, topic, pattern, self._paths[document], group, bool(pure))
