"""The cells of a workbook or a .csv file as texts, each as it is shown to whoever opens the file."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from drafter.errors import OutlineError, Problem

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST = 20_000_000  # bytes of a file
MOST_UNPACKED = 200_000_000  # bytes of a workbook unpacked: more is no table of figures
MOST_ROWS, MOST_COLUMNS = 5_000, 60  # beyond them a sheet is only formatted, or no table of figures
SUFFIXES = (".xlsx", ".xlsm", ".csv")
_OLD = b"\xd0\xcf\x11\xe0"  # how .xls, .et and locked workbooks begin
_SAVE_AS = "请用 Excel 或 WPS 表格打开，另存为 .xlsx 再试"
_RECALCULATE = "请用 Excel 或 WPS 表格打开，保存一次再试；或者直接填上数字"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's cells as texts; row n of the file is rows[n - 1]."""

    name: str  # of the sheet, "" for a .csv file
    rows: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...] = ()  # formulas that came to nothing, with their rows, without the file's name


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of the file at `path`. Raise OutlineError when it cannot be read."""
    if path.suffix.lower() not in SUFFIXES:
        raise _error("数据表要用 .xlsx 或 .csv", _SAVE_AS, path)
    try:
        too_large = path.stat().st_size > LARGEST
        content = b"" if too_large else path.read_bytes()
    except FileNotFoundError:
        raise _error("没有这个数据表", "请检查提纲里“数据”后面的文件名；文件要和提纲放在一起", path) from None
    except OSError:
        raise _error("读不了这个数据表", "请检查是否是文件、有没有读取权限", path) from None
    if too_large:
        raise _error("文件太大，不像数据表", "请检查是否选错了文件", path)
    return (_csv_grid(content, path),) if path.suffix.lower() == ".csv" else tuple(_workbook_grids(content, path))


def _error(message: str, remedy: str, path: Path) -> OutlineError:
    return OutlineError([Problem(message, remedy, path)])


def _csv_grid(content: bytes, path: Path) -> Grid:
    """Read a .csv file as Excel and WPS write it: UTF-8 with or without a mark, else GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            try:
                rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
                return Grid("", tuple(tuple(cell.strip() for cell in row) for row in rows))
            except csv.Error:
                raise _error("这个 .csv 文件里的引号不成对", _SAVE_AS, path) from None
    raise _error("这不是文本文件", _SAVE_AS, path)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return "\t" if first.count("\t") > first.count(",") else ","


# --- workbooks -------------------------------------------------------------------------------------------------------


def _workbook_grids(content: bytes, path: Path) -> Iterator[Grid]:
    if content.startswith(_OLD):
        raise _error("这是旧格式或加了密码的表格", f"{_SAVE_AS}；有密码的请先去掉密码", path)
    try:
        with ZipFile(io.BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MOST_UNPACKED:
                raise _error("文件解开后太大，不像数据表", "请检查是否选错了文件", path)
        typed = _workbook(content, values=False)
        shown = _workbook(content, values=True) if any(map(_has_formula, typed.worksheets)) else typed
    except OutlineError:
        raise
    except (BadZipFile, KeyError, ValueError, OSError):
        raise _error("打不开这个表格，可能已经损坏", _SAVE_AS, path) from None
    except Exception:  # a damaged part fails openpyxl in many ways
        raise _error("打不开这个表格，可能已经损坏", _SAVE_AS, path) from None
    for sheet, values in zip(typed.worksheets, shown.worksheets, strict=True):
        if sheet.sheet_state == "visible":
            yield _sheet_grid(sheet, values)


def _workbook(content: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.2 s that only outlines with a table should wait for

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about drop-down lists and colours, which nobody reads here
        return load_workbook(io.BytesIO(content), data_only=values)


def _cells(sheet: Worksheet) -> Iterator[tuple[Any, ...]]:
    rows, columns = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    yield from sheet.iter_rows(max_row=rows, max_col=columns)


def _has_formula(sheet: Worksheet) -> bool:
    return any(cell.data_type == "f" for row in _cells(sheet) for cell in row)


def _sheet_grid(typed: Worksheet, shown: Worksheet) -> Grid:
    texts = [[_shown(cell) for cell in row] for row in _cells(shown)]
    problems: list[Problem] = []
    for row in _cells(typed):
        for cell in row:
            value = shown.cell(cell.row, cell.column)
            if value.data_type == "e" or (cell.data_type == "f" and value.value is None):
                wrong = f"是 {value.value}" if value.data_type == "e" else "是公式，还没有算出结果"
                problems.append(Problem(f"单元格 {cell.coordinate} {wrong}", _RECALCULATE, line=cell.row))
                texts[cell.row - 1][cell.column - 1] = ""
    for merged in typed.merged_cells.ranges:  # each cell of a merged range holds what is shown across it
        if merged.min_row <= len(texts) and merged.min_col <= MOST_COLUMNS:
            text = texts[merged.min_row - 1][merged.min_col - 1]
            for line in texts[merged.min_row - 1 : merged.max_row]:
                line[merged.min_col - 1] = text
    return Grid(typed.title, tuple(map(tuple, texts)), tuple(problems))


def _shown(cell: Any) -> str:
    """Return what a cell shows: a number with the decimals and the % of its format, thousands unparted."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return re.sub(r"\s*\n\s*", "", "" if value is None else str(value)).strip()
    form = str(cell.number_format).partition(";")[0]
    decimals = re.search(r"\.(0+)", form)
    share = "%" in form
    number = value * 100 if share else value
    if decimals or (share and "0" in form):
        return f"{number:.{len(decimals[1]) if decimals else 0}f}{'%' * share}"
    return f"{number:.12g}{'%' * share}" if abs(number) < 1e12 else f"{number:.0f}"
