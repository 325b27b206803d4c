"""What a Word file's pages, paragraphs and characters look like, as the layout rule needs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from drafter.model.text import Span

LineRule = Literal["auto", "exact", "atLeast"]
FootKind = Literal["default", "even", "first"]


@dataclass(frozen=True, slots=True)
class StretchLook:
    """Characters that one element prints, with how they look."""

    span: Span  # in the raw text
    element: int  # of the main part's elements, counted from 0 in the order of the file
    face: str  # of Chinese characters; "" when the file names none
    latin: str  # of letters and figures
    size: float  # points
    advance: float  # points from one Chinese character to the next, without what the page's grid adds
    bold: bool
    dress: frozenset[str]  # italic, underline, colour
    own: frozenset[str]  # face, size, spacing, bold: what the run sets otherwise than its style does


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph with its formatting: what its style gives and what it sets itself, resolved as Word does."""

    span: Span  # in the raw text, with the number that Word writes before it
    element: int  # of the main part's elements, counted from 0 in the order of the file
    in_table: bool
    automatic: str  # the number that Word writes before it, "" for none
    level: int  # outline level from 1, 0 for body text
    align: str  # left, center, right, both, distribute
    first_line: float  # characters set in (negative: hanging)
    left: float  # characters, as `right`
    right: float
    line: float  # with `line_rule`: points, or for auto how many lines
    line_rule: LineRule
    on_grid: bool  # whether lines keep to the page's grid
    around: float  # points above and below
    own: frozenset[str]  # pitch, indent, align: what the paragraph sets otherwise than its style does
    stretches: tuple[StretchLook, ...]


@dataclass(frozen=True, slots=True)
class FootLook:
    """The foot of a page."""

    kind: FootKind
    has_number: bool  # a PAGE field
    place: str  # where the number stands: left, center, right, outside, inside
    text: str  # of its line, the number as #
    other_words: bool  # whether the foot holds more than the number
    size: float  # points, of the number
    face: str  # of the number


@dataclass(frozen=True, slots=True)
class SectionLook:
    """The pages of a section; lengths in millimetres."""

    element: int  # of the main part's elements, counted from 0 in the order of the file
    width: float
    height: float
    top: float
    bottom: float
    left: float  # with the gutter
    right: float
    grid: float  # points from line to line of the page's grid, 0 for none
    spread: float  # points that the page's grid adds to every character
    feet: tuple[FootLook, ...]  # with those that it takes over from the section before


@dataclass(frozen=True, slots=True)
class CellLook:
    """A cell of a table."""

    width: float  # points, 0 when the file does not say
    paragraphs: tuple[int, ...]  # their elements


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row of a table."""

    cells: tuple[CellLook, ...]
    repeats: bool  # whether it is printed again at the head of every page
    splits: bool  # whether it may be torn between two pages
    height: float  # points where it is fixed, 0 where the row grows with its text


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table in the text; those within tables belong to the cell they stand in."""

    element: int  # of the main part's elements, counted from 0 in the order of the file
    span: Span  # in the raw text
    width: float  # points, 0 when programs fit it to the page
    left: float  # points from the left edge of the text; of a centred or floating table 0
    rows: tuple[RowLook, ...]


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a Word file looks."""

    sections: tuple[SectionLook, ...]
    paragraphs: tuple[ParagraphLook, ...]
    even_feet: bool  # whether even pages have a foot of their own
    tables: tuple[TableLook, ...] = ()

    def section_of(self, element: int) -> SectionLook | None:
        """Return the section that an element of the text belongs to: the first that ends behind it."""
        return next((each for each in self.sections if each.element > element), None)

    def within(self, span: Span, *, first: bool) -> PageLook:
        """Return the look of one report of several: its paragraphs and tables; the pages go with the first."""
        kept = tuple(paragraph for paragraph in self.paragraphs if span.overlap(paragraph.span))
        tables = tuple(table for table in self.tables if span.overlap(table.span))
        return replace(self, paragraphs=kept, tables=tables, sections=self.sections if first else ())
