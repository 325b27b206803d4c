"""Tables of Word files, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from drafter.errors import ReadError
from drafter.ingest.word_tables import word_tables


def test_cells_stand_in_rows_and_merged_ones_wherever_they_reach(tmp_path: Path) -> None:
    paper = Document()
    table = paper.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    paper.save(str(tmp_path / "表.docx"))
    assert word_tables(tmp_path / "表.docx") == ((("01", "01", "2"), ("3", "4", "58"), ("6", "7", "58")),)


def test_other_files_have_none(tmp_path: Path) -> None:
    (tmp_path / "假.docx").write_text("文字", encoding="utf-8")
    assert word_tables(tmp_path / "假.docx") == ()
    with pytest.raises(ReadError):
        word_tables(tmp_path / "没有.docx")
