"""The sections of all reports, to be found by words, topic, kind and chapter.

A plain scan: 9 MB of reports with 13,000 sections take 50 ms at most, once loaded in 0.2 s. SQLite's trigram index was
tried: it finds no word of two characters, and costs 23 MB and 4.5 s of mining.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from drafter.model import Kind, Move, SectionPoint, SectionText, Source, Span
from drafter.text import topics

Row = tuple[int, int, int, int, str, str, str, int, int]  # document, number, parent, level, title, topic, chapter, span
PointRow = tuple[int, int, int, int, str, str, str]  # document, section, span, lead, topic, moves

_ABOVE_TOWN = ("省", "市", "县", "区", "州", "盟", "旗")  # how the names of higher levels end
_ROOT = -1  # level of what is no section unless a report has no other
_FROM_HEADING, _FROM_TEXT, _NOT = range(3)


@dataclass(frozen=True, slots=True)
class _Point:
    span: Span
    lead: str
    topic: str
    moves: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A section, or a point with a lead."""

    document: int
    above: int  # the number in the table of the section it stands in; -1 for none
    level: int  # 0 for a point, _ROOT for the root
    title: str
    topic: str
    chapter: str
    span: Span


class SectionTable:
    """All sections, numbered in the order of the reports."""

    def __init__(
        self, sources: Sequence[Source], texts: Sequence[str], sections: Iterable[Row], points: Iterable[PointRow]
    ) -> None:
        self._sources = sources
        self._texts = texts
        self._shelved: list[_Entry] = []
        self._points: defaultdict[int, list[_Point]] = defaultdict(list)  # by the number of their section
        numbers = self._shelve_sections(sections)
        for document, section, start, end, lead, topic, moves in points:
            number = numbers[document, section]
            point = _Point(Span(start, end), lead, topic, moves)
            self._points[number].append(point)
            if lead:
                chapter = self._shelved[number].chapter
                self._shelved.append(_Entry(document, number, 0, lead, topic, chapter, point.span))

    def _shelve_sections(self, sections: Iterable[Row]) -> Mapping[tuple[int, int], int]:
        """Put the sections in the table; return their numbers by document and number in the document."""
        rows = list(sections)
        undivided = {document for document, count in Counter(row[0] for row in rows).items() if count == 1}
        numbers: dict[tuple[int, int], int] = {}
        for document, number, parent, level, title, topic, chapter, start, end in rows:
            above = numbers.get((document, parent), -1)
            numbers[document, number] = len(self._shelved)
            named = title or (self._sources[document].title if document in undivided else "")
            place = max(1, level) if title or document in undivided else _ROOT
            self._shelved.append(_Entry(document, above, place, named, topic, chapter, Span(start, end)))
        return numbers

    def find(
        self, words: Sequence[str], *, topic: str = "", kind: Kind | None = None, chapter: str = "", inside: bool = True
    ) -> Iterator[SectionText]:
        """Yield the sections that hold all of some words, best first: in the heading, on the topic, of a town, new.

        Of sections that stand in each other the innermost one is found, without words the outermost; one with the
        words in its heading always. With `inside` false, topics under the one asked for do not count.
        """
        names = topics.family(topic) if topic and inside else (topic,)
        holding = {number for number, text in enumerate(self._texts) if all(word in text for word in words)}
        fitting = [
            number
            for number, each in enumerate(self._shelved)
            if each.level != _ROOT
            and each.document in holding
            and (not topic or each.topic in names)
            and (not kind or self._sources[each.document].kind == kind)
            and (not chapter or each.chapter == chapter)
        ]
        fits = {number: self._fit(number, words) for number in fitting}
        held = {number for number, fit in fits.items() if fit != _NOT}
        chosen = self._outermost(held)
        if words:
            chosen = {number for number in held if fits[number] == _FROM_HEADING} | self._innermost(held)
        seen: set[str] = set()  # a report filed twice gives its sections once
        for number in sorted(chosen, key=lambda number: (fits[number], *self._rank(number, topic))):
            section = self._section(number)
            if section.text not in seen:
                seen.add(section.text)
                yield section

    def _fit(self, number: int, words: Sequence[str]) -> int:
        """Tell where a section holds all the words."""
        each = self._shelved[number]
        if all(word in each.title for word in words):
            return _FROM_HEADING
        text = self._texts[each.document]
        return _FROM_TEXT if all(text.find(word, each.span.start, each.span.end) >= 0 for word in words) else _NOT

    def _above(self, number: int) -> Iterator[int]:
        """Yield the sections that a section stands in."""
        while (number := self._shelved[number].above) >= 0:
            yield number

    def _innermost(self, numbers: set[int]) -> set[int]:
        return numbers - {above for number in numbers for above in self._above(number)}

    def _outermost(self, numbers: set[int]) -> set[int]:
        return {number for number in numbers if numbers.isdisjoint(self._above(number))}

    def _rank(self, number: int, topic: str) -> tuple[bool, bool, int, bool, int]:
        each = self._shelved[number]
        source = self._sources[each.document]
        high = source.locality is not None and source.locality.name.endswith(_ABOVE_TOWN)
        year = source.period.year if source.period else 0
        return bool(topic) and each.topic != topic, high, -year, each.level == 0, number

    def _section(self, number: int) -> SectionText:
        """Return a section whole."""
        each = self._shelved[number]
        text = each.span.of(self._texts[each.document])
        points = tuple(self._points_of(number))
        return SectionText(each.title, each.level, each.topic, each.chapter, self._sources[each.document], text, points)

    def _points_of(self, number: int) -> Iterator[SectionPoint]:
        """Yield the paragraphs of a section; the first one under a heading within it is led by that heading."""
        each = self._shelved[number]
        text = self._texts[each.document]
        found = [
            (point, self._shelved[section].title if section != number and not order else "")
            for section in self._within(number)
            for order, point in enumerate(self._points[section])
            if each.span.covers(point.span)
        ]
        for point, heading in sorted(found, key=lambda pair: pair[0].span):
            lead = heading or (point.lead if each.level else "")
            moves = cast("tuple[Move, ...]", tuple(point.moves.split()))
            yield SectionPoint(lead, point.topic, moves, point.span.of(text))

    def _within(self, number: int) -> Iterator[int]:
        """Yield the sections whose paragraphs belong to a section or point, in order."""
        if not self._shelved[number].level:
            yield self._shelved[number].above
            return
        yield number
        yield from self._below(number)

    def _below(self, number: int) -> Iterator[int]:
        span, document = self._shelved[number].span, self._shelved[number].document
        for other in range(number + 1, len(self._shelved)):
            if self._shelved[other].document != document or not span.covers(self._shelved[other].span):
                return  # a report's sections lie in reading order
            if self._shelved[other].level:
                yield other
