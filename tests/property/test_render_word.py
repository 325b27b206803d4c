"""Laws of the Word writer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import page
from drafter.model import Paragraph, Piece, Report, Table
from drafter.render.word import write_word
from drafter.render.word_lines import break_lines, width

HAN = st.sampled_from("镇村年的，。“”——…：2024第届次在和A%　 亩")
TEXTS = st.text(HAN, max_size=60) | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=20)
PIECES = st.builds(Piece, TEXTS, st.just("author"))
PARAGRAPHS = st.builds(Paragraph, st.sampled_from(sorted(page.STYLES)), st.lists(PIECES, max_size=3).map(tuple))
ROWS = st.lists(TEXTS, max_size=4).map(tuple)
TABLES = st.builds(Table, TEXTS, ROWS, st.lists(ROWS, max_size=3).map(tuple))
REPORTS = st.builds(Report, TEXTS, TEXTS, st.lists(PARAGRAPHS | TABLES, max_size=6).map(tuple), seed=st.integers(0, 9))


def wording(text: str) -> str:
    """Return a text without white space: a title's line break stands for a space."""
    return "".join(text.split())


@settings(max_examples=40)
@given(REPORTS)
def test_a_written_report_reads_as_it_was(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        write_word(report, path)
        document = Document(str(path))
    given_texts = [block.text if isinstance(block, Paragraph) else block.caption for block in report.blocks]
    read = [paragraph.text for paragraph in document.paragraphs]
    assert [wording(text) for text in read if wording(text)] == [wording(t) for t in given_texts if wording(t)]
    cells = [
        cell
        for block in report.blocks
        if isinstance(block, Table)
        for row in (block.header, *block.rows)
        for cell in row
    ]
    seen = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert [wording(text) for text in seen if wording(text)] == [wording(c) for c in cells if wording(c)]


@given(st.text(HAN, max_size=70), st.integers(4, 26))
def test_lines_fit_and_join_to_the_text(text: str, limit: int) -> None:
    lines = break_lines(text, limit)
    assert wording("".join(lines)) == wording(text)
    assert len(lines) == 1 or all(width(line) <= limit for line in lines)
