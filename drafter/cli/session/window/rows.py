"""What the window's page shows: rows of cells, each of which can be typed in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.cli.session.fields import Chinese, Field, Part
from drafter.cli.session.sheet import Place
from drafter.text.gaps import old_value

COLUMNS = ("指标", "数值", "单位", "同比", "上年同期", "目标", "完成率")
"""Columns of the table of figures."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: a name with what stands behind it, or a fact with all its values."""

    label: str
    cells: tuple[Field, ...]
    group: str = ""  # what it belongs to: 要点1, or in the table of figures the part

    @property
    def place(self) -> Place:
        """Return where the fact stands whose values these are."""
        return self.cells[0].place[:-1]


def rows_of(part: Part) -> list[Row]:
    """Return the rows of a part, a field each."""
    return [Row(field.label, (field,), field.group) for field in part.fields]


def table_rows(parts: list[Part], tree: Any, chinese: Chinese) -> list[Row]:
    """Return a row of values for every fact of the outline, in its order."""
    return [
        Row(field.label, tuple(_cells(field.place[:-1], _value(tree, field.place[:-1]), chinese)), part.name)
        for part in parts
        for field in part.fields
        if field.fact
    ]


def is_open(row: Row) -> bool:
    """Tell whether a fact has no value yet."""
    return not any(cell.value for cell in row.cells[1:] if cell.label != "单位")


def _cells(place: Place, fact: Mapping[str, Any], chinese: Chinese) -> Iterator[Field]:
    """Yield the values of a fact, column by column; one it does not have is open."""
    keys = {chinese.get(key, str(key)): key for key in fact}
    keys.setdefault("上年同期", keys.get("上期", ""))
    english = any(key in chinese for key in fact)
    words = {word: key for key, word in chinese.items()}
    for column in COLUMNS:
        key = keys.get(column) or (words[column] if english else column)
        value = "" if fact.get(key) is None else str(fact.get(key))
        old = old_value(value)
        shown = value if old is None else ""
        yield Field((*place, key), column, shown, beside=f"旧{old}" if old else "", open=not shown)


def _value(tree: Any, place: Place) -> Mapping[str, Any]:
    for step in place:
        tree = tree[step]
    found: Mapping[str, Any] = tree
    return found
