"""The page of a Word file: paper, margins, grid, and the page number at its foot."""

from __future__ import annotations

from typing import Literal

from drafter import page
from drafter.render.word_styles import FOOTER_STYLE_ID
from drafter.render.word_xml import Element, element, words

Side = Literal["left", "right"]


def section(odd_footer: str, even_footer: str) -> Element:
    """Build the section properties; the footers are given by the ids of their relationships."""
    return element(
        "sectPr",
        element("footerReference", type="even", **{"r:id": even_footer}),
        element("footerReference", type="default", **{"r:id": odd_footer}),
        element("pgSz", w=page.PAPER_WIDTH.value.twips, h=page.PAPER_HEIGHT.value.twips),
        element(
            "pgMar",
            top=page.TOP_MARGIN.value.twips,
            right=page.RIGHT_MARGIN.value.twips,
            bottom=page.BOTTOM_MARGIN.value.twips,
            left=page.LEFT_MARGIN.value.twips,
            header=page.HEADER_DISTANCE.value.twips,
            footer=page.FOOTER_DISTANCE.value.twips,
            gutter=0,
        ),
        element("docGrid", type="lines", linePitch=page.LINE_PITCH.value.twips),
    )


def footer(side: Side) -> Element:
    """Build a footer — 1 — on one side of the page, a character in from the edge."""
    indent = page.PAGE_NUMBER_INDENT.value
    inward: dict[str, str | int] = {f"{side}Chars": indent * 100, side: indent * page.PAGE_NUMBER_SIZE.value.twips}
    look = element("pPr", element("pStyle", val=FOOTER_STYLE_ID), element("ind", **inward), element("jc", val=side))
    number = element("fldSimple", _run("1"), instr=" PAGE ")
    return element("ftr", element("p", look, _run("— "), number, _run(" —")))


def _run(text: str) -> Element:
    return element("r", element("rPr", element("rFonts", hint="eastAsia")), words(text))
