"""The list of what the draft could say instead, worked out in the other process, and taking from it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter import app
from drafter.cli.session.settle import groups, in_order, ref_of_place, settle, settled_place, told
from drafter.cli.session.sheet import Place
from drafter.cli.session.window.lines import Line, pad, wrapped
from drafter.model import Alternative

if TYPE_CHECKING:
    from drafter.cli.session.window.live import Live
    from drafter.cli.session.window.screen import Screen

NOWHERE = "这里没有可换的：请到标题、小标题、要点里的任一项，或致谢、结语上再按"


@dataclass(slots=True)
class Others:
    """What was asked for last, and what came of it."""

    live: Live
    place: Place = ()  # of the section or point
    label: str = ""  # of the field the writer was in
    _asked: Future[tuple[Alternative, ...]] | None = None

    def ask(self, text: str, place: Place, label: str, ref: str) -> None:
        """Have the alternatives for a place worked out."""
        self.place, self.label = place, label
        self._asked = self.live.work(app.alternatives, self.live.root, self.live.outline, text, ref)
        self._asked.add_done_callback(lambda _: self.live.changed())

    @property
    def is_waiting(self) -> bool:
        """Tell whether the answer is still to come."""
        return self._asked is not None and not self._asked.done()

    @property
    def found(self) -> list[Alternative]:
        """Return what can be taken, that for the writer's field first."""
        if self._asked is None or not self._asked.done() or self._asked.exception():
            return []
        return in_order(self._asked.result(), self.label)


def show_others(screen: Screen) -> None:
    """Show what could stand here instead; where the list stands already, choose the next one in it."""
    view = screen.view
    if view.side == "others" and view.pane == "side":
        view.chosen = (view.chosen + 1) % max(1, len(screen.others.found))
        return
    cell = view.cell
    place = settled_place(view.desk, cell.place) if cell else None
    if cell is None or place is None or view.in_table:
        view.message = NOWHERE
        return
    screen.others.ask(view.desk.sheet.text, place, cell.label, ref_of_place(view.desk, place, cell.label))
    view.side, view.pane, view.chosen = "others", "side", 0
    view.message = "↑↓ 挑选，Tab 下一类，回车定下，Esc 不换"


def next_kind(screen: Screen) -> None:
    """Go on to the next kind of alternatives in the list: from openings to ends."""
    view, keys = screen.view, [each.key for each in screen.others.found]
    if view.side == "others" and keys:
        present = keys[view.chosen]
        view.chosen = next((at for at in range(view.chosen, len(keys)) if keys[at] != present), 0)


def take(screen: Screen) -> None:
    """Settle what is chosen, and go to where it stands in the outline."""
    view, found = screen.view, screen.others.found
    if view.chosen < len(found):
        chosen = found[view.chosen]
        place = settle(view.desk, screen.others.place, chosen)
        view.side = "preview"
        view.go(place)
        screen.editor.open()
        screen.focus()
        view.message = f"{told(chosen)}；^Z 退回"


def other_lines(others: Others, chosen: int, *, focused: bool, columns: int) -> list[Line]:
    """Return the list, the chosen one marked, what the draft has now with a dot."""
    if others.is_waiting:
        return [[("class:dim", " 正在想别的说法……")]]
    if not others.found:
        return [[("class:dim", " 没有别的说法。提纲里有错的，请先改好。")]]
    lines: list[Line] = []
    number = 0
    for name, members in groups(others.found):
        lines.append([("class:group", pad(f" {name}", columns))])
        for each in members:
            lines += _member(each, columns, marked=focused and number == chosen)
            number += 1
    return lines


def _member(each: Alternative, columns: int, *, marked: bool) -> Sequence[Line]:
    style = "class:here.focused" if marked else ""
    sign = "●" if each.now else "　"
    texts = wrapped(each.shown, columns - 5)
    lines: list[Line] = [
        [(style, pad(f" {sign if at == 0 else '　'}{text}", columns))] for at, text in enumerate(texts)
    ]
    if each.origin:
        lines.append([(f"{style} class:dim", pad(f"     {each.origin}", columns))])
    return lines
