"""Read .docx files: paragraphs and table cells in the order a reader meets them, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.ingest.raw import Hint, RawText
from drafter.ingest.word_numbering import Numbering
from drafter.ingest.word_package import Package, open_package
from drafter.ingest.word_styles import Styles
from drafter.ingest.word_text import marks_end, notes_of, printed_pieces
from drafter.ingest.word_xml import SKIPPED, Element, is_on, tag, w
from drafter.model import Span, TextPlace


def read_word(content: bytes, path: Path) -> RawText:
    """Read a Word file's text, with what its styles say. Raise ReadError when it is none, or damaged.

    Numbers that Word writes by itself become text; insertions, links and notes are read, deletions, comments, hidden
    text, headers and footers not. Macros are never run.
    """
    reading = _read(open_package(content, path))
    return RawText("\n".join(reading.texts), tuple(reading.hints))


def text_places(content: bytes, path: Path) -> tuple[TextPlace, ...]:
    """Return where the text that `read_word` gives stands in the file's main part, in the order of the text.

    A note stands at the mark that refers to it; numbers that Word writes by itself stand nowhere. Raise ReadError as
    `read_word` does.
    """
    package = open_package(content, path)
    numbers = {element: number for number, element in enumerate(package.body.getroottree().iter("*"))}
    return tuple(TextPlace(span, numbers[element]) for span, element in _read(package).places)


def lines(package: Package) -> list[Line]:
    """Return the paragraphs of a Word file, those of tables among them, without notes."""
    return _read(package).lines


def _read(package: Package) -> _Reading:
    reading = _Reading(package, Numbering.of(package.numbering), Styles.of(package.styles))
    for paragraph, in_table in _paragraphs(package.body):
        reading.add(paragraph, in_table=in_table)
    reading.add_notes()
    return reading


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a Word file as it is printed."""

    span: Span  # in the raw text
    element: Element
    number: str  # that Word writes before it, "" for none
    in_table: bool
    pieces: list[tuple[Element, str]]  # what prints its text, without the number


@dataclass(slots=True)
class _Reading:
    """What has been read so far of a Word file."""

    package: Package
    numbering: Numbering
    styles: Styles
    texts: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    places: list[tuple[Span, Element]] = field(default_factory=list)  # of the text, with what prints it
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)  # with the first mark that refers to each
    lines: list[Line] = field(default_factory=list)  # of the text, without those of notes
    at: int = 0
    begun: list[tuple[Element, str]] = field(default_factory=list)  # of a paragraph whose mark is deleted

    def add(self, paragraph: Element, *, in_table: bool) -> None:
        """Read a paragraph; where its mark is deleted, the next one goes on with it."""
        pieces = self.begun + printed_pieces(paragraph, self.styles)
        for note, mark in notes_of(paragraph, self.styles):
            self.notes.setdefault(note, mark)
        if not marks_end(paragraph):
            self.begun = pieces
            return
        self.begun = []
        own = _joined(pieces)
        number = self.numbering.number(paragraph, self.styles) if own.strip() else ""
        span = Span(self.at, self.at + len(number + own))
        self.lines.append(Line(span, paragraph, number, in_table, pieces))
        self._locate(pieces, self.at + len(number))
        self._write(number + own, self.styles.hint(paragraph, span, in_table=in_table))

    def add_notes(self) -> None:
        """Read the notes, in the order in which the text refers to them."""
        if _joined(self.begun).strip():
            self._locate(self.begun, self.at)
            self._write(_joined(self.begun), None)
        for note, mark in self.notes.items():
            for paragraph, _ in _paragraphs(self.package.notes.get(note, ())):
                text = _joined(printed_pieces(paragraph, self.styles)).strip()
                if text:
                    self._locate([(mark, text)], self.at)
                    self._write(text, Hint(Span(self.at, self.at + len(text)), "annex"))

    def _locate(self, pieces: list[tuple[Element, str]], at: int) -> None:
        for element, text in pieces:
            self.places.append((Span(at, at + len(text)), element))
            at += len(text)

    def _write(self, text: str, hint: Hint | None) -> None:
        self.hints += [hint] if hint and text.strip() else []
        self.texts.append(text)
        self.at += len(text) + 1


def _joined(pieces: list[tuple[Element, str]]) -> str:
    return "".join(text for _, text in pieces)


def _paragraphs(element: Element, *, in_table: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield each paragraph below `element`, those of text boxes after the one they hang on; tell those in tables."""
    for child in element:
        name = tag(child)
        if name in SKIPPED or _is_gone(child, name):
            continue
        if name == w("p"):
            yield child, in_table
        yield from _paragraphs(child, in_table=in_table or name == w("tbl"))


def _is_gone(element: Element, name: str) -> bool:
    """Tell whether a row is deleted, or a block only asks for text to be typed."""
    if name == w("tr"):
        return element.find(f"{w('trPr')}/{w('del')}") is not None
    return name == w("sdt") and is_on(element.find(w("sdtPr")), "showingPlcHdr")
