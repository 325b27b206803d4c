"""Read facts tables: the rows of a workbook or .csv file as facts and deeds, or all their faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from drafter.compose.outline_fields import Fact
from drafter.compose.outline_problems import explain
from drafter.compose.outline_tree import Tree
from drafter.compose.table_cells import Grid, read_grids
from drafter.config import several, table
from drafter.errors import OutlineError, Problem
from drafter.model import DEED_COLUMNS, FACT_COLUMNS
from drafter.text.quantities import is_unit

HEADED_WITHIN = 10  # rows from the top in which the row of headings stands; above it are titles
_IGNORED = frozenset(("序号", "编号", ""))
_BRACKET = re.compile(r"(.+?)[（(]([^（）()]+)[）)]")
_VALUED = ("value", "previous", "target")  # fields that take the unit of their column's heading


class TableFact(Fact):
    """A fact that stands in a table, not in the outline itself."""

    place: str = ""  # 指标.xlsx 第5行

    def origin(self, ref: str) -> str:  # noqa: ARG002
        """Return where the fact stands in its table."""
        return self.place


@dataclass(frozen=True, slots=True)
class TableRow:
    """A fact or a deed of a table, and where it is to go."""

    topic: str  # 板块, "" when the table does not say
    content: TableFact | str
    place: str  # 指标.xlsx 第5行
    period: str = ""  # what it is of, as the table says it


@dataclass(frozen=True, slots=True)
class FactTable:
    """What a file holds."""

    name: str  # as the outline names it
    rows: tuple[TableRow, ...]
    unused: tuple[str, ...]  # headings of columns that mean nothing to drafter


def read_tables(names: Sequence[str], folder: Path) -> tuple[FactTable, ...]:
    """Read the tables an outline names, from its `folder`. Raise OutlineError with every fault of all of them."""
    tables: list[FactTable] = []
    problems: list[Problem] = []
    for name in names:
        path = folder / name
        try:
            tables.append(table_of(name, read_grids(path)))
        except OutlineError as error:
            problems += [replace(problem, path=path) for problem in error.problems]
    if problems:
        raise OutlineError(problems)
    return tuple(tables)


def is_headed(grid: Grid) -> bool:
    """Tell whether a sheet has a row that names an indicator or a deed."""
    return _head(grid) is not None


def table_of(name: str, grids: Sequence[Grid]) -> FactTable:
    """Return what the sheets of a file hold. Raise OutlineError with every fault, without the file's path."""
    found: list[TableRow] = []
    unused: list[str] = []
    problems: list[Problem] = []
    headed = [(grid, head) for grid in grids if (head := _head(grid)) is not None]
    if not headed:
        remedy = "第一行请写列名：板块、指标、数值、单位、同比、上年同期、目标、完成率、备注，用得上几列写几列"
        raise OutlineError([Problem("没有找到“指标”这一列", remedy)])
    for grid, head in headed:
        sheet = f"“{grid.name}”表 " if len(headed) > 1 else ""
        columns = _columns(grid.rows[head])
        unused += [title for title in grid.rows[head] if title not in _IGNORED and _named(title)[0] is None]
        problems += [replace(each, message=sheet + each.message) for each in grid.problems]
        for number, cells in _filled_down(grid, head, columns):
            try:
                found += _rows_of(cells, columns, f"{name} {sheet}第{number}行")
            except OutlineError as error:
                wrong = error.problems
                problems += [replace(each, message=sheet + each.message, line=number) for each in wrong]
    if problems:
        raise OutlineError(problems)
    return FactTable(name, tuple(found), tuple(dict.fromkeys(unused)))


def rows_by_column(grid: Grid) -> Iterator[dict[str, str]]:
    """Yield what the rows of a sheet say, by drafter's names of its columns (指标, 数值 …), as it stands there.

    Nothing is checked, and a cell that says nothing is left out; a sheet without headings has no rows.
    """
    head = _head(grid)
    if head is None:
        return
    columns = _columns(grid.rows[head])
    titles = {field: title for title, field in {**DEED_COLUMNS, **FACT_COLUMNS}.items()}
    for _, cells in _filled_down(grid, head, columns):
        given = _given(cells, columns)
        given = _with_units(given, dict(columns.values())) if "indicator" in given else given
        yield {titles[field]: value for field, value in given.items() if value}


# --- headings --------------------------------------------------------------------------------------------------------


def _head(grid: Grid) -> int | None:
    """Return the row that names the columns, None when no row names an indicator or a deed."""
    for number, row in enumerate(grid.rows[:HEADED_WITHIN]):
        if {"indicator", "deed"} & {_named(title)[0] for title in row}:
            return number
    return None


def _columns(titles: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return for each column that means something its field and the unit its heading gives; the first of two counts."""
    columns: dict[int, tuple[str, str]] = {}
    for number, title in enumerate(titles):
        field, unit = _named(title)
        if field and field not in {name for name, _ in columns.values()}:
            columns[number] = field, unit
    return columns


def _named(title: str) -> tuple[str | None, str]:
    """Return the field a heading names, and the unit it gives in brackets: 数值（万元）."""
    bare = re.sub(r"\s", "", title)
    unit = ""
    if match := _BRACKET.fullmatch(bare):
        bare, unit = match[1], match[2]
    return _fields().get(bare), unit if is_unit(unit) else ""


@cache
def _fields() -> Mapping[str, str]:
    """Return the field that each heading names."""
    own = {**DEED_COLUMNS, **FACT_COLUMNS}
    return own | {other: own[title] for title, others in table("columns.tsv") for other in several(others)}


# --- rows ------------------------------------------------------------------------------------------------------------


def _filled_down(
    grid: Grid, head: int, columns: Mapping[int, tuple[str, str]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows that say something with their numbers in the file; an empty 板块 is that of the row above."""
    topic_column = next((number for number, (field, _) in columns.items() if field == "topic"), None)
    topic = ""
    for number, row in enumerate(grid.rows[head + 1 :], head + 2):
        cells = list(row)
        if not any(cells[column] for column in columns if column < len(cells) and column != topic_column):
            continue
        if topic_column is not None and topic_column < len(cells):
            topic = cells[topic_column] = cells[topic_column] or topic
        yield number, tuple(cells)


def _rows_of(cells: Sequence[str], columns: Mapping[int, tuple[str, str]], place: str) -> Iterator[TableRow]:
    """Yield the fact and the deed of a row. Raise OutlineError when it is no fact."""
    given = _given(cells, columns)
    topic, period, deed = (given.pop(name, "") for name in ("topic", "period", "deed"))
    for aside in ("source", "sentence", "doubt"):
        given.pop(aside, None)
    if deed:
        yield TableRow(topic, deed, place)
    if given.keys() - {"note"}:
        yield TableRow(topic, _fact(given, dict(columns.values()), place), place, period)


def _given(cells: Sequence[str], columns: Mapping[int, tuple[str, str]]) -> dict[str, str]:
    """Return the values of a row by their fields."""
    return {field: cells[column] for column, (field, _) in columns.items() if column < len(cells) and cells[column]}


def _fact(given: dict[str, str], columns: Mapping[str, str], place: str) -> TableFact:
    """Return the fact of a row; `columns` are the fields that the table has, each with the unit in its heading."""
    if "indicator" not in given:
        raise OutlineError([Problem("这一行没有写“指标”", "请补上指标的名称，或删去这一行")])
    values = {field: value for field, value in _with_units(given, columns).items() if value}
    if "value" in columns and not values.keys() & {"value", "yoy", "completion", "share", "rank", "target"}:
        values["value"] = ""  # a figure that is still to come
    try:
        return TableFact.model_validate(values | {"place": place})
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for each in errors:
            each["loc"] = ("headline", 0, *each["loc"])  # a place in an outline that holds facts
        raise OutlineError(list(explain(errors, Tree()))) from None


def _with_units(given: dict[str, str], columns: Mapping[str, str]) -> dict[str, str]:
    """Return a row's values with their units: in a column of their own, in a heading, or behind the indicator."""
    if not given.get("unit"):
        given |= _own_unit(given["indicator"]) or {
            "unit": next((columns[name] for name in _VALUED if columns.get(name)), "")
        }
    for field in ("yoy", "completion", "share"):
        if field in given and columns.get(field) and re.fullmatch(r"[+-]?[\d.,]+", given[field]):
            given[field] += columns[field]
    return given


def _own_unit(indicator: str) -> dict[str, str] | None:
    """Part 固定资产投资（亿元） into indicator and unit; None when it does not end in a unit."""
    match = _BRACKET.fullmatch(indicator)
    return {"indicator": match[1].strip(), "unit": match[2]} if match and is_unit(match[2]) else None
