"""A report as read: its source, its blocks, its section tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drafter.model.text import NormText, OffsetMap, Span

Kind = Literal["annual", "half_year", "three_quarter", "summary_plan"]
Part = Literal["year", "first_half", "second_half", "first_three_quarters", "fourth_quarter"]
Role = Literal["title", "dateline", "speaker", "salutation", "opening", "heading", "paragraph", "aside", "annex"]


@dataclass(frozen=True, slots=True)
class Period:
    """The time a report looks back on."""

    year: int
    part: Part

    def __str__(self) -> str:
        names = {
            "year": "",
            "first_half": "上半年",
            "second_half": "下半年",
            "first_three_quarters": "前三季度",
            "fourth_quarter": "第四季度",
        }
        return f"{self.year}年{names[self.part]}"


@dataclass(frozen=True, slots=True)
class Locality:
    """The office that reports, with its superiors as far as known; names end in 镇, 县, 市 … (or are empty)."""

    name: str
    county: str = ""  # the county-level unit, be it 县, 市 or 区
    city: str = ""
    province: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from others: not every report of a town names what is above the county."""
        return (self.name, self.county)


@dataclass(frozen=True, slots=True)
class Source:
    """One report, as others refer to it."""

    path: str  # from the workspace, with "/"; inside a compilation "path#k", k from 1
    title: str = ""  # as printed, lines joined; "" when the report has none
    kind: Kind | None = None
    period: Period | None = None
    locality: Locality | None = None
    speaker: str = ""  # post and name as printed


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of a report; blocks follow each other and never overlap.

    A run-in heading (（一）聚焦发展航标。一是…) is a block of its own, and so is every point (一是…二是…) that a
    paragraph strings together.
    """

    role: Role
    span: Span  # in the document's text
    level: int = 0  # of a heading, from 1 for 一、; 0 for all else
    number: str = ""  # the number as printed, with its punctuation: 一、 （一） 1. —— 一是
    lead: Span | None = None  # the run-in lead (小标题) of a paragraph, without number and closing mark


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. The root has no heading and holds what precedes the first one.

    `blocks` are its own, also those that follow its children: what wraps up a chapter (此外…, thanks, problems, the
    appeal) belongs to the chapter. The annexes are the last section, headed by the block that marks them.
    """

    heading: Block | None
    title: str  # the heading's words without number and closing mark; "" for the root
    blocks: tuple[Block, ...] = ()
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield the section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Document:
    """One report, read, cleaned and parsed."""

    source: Source
    raw: str  # the whole file as `drafter text` prints it, also when the report is one of a compilation
    text: NormText  # this report only
    offsets: OffsetMap  # from `text` to `raw`
    blocks: tuple[Block, ...]
    root: Section

    def raw_span(self, span: Span) -> Span:
        """Return where `span` of the text stands in the raw file."""
        return self.offsets.raw(span)
