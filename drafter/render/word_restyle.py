"""Give a paragraph a style of the layout, and take off what it sets otherwise by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn

from drafter.model import Restyling
from drafter.page import Layout
from drafter.render import word_order
from drafter.render.word_repair_styles import Sheet
from drafter.render.word_xml import Element, element

_OF_STYLE = ("ind", "jc", "snapToGrid", "outlineLvl", "contextualSpacing")
_SIZES = ("sz", "szCs")
_WEIGHTS = ("b", "bCs")
_WIDTHS = ("spacing", "w")  # what is added to characters, by which they are scaled
_SIGNS = ("wingdings", "webdings", "symbol")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")


def restyle(restyling: Restyling, elements: Sequence[Element], layout: Layout, sheet: Sheet) -> None:
    """Give a paragraph the style of one that looks as it should, or the layout's own style."""
    paragraph = elements[restyling.element]
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    if restyling.like is None:
        key = sheet.style(restyling.style)
    else:
        key = _style_of(elements[restyling.like]) or sheet.usual()
    _take_off(properties, spaces=bool(layout.styles[restyling.style].indent))
    for old in properties.findall(qn("w:pStyle")):
        properties.remove(old)
    if key:
        word_order.put(properties, element("pStyle", val=key), word_order.PARAGRAPH)
    if restyling.typed_indent:
        word_order.put(properties, element("ind", firstLineChars=0, firstLine=0), word_order.PARAGRAPH)
    kept = {elements[number] for number in restyling.kept}
    for run in _runs(paragraph):
        whole = not any(printed in kept for printed in run)
        _take_off_run(run, sheet.latin, whole=whole, weights=restyling.unbold)
        if restyling.style == "body" and (own := run.find(qn("w:rPr"))) is not None:
            _drop(own, _WIDTHS)


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return str(style.get(qn("w:val"))) if style is not None else ""


def _take_off(properties: Element, *, spaces: bool) -> None:
    """Take off what the style gives; `spaces`: the room above and below as well."""
    for name in _OF_STYLE:
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
    spacing = properties.find(qn("w:spacing"))
    if spacing is not None:
        for attribute in list(spacing.keys()):
            if spaces or attribute in {qn("w:line"), qn("w:lineRule")}:
                del spacing.attrib[attribute]
        if not spacing.keys():
            properties.remove(spacing)
    mark = properties.find(qn("w:rPr"))  # of the paragraph's end
    if mark is not None:
        _drop(mark, ("rFonts", *_SIZES, *_WEIGHTS))


def _runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, without those of text boxes that hang on it."""
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is paragraph:
            yield run


def _take_off_run(run: Element, latin: str, *, whole: bool, weights: bool) -> None:
    """Take face, size and weight off a run; of one that is not `whole` only the size."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = element("rPr")
        run.insert(0, properties)
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None and (fonts.get(qn("w:ascii")) or "").casefold().startswith(_SIGNS):
        return
    _drop(properties, _SIZES)
    if whole:
        _drop(properties, _WEIGHTS if weights else ())
        _take_off_faces(properties, fonts, latin)


def _take_off_faces(properties: Element, fonts: Element | None, latin: str) -> None:
    """Leave of a run's faces only that of letters which the office keeps, and that “ ” — … are Chinese."""
    if fonts is None:
        fonts = element("rFonts")
        properties.insert(int(bool(len(properties)) and properties[0].tag == qn("w:rStyle")), fonts)
    kept = {"ascii", "hAnsi"} if latin and (fonts.get(qn("w:ascii")) or "") == latin else set()
    for name in (*_THEMED, *_FACES):
        if name not in kept and fonts.get(qn(f"w:{name}")) is not None:
            del fonts.attrib[qn(f"w:{name}")]
    fonts.set(qn("w:hint"), "eastAsia")


def _drop(properties: Element, names: Sequence[str]) -> None:
    for name in names:
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
