"""A law of papers: what is gathered and written, the outline's reader reads back, every row and value of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.fact_table import TableFact, read_tables
from drafter.ingest.structure import outline
from drafter.model import Document, FactRow, Gathered, NormText, Source
from drafter.papers.gather import gather
from drafter.render import fact_sheets
from drafter.render.workbook import write_workbook
from drafter.text.normalize import normalize

from .test_text_statements import sentences

FIELDS = ("indicator", "value", "unit", "yoy", "previous", "target", "completion", "share", "rank", "note")


def document(text: str) -> Document:
    """Return a paper of these lines."""
    norm, offsets = normalize(f"农业办工作情况\n{text}", wrapped=False)
    blocks, root = outline(norm, offsets)
    return Document(Source("农业办.txt"), text, NormText(norm), offsets, blocks, root)


def written(gathered: Gathered, suffix: str) -> list[tuple[str, str, TableFact | str]]:
    """Write rows and read them as an outline does; return topic, period and content of each."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"表{suffix}"
        sheets = fact_sheets.sheets(gathered)
        if suffix == ".csv":
            path.write_text(fact_sheets.to_csv(sheets[0]), encoding="utf-8-sig", newline="")
        else:
            write_workbook(sheets, path)
        (table,) = read_tables([path.name], Path(folder))
        return [(row.topic, row.period, row.content) for row in table.rows]


def shown(row: FactRow) -> tuple[str, ...]:
    """Return what an outline takes of a row; a scrubbed value is open."""
    return tuple("" if name == "value" and row.value == "XX" else getattr(row, name) for name in FIELDS)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@settings(max_examples=60, deadline=None)
@given(texts=st.lists(sentences.filter(bool), min_size=1, max_size=5))
def test_a_table_of_papers_is_read_back_row_by_row(suffix: str, texts: list[str]) -> None:
    gathered = gather(document("。\n".join(texts)))
    if not gathered.facts:
        return
    found = [each for each in written(gathered, suffix) if isinstance(each[2], TableFact)]
    assert len(found) == len(gathered.facts)
    for row, (read_topic, period, fact) in zip(gathered.facts, found, strict=True):
        assert (read_topic, period) == (row.topic, row.period)
        assert tuple(getattr(fact, name) or "" for name in FIELDS) == shown(row)
