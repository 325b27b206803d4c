"""The page of a Word file: paper, margins, grid, and the page number at its foot."""

from __future__ import annotations

from typing import Literal

from drafter.page import Layout
from drafter.render.word_styles import FOOTER_STYLE_ID
from drafter.render.word_xml import Element, element, words

Side = Literal["left", "right"]
Count = Literal["on", "anew", "roman"]


def section(odd_footer: str, even_footer: str, layout: Layout, *, count: Count = "on") -> Element:
    """Build the section properties; the footers are given by the ids of their relationships.

    `count`: how pages are counted: on from what stands before, anew from 1, or in Roman figures.
    """
    counts = {"on": None, "anew": element("pgNumType", start=1), "roman": element("pgNumType", fmt="upperRoman")}
    return element(
        "sectPr",
        element("footerReference", type="even", **{"r:id": even_footer}),
        element("footerReference", type="default", **{"r:id": odd_footer}),
        element("pgSz", w=layout.paper_width.value.twips, h=layout.paper_height.value.twips),
        element(
            "pgMar",
            top=layout.top_margin.value.twips,
            right=layout.right_margin.value.twips,
            bottom=layout.bottom_margin.value.twips,
            left=layout.left_margin.value.twips,
            header=layout.header_distance.value.twips,
            footer=layout.footer_distance.twips,
            gutter=0,
        ),
        counts[count],
        element("docGrid", type="lines", linePitch=layout.line_pitch.value.twips),
    )


def footer(side: Side, layout: Layout, *, style_id: str = FOOTER_STYLE_ID) -> Element:
    """Build a footer — 1 — on one side of the page, a character in from the edge, or in the middle by house rule."""
    centred = layout.page_number_place.value == "居中"
    look = element(
        "pPr",
        element("pStyle", val=style_id),
        None if centred else _inward(side, layout),
        element("jc", val="center" if centred else side),
    )
    number = element("fldSimple", _run("1"), instr=" PAGE ")
    return element("ftr", element("p", look, _run("— "), number, _run(" —")))


def _inward(side: Side, layout: Layout) -> Element:
    indent = layout.page_number_indent.value
    inward: dict[str, str | int] = {f"{side}Chars": indent * 100, side: indent * layout.page_number_size.value.twips}
    return element("ind", **inward)


def _run(text: str) -> Element:
    return element("r", element("rPr", element("rFonts", hint="eastAsia")), words(text))
