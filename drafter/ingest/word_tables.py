"""The tables of a Word file, cell by cell: its text alone no longer tells which cell stood beside which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.errors import ReadError
from drafter.ingest import signatures
from drafter.ingest.word_package import open_package
from drafter.ingest.word_styles import Styles
from drafter.ingest.word_text import paragraph_text
from drafter.ingest.word_xml import Element, value, w

Rows = tuple[tuple[str, ...], ...]
_MOST_COLUMNS = 60  # that a merged cell may span


def word_tables(path: Path) -> tuple[Rows, ...]:
    """Return the rows of each table of a .docx file, in order; none for a file of another kind.

    A merged cell stands in every place that it covers. Raise ReadError when the file cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError("文件打不开", "请检查是否有读取权限", path=path) from error
    kind = signatures.identify(content)
    if kind is None or kind.reader != ".docx":
        return ()
    package = open_package(content, path)
    styles = Styles.of(package.styles)
    return tuple(_rows(table, styles) for table in package.body.iter(w("tbl")))


def _rows(table: Element, styles: Styles) -> Rows:
    rows: list[tuple[str, ...]] = []
    for row in table.iterchildren(w("tr")):
        if row.find(f"{w('trPr')}/{w('del')}") is None:
            rows.append(tuple(_cells(row, styles, rows[-1] if rows else ())))
    return tuple(rows)


def _cells(row: Element, styles: Styles, above: tuple[str, ...]) -> Iterator[str]:
    """Yield the cells of a row; what goes on from the row above says what stands there."""
    at = 0
    for cell in row.iterchildren(w("tc")):
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        goes_on = merged is not None and merged.get(w("val"), "continue") == "continue"
        own = "".join(paragraph_text(paragraph, styles) for paragraph in cell.iter(w("p"))).strip()
        span = value(cell, "tcPr/gridSpan")
        for _ in range(min(int(span), _MOST_COLUMNS) if span.isdigit() else 1):
            yield above[at] if goes_on and at < len(above) else own
            at += 1
