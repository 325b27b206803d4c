"""Paragraphs and runs of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import page
from drafter.page import Style
from drafter.render.word_lines import break_lines
from drafter.render.word_xml import Element, element, words
from drafter.text.gaps import cut_at_gaps

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2 Char


def paragraph(text: str, style: Style, *, gap_below: bool = False, align: str = "") -> Element:
    """Build a paragraph; centred ones are broken into balanced lines, `gap_below` leaves a line free."""
    lines = break_lines(fit_for_xml(text), style.max_chars)
    look = element(
        "pPr",
        element("pStyle", val=style.word_id),
        element("spacing", after=page.HEAD_GAP.value.twips) if gap_below else None,
        element("jc", val=align) if align else None,
    )
    return element("p", look, *runs("\n".join(lines)))


def fit_for_xml(text: str) -> str:
    """Drop characters that XML, and so a Word file, cannot hold."""
    return _NOT_XML.sub("", text)


def runs(text: str) -> Iterator[Element]:
    """Yield the runs of a text: 【待补：…】 and 【待更新：…】 stand in yellow."""
    for part, is_gap in cut_at_gaps(text):
        yield _run(part, highlight=is_gap)


def _run(text: str, *, highlight: bool) -> Element:
    # the hint gives “ ” — … to the Chinese face; Word heeds it in runs only
    look = element("rPr", element("rFonts", hint="eastAsia"), element("highlight", val="yellow") if highlight else None)
    return element("r", look, *_content(text))


def _content(text: str) -> Iterator[Element]:
    for part in re.split("([\n\t])", text):
        if part == "\n":
            yield element("br")
        elif part == "\t":
            yield element("tab")
        elif part:
            yield words(part)
