"""Tables of a Word file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from drafter.model import Paragraph, Piece, Report, Table

Written = Callable[[Report], WordDocument]

PROJECTS = Table(
    "",
    ("序号", "项目", "主要内容", "进展"),
    (
        (
            "1",
            "农村饮水安全巩固提升工程",
            "新建清河村、新圩村集中供水点3处，铺设管网12.6公里，惠及群众1.2万人",
            "已完成",
        ),
    ),
)


@pytest.mark.parametrize(
    "table",
    [
        PROJECTS,
        Table("", ("指标", "数值"), (("财政收入", "4.59"),)),
        Table("", tuple("指标数值同比完成率" * 2), ()),
        Table("", (), (("很长的单元格" * 20, "另一个很长的单元格" * 20),)),
    ],
)
def test_a_table_is_just_as_wide_as_the_text(table: Table, sample: Report, written: Written) -> None:
    made = written(replace(sample, blocks=(table,))).tables[0]
    columns = [int(column._gridCol.get(qn("w:w"))) for column in made.columns]
    assert sum(columns) == 8844  # 156 mm in twips
    assert min(columns) > 0


def test_short_columns_do_not_wrap(sample: Report, written: Written) -> None:
    widths = [column.width.pt for column in written(replace(sample, blocks=(PROJECTS,))).tables[0].columns]
    assert widths[0] >= 2 * 12 + 8.5  # 序号 in 小四, with the cell's padding
    assert widths[3] >= 3 * 12 + 8.5
    assert widths[2] > widths[1]


def test_the_header_repeats_and_no_row_is_torn(sample: Report, written: Written) -> None:
    rows = written(replace(sample, blocks=(PROJECTS,))).tables[0].rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_short_row_is_filled_up(sample: Report, written: Written) -> None:
    table = Table("", ("指标", "数值", "备注"), (("财政收入",), ("人口", "3.2万", "", "年末")))
    made = written(replace(sample, blocks=(table,))).tables[0]
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["指标", "数值", "备注", ""],
        ["财政收入", "", "", ""],
        ["人口", "3.2万", "", "年末"],
    ]


def test_neighbouring_tables_stay_apart_and_the_last_is_followed_by_a_paragraph(
    sample: Report, written: Written
) -> None:
    body = written(replace(sample, blocks=(PROJECTS, PROJECTS))).element.body
    assert [child.tag.split("}")[1] for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_paragraph_after_a_table_needs_no_other(sample: Report, written: Written) -> None:
    after = Paragraph("body", (Piece("完。", "author"),))
    body = written(replace(sample, blocks=(PROJECTS, after))).element.body
    assert [child.tag.split("}")[1] for child in body] == ["tbl", "p", "sectPr"]
