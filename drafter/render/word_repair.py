"""Put a Word file's layout right: pages, page numbers, paragraph styles, marks; never its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from drafter.model import MarkChange, Repairs
from drafter.page import Layout
from drafter.render import word_order
from drafter.render.word_page import Side, footer
from drafter.render.word_parts import Parts
from drafter.render.word_repair_styles import Sheet
from drafter.render.word_repair_tables import repair_table, unclip
from drafter.render.word_restyle import restyle
from drafter.render.word_xml import Element, element

_FEET: tuple[tuple[str, Side], ...] = (("default", "right"), ("even", "left"))
_OF_CHARACTERS = {"linesAndChars", "snapToChars"}


def repair_word(content: bytes, repairs: Repairs, layout: Layout, target: Path, *, source: Path) -> None:
    """Write the Word file `content` to `target` with the repairs made; `source` is what errors call the file.

    Numbers of elements count in the file's main part. Raise ReadError when the file cannot be changed.
    """
    parts = Parts.open(content, source)
    root = parts.part(parts.main)
    elements = list(root.iter("*"))
    sections = [elements[number] for number in repairs.sections]
    for section in sections:
        _set_paper(section, layout)
    if repairs.grid:
        for section in root.iter(qn("w:sectPr")):
            _set_grid(section, layout, anew=repairs.spread)
    for each in repairs.tables:
        repair_table(elements[each.element], each)
    for number in repairs.unclipped:
        unclip(elements[number])
    _change_marks(repairs.marks, elements)
    sheet = Sheet(parts, layout, line=repairs.line, latin=repairs.latin, tight=not _counts_characters(root))
    for restyling in repairs.paragraphs:
        restyle(restyling, elements, layout, sheet)
    if repairs.numbered:
        _set_feet(parts, [elements[number] for number in repairs.numbered], layout, sheet)
    parts.save(target)


def _set_paper(section: Element, layout: Layout) -> None:
    width, height = layout.paper_width.value.twips, layout.paper_height.value.twips
    word_order.put(section, element("pgSz", w=width, h=height), word_order.SECTION)
    margins = section.find(qn("w:pgMar"))
    if margins is None:
        margins = element("pgMar", header=layout.header_distance.value.twips, footer=layout.footer_distance.twips)
        word_order.put(section, margins, word_order.SECTION)
    for side in ("top", "bottom", "left", "right"):
        margins.set(qn(f"w:{side}"), str(getattr(layout, f"{side}_margin").value.twips))
    margins.set(qn("w:gutter"), "0")


def _set_grid(section: Element, layout: Layout, *, anew: bool) -> None:
    """Set the lines of the page's grid; one that counts characters as well keeps these, unless it is made `anew`."""
    pitch = layout.line_pitch.value.twips
    old = section.find(qn("w:docGrid"))
    if not anew and old is not None and old.get(qn("w:type")) in _OF_CHARACTERS:
        old.set(qn("w:linePitch"), str(pitch))
    else:
        word_order.put(section, element("docGrid", type="lines", linePitch=pitch), word_order.SECTION)


def _counts_characters(root: Element) -> bool:
    """Tell whether a grid of the file sets 28 characters to the line by itself."""
    return any(grid.get(qn("w:type")) in _OF_CHARACTERS for grid in root.iter(qn("w:docGrid")))


# --- marks ----------------------------------------------------------------------------------------------------------


def _change_marks(changes: Iterable[MarkChange], elements: Sequence[Element]) -> None:
    for change in changes:
        printed = elements[change.element]
        text = list(printed.text or "")
        places = [at for at, character in enumerate(text) if character != "\n"]  # line ends of the XML print nothing
        text[places[change.at]] = change.new
        printed.text = "".join(text)


# --- the page number ------------------------------------------------------------------------------------------------


def _set_feet(parts: Parts, sections: Sequence[Element], layout: Layout, sheet: Sheet) -> None:
    """Give every section the layout's page numbers, and even pages a foot of their own where the sides differ."""
    differ = layout.page_number_place.value == "外侧"
    keys: dict[str, str] = {}
    for kind, side in _FEET if differ else _FEET[:1]:
        root = footer(side, layout, style_id=sheet.page_number())
        keys[kind] = parts.add(parts.free_name("word/footer{}.xml"), root, CT.WML_FOOTER, RT.FOOTER)
    keys.setdefault("even", keys["default"])
    switched = differ and _switch_even_feet(sheet)
    for section in sections:
        for old in section.findall(qn("w:footerReference")):
            if old.get(qn("w:type")) in keys:
                section.remove(old)
        for kind, key in keys.items():
            section.insert(0, element("footerReference", type=kind, **{"r:id": key}))
        if switched:
            _keep_head(section)
        margins = section.find(qn("w:pgMar"))
        if margins is not None:
            margins.set(qn("w:footer"), str(layout.footer_distance.twips))


def _switch_even_feet(sheet: Sheet) -> bool:
    """Let even pages have a foot of their own; return whether that is new."""
    settings = sheet.settings()
    old = settings.find(qn("w:evenAndOddHeaders"))
    if old is not None and old.get(qn("w:val"), "true") not in {"0", "false", "off"}:
        return False
    word_order.put(settings, element("evenAndOddHeaders"), word_order.SETTINGS)
    return True


def _keep_head(section: Element) -> None:
    """Give even pages the head that they had while they were like the odd ones."""
    heads = {each.get(qn("w:type")): each for each in section.findall(qn("w:headerReference"))}
    if "even" in heads:  # never printed so far
        section.remove(heads["even"])
    if "default" in heads:
        section.insert(0, element("headerReference", type="even", **{"r:id": heads["default"].get(qn("r:id"))}))
