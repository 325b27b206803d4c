"""Read how a Word file looks: its pages, paragraphs and characters, straight from the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from drafter.ingest.word import Line, lines
from drafter.ingest.word_fonts import Theme
from drafter.ingest.word_formats import Formats
from drafter.ingest.word_package import open_package
from drafter.ingest.word_sections import has_even_feet, sections
from drafter.ingest.word_table_look import table_looks
from drafter.ingest.word_xml import Element, tag, w
from drafter.model import PageLook, ParagraphLook, Span, StretchLook


def read_look(content: bytes, path: Path) -> PageLook:
    """Read the look of a Word file, with spans in the text of `read_word`. Raise ReadError as that does."""
    package = open_package(content, path, looks=True)
    formats = Formats.of(package.styles, Theme.of(package.theme, package.settings))
    numbers = {element: number for number, element in enumerate(package.body.getroottree().iter("*"))}
    paragraphs = tuple(_paragraph(line, numbers, formats) for line in lines(package))
    return PageLook(
        sections=tuple(sections(package, numbers, formats)),
        paragraphs=paragraphs,
        even_feet=has_even_feet(package),
        tables=tuple(table_looks(package.body, numbers, {each.element: each.span for each in paragraphs})),
    )


def _paragraph(line: Line, numbers: Mapping[Element, int], formats: Formats) -> ParagraphLook:
    stretches = tuple(_stretches(line, numbers, formats))
    size = stretches[0].size if stretches else formats.run(line.element, None)[0].size
    look, own = formats.paragraph(line.element, size)
    return ParagraphLook(
        span=line.span,
        element=numbers[line.element],
        in_table=line.in_table,
        automatic=line.number,
        level=look.level,
        align=look.align,
        first_line=look.first_line,
        left=look.left,
        right=look.right,
        line=look.line,
        line_rule=look.line_rule,
        on_grid=look.on_grid,
        around=look.around,
        own=own,
        stretches=stretches,
    )


def _stretches(line: Line, numbers: Mapping[Element, int], formats: Formats) -> Iterator[StretchLook]:
    at = line.span.start + len(line.number)
    for element, text in line.pieces:
        span = Span(at, at + len(text))
        at = span.end
        run = next((each for each in element.iterancestors() if tag(each) == w("r")), None)
        look, own = formats.run(line.element, run)
        yield StretchLook(
            span, numbers[element], look.face, look.latin, look.size, look.advance, look.bold, look.dress, own
        )
