"""Commands that change the outline: 改, 增, 删, 撤销, 重做."""

from __future__ import annotations

import re

from drafter.cli.session import screen
from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import FIGURES, Field

FACT_KEYS = ("指标", "单位", *FIGURES, "备注")


def number_in(words: str) -> int | None:
    """Return the first number in `words`."""
    found = re.search(r"\d+", words)
    return int(found[0]) if found else None


def change(desk: Desk, words: str) -> None:
    """Let the writer retype a field, or one value of a fact."""
    field = chosen(desk, words, "改")
    if field is None:
        return
    place, label, old = field.place, field.label, field.value
    aspect = re.sub(r"[\d\s]", "", words)
    if aspect:
        if not field.fact or aspect not in FACT_KEYS:
            desk.say(f"“{aspect}”改不了：只有数据可以指明改 {'、'.join(FACT_KEYS)}。")
            return
        place = (*place[:-1], desk.key(place[:-1], aspect))
        label, old = f"{label}·{aspect}", str(desk.sheet.get(place) or "")
    new = desk.ask_field(label, place, old)
    if new is None or new == old:
        desk.say("没有改动。")
        return
    desk.put(place, new or None)
    desk.say(f"已改：{label}  {new or screen.OPEN}")


def chosen(desk: Desk, words: str, verb: str) -> Field | None:
    """Return the field whose number stands in `words`; say what is wrong when there is none."""
    part, number = desk.here, number_in(words)
    if part is None:
        desk.say("请先进入一部分，例如：进 2")
    elif not part.fields:
        desk.say("这一部分还是空的，请用 增。")
    elif number is None or not 1 <= number <= len(part.fields):
        desk.say(
            f"请给出编号，1 到 {len(part.fields)}，例如：{verb} 1" if part.fields else "这一部分还是空的，可以用 增。"
        )
    else:
        return part.fields[number - 1]
    return None


def delete(desk: Desk, words: str) -> None:
    """Take out a field, a whole fact, or a point with all it holds."""
    if group := re.search(r"[^\W\d]+\d+", words):
        inside = [field for field in desk.here.fields if field.group == group[0]] if desk.here else []
        field = inside[0] if inside else None
        if field is None:
            desk.say(f"这一部分没有“{group[0]}”。")
    else:
        field = chosen(desk, words, "删")
    if field is None or desk.here is None:
        return
    place = field.place[:-1] if field.fact else field.place
    if group:  # the list position behind the part's own place: 要点[1]
        above = len(desk.here.place)
        place = place[: next(at for at, step in enumerate(place) if at >= above and isinstance(step, int)) + 1]
    desk.remove(place)
    desk.say(f"已删：{group[0] if group else f'{field.label}  {screen.value(field)}'}。输入 撤销 可以找回。")


def undo(desk: Desk, _: str) -> None:
    """Go back one edit."""
    if desk.sheet.undo():
        desk.journal.edited(desk.sheet.text)
        desk.say("已撤销一步。")
    else:
        desk.say("没有可以撤销的了。")


def redo(desk: Desk, _: str) -> None:
    """Take an undone edit back in."""
    if desk.sheet.redo():
        desk.journal.edited(desk.sheet.text)
        desk.say("已重做一步。")
    else:
        desk.say("没有可以重做的了。")
