"""Departments' papers, from files to a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from drafter import app
from drafter.config import Workspace
from drafter.errors import ReadError, WriteError

PAPERS = {
    "农业办.txt": "农业办2024年上半年工作情况\n上半年，早稻种植面积2.2万亩，同比增长3.5%。建成新圩村育秧中心。\n",
    "民政所.md": "# 民政所2024年上半年小结\n\n早稻种植面积2.1万亩。发放低保资金224万元。\n",
    "通知.txt": "关于加强作风建设的通知\n各村要高度重视。\n",
}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Return a folder of papers, with a table among them."""
    for name, text in PAPERS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    book = Workbook()
    book.active.append(["指标", "数值", "单位", "同比"])
    book.active.append(["签约项目", 12, "个", "+20%"])
    book.save(tmp_path / "招商.xlsx")
    return tmp_path


def test_a_folder_of_papers_and_tables_is_gathered(papers: Path) -> None:
    found = app.facts_from(Workspace(papers), [papers])
    facts = {(row.source, row.indicator): row for row in found.gathered.facts}
    assert facts["农业办.txt", "早稻种植面积"].doubt == "与民政所.md的2.1万亩不一致"
    assert facts["招商.xlsx", "签约项目"].yoy == "+20%"
    assert facts["招商.xlsx", "签约项目"].sentence == "第2行"
    assert [row.deed for row in found.gathered.deeds] == ["建成新圩村育秧中心"]
    assert found.silent == ("通知.txt",)


def test_a_workbook_marks_doubts_and_keeps_texts(papers: Path) -> None:
    app.facts_from(Workspace(papers), [papers / "农业办.txt", papers / "民政所.md"], papers / "指标.xlsx")
    book = load_workbook(papers / "指标.xlsx")
    assert book.sheetnames == ["数据", "事项"]
    page = book["数据"]
    first, last = page[2], page[4]
    assert [cell.value for cell in first[1:5]] == ["早稻种植面积", "2.2万", "亩", "+3.5%"]
    assert {cell.number_format for cell in first} == {"@"}
    assert first[0].fill.fgColor.rgb != last[0].fill.fgColor.rgb
    assert page.freeze_panes == "B2"


def test_a_table_that_drafter_gathered_is_no_paper(papers: Path) -> None:
    before = app.facts_from(Workspace(papers), [papers], papers / "指标.csv").gathered
    assert (papers / "指标.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert app.facts_from(Workspace(papers), [papers]).gathered == before


def test_what_cannot_be_read_stops_no_other(papers: Path) -> None:
    found = app.facts_from(Workspace(papers), [papers / "没有.txt", papers / "没有.xlsx", papers / "农业办.txt"])
    assert [str(error) for error in found.skipped] == [
        f"{papers / name}：没有这个文件。请检查文件名和所在的文件夹。" for name in ("没有.txt", "没有.xlsx")
    ]
    assert found.gathered.facts


def test_a_table_in_a_word_file_is_read_by_its_columns(tmp_path: Path) -> None:
    paper = Document()
    paper.add_paragraph("经发办2024年上半年主要指标")
    paper.add_paragraph("上半年，全镇完成固定资产投资3.2亿元。")
    for cells in (("指标", "单位", "累计完成", "同比（%）"), ("财政总收入", "万元", "4210", "+3.8")):
        table = paper.tables[0] if paper.tables else paper.add_table(0, 4)
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    paper.save(str(tmp_path / "经发办.docx"))
    (one, other) = app.facts_from(Workspace(tmp_path), [tmp_path / "经发办.docx"]).gathered.facts
    assert (one.indicator, one.value, one.unit, one.yoy) == ("财政总收入", "4210", "万元", "+3.8%")
    assert (one.source, one.sentence) == ("经发办.docx", "表格 第2行")
    assert other.indicator == "固定资产投资"


def test_a_faulty_table_is_told_and_the_words_are_read(tmp_path: Path) -> None:
    paper = Document()
    paper.add_paragraph("上半年，全镇新增规上企业3家。")
    table = paper.add_table(0, 2)
    for cells in (("指标", "数值"), ("财政总收入", "很多")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    paper.save(str(tmp_path / "经发办.docx"))
    found = app.facts_from(Workspace(tmp_path), [tmp_path / "经发办.docx"])
    assert [row.indicator for row in found.gathered.facts] == ["新增规上企业"]
    assert "“很多”不是数字" in str(found.skipped[0])
    assert "经发办.docx 第2行" in str(found.skipped[0])


def test_nothing_found_writes_nothing(papers: Path) -> None:
    found = app.facts_from(Workspace(papers), [papers / "通知.txt"], papers / "指标.xlsx")
    assert not app.is_found(found.gathered)
    assert not (papers / "指标.xlsx").exists()


@pytest.mark.parametrize("target", ["农业办.txt", "招商.xlsx", "表.doc"])
def test_no_file_is_written_over(papers: Path, target: str) -> None:
    before = {path: path.read_bytes() for path in papers.iterdir()}
    with pytest.raises(WriteError):
        app.facts_from(Workspace(papers), [papers], papers / target)
    assert {path: path.read_bytes() for path in papers.iterdir()} == before


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="里面没有能读的材料"):
        app.facts_from(Workspace(tmp_path), [tmp_path])
