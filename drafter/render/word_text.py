"""Paragraphs and runs of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.model import Span
from drafter.page import NONE, Length, Style
from drafter.render.word_lines import break_lines
from drafter.render.word_xml import Element, element, words
from drafter.text.gaps import cut_at_gaps

_MARK = "DEEAF6"  # the light blue that marks words to be confirmed
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2 Char


def paragraph(
    text: str, style: Style, *, below: Length = NONE, align: str = "", marked: Sequence[Span] = ()
) -> Element:
    """Build a paragraph; centred ones are broken into balanced lines, `below` is left free under it.

    The spans `marked`, of a text that all fits into XML and is not broken, stand on light blue.
    """
    lines = break_lines(fit_for_xml(text), style.max_chars)
    marked = marked if lines == [text] else ()
    look = element(
        "pPr",
        element("pStyle", val=style.word_id),
        element("spacing", after=below.twips) if below.emu else None,
        element("jc", val=align) if align else None,
    )
    return element("p", look, *runs("\n".join(lines), marked))


def fit_for_xml(text: str) -> str:
    """Drop characters that XML, and so a Word file, cannot hold."""
    return _NOT_XML.sub("", text)


def runs(text: str, marked: Sequence[Span] = ()) -> Iterator[Element]:
    """Yield the runs of a text: 【待补：…】 and 【待更新：…】 stand in yellow, the spans `marked` on light blue."""
    start = 0
    for part, is_gap in cut_at_gaps(text):
        inside = [span.shift(-start) for span in marked]
        edges = {0, len(part), *(place for span in inside for place in (span.start, span.end) if 0 < place < len(part))}
        for first, last in pairwise(sorted(edges)):
            is_marked = any(span.covers(Span(first, last)) for span in inside)
            yield _run(part[first:last], highlight=is_gap, shaded=is_marked)
        start += len(part)


def _run(text: str, *, highlight: bool, shaded: bool) -> Element:
    # the hint gives “ ” — … to the Chinese face; Word heeds it in runs only
    look = element(
        "rPr",
        element("rFonts", hint="eastAsia"),
        element("highlight", val="yellow") if highlight else None,
        element("shd", val="clear", color="auto", fill=_MARK) if shaded else None,
    )
    return element("r", look, *_content(text))


def _content(text: str) -> Iterator[Element]:
    for part in re.split("([\n\t])", text):
        if part == "\n":
            yield element("br")
        elif part == "\t":
            yield element("tab")
        elif part:
            yield words(part)
