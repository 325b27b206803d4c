"""What the window's page shows: rows of cells, each of which can be typed in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from drafter import app
from drafter.cli.session.fields import Chinese, Field, Part
from drafter.cli.session.sheet import Place
from drafter.text.gaps import old_value

COLUMNS = ("指标", "数值", "单位", "同比", "上年同期", "目标", "完成率")
"""Columns of the table of figures."""

OLD, COMPUTED, LAST = "旧", "＝", "去年"
"""What stands before a value that is not typed: the one to be brought up to date, one that the draft computes, one that
last year's report tells."""
KNOWN = (COMPUTED, LAST)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: a name with what stands behind it, or a fact with all its values."""

    label: str
    cells: tuple[Field, ...]
    group: str = ""  # what it belongs to: 要点1, or in the table of figures the part
    open: bool = False  # whether it waits for something to be typed

    @property
    def place(self) -> Place:
        """Return where the fact stands whose values these are."""
        return self.cells[0].place[:-1]


def rows_of(part: Part, tree: Any, chinese: Chinese, last: app.LastYear | None = None) -> list[Row]:
    """Return the rows of a part, a field each; beside a fact stands what is known of it."""
    fields = (_told(part, field, tree, chinese, last) if field.fact else field for field in part.fields)
    return [Row(field.label, (field,), field.group, field.open) for field in fields]


def _told(part: Part, field: Field, tree: Any, chinese: Chinese, last: app.LastYear | None) -> Field:
    place = field.place[:-1]
    cells = _with_known(part, values_of(place, tree, chinese), last)
    known = [f"{cell.label} {cell.beside}" for cell in cells if not cell.value and cell.beside.startswith(KNOWN)]
    known = [text.replace(f"上年同期 {LAST}", f"{LAST} ") for text in known]
    known = [text for text in known if f"旧值 {text.removeprefix(f'{LAST} ')}" not in field.beside]
    return replace(field, beside="，".join(filter(None, (field.beside, *known))))


def table_rows(parts: list[Part], tree: Any, chinese: Chinese, last: app.LastYear | None = None) -> list[Row]:
    """Return a row of values for every fact of the outline, in its order; `last` fills in what is not typed."""
    return [
        Row(field.label, tuple(_with_known(part, values_of(place, tree, chinese), last)), part.name, field.open)
        for part in parts
        for field in part.fields
        if field.fact and (place := field.place[:-1])
    ]


def weighed(part: Part, cells: Sequence[Field]) -> app.Weighed:
    """Return what follows from the values of a fact."""
    values = tuple((cell.label, cell.value) for cell in cells)
    return app.weigh(values, planned=_is_plan(part.name))


def last_value(part: str, cells: Sequence[Field], last: app.LastYear | None) -> app.LastValue | None:
    """Return what last year's report tells of a fact in a part; what is planned has no year before."""
    values = {cell.label: cell.value for cell in cells}
    return last.of(values["指标"], values["单位"]) if last and not _is_plan(part) else None


def _is_plan(part: str) -> bool:
    return part.startswith("打算")


def _with_known(part: Part, cells: list[Field], last: app.LastYear | None) -> Iterator[Field]:
    """Yield the values of a fact, with what is known of those that are not typed beside them."""
    follows, before = weighed(part, cells), last_value(part.name, cells, last)
    known = {
        "同比": follows.yoy and COMPUTED + follows.yoy,
        "完成率": follows.completion and COMPUTED + follows.completion,
    }
    known["上年同期"] = f"{LAST}{before.value or before.told}" if before else ""
    for cell in cells:
        beside = known.get(cell.label, "") if cell.open and not (cell.beside and cell.label == "上年同期") else ""
        yield replace(cell, beside=beside) if beside else cell


def values_of(place: Place, tree: Any, chinese: Chinese) -> list[Field]:
    """Return the values of the fact at `place`, column by column."""
    return list(_cells(place, _value(tree, place), chinese))


def _cells(place: Place, fact: Mapping[str, Any], chinese: Chinese) -> Iterator[Field]:
    """Yield the values of a fact, column by column; one it does not have is open."""
    keys = {chinese.get(key, str(key)): key for key in fact}
    keys.setdefault("上年同期", keys.get("上期", ""))
    english = any(key in chinese for key in fact)
    words = {word: key for key, word in chinese.items()}
    for column in COLUMNS:
        key = keys.get(column) or (words[column] if english else column)
        value = "" if fact.get(key) is None else str(fact.get(key))
        old = old_value(value)
        shown = value if old is None else ""
        yield Field((*place, key), column, shown, beside=f"{OLD}{old}" if old else "", open=not shown)


def _value(tree: Any, place: Place) -> Mapping[str, Any]:
    for step in place:
        tree = tree[step]
    found: Mapping[str, Any] = tree
    return found
