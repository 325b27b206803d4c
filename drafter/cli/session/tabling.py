"""The command 数据: all figures of the outline in one table, open ones first, with those of last year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import app
from drafter.cli.session.desk import Desk
from drafter.cli.session.editing import FACT_KEYS, number_in
from drafter.cli.session.fields import OPEN
from drafter.cli.session.window.figures import office_and_period
from drafter.cli.session.window.rows import COLUMNS, Row, last_value, table_rows
from drafter.cli.usage import pad, width
from drafter.text.gaps import old_value

_BEFORE, _TAKE = "上年同期", "去年"


def figures(desk: Desk, words: str) -> None:
    """Show the table; with a number let the writer type that figure, with a column as well that value of it."""
    last = app.last_year(desk.workspace.root, *office_and_period(desk))
    rows = sorted(table_rows(desk.parts, desk.sheet.tree, desk.chinese, last), key=lambda row: not row.open)
    number, column = number_in(words), re.sub(r"[\d\s]", "", words) or "数值"
    if number is None:
        desk.say(*_lines(rows))
        desk.say("改一项：数据 2；改同比：数据 2 同比" + (f"；填上去年的数：数据 2 {_TAKE}" if last else ""))
    elif not 1 <= number <= len(rows):
        desk.say(f"请给出编号，1 到 {len(rows)}，例如：数据 1")
    elif column == _TAKE:
        _take_last(desk, rows[number - 1], last)
    elif column in FACT_KEYS:
        _change(desk, rows[number - 1], column)
    else:
        desk.say(f"“{column}”改不了，可以写：{'、'.join(FACT_KEYS)}、{_TAKE}。")


def _lines(rows: list[Row]) -> Iterator[str]:
    """Yield the table: the open ones first, every value that is known."""
    column = max((width(row.label) for row in rows), default=0) + 2
    for number, row in enumerate(rows, 1):
        known = {cell.label: cell.value or cell.beside for cell in row.cells}
        unit = known["单位"] if known["数值"] else f"（{known['单位']}）" * bool(known["单位"])
        figure = f"{known['数值'] or OPEN}{unit}"
        rest = [f"{name} {known[name]}" for name in COLUMNS[3:] if known[name]]
        yield f"{number:>4}  {pad(row.label, column)}{'，'.join([figure, *rest])}"
    if not rows:
        yield "提纲里还没有数据。"


def _change(desk: Desk, row: Row, column: str) -> None:
    """Let the writer type a value of a fact."""
    above = row.place
    place = (*above, desk.key(above, column))
    old = str(desk.sheet.get(place) or "")
    shown = "" if old_value(old) is not None else old
    new = desk.ask_field(f"{row.label}·{column}", place, shown)
    if new is None or new == shown:
        desk.say("没有改动。")
        return
    desk.put(place, new or None)
    desk.say(f"已改：{row.label}·{column}  {new or OPEN}")


def _take_last(desk: Desk, row: Row, last: app.LastYear | None) -> None:
    before = last_value(row.group, row.cells, last)
    if before is None or last is None:
        desk.say("去年同期的报告里没有找到这一项。")
    elif not before.value:
        desk.say(f"去年的报告写的是{before.told}，单位不同，请换算后自己填。")
    else:
        place = next(cell.place for cell in row.cells if cell.label == _BEFORE)
        desk.put(place, before.value)
        desk.say(f"已填上年同期 {before.told}，取自{last.report}。")
