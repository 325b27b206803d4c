"""Lists of the page typed item by item: Enter behind the last one begins the next, a pasted list becomes its items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.cli.session.fields import LISTS
from drafter.cli.session.sheet import Place

if TYPE_CHECKING:
    from drafter.cli.session.window.editor import Editor
    from drafter.cli.session.window.view import View

_LISTED = frozenset(("事项", "表述", *LISTS))
_BULLET = re.compile(r"(?:[-·•●◆■]|\d{1,2}(?:[、．)）]|\.(?!\d))|[（(]\d{1,2}[)）]|[①-⑳])\s*")


def list_here(view: View) -> Place | None:
    """Return the place of the list the cursor types an item of, None when it is in none."""
    cell = view.cell
    if cell is None or view.in_table or cell.fact or not isinstance(cell.place[-1], int):
        return None
    name = next((view.desk.label(step) for step in reversed(cell.place) if isinstance(step, str)), "")
    return cell.place[:-1] if name in _LISTED else None


def begin_next(editor: Editor) -> bool:
    """Begin a new item behind the last one of a list; return False when the cursor is not there, or it is empty."""
    view, place = editor.view, list_here(editor.view)
    if place is None or not editor.buffer.text.strip() or editor.field is None:
        return False
    size = len(view.desk.sheet.get(place) or ())
    if editor.field.place[-1] != max(size, 1) - 1:
        return False
    editor.commit()
    _add(editor, place, [None])
    editor.begun = view.cell.place if view.cell else None
    view.message = "接着写下一条；不写了再按回车"
    return True


def end_list(editor: Editor) -> bool:
    """Take out the item that was begun and stayed empty; return whether there was one."""
    begun, editor.begun = editor.begun, None
    view = editor.view
    if begun is None or view.desk.sheet.get(begun) or _is_gone(view, begun):
        return False
    view.desk.remove(begun)
    return True


def _is_gone(view: View, begun: Place) -> bool:
    return len(view.desk.sheet.get(begun[:-1]) or ()) != int(begun[-1]) + 1


def paste_items(editor: Editor, text: str) -> bool:
    """Put the lines of a text into a list as one item each; return False when the cursor is in none, or it is one."""
    lines = [_BULLET.sub("", line.strip(), count=1) for line in text.split("\n")]
    lines = [line for line in lines if line]
    place = list_here(editor.view)
    if place is None or len(lines) < 2:
        return False
    editor.buffer.insert_text(lines[0], fire_event=False)
    editor.commit()
    _add(editor, place, lines[1:])
    editor.view.message = f"粘贴成 {len(lines)} 条；^Z 退回"
    return True


def _add(editor: Editor, place: Place, items: Sequence[str | None]) -> None:
    """Add items to a list as one edit, and go to the last of them."""
    view = editor.view
    end = len(view.desk.sheet.get(place) or ())
    view.desk.put_all([((*place, end + number), item) for number, item in enumerate(items)])
    view.go((*place, end + len(items) - 1))
    editor.open()
