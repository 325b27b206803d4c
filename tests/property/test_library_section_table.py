"""Laws of finding sections by the words they hold."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from drafter.library.section_table import PointRow, Row, SectionTable
from drafter.model import SectionText, Source, Span

Rows = tuple[str, list[Row], list[PointRow]]


@st.composite
def reports(draw: st.DrawFn) -> Rows:
    """Return a report's text, its sections (two levels under the root) and their points."""
    sections: list[Row] = [(0, 0, -1, 0, "", "", "review", 0, 0)]
    points: list[PointRow] = []
    text = ""

    def paragraph(section: int) -> None:
        nonlocal text
        start, lead = len(text), draw(st.sampled_from(["", "村", "乡村"]))
        text += lead + draw(st.text("乡村新", max_size=4)) + "\n"
        points.append((0, section, start, len(text) - 1, lead, draw(st.sampled_from(["", "农业"])), "举措"))

    def section(parent: int, level: int) -> None:
        nonlocal text
        number, start, title = len(sections), len(text), draw(st.text("乡村新", min_size=1, max_size=3))
        sections.append((0, number, parent, level, title, draw(st.sampled_from(["", "农业", "产业"])), "review", 0, 0))
        text += title + "\n"
        for _ in range(draw(st.integers(0, 2))):
            paragraph(number)
        if level == 1:
            for _ in range(draw(st.integers(0, 2))):
                section(number, 2)
        sections[number] = (*sections[number][:7], start, len(text) - 1)

    for _ in range(draw(st.integers(1, 3))):
        section(0, 1)
    return text, sections, sorted(points)


def table_of(rows: Rows) -> SectionTable:
    """Return the table of one report."""
    text, sections, points = rows
    return SectionTable([Source("甲.txt")], [text], sections, points)


def every_section(rows: Rows) -> Iterator[str]:
    """Yield the texts of all sections and of all points with a lead."""
    text, sections, points = rows
    yield from (Span(*row[7:]).of(text) for row in sections[1:])
    yield from (Span(*row[2:4]).of(text) for row in points if row[4])


WORDS = st.lists(st.text("乡村新", min_size=1, max_size=2), min_size=1, max_size=2)


@given(reports(), WORDS)
def test_what_is_found_holds_every_word(rows: Rows, words: list[str]) -> None:
    for section in table_of(rows).find(words):
        assert all(word in section.text for word in words)


@given(reports(), WORDS)
def test_in_every_section_that_holds_the_words_one_is_found(rows: Rows, words: list[str]) -> None:
    found = [section.text for section in table_of(rows).find(words)]
    for text in every_section(rows):
        if all(word in text for word in words):
            assert any(other in text for other in found)


@given(reports())
def test_without_words_no_section_is_found_twice(rows: Rows) -> None:
    found: list[SectionText] = list(table_of(rows).find(()))
    assert sum(len(section.text) + 1 for section in found) <= len(rows[0])
    assert {section.topic for section in table_of(rows).find((), topic="农业")} <= {"农业"}


@given(reports())
def test_points_lie_in_their_sections(rows: Rows) -> None:
    for section in table_of(rows).find(["村"]):
        assert all(point.text in section.text for point in section.points)
