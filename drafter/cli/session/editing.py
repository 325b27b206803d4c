"""Commands that change the outline: 改, 增, 删, 撤销, 重做."""

from __future__ import annotations

import re

from drafter.cli.session import screen
from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import FIGURES, OPEN, Field, Part
from drafter.text.gaps import old_value

FACT_KEYS = ("指标", "单位", *FIGURES, "备注")
RETURN = "输入 撤销 可以找回。"


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
    shown = old if old_value(old) is None else ""  # what is to be brought up to date is typed anew
    new = desk.ask_field(label, place, shown)
    if new is None or new == shown:
        desk.say("没有改动。")
        return
    desk.put(place, new or None)
    desk.follow(place, old)
    desk.say(f"已改：{label}  {new or OPEN}")


def chosen(desk: Desk, words: str, verb: str) -> Field | None:
    """Return the field whose number stands in `words`; say what is wrong when there is none."""
    part, number = desk.here, number_in(words)
    if part is None:
        desk.say("请先进入一部分，例如：进 2")
    elif not part.fields:
        desk.say("这一部分还是空的，请用 增。")
    elif number is None or not 1 <= number <= len(part.fields):
        desk.say(f"请给出编号，1 到 {len(part.fields)}，例如：{verb} 1")
    else:
        return part.fields[number - 1]
    return None


def delete(desk: Desk, words: str) -> None:
    """Take out a field, a whole fact, a point with all it holds; in the table of contents a whole section."""
    group = re.search(r"[^\W\d]+\d+", words)
    if desk.here is None:
        delete_section(desk, number_in(words))
    elif group:
        delete_group(desk, desk.here, group[0])
    elif field := chosen(desk, words, "删"):
        desk.remove(field.place[:-1] if field.fact else field.place)
        desk.say(f"已删：{field.label}  {screen.value(field)}。{RETURN}")


def delete_group(desk: Desk, part: Part, group: str) -> None:
    """Take out a point (要点2) with all it holds."""
    field = next((field for field in part.fields if field.group == group), None)
    if field is None:
        desk.say(f"这一部分没有“{group}”。")
        return
    above = len(part.place)  # the point is the first list position behind the part's own place
    end = next(at for at, step in enumerate(field.place) if at >= above and isinstance(step, int))
    desk.remove(field.place[: end + 1])
    desk.say(f"已删：{group}。{RETURN}")


def delete_section(desk: Desk, number: int | None) -> None:
    """Take a section out of the review or the plan."""
    sections = {at: part for at, part in enumerate(desk.parts, 1) if len(part.place) > 1}
    part = sections.get(number or 0)
    if part is None:
        desk.say("请给出要删的回顾或打算的编号，例如：删 3；删其他内容请先进入那一部分")
    elif desk.agree(f"{part.name} {part.title}：整个部分都删去吗？"):
        desk.remove(part.place)
        desk.say(f"已删：{part.name}。{RETURN}")


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
