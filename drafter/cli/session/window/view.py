"""Where the writer is in the window: which part, row and cell, which pane, what stands beside the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from drafter.app import LastYear
from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import Field, Part
from drafter.cli.session.sheet import Place
from drafter.cli.session.window.rows import Row, rows_of, table_rows

Pane = Literal["tree", "page", "side"]
Side = Literal["preview", "hints", "check", "result", "others"]
PANES: tuple[Pane, ...] = ("tree", "page", "side")
READ: frozenset[Side] = frozenset(("preview", "result"))
"""What is read in the side pane, with nothing in it to choose."""

WIDE = 110  # columns from which the three panes stand side by side
TREE, SIDE = 26, 38  # columns of the outer panes


@dataclass(slots=True)
class View:
    """The state of the window, apart from the outline itself."""

    desk: Desk
    part: int = 0
    row: int = 0
    column: int = 0
    pane: Pane = "page"
    side: Side = "preview"
    in_table: bool = False  # the page shows the figures of the whole outline
    chosen: int = 0  # line chosen in the side pane
    ignored: bool = False  # findings that are ignored are shown, too
    message: str = ""
    result: tuple[str, ...] = ()  # what the last build said
    last: LastYear | None = None  # what the office's report of last year tells
    _order: dict[Place, int] = field(default_factory=dict)  # of the facts in the table
    _made: tuple[object, list[Row]] = field(default=(None, []))
    _known: tuple[str, list[Part]] = field(default=("", []))

    @property
    def parts(self) -> list[Part]:
        """Return the outline's parts; they are read anew only when it has changed."""
        if self._known[0] != self.desk.sheet.text:
            self._known = (self.desk.sheet.text, self.desk.parts)
        return self._known[1]

    def values(self) -> dict[Place, tuple[str, str]]:
        """Return what every field of the outline holds, and what stands beside it."""
        return {field.place: (field.value, field.beside) for part in self.parts for field in part.fields}

    @property
    def here(self) -> Part:
        """Return the part shown."""
        self.part = max(0, min(self.part, len(self.parts) - 1))
        return self.parts[self.part]

    @property
    def rows(self) -> list[Row]:
        """Return the rows of the page; they are made anew only when something has changed."""
        state = (self.desk.sheet.text, None if self.in_table else self.here.place, self.last)
        if self._made[0] != state:
            self._made = (state, self._rows())
        return self._made[1]

    def _rows(self) -> list[Row]:
        tree, chinese = self.desk.sheet.tree, self.desk.chinese
        if not self.in_table:
            return rows_of(self.here, tree, chinese, self.last)
        rows = table_rows(self.parts, tree, chinese, self.last)
        return sorted(rows, key=lambda row: self._order.get(row.place, len(rows)))

    def part_of(self, row: Row) -> Part:
        """Return the part that a row of the page or of the table belongs to."""
        return next(part for part in self.parts if part.name == row.group) if self.in_table else self.here

    def open_table(self) -> None:
        """Show the figures of the whole outline, open ones first; they keep their places while they are filled in."""
        self._order, self.in_table, self._made = {}, True, (None, [])
        found = sorted(self.rows, key=lambda row: not row.open)
        self._order, self._made = {row.place: number for number, row in enumerate(found)}, (None, found)

    @property
    def cell(self) -> Field | None:
        """Return the cell under the cursor, None when the page has none."""
        rows = self.rows
        if not rows:
            return None
        self.row = max(0, min(self.row, len(rows) - 1))
        self.column = max(0, min(self.column, len(rows[self.row].cells) - 1))
        return rows[self.row].cells[self.column]

    def go(self, place: Place) -> bool:
        """Go to the field at a place, or the one nearest to it; return False when no part holds it."""
        self.in_table = False
        fitting = [number for number, part in enumerate(self.parts) if _shared(part.place, place) == len(part.place)]
        if not fitting:
            return False
        self.part = max(fitting, key=lambda number: len(self.parts[number].place))
        fields = self.here.fields
        self.row = max(range(len(fields)), key=lambda row: (_shared(fields[row].place, place), -row), default=0)
        self.column, self.pane = 0, "page"
        return True

    def turn(self, steps: int) -> None:
        """Go to another part."""
        self.in_table = False
        self.part = max(0, min(self.part + steps, len(self.parts) - 1))
        self.row = self.column = 0


def _shared(one: Place, other: Place) -> int:
    """Return how many steps two places share from the root."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
