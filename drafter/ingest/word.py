"""Read .docx files: paragraphs and table cells in the order a reader meets them, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.ingest.raw import Hint, RawText
from drafter.ingest.word_numbering import Numbering
from drafter.ingest.word_package import Package, open_package
from drafter.ingest.word_styles import Styles
from drafter.ingest.word_text import marks_end, notes_of, paragraph_text
from drafter.ingest.word_xml import SKIPPED, Element, is_on, tag, w
from drafter.model import Span


def read_word(content: bytes, path: Path) -> RawText:
    """Read a Word file's text, with what its styles say. Raise ReadError when it is none, or damaged.

    Numbers that Word writes by itself become text; insertions, links and notes are read, deletions, comments, hidden
    text, headers and footers not. Macros are never run.
    """
    package = open_package(content, path)
    reading = _Reading(package, Numbering.of(package.numbering), Styles.of(package.styles))
    for paragraph, in_table in _paragraphs(package.body):
        reading.add(paragraph, in_table=in_table)
    reading.add_notes()
    return RawText("\n".join(reading.texts), tuple(reading.hints))


@dataclass(slots=True)
class _Reading:
    """What has been read so far of a Word file."""

    package: Package
    numbering: Numbering
    styles: Styles
    texts: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    at: int = 0
    begun: str = ""  # of a paragraph whose mark is deleted

    def add(self, paragraph: Element, *, in_table: bool) -> None:
        """Read a paragraph; where its mark is deleted, the next one goes on with it."""
        own = self.begun + paragraph_text(paragraph, self.styles)
        self.notes += notes_of(paragraph, self.styles)
        if not marks_end(paragraph):
            self.begun = own
            return
        self.begun = ""
        text = self.numbering.number(paragraph, self.styles) + own if own.strip() else own
        hint = self.styles.hint(paragraph, Span(self.at, self.at + len(text)), in_table=in_table)
        self._write(text, hint)

    def add_notes(self) -> None:
        """Read the notes, in the order in which the text refers to them."""
        if self.begun.strip():
            self._write(self.begun, None)
        for key in dict.fromkeys(self.notes):
            for paragraph, _ in _paragraphs(self.package.notes.get(key, ())):
                text = paragraph_text(paragraph, self.styles).strip()
                if text:
                    self._write(text, Hint(Span(self.at, self.at + len(text)), "annex"))

    def _write(self, text: str, hint: Hint | None) -> None:
        self.hints += [hint] if hint and text.strip() else []
        self.texts.append(text)
        self.at += len(text) + 1


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
