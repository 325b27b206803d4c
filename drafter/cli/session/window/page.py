"""The page: the rows of a part, or the table of figures, with the cell under the cursor left out for the editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.cli.session.window.lines import Line, cut, pad, width, wrapped
from drafter.cli.session.window.rows import COLUMNS, COMPUTED, KNOWN, LAST, Row
from drafter.cli.session.window.view import View

LABEL = 14  # columns of the names of fields
FIGURE = 14  # columns of a figure being typed
_TABLE = (16, 9, 6, 9, 12, 10, 8)  # columns of the table of figures
_NARROWEST, _WIDEST = 10, 38  # columns of the indicators
_WHERE = 12  # columns of the part a fact belongs to
_GAP = 1


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the cell under the cursor."""

    before: list[Line]  # the lines above it
    left: Line  # what stands in its line before it
    columns: int  # its width
    right: Line
    after: list[Line]
    head: int = 1  # of the lines above it those that stay in sight

    def above(self, room: int) -> list[Line]:
        """Return the lines above the cell, the head and the nearest when there are more than fit in."""
        if len(self.before) <= room:
            return self.before
        rest = max(0, room - self.head)
        return [*self.before[: room - rest], *self.before[len(self.before) - rest :]]

    def below(self, room: int) -> list[Line]:
        """Return the lines below the cell; when there are more than fit in, the last one says how many."""
        if len(self.after) <= room:
            return self.after
        return [*self.after[: room - 1], [("class:dim", f" ▼ 下面还有 {len(self.after) - room + 1} 行")]]


def page(view: View, columns: int) -> Page:
    """Lay the page out, `columns` wide."""
    return _table(view, columns) if view.in_table else _fields(view, columns)


def _fields(view: View, columns: int) -> Page:
    part, rows = view.here, view.rows
    before: list[Line] = [[("class:title", pad(f" {part.name}　{part.title}".rstrip(), columns))], []]
    after: list[Line] = []
    if not rows:
        before.append([("class:open", " 这一部分还是空的，按 F7 增加。")])
        return Page(before, [], columns, [], after)
    selected, group, left = view.row, "", []
    for number, row in enumerate(rows):
        target = before if number <= selected else after
        if row.group != group:
            group = row.group
            target += [[]] * (number > selected or bool(before[-1]))
            target.append([("class:group", f" {group}")])
        if number == selected:
            left = [("class:label.selected", f" {pad(row.label, LABEL)} ")]
        else:
            target += _field_lines(row, columns)
    cell, room = rows[selected].cells[0], max(10, columns - LABEL - 3)
    if cell.beside:  # a figure is short, and what goes with it is to be seen
        return Page(before, left, FIGURE, [("class:label", f" {cut(cell.beside, max(1, room - FIGURE - 1))}")], after)
    return Page(before, left, room, [], after)


def _field_lines(row: Row, columns: int) -> Iterator[Line]:
    """Yield a field's lines: its name, and what it holds wrapped beside it."""
    cell = row.cells[0]
    shown = " ".join(filter(None, (cell.value or cell.blank, cell.beside)))
    style = "class:open" if cell.open else "class:value" if cell.value or cell.fact else "class:dim"
    for number, line in enumerate(wrapped(shown, max(10, columns - LABEL - 3))):
        yield [("class:label", f" {pad('' if number else row.label, LABEL)} "), (style, line)]


# --- the table of figures --------------------------------------------------------------------------------------------


def _table(view: View, columns: int) -> Page:
    rows = view.rows
    sizes = _sizes(columns)
    told = f"{COMPUTED}是算出来的" + (f"，{LAST}取自{view.last.report}" if view.last else "")
    head = [("class:title", " 数据表"), ("class:dim", cut(f"　空着的在前；{told}", columns - 8))]
    where = sum(sizes) + len(sizes) + _WHERE <= columns  # there is room to say which part a fact belongs to
    titles = " ".join(pad(name, size) for name, size in zip(COLUMNS, sizes, strict=True))
    names: Line = [("class:label", f" {titles}{' 部分' * where}")]
    if not rows:
        return Page([head, names, [("class:open", " 提纲里还没有数据。")]], [], columns, [], [])
    lines = [[*_row_line(row, sizes), ("class:dim", row.group * where)] for row in rows]
    selected = rows[view.row]
    cells = [pad(cell.value or cell.beside, size) for cell, size in zip(selected.cells, sizes, strict=True)]
    behind = "".join(f" {cell}" for cell in cells[view.column + 1 :])
    left: Line = [("class:label.selected", " " + "".join(f"{cell} " for cell in cells[: view.column]))]
    right: Line = [("class:label.selected", behind), ("class:dim", f" {selected.group}" * where)]
    return Page([head, names, *lines[: view.row]], left, sizes[view.column], right, lines[view.row + 1 :], head=2)


def _sizes(columns: int) -> tuple[int, ...]:
    """Return the widths of the table's columns; what is left over goes to the first, as far as it is of use there."""
    rest = columns - sum(_TABLE) - len(_TABLE) * _GAP - 1
    return (max(_NARROWEST, min(_WIDEST, _TABLE[0] + rest)), *_TABLE[1:])


def _row_line(row: Row, sizes: tuple[int, ...]) -> Line:
    line: Line = [("", " ")]
    for cell, size in zip(row.cells, sizes, strict=True):
        empty = cell.open and cell.label == "数值"
        shown = cut(cell.value or cell.beside or ("·" if empty else ""), size)
        known = not cell.value and cell.beside.startswith(KNOWN)
        style = "class:dim" if known else "class:open" if empty or cell.beside else "class:value"
        line.append((style, pad(shown, size) + " "))
    return line


def label_width(page: Page) -> int:
    """Return the columns of what stands before the cell."""
    return sum(width(text) for _, text in page.left)
