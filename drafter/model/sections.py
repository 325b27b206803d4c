"""Whole sections of reports as the library keeps them, and what sections on one topic usually hold."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.document import Kind, Source
from drafter.model.library import Move


@dataclass(frozen=True, slots=True)
class SectionPoint:
    """A paragraph of a section: a point of its own when it has a lead or a number."""

    lead: str  # its words without number and closing mark; "" for none
    topic: str
    moves: tuple[Move, ...]  # of its clauses in order, equal ones that follow each other once
    text: str  # the whole paragraph


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section, whole: its heading with all that stands under it; or a point with a lead, which is a small section."""

    heading: str  # without its number
    level: int  # 1–4; 0 for a point
    topic: str
    chapter: str  # of the report: review, thanks, problems, plan, closing
    source: Source
    text: str  # from the heading on, one paragraph a line
    points: tuple[SectionPoint, ...]  # of the section and of those below it, in order

    @property
    def chars(self) -> int:
        """Return how many characters it has, white space left out."""
        return len("".join(self.text.split()))


@dataclass(frozen=True, slots=True)
class Usual:
    """Something many sections on a topic have: a matter they speak of, a move they make."""

    name: str
    share: float  # of the sections, 0–1
    place: float  # where in a section it mostly stands (the median), 0–1
    moves: tuple[str, ...] = ()  # what is mostly said of the matter, in order
    examples: tuple[tuple[str, str], ...] = ()  # leads or clauses on the matter, each with the path of its report


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What sections on a topic usually hold."""

    topic: str
    kind: Kind | None  # of the reports; None for all
    chapter: str
    sections: int  # how many it rests on
    reports: int
    length: int  # characters, the median
    low: int  # four fifths of the sections are of between `low` …
    high: int  # … and `high` characters
    parts: int  # points with a lead or a number, the median
    points: tuple[Usual, ...]  # the matters spoken of, in their usual order
    moves: tuple[Usual, ...]  # in their usual order
    openings: tuple[tuple[str, str], ...]  # first clauses, each with the path of its report
