"""The pages of a Word file: paper, margins, grid, and the number at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from drafter.ingest.word_formats import Formats
from drafter.ingest.word_package import Package
from drafter.ingest.word_xml import Element, is_on, tag, w
from drafter.model import FootKind, FootLook, SectionLook

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORDS = re.compile(r"[^\W\d_]")
_PAGE = re.compile(r"\bPAGE\b")
_VML_PLACE = re.compile(r"mso-position-horizontal:\s*(left|center|right|outside|inside)")
_TWIPS_TO_MM = 25.4 / 1440
_OF_CHARACTERS = {"linesAndChars", "snapToChars"}
_GRID_POINT = 4096  # parts of a point, in which the grid spaces characters
_TABBED = ("", "center", "right")  # where the tabs of Word's own foot lead

Feet = Mapping[FootKind, Element]


def sections(package: Package, numbers: Mapping[Element, int], formats: Formats) -> Iterator[SectionLook]:
    """Yield the sections in their order; `numbers` counts the elements of the main part."""
    feet: dict[FootKind, Element] = {}
    for properties in package.body.iter(w("sectPr")):
        if tag(properties.getparent()) == w("sectPrChange"):  # as it was before a change
            continue
        feet.update(_own_feet(properties, package.feet))
        yield _section(properties, numbers[properties], _used(feet, properties, package.settings), formats)


def has_even_feet(package: Package) -> bool:
    """Tell whether even pages have a foot of their own."""
    return is_on(package.settings, "evenAndOddHeaders")


def _own_feet(properties: Element, feet: Mapping[str, Element]) -> Iterator[tuple[FootKind, Element]]:
    for reference in properties.findall(w("footerReference")):
        kind, root = reference.get(w("type"), "default"), feet.get(reference.get(_RELATION, ""))
        if kind in get_args(FootKind) and root is not None:
            yield kind, root


def _used(feet: Feet, properties: Element, settings: Element | None) -> Feet:
    """Return the feet that are printed: those of first and even pages only where they are asked for."""
    asked = {"default": True, "even": is_on(settings, "evenAndOddHeaders"), "first": is_on(properties, "titlePg")}
    return {kind: root for kind, root in feet.items() if asked[kind]}


def _section(properties: Element, number: int, feet: Feet, formats: Formats) -> SectionLook:
    size, margins, grid = (properties.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
    counts_characters = grid is not None and grid.get(w("type")) in _OF_CHARACTERS
    return SectionLook(
        element=number,
        width=_length(size, "w"),
        height=_length(size, "h"),
        top=abs(_length(margins, "top")),
        bottom=abs(_length(margins, "bottom")),
        left=_length(margins, "left") + _length(margins, "gutter"),
        right=_length(margins, "right"),
        grid=_length(grid, "linePitch") / _TWIPS_TO_MM / 20 if _is_used(grid) else 0.0,
        spread=_length(grid, "charSpace") / _TWIPS_TO_MM / _GRID_POINT if counts_characters else 0.0,
        feet=tuple(_foot(kind, root, formats) for kind, root in feet.items()),
    )


def _is_used(grid: Element | None) -> bool:
    return grid is not None and grid.get(w("type"), "default") != "default"


def _length(element: Element | None, name: str) -> float:
    """Return a length in millimetres, 0 where there is none."""
    try:
        return float(element.get(w(name), "0")) * _TWIPS_TO_MM if element is not None else 0.0
    except ValueError:
        return 0.0


# --- the foot -------------------------------------------------------------------------------------------------------


def _foot(kind: FootKind, root: Element, formats: Formats) -> FootLook:
    found: FootLook | None = None
    other_words = False
    for paragraph in root.iter(w("p")):
        if any(tag(each) == _FALLBACK for each in paragraph.iterancestors()):
            continue
        run, before, text = _number(paragraph)
        if run is not None and found is None:
            look = formats.run(paragraph, run)[0]
            place = _place(paragraph, before, formats)
            found = FootLook(kind, True, place, text, False, look.size, look.latin or look.face)
        other_words = other_words or bool(_WORDS.search(text))
    return replace(found or FootLook(kind, False, "", "", False, 0.0, ""), other_words=other_words)


def _number(paragraph: Element) -> tuple[Element | None, str, str]:
    """Return the run of the page number, what is printed before it, and the whole line with # for the number."""
    run: Element | None = None
    text, before, depth = "", "", 0
    for element in paragraph.iter(w("fldSimple"), w("fldChar"), w("instrText"), w("t"), w("tab"), w("ptab")):
        name = tag(element)
        if next(element.iterancestors(w("p"))) is not paragraph:  # of a text box
            continue
        if name == w("fldChar"):
            depth += {"begin": 1, "end": -1}.get(element.get(w("fldCharType"), ""), 0)
        elif name == w("t"):
            text += (element.text or "") if depth <= 0 and not _in_simple(element) else ""
        elif name in {w("tab"), w("ptab")}:
            text += "\t" if tag(element.getparent()) == w("r") else ""
        elif run is None and _PAGE.search(element.get(w("instr"), "") or element.text or ""):
            run = next(element.iter(w("r")), element) if name == w("fldSimple") else element.getparent()
            before, text = text, f"{text}#"
    return run, before, text.strip()


def _in_simple(element: Element) -> bool:
    return any(tag(each) == w("fldSimple") for each in element.iterancestors())


def _place(paragraph: Element, before: str, formats: Formats) -> str:
    """Return where the line of a page number stands: by its box, its frame, its tabs or its alignment."""
    for each in paragraph.iterancestors():
        if tag(each) == f"{_DRAWING}anchor":
            align = each.find(f"{_DRAWING}positionH/{_DRAWING}align")
            if align is not None and align.text:
                return str(align.text)
        elif match := _VML_PLACE.search(each.get("style", "")):
            return match[1]
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    if frame is not None and frame.get(w("xAlign")):
        return str(frame.get(w("xAlign")))
    aligned = next((each.get(w("alignment")) for each in paragraph.iter(w("ptab"))), None)
    if aligned:
        return str(aligned)
    if tabs := before.count("\t"):
        return _TABBED[min(tabs, len(_TABBED) - 1)]
    align = formats.paragraph(paragraph, 1.0)[0].align
    return "left" if align in {"both", "distribute"} else align
