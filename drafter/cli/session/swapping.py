"""The command 换: show what a field, or the paragraph it stands in, could say instead, and settle what is picked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter import app
from drafter.cli.session.desk import Desk
from drafter.cli.session.editing import chosen
from drafter.cli.session.settle import groups, in_order, ref_of_place, settle, settled_place, told
from drafter.model import Alternative

NOWHERE = "这一项没有可换的；能换的是标题、小标题，要点的起句、收句、整段，和开头、致谢、结语。"
NONE = "没有别的说法。提纲里有错的，请先改好。"


def swap(desk: Desk, words: str) -> None:
    """Offer alternatives for the field whose number stands in `words`."""
    field = chosen(desk, words, "换")
    if field is None:
        return
    place = settled_place(desk, field.place)
    if place is None:
        desk.say(NOWHERE)
        return
    ref = ref_of_place(desk, place, field.label)
    given = app.alternatives(desk.workspace.root, desk.sheet.path.resolve(), desk.sheet.text, ref)
    found = in_order(given, field.label)
    desk.say(*(listed(found) if found else (NONE,)))
    picked = _pick(desk, len(found)) if found else None
    if picked is None:
        return
    settle(desk, place, found[picked])
    desk.say(f"{told(found[picked])}。输入 撤销 可以退回。")


def listed(found: Sequence[Alternative]) -> Iterator[str]:
    """Yield the lines of alternatives, numbered; what the draft has now is marked."""
    number = 0
    for name, members in groups(found):
        yield f"  {name}"
        for each in members:
            number += 1
            yield f"{number:>4}  {each.shown}{f'（{each.origin}）' if each.origin else ''}"


def _pick(desk: Desk, size: int) -> int | None:
    """Ask for a number from 1 to `size`; return it from 0, None when nothing is to be changed."""
    while answer := desk.ask(f"定下哪一个？输入编号（1 到 {size}），不换就直接回车："):
        if answer.isdecimal() and 1 <= int(answer) <= size:
            return int(answer) - 1
    desk.say("没有改动。")
    return None
