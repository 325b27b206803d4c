"""The styles, fonts and settings of a Word file, from the layout constants."""

from __future__ import annotations

from drafter.page import HEAD_STYLES, STYLES, Face, Layout, Length, Style
from drafter.render.word_xml import Element, element, flag

TABLE_STYLE_ID = "TableGrid"
FOOTER_STYLE_ID = "Footer"
LANGUAGE = "zh-CN"

_MARKS_NEVER_FIRST = "!%),.:;>?]}¢°·’”…‰′″›℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～￠"
"""What Word's Chinese rules let no line begin with; naming others replaces these."""

_MOST_NEVER_FIRST = 100  # characters that Word takes


def style_sheet(layout: Layout) -> Element:
    """Build the whole of styles.xml: defaults, every style of the layout, the footer, the table grid."""
    return element(
        "styles",
        _defaults(layout.styles["body"]),
        *(paragraph_style(style) for style in layout.styles.values()),
        footer_style(layout),
        _table_style(layout),
    )


def _defaults(body: Style) -> Element:
    # Latin text stays English: figures in Chinese are torn at the end of a line, in LibreOffice at least
    language = element("lang", val="en-US", eastAsia=LANGUAGE)
    run = element("rPr", _fonts(body.face), *_size(body.size), language)
    # off: what would move characters off the grid of 28 (spaces round figures, right indents fitted to the grid)
    paragraph = element(
        "pPr",
        flag("widowControl", False),
        flag("autoSpaceDE", False),
        flag("autoSpaceDN", False),
        flag("adjustRightInd", False),
    )
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def paragraph_style(style: Style) -> Element:
    """Build a paragraph style; body text is the default one, and what comes after headings."""
    marks: dict[str, str | int] = {"default": 1} if style.name == "body" else {}
    if not style.word_name.isascii():  # the names of built-in styles are English
        marks["customStyle"] = 1
    return element(
        "style",
        element("name", val=style.word_name),
        element("next", val=STYLES["body"].word_id) if style.level or style.name in HEAD_STYLES else None,
        element("qFormat"),
        _paragraph_properties(style),
        _run_properties(style),
        type="paragraph",
        styleId=style.word_id,
        **marks,
    )


def _paragraph_properties(style: Style) -> Element:
    return element(
        "pPr",
        flag("keepNext", style.keep_next or None),
        flag("keepLines", bool(style.level) or None),
        flag("pageBreakBefore", style.new_page or None),
        flag("overflowPunct", True),  # the default, but LibreOffice reads it as a no, and loses marks that hang
        flag("snapToGrid", None if style.on_grid else False),
        _line_spacing(style),
        _first_line(style),
        element("jc", val=style.align),
        element("outlineLvl", val=style.level - 1) if style.level else None,
    )


def _line_spacing(style: Style) -> Element | None:
    spacing: dict[str, str | int] = {"before": style.before.twips} if style.before.emu else {}
    if style.pitch:
        spacing |= {"line": style.pitch.twips, "lineRule": "exact"}
    return element("spacing", **spacing) if spacing else None


def _first_line(style: Style) -> Element | None:
    """Indent by characters, as Word counts them, and by the same length for programs that do not."""
    if not style.indent:
        return None
    width = style.indent * (style.size.twips + style.tightening.twips)
    return element("ind", firstLineChars=style.indent * 100, firstLine=width)


def _run_properties(style: Style) -> Element:
    return element(
        "rPr",
        _fonts(style.face),
        flag("b", style.bold or None),
        element("spacing", val=style.tightening.twips) if style.tightening.emu else None,
        *_size(style.size),
    )


def _fonts(face: Face) -> Element:
    """Name one face for every script: figures and Latin stand in the Chinese face (5.2.2), at half width."""
    return element("rFonts", ascii=face.name, hAnsi=face.name, eastAsia=face.name, cs=face.name)


def _size(size: Length) -> tuple[Element, Element]:
    half_points = round(size.pt * 2)
    return element("sz", val=half_points), element("szCs", val=half_points)


def footer_style(layout: Layout) -> Element:
    """Build the style of the page number."""
    size = layout.page_number_size.value
    return element(
        "style",
        element("name", val="footer"),
        element("pPr", flag("snapToGrid", False), element("spacing", line=size.twips, lineRule="exact")),
        element("rPr", _fonts(layout.page_number_face.value), *_size(size)),
        type="paragraph",
        styleId=FOOTER_STYLE_ID,
    )


def _table_style(layout: Layout) -> Element:
    width = round(layout.table_border.value.pt * 8)  # eighths of a point
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("tblBorders", *(element(side, val="single", sz=width, space=0, color="auto") for side in sides))
    top, side = layout.table_padding_top.value.twips, layout.table_padding_side.value.twips
    padding = element(
        "tblCellMar",
        element("top", w=top, type="dxa"),
        element("left", w=side, type="dxa"),
        element("bottom", w=top, type="dxa"),
        element("right", w=side, type="dxa"),
    )
    return element(
        "style",
        element("name", val="Table Grid"),
        element("tblPr", borders, padding),
        type="table",
        styleId=TABLE_STYLE_ID,
    )


def font_table(layout: Layout) -> Element:
    """Build fontTable.xml, which tells Word what to take where a face is not installed."""
    return element("fonts", *(_font(face) for face in layout.faces))


def _font(face: Face) -> Element:
    return element(
        "font",
        element("altName", val=",".join(face.fallbacks)),
        element("charset", val="86"),  # GB2312, in hexadecimal
        element("family", val=face.family),
        element("pitch", val="default"),
        name=face.name,
    )


def settings(layout: Layout) -> Element:
    """Build settings.xml: odd and even footers, Chinese text at full width, today's Word."""
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=2 * layout.styles["body"].size.twips),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="doNotCompress"),  # a mark takes a whole square of the grid
        unbroken_marks(layout),
        element(
            "compat",
            element("balanceSingleByteDoubleByteWidth"),
            element("doNotExpandShiftReturn"),
            element("useFELayout"),
            element(
                "compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=15,
            ),
        ),
        element("themeFontLang", val="en-US", eastAsia=LANGUAGE),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def unbroken_marks(layout: Layout) -> Element | None:
    """Build the setting of what no line begins with; None where Word's own rules are enough."""
    if not layout.unbroken:
        return None
    return element(
        "noLineBreaksBefore", lang=LANGUAGE, val=f"{_MARKS_NEVER_FIRST}{layout.unbroken}"[:_MOST_NEVER_FIRST]
    )
