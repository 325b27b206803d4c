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
    bold: bool
    dress: frozenset[str]  # italic, underline, colour
    own: frozenset[str]  # face, size, bold: what the run sets otherwise than its style does


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
    feet: tuple[FootLook, ...]  # with those that it takes over from the section before


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a Word file looks."""

    sections: tuple[SectionLook, ...]
    paragraphs: tuple[ParagraphLook, ...]
    even_feet: bool  # whether even pages have a foot of their own

    def within(self, span: Span, *, first: bool) -> PageLook:
        """Return the look of one report of several: its paragraphs; the pages go with the first."""
        kept = tuple(paragraph for paragraph in self.paragraphs if span.overlap(paragraph.span))
        return replace(self, paragraphs=kept, sections=self.sections if first else ())
