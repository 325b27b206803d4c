"""Tables of a Word file: as wide as the text, a header on every page, no row torn between pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from drafter import page
from drafter.model import Table
from drafter.render.word_lines import width
from drafter.render.word_styles import TABLE_STYLE_ID
from drafter.render.word_text import fit_for_xml, paragraph
from drafter.render.word_xml import Element, element

_WIDEST = 24.0  # characters; a longer cell wraps, so it claims no more of the page
_SHORT = 8.0  # a column whose cells are all this short is centred and never wraps: figures, units, names
_PADDING = 2 * page.TABLE_PADDING_SIDE.value.pt / page.TABLE_SIZE.value.pt + 0.1  # characters; a tenth for rounding


def table(block: Table) -> Element:
    """Build a table; short rows are filled up with empty cells."""
    rows = block.grid()
    needs = [max(map(_need, column)) for column in zip(*rows, strict=True)]
    widths = _shares(needs)
    aligns = ["center" if need <= _SHORT else "left" for need in needs]
    header = [_row(rows[0], widths, [], header=True)] if block.header else []
    return element(
        "tbl",
        _properties(),
        element("tblGrid", *(element("gridCol", w=size) for size in widths)),
        *header,
        *(_row(row, widths, aligns) for row in rows[1:]),
    )


def table_end() -> Element:
    """Build the paragraph that must follow a table which nothing else follows; it takes no room."""
    spacing = element("spacing", line=20, lineRule="exact")
    return element("p", element("pPr", element("pStyle", val=page.STYLES["table_text"].word_id), spacing))


def _need(cell: str) -> float:
    return max(width(line) for line in cell.split("\n"))


def _shares(needs: Sequence[float]) -> list[int]:
    """Divide the text width, in twips, as the columns need; where they need too much the long ones give way."""
    claims = [min(need, _WIDEST) + _PADDING for need in needs]
    short = sum(claim for claim, need in zip(claims, needs, strict=True) if need <= _SHORT)
    room = page.TEXT_WIDTH.value.pt / page.TABLE_SIZE.value.pt
    if short < room < sum(claims):
        squeeze = (room - short) / (sum(claims) - short)
        claims = [claim if need <= _SHORT else claim * squeeze for claim, need in zip(claims, needs, strict=True)]
    edges = [round(page.TEXT_WIDTH.value.twips * part / sum(claims)) for part in accumulate(claims, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _properties() -> Element:
    return element(
        "tblPr",
        element("tblStyle", val=TABLE_STYLE_ID),
        element("tblW", w=page.TEXT_WIDTH.value.twips, type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
    )


def _row(cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str], *, header: bool = False) -> Element:
    style = page.STYLES["table_head" if header else "table_text"]
    look = element("trPr", element("cantSplit"), element("tblHeader") if header else None)
    return element(
        "tr",
        look,
        *(
            element(
                "tc",
                element("tcPr", element("tcW", w=size, type="dxa"), element("vAlign", val="center")),
                paragraph(fit_for_xml(cell), style, align="" if header else aligns[column]),
            )
            for column, (cell, size) in enumerate(zip(cells, widths, strict=True))
        ),
    )
