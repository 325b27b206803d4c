"""Sheets as an Excel workbook: frozen headers, filters, columns wide enough for Han, and no cell ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as OwnCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from drafter.render.passages import in_line
from drafter.render.sheets import Cell, Sheet

_HAN = 2.1  # the width of a Han character in the columns' unit, a figure of the standard face
_PADDING = 2.0  # for the button of the filter
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767
_MARK = "FFF2A8"  # the background of rows to be looked at
_STEERING = ("=", "+", "-", "@")  # what a spreadsheet takes for the start of a formula


def write_workbook(sheets: Iterable[Sheet], path: Path) -> None:
    """Write sheets to an .xlsx file, row by row."""
    workbook = Workbook(write_only=True)
    for sheet in sheets:
        page = workbook.create_sheet(sheet.title)
        for number, width in enumerate(sheet.widths, start=1):
            page.column_dimensions[get_column_letter(number)].width = width * _HAN + _PADDING
        page.freeze_panes = "B2"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
        page.append(list(_header(page, sheet)))
        for number, row in enumerate(sheet.rows):
            page.append([_dressed(page, _cell(page, value), sheet, number) for value in row])
    with path.open("wb") as file:
        workbook.save(file)


def _header(page: Any, sheet: Sheet) -> Iterator[Any]:
    for name in sheet.header:
        cell = WriteOnlyCell(page, value=name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
        yield cell


def _dressed(page: Any, value: Any, sheet: Sheet, number: int) -> Any:
    """Return a cell marked when its row is to be looked at, and kept as text where its sheet holds texts."""
    if number not in sheet.marked and not sheet.as_text:
        return value
    cell = value if isinstance(value, OwnCell) else WriteOnlyCell(page, value=value)
    if number in sheet.marked:
        cell.fill = PatternFill("solid", fgColor=_MARK)
    if sheet.as_text:
        cell.number_format = "@"
    return cell


def _cell(page: Any, value: Cell) -> Any:
    """Return what to write for a value; words stay words, whatever they begin with."""
    if not isinstance(value, str):
        return value
    words = in_line(value)[:_LONGEST]
    if not words.startswith(_STEERING):
        return words
    cell = WriteOnlyCell(page, value=words)
    cell.data_type = "s"
    cell.quotePrefix = True  # as an apostrophe before it would: it stays words when it is edited
    return cell
