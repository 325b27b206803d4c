"""What the departments' papers hold as sheets, in the columns that an outline reads; doubtful rows are marked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from drafter.model import DEED_COLUMNS, DEED_SHEET, FACT_COLUMNS, FACT_SHEET, PLAN_SHEET, DeedRow, FactRow, Gathered
from drafter.render.passages import in_line
from drafter.render.sheets import Sheet

_WIDTHS = {"指标": 18, "备注": 14, "期间": 9, "来源": 16, "原句": 50, "核对": 24, "事项": 50, "打算": 50, "排名": 9}
_USUAL_WIDTH = 7  # Han characters
_STEERING = ("=", "@")  # what Excel takes for a formula when it opens a .csv file; + and - begin changes


def sheets(gathered: Gathered) -> tuple[Sheet, ...]:
    """Return the sheets 数据, 事项 and 打算; of the last two only those with rows."""
    plans = {PLAN_SHEET if title == DEED_SHEET else title: name for title, name in DEED_COLUMNS.items()}
    found = (
        _sheet(FACT_SHEET, FACT_COLUMNS, gathered.facts),
        _sheet(DEED_SHEET, DEED_COLUMNS, gathered.deeds),
        _sheet(PLAN_SHEET, plans, gathered.plans),
    )
    return found[0], *(sheet for sheet in found[1:] if sheet.rows)


def _sheet(title: str, columns: Mapping[str, str], rows: Iterable[FactRow | DeedRow]) -> Sheet:
    held = tuple(rows)
    return Sheet(
        title,
        tuple(columns),
        tuple(_WIDTHS.get(name, _USUAL_WIDTH) for name in columns),
        tuple(tuple(getattr(row, field) for field in columns.values()) for row in held),
        marked=frozenset(number for number, row in enumerate(held) if getattr(row, "doubt", "")),
        as_text=True,
    )


def to_csv(sheet: Sheet) -> str:
    """Return a sheet as .csv; an apostrophe keeps Excel from running a cell that begins like a formula."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(sheet.header)
    for row in sheet.rows:
        writer.writerow([_safe(in_line(str(cell))) for cell in row])
    return target.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STEERING) else cell
