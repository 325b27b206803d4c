"""Tables of somebody else's Word file put right: as wide as the text, headed on every page, no line cut off."""

from __future__ import annotations

from docx.oxml.ns import qn

from drafter.model import TableRepair
from drafter.render import word_order
from drafter.render.word_xml import Element, element

_ROW = ["cantSplit", "trHeight", "tblHeader"]  # the schema lets them stand in any order
_TABLE = ["tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW"]
_BEFORE_ROW = (qn("w:tblPrEx"),)


def repair_table(table: Element, repair: TableRepair) -> None:
    """Put a table right."""
    rows = table.findall(qn("w:tr"))
    if repair.headed:
        word_order.put(_properties(rows[0]), element("tblHeader"), _ROW)
    for row in rows:
        if repair.whole:
            word_order.put(_properties(row), element("cantSplit"), _ROW)
        for height in row.iterfind(f"{qn('w:trPr')}/{qn('w:trHeight')}") if repair.growing else ():
            height.set(qn("w:hRule"), "atLeast")
    if repair.fitted:
        _fit(table)


def unclip(paragraph: Element) -> None:
    """Let the lines of a paragraph be as high as their type."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = element("spacing")
        word_order.put(properties, spacing, word_order.PARAGRAPH)
    spacing.set(qn("w:line"), "240")
    spacing.set(qn("w:lineRule"), "auto")


def _properties(row: Element) -> Element:
    """Return the properties of a row, added where it has none."""
    found: Element | None = row.find(qn("w:trPr"))
    if found is None:
        found = element("trPr")
        row.insert(sum(each.tag in _BEFORE_ROW for each in row), found)
    return found


def _fit(table: Element) -> None:
    """Make a table as wide as the text of its page, all columns in their proportion, and set it in no more."""
    room = _room(table)
    properties = table.find(qn("w:tblPr"))
    for name in ("tblInd", "tblW"):
        for each in properties.findall(qn(f"w:{name}")):
            properties.remove(each)
    word_order.put(properties, element("tblW", w=room, type="dxa"), _TABLE)
    columns = [each for each in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}") if _number(each)]
    _scale(columns, room)
    for row in table.findall(qn("w:tr")):
        cells = row.findall(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:tcW')}")
        _scale([each for each in cells if each.get(qn("w:type"), "dxa") == "dxa" and _number(each)], room)


def _scale(widths: list[Element], room: int) -> None:
    whole = sum(map(_number, widths))
    for each in widths:
        each.set(qn("w:w"), str(round(_number(each) * room / whole)))


def _number(width: Element) -> float:
    try:
        return float(width.get(qn("w:w"), "0"))
    except ValueError:
        return 0.0


def _room(table: Element) -> int:
    """Return the width of the text on the pages of a table, in twips."""
    behind = (section for each in table.itersiblings() for section in each.iter(qn("w:sectPr")))
    section: Element = next(behind)
    size, margins = (section.find(qn(f"w:{name}")) for name in ("pgSz", "pgMar"))
    sides = sum(int(float(margins.get(qn(f"w:{name}"), "0"))) for name in ("left", "right", "gutter"))
    return int(float(size.get(qn("w:w")))) - sides
