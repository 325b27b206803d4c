"""The figures beside those of last year: asked of the corpus once, taken over by a key, told at the foot."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from drafter import app
from drafter.app import LastYear
from drafter.cli.session.desk import Desk
from drafter.cli.session.window.rows import OLD, last_value, values_of, weighed
from drafter.model import Locality

if TYPE_CHECKING:
    from drafter.cli.session.window.live import Live
    from drafter.cli.session.window.screen import Screen
    from drafter.cli.session.window.view import View

_PLACE, _PERIOD = "单位", "期间"
_ABOVE = ("名称", "县", "市", "省")
_BEFORE = "上年同期"
_NOT_FOUND = "去年同期的报告里没有找到这一项"
_NO_REPORT = "语料库里没有找到本单位去年同期的报告"  # or it is still being read: a second or two after the start


class LastYears:
    """Keeps the view's figures of last year those of the outline's office and period."""

    def __init__(self, view: View, live: Live, changed: Callable[[], None]) -> None:
        self.view, self.live, self.changed = view, live, changed
        self._asked: tuple[Locality, str] | None = None

    def follow(self) -> None:
        """Ask for them, unless that was done for this office and period."""
        now = office_and_period(self.view.desk)
        if now != self._asked:
            self._asked = now
            task = self.live.work(app.last_year, self.view.desk.workspace.root, *now)
            task.add_done_callback(lambda task: self._take(task, now))

    def _take(self, task: Future[LastYear | None], asked: tuple[Locality, str]) -> None:
        if asked == self._asked and not task.cancelled() and task.exception() is None:
            self.view.last = task.result()
            self.changed()


def office_and_period(desk: Desk) -> tuple[Locality, str]:
    """Return whose report the outline is of, and on what."""

    def text(*labels: str) -> str:
        place: tuple[str | int, ...] = ()
        for label in labels:
            place = (*place, desk.key(place, label))
        return str(desk.sheet.get(place) or "")

    return Locality(*(text(_PLACE, name) for name in _ABOVE)), text(_PERIOD)


def fault(view: View) -> str:
    """Return what cannot be in the fact under the cursor: a word for a figure, another unit than its own."""
    cell = view.cell
    if cell is None or not (view.in_table or cell.fact):
        return ""
    row = view.rows[view.row]
    found = weighed(view.part_of(row), values_of(cell.place[:-1], view.desk.sheet.tree, view.desk.chinese)).fault
    return f"{row.label}：{found}" if found else ""


def told(view: View) -> str:
    """Return what is to be said of the fact under the cursor in the table: what cannot be, or what it was before."""
    cell = view.cell
    if not view.in_table or cell is None:
        return ""
    row = view.rows[view.row]
    said = [f"旧值 {cell.beside.removeprefix(OLD)}"] if cell.beside.startswith(OLD) else []
    before = last_value(row.cells, view.last)
    if before and not any(each.value for each in row.cells if each.label == _BEFORE):
        said.append(f"去年同期 {before.told}，F2 填上")
    return fault(view) or f"{row.group} {row.label}" + "：" * bool(said) + "；".join(said)


def take_last(screen: Screen) -> None:
    """Put the value of last year into the fact under the cursor."""
    view = screen.view
    screen.editor.commit()
    row = view.rows[view.row] if view.rows else None
    before = last_value(row.cells, view.last) if row else None
    if row is None or before is None or view.last is None:
        view.message = _NOT_FOUND if view.last else _NO_REPORT
    elif not before.value:
        view.message = f"去年的报告写的是{before.told}，单位不同，请换算后自己填"
    else:
        place = next(cell.place for cell in row.cells if cell.label == _BEFORE)
        view.desk.put(place, before.value)
        screen.editor.open()
        view.message = f"已填上年同期 {before.told}，取自{view.last.report}；^Z 退回"
