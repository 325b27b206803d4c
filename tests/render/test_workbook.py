"""The library as sheets: an Excel workbook that runs nothing, and Markdown that stays a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from drafter.model import Clause, Frame, Heading, Locality, Period, Phrase, Skeleton, Source, Usual
from drafter.render import sheets
from drafter.render.sheets import Sheet, to_markdown
from drafter.render.workbook import write_workbook

NEW = Source("corpus/新.txt", "报告", "annual", Period(2024, "year"), Locality("高兴镇", "兴国县"))
OLD = Source("corpus/汇编.txt#4", "", None, Period(2020, "year"))
SOURCES = {source.path: source for source in (OLD, NEW)}
PATHS = tuple(SOURCES)
USUAL = Usual("粮食", 7 / 8, 0.1, ("举措", "数据"), (("种好粮", "corpus/新.txt"),))


def library() -> list[Sheet]:
    """Return a sheet of every sort."""
    return [
        sheets.reports([(NEW, 10), (OLD, 20)]),
        sheets.phrases([Phrase("乡村振兴", 9, 2, PATHS, "农业", "举措", 2024, 2)], SOURCES),
        sheets.frames([Frame("完成{指标}{数值}", ("指标", "数值"), "数据", "产业", 2, PATHS, "投资")], SOURCES),
        sheets.headings([Heading("抓农业", 2, "农业", "3", "corpus/汇编.txt#4", 1, pure=True)]),
        sheets.clauses([Clause("抓好农业", "举措", "农业", 2, PATHS, pure=False)], SOURCES),
        sheets.skeletons([Skeleton("农业", None, "review", 8, 7, 420, 260, 700, 3, (USUAL,), (), ())]),
    ]


def test_the_sheets_say_all() -> None:
    found = {sheet.title: dict(zip(sheet.header, sheet.rows[0], strict=True)) for sheet in library()}
    assert list(found) == ["报告", "短语", "句式", "标题", "分句", "板块骨架"]
    assert found["报告"]["单位"] == "高兴镇"
    assert found["短语"]["见于"] == "新；汇编#4"  # the newest first
    assert found["句式"]["指标"] == "投资"
    assert (found["标题"]["层级"], found["标题"]["不含专名数字"]) == ("二级标题", "是")
    assert found["分句"]["不含专名数字"] == "否"
    assert found["板块骨架"]["例子"] == "种好粮（新）"


def test_every_sheet_is_as_wide_as_its_header() -> None:
    for sheet in library():
        assert len(sheet.header) == len(sheet.widths)
        assert {len(row) for row in sheet.rows} == {len(sheet.header)}


def test_many_sources_are_cut_and_counted() -> None:
    paths = tuple(f"corpus/汇编.txt#{number}" for number in range(1, 30))
    (row,) = sheets.clauses([Clause("抓好农业", "举措", "农业", 2, paths, pure=True)], {}).rows
    assert row[-1] == "汇编#1、2、3、4、5、6、7、8、9、10 等 29 篇"


def test_a_workbook_has_frozen_headers_filters_and_wide_columns(tmp_path: Path) -> None:
    write_workbook(library(), tmp_path / "库.xlsx")
    book = load_workbook(tmp_path / "库.xlsx")
    assert book.sheetnames == ["报告", "短语", "句式", "标题", "分句", "板块骨架"]
    page = book["短语"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("B2", "A1:H2")
    assert page["A1"].font.bold
    assert [cell.value for cell in page[2]] == ["乡村振兴", 2, 2, 9, 2024, "农业", "举措", "新；汇编#4"]
    assert page.column_dimensions["A"].width > 2 * len("乡村振兴")


@pytest.mark.parametrize("words", ["=1+1", "+86", "-5%", "@某人", '=HYPERLINK("http://a")', "=", "坏\x07字\ud800"])
def test_nothing_is_ever_a_formula(words: str, tmp_path: Path) -> None:
    write_workbook([Sheet("表", (words[:1], "次"), (4, 4), ((words, 3),))], tmp_path / "库.xlsx")
    cell = load_workbook(tmp_path / "库.xlsx")["表"]["A2"]
    assert cell.data_type == "s"
    assert len(cell.value) == len(words)
    assert cell.quotePrefix == (words[0] in "=+-@")


def test_a_cell_stays_within_what_excel_takes(tmp_path: Path) -> None:
    write_workbook([Sheet("表", ("长",), (4,), (("长" * 40_000,),))], tmp_path / "库.xlsx")
    assert len(load_workbook(tmp_path / "库.xlsx")["表"]["A2"].value) == 32_000


def test_markdown_stays_a_table() -> None:
    sheet = Sheet("表", ("甲", "乙"), (4, 4), (("a|b\n<script>", 1), ("`*[", "")))
    assert to_markdown([sheet]) == "\n".join(
        ["## 表", "", "| 甲 | 乙 |", "| --- | --- |", "| a\\|b \\<script> | 1 |", "| \\`\\*\\[ |  |", ""]
    )
