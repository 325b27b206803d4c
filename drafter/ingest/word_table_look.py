"""How the tables of a Word file look: their width, their rows, the paragraphs of each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.ingest.word_xml import Element, is_on, tag, value, w
from drafter.model import CellLook, RowLook, Span, TableLook

_TWIPS = 20.0  # to a point
_AT_LEFT = {"", "left", "start", "both"}


def table_looks(body: Element, numbers: Mapping[Element, int], spans: Mapping[int, Span]) -> Iterator[TableLook]:
    """Yield the tables of a text in order; `numbers` counts its elements, `spans` tell where their text stands.

    A table without a paragraph that is read has no place in the text and is passed over.
    """
    for table in body.iter(w("tbl")):
        own = [numbers[each] for each in table.iter(w("p")) if numbers[each] in spans]
        if own and not any(tag(each) == w("tbl") for each in table.iterancestors()):
            span = Span(spans[own[0]].start, spans[own[-1]].end)
            rows = tuple(_row(row, numbers) for row in table.findall(w("tr")))
            yield TableLook(numbers[table], span, _width(table, rows), _left(table), rows)


def _row(row: Element, numbers: Mapping[Element, int]) -> RowLook:
    properties = row.find(w("trPr"))
    height = properties.find(w("trHeight")) if properties is not None else None
    is_fixed = height is not None and height.get(w("hRule")) == "exact"
    cells = tuple(
        CellLook(_length(cell.find(f"{w('tcPr')}/{w('tcW')}")), tuple(numbers[each] for each in cell.iter(w("p"))))
        for cell in row.findall(w("tc"))
    )
    return RowLook(
        cells=cells,
        repeats=is_on(properties, "tblHeader"),
        splits=not is_on(properties, "cantSplit"),
        height=_points(height.get(w("val"), "")) if is_fixed and height is not None else 0.0,
    )


def _width(table: Element, rows: tuple[RowLook, ...]) -> float:
    """Return the width that is kept to: the one named, and where columns are fixed also that of all of them."""
    properties = table.find(w("tblPr"))
    named = _length(properties.find(w("tblW"))) if properties is not None else 0.0
    layout = properties.find(w("tblLayout")) if properties is not None else None
    if layout is None or layout.get(w("type")) != "fixed":
        return named
    columns = sum(_points(each.get(w("w"), "")) for each in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    return max(named, columns, *(sum(cell.width for cell in row.cells) for row in rows), 0.0)


def _left(table: Element) -> float:
    """Return how far a table is set in; one that floats or is not at the left has its own place."""
    properties = table.find(w("tblPr"))
    if properties is None or properties.find(w("tblpPr")) is not None or value(properties, "jc") not in _AT_LEFT:
        return 0.0
    return _length(properties.find(w("tblInd")))


def _length(element: Element | None) -> float:
    """Return a width in points, 0 when there is none or it is told in other ways."""
    return _points(element.get(w("w"), "")) if element is not None and element.get(w("type"), "dxa") == "dxa" else 0.0


def _points(twips: str) -> float:
    try:
        return float(twips) / _TWIPS
    except ValueError:
        return 0.0
