"""A block of cells pasted into the table of figures: to the indicators it names, else over the cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from drafter import app
from drafter.cli.session.desk import Desk
from drafter.cli.session.sheet import Place
from drafter.cli.session.window.figures import office_and_period
from drafter.cli.session.window.rows import Row
from drafter.cli.session.window.structure import HEADLINE
from drafter.text import topics

if TYPE_CHECKING:
    from drafter.cli.session.window.view import View

Given = Mapping[str, str]  # what a pasted row says, by column: 板块, 指标, 数值 …
_ASIDE = frozenset(("板块", "指标", "期间", "事项", "来源", "原句", "核对"))  # columns that are no values of a fact
_SCALES = ("万", "亿")
_MOST_NAMED = 3  # indicators named when they have no place


def paste_cells(view: View, text: str) -> None:
    """Put a block of cells into the table as one edit; an empty cell leaves what stands there."""
    cells = app.pasted_cells(text)
    _, period = office_and_period(view.desk)
    given = app.pasted_rows(cells, {row.label for row in view.rows}, period)
    if given:
        _by_name(view, given)
    else:
        count = _put(view.desk, list(_from_cursor(view, cells)))
        view.message = f"粘贴了 {count} 格，^Z 退回"


def _put(desk: Desk, values: Sequence[tuple[Place, str]]) -> int:
    """Put values in as one edit; return how many differ from what stood there."""
    changed = [(place, value) for place, value in values if value and value != str(desk.sheet.get(place) or "")]
    if changed:
        desk.put_all(changed)
    return len(changed)


def _from_cursor(view: View, cells: Sequence[Sequence[str]]) -> Iterator[tuple[Place, str]]:
    for row, line in zip(view.rows[view.row :], cells, strict=False):
        for cell, value in zip(row.cells[view.column :], line, strict=False):
            yield cell.place, value


def _by_name(view: View, given: Sequence[Given]) -> None:
    """Fill the facts that the rows name, and add the others where their 板块 is."""
    desk = view.desk
    values: list[tuple[Place, str]] = []
    added: dict[Place, int] = {}  # facts added so far to each list
    new: list[str] = []
    homeless: list[str] = []
    for each in given:
        held = list(_facts_meant(view, each))
        home = None if held else _home(desk, each)
        if home is not None:
            held = [(*home, len(desk.sheet.get(home) or ()) + added.get(home, 0))]
            added[home] = added.get(home, 0) + 1
            values.append(((*held[0], desk.word("指标")), each["指标"]))
            new.append(each["指标"])
        elif not held:
            homeless.append(each["指标"])
        values += [put for fact in held for put in _values(desk, fact, each)]
    count = _put(desk, values)
    view.message = _told(count, new, homeless)


def _values(desk: Desk, fact: Place, given: Given) -> Iterator[tuple[Place, str]]:
    """Yield what a row puts where in a fact; 万 or 亿 stands in the unit or behind the figure, not in both."""
    unit = given.get("单位") or str(desk.sheet.get((*fact, desk.key(fact, "单位"))) or "")
    for column, text in given.items():
        if column not in _ASIDE:
            scaled = column in app.AMOUNTS and unit[:1] in _SCALES and text.endswith(unit[:1])
            yield (*fact, desk.key(fact, column)), text[:-1] if scaled else text


def _facts_meant(view: View, given: Given) -> Iterator[Place]:
    """Yield the facts of a row's indicator: those of its 板块, and any other that is still open."""
    named = [row for row in view.rows if row.label == given["指标"]]
    rows = [row for row in named if row.group.startswith("打算") == (_chapter(given) == "打算")] or named
    own = [row for row in rows if _is_under(view.desk, row, given.get("板块", ""))] or rows[:1]
    yield from (row.place for row in rows if row in own or row.open)


def _chapter(given: Given) -> str:
    """Return which chapter a row belongs to: one that has but a target to the plan."""
    return "打算" if "目标" in given and not given.keys() & {"数值", "同比", "完成率"} else "回顾"


def _is_under(desk: Desk, row: Row, named: str) -> bool:
    """Tell whether a fact stands under what a 板块 names."""
    above = (row.place[:end] for end in range(1, len(row.place)))
    return bool(named) and any(_is_called(desk, place, named) for place in above)


def _is_called(desk: Desk, place: Place, named: str) -> bool:
    """Tell whether a section or point has a name for its topic or heading, or is of that topic; or the headline has."""
    if len(place) == 1:
        return desk.label(place[0]) == HEADLINE == named
    said = [str(desk.sheet.get((*place, desk.key(place, label))) or "") for label in ("主题", "小标题", "标题")]
    topic = topics.canonical(said[0]) or topics.topic_of("".join(said))
    return named in said or (bool(topic) and topic == topics.canonical(named))


def _home(desk: Desk, given: Given) -> Place | None:
    """Return the list a new fact belongs into: of the point its 板块 names, else its own topic; None without one."""
    named = given.get("板块") or topics.topic_of(given["指标"])
    if named == HEADLINE:
        return (desk.key((), HEADLINE),)
    chapter = desk.key((), _chapter(given))
    for place in _points(desk, chapter):
        if named and _is_called(desk, place, named):
            return (*place, desk.key(place, "数据"))
    return None


def _points(desk: Desk, chapter: str) -> Iterator[Place]:
    sections: Sequence[Any] = desk.sheet.get((chapter,)) or ()
    for number in range(len(sections)):
        section = (chapter, number)
        points = (*section, desk.key(section, "要点"))
        yield from ((*points, at) for at in range(len(desk.sheet.get(points) or ())))


def _told(count: int, new: Sequence[str], homeless: Sequence[str]) -> str:
    said = [f"照指标名填了 {count} 格"]
    said += [f"新增 {len(new)} 项（{_names(new)}）"] if new else []
    said += [f"提纲里没有地方放：{_names(homeless)}"] if homeless else []
    return "；".join((*said, "^Z 退回"))


def _names(names: Sequence[str]) -> str:
    return "、".join(names[:_MOST_NAMED]) + "等" * (len(names) > _MOST_NAMED)
