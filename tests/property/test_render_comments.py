"""Laws of comments on Word files, on drafts and on every real file at hand."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import page
from drafter.ingest.reader import read_places, read_raw
from drafter.model import Paragraph, Piece, Report, Span, Table
from drafter.render.word import write_word
from drafter.render.word_comments import Comment, write_comments

from ..uncommented import canonical, commented_words, new_ids

SHARED = Path(__file__).parents[3] / "shared" / "docx"
FILES = [path for path in sorted(SHARED.glob("*.docx")) if "_A4_" not in path.stem]  # those are without a word

TEXTS = st.text(st.sampled_from("镇村年的，。“”——2024 A%　\n\t亩【待补：】"), min_size=1, max_size=30)
PARAGRAPHS = st.builds(
    lambda style, text: Paragraph(style, (Piece(text, "author"),)), st.sampled_from(sorted(page.STYLES)), TEXTS
)
TABLES = st.builds(Table, TEXTS, st.just(("甲", "乙")), st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple))
BLOCKS = st.lists(PARAGRAPHS | TABLES, max_size=5).map(
    lambda blocks: (Paragraph("body", (Piece("始", "author"),)), *blocks)
)
PLACES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30)), min_size=1, max_size=6)


def comment_on(file: Path, spans: list[Span], output: Path) -> None:
    """Write a copy of a file with a comment on each span of its text."""
    content, places = read_places(file)
    write_comments(
        content, places, [Comment(span, (f"第{number}条",)) for number, span in enumerate(spans)], file, output
    )


def assert_only_commented(file: Path, output: Path, count: int) -> None:
    """Assert that `output` is `file` with so many comments, each begun and ended once, and nothing else."""
    before, after = file.read_bytes(), output.read_bytes()
    ids = new_ids(before, after)
    assert len(ids) == len(set(ids)) == count
    assert set(ids) <= set(commented_words(after))
    assert canonical(after, ids) == canonical(before)
    assert read_raw(output) == read_raw(file)


@settings(max_examples=60)
@given(BLOCKS, PLACES)
def test_a_draft_is_only_commented(blocks: tuple[Paragraph | Table, ...], places: list[tuple[float, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, output = Path(folder) / "稿.docx", Path(folder) / "批注.docx"
        write_word(Report("稿", "镇", blocks, seed=0), file)
        raw = read_raw(file)
        spans = [Span(start, min(len(raw), start + size)) for part, size in places for start in [int(part * len(raw))]]
        comment_on(file, spans, output)
        assert_only_commented(file, output, len(spans))
        words = commented_words(output.read_bytes())
        for number, span in enumerate(spans):
            inked = "".join(span.of(raw).split())
            assert not inked or "".join(words[str(number)].split()) == inked


@pytest.mark.skipif(not FILES, reason="needs ../shared/docx")
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem[:24])
def test_a_real_file_is_only_commented(file: Path, tmp_path: Path) -> None:
    raw, dice = read_raw(file), random.Random(len(file.name))
    starts = [dice.randrange(len(raw)) for _ in range(40)]
    spans = [Span(start, min(len(raw), start + dice.randrange(1, 90))) for start in starts]
    comment_on(file, spans, tmp_path / "批注.docx")
    assert_only_commented(file, tmp_path / "批注.docx", len(spans))
