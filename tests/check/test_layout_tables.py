"""Tables held against the layout; that planted faults are found is measured in tests/quality/test_layout.py."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from drafter.app.layouts import looks_of
from drafter.check.layout.deviations import Deviation
from drafter.check.layout.rule import deviations
from drafter.ingest.reader import read
from drafter.page import FANGSONG, HEITI, STANDARD, Layout, with_house_rules

from ..quality.good_files import tabled

HOUSE = with_house_rules({}, {"table_head": {"face": HEITI}, "table_text": {"face": FANGSONG}})


def found(folder: Path, change: Callable[[Any], None] = lambda _: None, layout: Layout = STANDARD) -> list[Deviation]:
    """Return how a good file with two tables deviates, once its first table is changed."""
    document = docx.Document(io.BytesIO(tabled()))
    change(document.tables[0]._tbl)
    document.save(str(folder / "稿.docx"))
    (read_document,) = read(folder / "稿.docx", "稿.docx")
    (look,) = looks_of(folder / "稿.docx", [read_document])
    assert look
    return deviations(read_document, look, layout)


def test_faces_that_the_office_has_set_bind(tmp_path: Path) -> None:
    assert not found(tmp_path)
    messages = {each.message() for each in found(tmp_path, layout=HOUSE)}
    assert messages == {"表格文字的字体是宋体，应用黑体或仿宋_GB2312（单位，drafter.toml）"}


def test_a_table_too_wide_is_told_with_the_width_it_may_have(tmp_path: Path) -> None:
    (deviation,) = found(tmp_path, lambda table: table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").set(qn("w:w"), "10000"))
    assert deviation.message() == (
        "表格宽 176 毫米，超出了 156 毫米宽的版心，应放在版心之内（国标，GB/T 9704 第 5.2.1 条）"
    )


@pytest.mark.parametrize("rows", [1, 20])
def test_frames_and_tables_of_a_page_need_no_repeated_header(tmp_path: Path, rows: int) -> None:
    def change(table: Any) -> None:
        for row in table.findall(qn("w:tr"))[rows:]:
            table.remove(row)
        for properties in [*table.iter(qn("w:trPr"))]:
            properties.getparent().remove(properties)

    assert not found(tmp_path, change)
