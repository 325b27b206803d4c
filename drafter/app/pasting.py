"""What a writer pastes out of a spreadsheet: cells as rows by column, whether the headings came along or not."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from drafter.text.periods import find_period
from drafter.text.quantities import is_unit

AMOUNTS, RATES = ("数值", "上年同期", "目标"), ("同比", "完成率")  # in the order columns without headings are taken
_RATE = re.compile(r"[+-]\s*\d.*|.*[%％]|.*百分点|持平")


def pasted_cells(text: str) -> list[list[str]]:
    """Part what a spreadsheet puts on the clipboard into rows of cells; a cell of several lines stands in quotes."""
    lines = csv.reader(text.strip("\n").splitlines(keepends=True), delimiter="\t")
    return [[cell.strip() for cell in line] for line in lines]


def pasted_rows(
    cells: Sequence[Sequence[str]], indicators: Collection[str], period: str
) -> tuple[Mapping[str, str], ...]:
    """Return what rows of cells say, by column (板块, 指标, 数值 …); none when they do not name their indicators.

    Without a row of headings, the column that names most of the known `indicators` tells what the others are. Rows
    of another time than `period` (2024年上半年) are left out.
    """
    from drafter.compose.fact_table import is_headed, rows_by_column
    from drafter.compose.table_cells import Grid

    grid = Grid("", tuple(map(tuple, cells)))
    if not is_headed(grid):
        titles = _titles(cells, indicators)
        grid = Grid("", (titles, *grid.rows)) if titles else Grid("", ())
    rows = (row for row in rows_by_column(grid) if "指标" in row)
    return tuple(row for row in rows if _is_of(row.get("期间", ""), period))


def _is_of(told: str, period: str) -> bool:
    ours, theirs = find_period(period), find_period(told) if told else None
    return None in {ours, theirs} or ours == theirs


def _titles(cells: Sequence[Sequence[str]], indicators: Collection[str]) -> tuple[str, ...]:
    """Return the headings that cells without any would have; none when no column names the indicators."""
    columns = list(zip(*_padded(cells), strict=True))
    named = next((n for n, column in enumerate(columns[:3]) if _share(column, indicators) >= 1 / 2), None)
    if named is None:
        return ()
    before = ["板块"] * (named > 0) + [""] * (named - 1)
    return (*before, "指标", *_figure_titles(columns[named + 1 :]))


def _padded(cells: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    most = max(map(len, cells), default=0)
    for row in cells:
        yield (*row, *[""] * (most - len(row)))


def _share(column: Sequence[str], names: Collection[str]) -> float:
    return sum(cell in names for cell in column) / max(1, len(column))


def _figure_titles(columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield headings for the columns behind the indicators: of units, of changes and rates, and of amounts."""
    amounts, rates = iter(AMOUNTS), iter(RATES)
    for column in columns:
        said = [cell for cell in column if cell]
        if said and all(map(is_unit, said)):
            yield "单位"
        else:
            yield next(rates if said and all(map(_RATE.fullmatch, said)) else amounts, "")
