"""Add to the outline and take out of it where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafter.cli.session.desk import Desk
from drafter.cli.session.fields import LISTS, SECTIONS
from drafter.cli.session.sheet import Place
from drafter.cli.session.window.view import View

HEADLINE = "总体指标"


def choices(view: View) -> list[str]:
    """Return what can be added where the cursor stands, the likeliest first."""
    here = _label(view)
    if here in SECTIONS:
        return ["事项", "数据", "要点", "表述", "正文", *SECTIONS]
    if here in LISTS or here == HEADLINE:
        return [here, *SECTIONS]
    return [HEADLINE, *SECTIONS, *LISTS]


def add(view: View, what: str) -> None:
    """Add what is chosen, still empty, and go to it."""
    place = ADDERS[what](view, what)
    view.go(place)
    if what in {"数据", HEADLINE}:  # a fact is typed value by value
        view.open_table()
        view.row = next((number for number, row in enumerate(view.rows) if row.place == place[:-1]), 0)
        view.column = 0


def remove(view: View) -> str:
    """Take out the field under the cursor, a whole fact; return what was taken out, "" when there was nothing."""
    cell, part = view.cell, view.here
    if cell is None or (not view.in_table and not part.place):
        return ""
    is_fact = view.in_table or cell.fact
    label = view.rows[view.row].label
    view.desk.remove(cell.place[:-1] if is_fact else cell.place)
    return label


def remove_group(view: View) -> str:
    """Take out the point the cursor is in with all it holds, or where there is none the whole section."""
    cell, part = view.cell, view.here
    if view.in_table or not part.place:
        return ""
    depth = len(part.place)
    if cell and cell.group and len(cell.place) > depth + 1:
        view.desk.remove(cell.place[: depth + 2 if _label(view) in SECTIONS else depth + 1])
        return cell.group
    if depth > 1:
        view.desk.remove(part.place)
        return part.name
    return ""


def _label(view: View) -> str:
    place = view.here.place
    return view.desk.label(place[0]) if place and not view.in_table else ""


def _section(view: View, what: str) -> Place:
    desk = view.desk
    place = desk.end((desk.key((), what),))
    point = (*place, desk.word("要点"), 0)
    desk.put_all([((*place, desk.word("标题")), None), *_blank_point(desk, point)])
    return (*place, desk.word("标题"))


def _blank_point(desk: Desk, place: Place) -> list[tuple[Place, None]]:
    """Return what a new point begins with: room for a lead and a deed."""
    return [((*place, desk.word("小标题")), None), ((*place, desk.word("事项"), 0), None)]


def _item(view: View, what: str) -> Place:
    place = view.desk.end((view.desk.key((), what),))
    view.desk.put(place, None)
    return place


def _headline(view: View, _: str) -> Place:
    return _fact(view.desk, (view.desk.key((), HEADLINE),))


def _point(view: View, what: str) -> Place:
    desk, section = view.desk, view.here.place
    place = desk.end((*section, desk.key(section, "要点")))
    blank = [((*place, desk.word("正文")), None)] if what == "正文" else _blank_point(desk, place)
    desk.put_all(blank)
    return blank[0][0]


def _line(view: View, what: str) -> Place:
    desk, point = view.desk, _point_here(view)
    place = desk.end((*point, desk.key(point, what)))
    desk.put(place, None)
    return place


def _point_fact(view: View, what: str) -> Place:
    point = _point_here(view)
    return _fact(view.desk, (*point, view.desk.key(point, what)))


def _fact(desk: Desk, facts: Place) -> Place:
    place = desk.end(facts)
    desk.put((*place, desk.word("指标")), "新指标")
    desk.put((*place, desk.word("数值")), None)
    return (*place, desk.word("指标"))


def _point_here(view: View) -> Place:
    """Return the place of the point the cursor is in, else of the last one; the first need not be there yet."""
    desk, section, cell = view.desk, view.here.place, view.cell
    points = (*section, desk.key(section, "要点"))
    depth = len(points)
    if cell and cell.place[:depth] == points and len(cell.place) > depth:
        return cell.place[: depth + 1]
    return (*points, max(len(desk.sheet.get(points) or ()), 1) - 1)


ADDERS: Mapping[str, Callable[[View, str], Place]] = {
    "要点": _point,
    "正文": _point,
    "数据": _point_fact,
    "事项": _line,
    "表述": _line,
    HEADLINE: _headline,
    **dict.fromkeys(SECTIONS, _section),
    **dict.fromkeys(LISTS, _item),
}
