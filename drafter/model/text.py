"""Text and places in it: normalised text, spans, and the map back to the raw text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import NewType

NormText = NewType("NormText", str)
"""Text that has been through `text.normalize`; raw text in its place is a type error."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Return how many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def union(self, other: Span) -> Span:
        """Return the span from the first to the last character of either."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """Return the span moved by `by` characters."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each normalised character stood in the raw text."""

    starts: array[int]  # raw start of normalised character i; never falls
    ends: array[int]  # raw end of normalised character i

    def __len__(self) -> int:
        return len(self.starts)

    def raw(self, span: Span) -> Span:
        """Return the raw span that the normalised `span` came from (empty spans map to an empty span)."""
        if span.start >= span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def norm(self, position: int) -> int:
        """Return the normalised position of the raw `position` (of the character at or before it, where it is gone)."""
        return max(0, bisect_right(self.starts, position) - 1)

    def slice(self, span: Span) -> OffsetMap:
        """Return the map of the part of the normalised text that `span` covers."""
        return OffsetMap(self.starts[span.start : span.end], self.ends[span.start : span.end])


@dataclass(frozen=True, slots=True)
class TextPlace:
    """What prints some characters of a Word file's raw text."""

    span: Span  # in the raw text
    element: int  # of the main part's elements, counted from 0 in the order of the file
