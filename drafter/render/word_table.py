"""Tables of a Word file: as wide as the text, a header on every page, no row torn between pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from drafter.model import Table
from drafter.page import Layout
from drafter.render.table_columns import SHORT, centred, needs
from drafter.render.word_styles import TABLE_STYLE_ID
from drafter.render.word_text import fit_for_xml, paragraph
from drafter.render.word_xml import Element, element

_WIDEST = 24.0  # characters; a longer cell wraps, so it claims no more of the page
_SPARE = 0.25  # characters more for each figure of such a column: where 仿宋 is not installed, they are wider than half


def table(block: Table, layout: Layout) -> Element:
    """Build a table; short rows are filled up with empty cells."""
    rows = block.grid()
    spares = [max(map(_spare, column)) for column in zip(*rows, strict=True)]
    widths = _shares(needs(block), spares, layout)
    aligns = ["center" if is_centred else "left" for is_centred in centred(block)]
    header = [_row(rows[0], widths, [], layout, header=True)] if block.header else []
    return element(
        "tbl",
        _properties(layout),
        element("tblGrid", *(element("gridCol", w=size) for size in widths)),
        *header,
        *(_row(row, widths, aligns, layout) for row in rows[1:]),
    )


def table_end(layout: Layout) -> Element:
    """Build the paragraph that must follow a table which nothing else follows; it takes no room."""
    spacing = element("spacing", line=20, lineRule="exact")
    return element("p", element("pPr", element("pStyle", val=layout.styles["table_text"].word_id), spacing))


def _spare(cell: str) -> float:
    return max(sum(_SPARE for char in line if char.isascii()) for line in cell.split("\n"))


def _shares(wanted: Sequence[float], spares: Sequence[float], layout: Layout) -> list[int]:
    """Divide the text width, in twips, as the columns need; where they need too much the long ones give way."""
    size = layout.styles["table_text"].size.pt
    padding = 2 * layout.table_padding_side.value.pt / size + 0.1  # characters; a tenth for rounding
    claims = [
        min(need, _WIDEST) + (spare if need <= SHORT else 0) + padding
        for need, spare in zip(wanted, spares, strict=True)
    ]
    short = sum(claim for claim, need in zip(claims, wanted, strict=True) if need <= SHORT)
    room = layout.text_width.pt / size
    if short < room < sum(claims):
        squeeze = (room - short) / (sum(claims) - short)
        claims = [claim if need <= SHORT else claim * squeeze for claim, need in zip(claims, wanted, strict=True)]
    edges = [round(layout.text_width.twips * part / sum(claims)) for part in accumulate(claims, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _properties(layout: Layout) -> Element:
    return element(
        "tblPr",
        element("tblStyle", val=TABLE_STYLE_ID),
        element("tblW", w=layout.text_width.twips, type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
    )


def _row(
    cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str], layout: Layout, *, header: bool = False
) -> Element:
    style = layout.styles["table_head" if header else "table_text"]
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
