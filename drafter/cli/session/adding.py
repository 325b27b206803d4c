"""The command 增: what can be added to an outline, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from drafter.cli.session import screen
from drafter.cli.session.desk import Desk
from drafter.cli.session.editing import number_in
from drafter.cli.session.fields import LISTS, SECTIONS
from drafter.cli.session.sheet import Place

HEADLINE = "总体指标"
NOTHING = "没有增加。"


def add(desk: Desk, words: str) -> None:
    """Add what `words` name; in the part of a list (问题) a sentence need not be named."""
    what = re.sub(r"[\d\s]", "", words)
    here = desk.label(desk.here.place[0]) if desk.here and desk.here.place else ""
    adder = ADDERS.get(what or (here if here in LISTS else ""))
    if adder is None:
        desk.say(f"可以增加：{'、'.join(ADDERS)}。例如：增 事项；增 事项 2（加到要点2）")
    else:
        adder(desk, what or here, number_in(words))


def section(desk: Desk, what: str, _: int | None) -> None:
    """Add a section to the review or the plan, and go into it."""
    place = desk.end((desk.key((), what),))
    key = desk.word("标题")
    heading = desk.ask_field("标题（没想好就直接回车）", (*place, key))
    if heading is None:
        desk.say(NOTHING)
        return
    desk.put((*place, key), heading or None)
    desk.part = [part.place for part in desk.parts].index(place)
    desk.say(*screen.page(desk.parts[desk.part]))


def sentence(desk: Desk, what: str, _: int | None) -> None:
    """Add a sentence to a list of the outline."""
    add_text(desk, desk.end((desk.key((), what),)), what)


def point(desk: Desk, what: str, _: int | None) -> None:
    """Add a point to the section: one with a lead, or a paragraph of the writer's own."""
    here = section_here(desk)
    if here is not None:
        label = "小标题" if what == "要点" else what
        add_text(desk, (*desk.end((*here, desk.key(here, "要点"))), desk.word(label)), label)


def line(desk: Desk, what: str, number: int | None) -> None:
    """Add a deed or a formulation to a point."""
    place = point_place(desk, number)
    if place is not None:
        add_text(desk, desk.end((*place, desk.key(place, what))), what)


def fact(desk: Desk, what: str, number: int | None) -> None:
    """Add a figure to a point, or to the headline figures, value by value; one left open stays a gap."""
    if desk.here and desk.here.name == HEADLINE:
        place = desk.end(desk.here.place)
    elif owner := point_place(desk, number):
        place = desk.end((*owner, desk.key(owner, what)))
    else:
        return
    if not add_text(desk, (*place, desk.word("指标")), "指标（例如 早稻种植面积）"):
        return
    for label, hint in (("数值", "还没有就直接回车"), ("单位", "例如 亩、万元")):
        text = desk.ask_field(f"{label}（{hint}）", (*place, desk.word(label)))
        if text is None:
            return
        desk.put((*place, desk.word(label)), text or None)


def add_text(desk: Desk, place: Place, label: str) -> bool:
    """Ask for a text and put it at `place`; return False when the writer gives up."""
    text = desk.ask_field(label, place)
    if text:
        desk.put(place, text)
    desk.say(f"已加：{text}" if text else NOTHING)
    return bool(text)


def section_here(desk: Desk) -> Place | None:
    """Return the place of the section the writer is in; say so when there is none."""
    part = desk.here
    if part and part.place and desk.label(part.place[0]) in SECTIONS:
        return part.place
    desk.say("请先进入回顾或打算中的一部分，例如：进 2")
    return None


def point_place(desk: Desk, number: int | None) -> Place | None:
    """Return the place of point `number` (from 1; the last one when None); the first point need not be there yet."""
    here = section_here(desk)
    if here is None:
        return None
    points = (*here, desk.key(here, "要点"))
    size = len(desk.sheet.get(points) or ())
    if number is not None and not 1 <= number <= size:
        desk.say(f"没有要点{number}。")
        return None
    return (*points, (number or max(size, 1)) - 1)


ADDERS: Mapping[str, Callable[[Desk, str, int | None], None]] = {
    "要点": point,
    "正文": point,
    "数据": fact,
    "事项": line,
    "表述": line,
    **dict.fromkeys(SECTIONS, section),
    **dict.fromkeys(LISTS, sentence),
}
