"""A report written as a Word file: the whole of it as a golden, and what must hold besides."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from lxml import etree

from drafter.model import Paragraph, Piece, Report, Table
from drafter.render.word import write_word

Written = Callable[[Report], WordDocument]


def part(path: Path, name: str) -> str:
    """Return one part of a Word file, indented, in canonical XML."""
    root = etree.fromstring(zipfile.ZipFile(path).read(f"word/{name}.xml"))
    etree.indent(root)
    return etree.tostring(root, method="c14n").decode("utf-8") + "\n"


@pytest.mark.parametrize("name", ["document", "styles", "settings", "fontTable", "footer1", "footer2"])
def test_every_part_is_as_looked_at(
    sample: Report, tmp_path: Path, golden: Callable[[str, str], None], name: str
) -> None:
    write_word(sample, tmp_path / "report.docx")
    golden(f"word/{name}.xml", part(tmp_path / "report.docx", name))


def test_the_same_report_gives_the_same_bytes(sample: Report, tmp_path: Path) -> None:
    write_word(sample, tmp_path / "one.docx")
    write_word(sample, tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_properties_name_title_and_author_and_nothing_of_the_machine(sample: Report, written: Written) -> None:
    properties = written(sample).core_properties
    assert (properties.title, properties.author) == (sample.title, "清河镇人民政府")
    assert (properties.last_modified_by, properties.created, properties.modified) == ("", None, None)


def test_a_very_long_title_is_cut_in_the_properties_only(sample: Report, written: Written) -> None:
    title = "报告" * 200
    document = written(replace(sample, title=title, blocks=(Paragraph("title", (Piece(title, "author"),)),)))
    assert document.core_properties.title == title[:255]
    assert document.paragraphs[0].text == title


def test_paragraphs_come_back_with_text_and_style(sample: Report, written: Written) -> None:
    paragraphs = written(sample).paragraphs
    assert [paragraph.text for paragraph in paragraphs[:4]] == [
        "清河镇2024年上半年工作总结\n及下半年工作计划",
        "——2024年8月23日在清河镇\n第十九届人民代表大会第七次会议上",
        "清河镇人民政府镇长　某某",
        "各位代表：",
    ]
    assert [paragraph.style.name for paragraph in paragraphs[4:9]] == [
        "Normal",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 4",
    ]


def test_open_slots_alone_stand_in_yellow(sample: Report, written: Written) -> None:
    document = written(sample)
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    runs += [run for cell in document.tables[1].columns[1].cells for run in cell.paragraphs[0].runs]
    yellow = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert yellow == ["【待补：固定资产投资（亿元）】", "【待更新：旧值 2.05万亩】", "【待补：财政收入】"]


def test_a_free_line_parts_the_title_block_from_what_follows(sample: Report, written: Written) -> None:
    paragraphs = written(sample).paragraphs
    after = {paragraph.text: paragraph.paragraph_format.space_after for paragraph in paragraphs}
    assert after["清河镇人民政府镇长　某某"].pt == pytest.approx(28.95)
    assert after["主要经济指标"].pt == pytest.approx(28.95)
    assert after["各位代表："] is None


def test_characters_that_xml_cannot_hold_are_left_out(sample: Report, written: Written) -> None:
    paragraph = Paragraph("body", (Piece("一\x00二\x0b三\ud800四\ufffe五", "author"),))
    assert written(replace(sample, title="题\x07目", blocks=(paragraph,))).paragraphs[0].text == "一二三四五"


def test_line_breaks_and_tabs_of_own_text_are_kept(sample: Report, written: Written) -> None:
    paragraph = Paragraph("body", (Piece(" 一\n二\t三 ", "author"),))
    assert written(replace(sample, blocks=(paragraph,))).paragraphs[0].text == " 一\n二\t三 "


def test_an_empty_report_is_a_valid_file(sample: Report, written: Written) -> None:
    assert written(replace(sample, title="", author="", blocks=())).paragraphs == []


def test_an_empty_table_is_left_out(sample: Report, written: Written) -> None:
    document = written(replace(sample, blocks=(Table("空表", (), ((),)), Table("", (), ()))))
    assert not document.tables
    assert [paragraph.text for paragraph in document.paragraphs] == ["空表"]


def test_library_text_is_marked_on_request(tmp_path: Path) -> None:
    pieces = (
        Piece("今年以来，", "template"),
        Piece("扎实推进各项工作", "library"),
        Piece("【待补：面积】", "placeholder"),
        Piece("，持续发力", "library"),
    )
    report = Report("题", "清河镇", (Paragraph("body", pieces),), 0)
    write_word(report, tmp_path / "plain.docx")
    write_word(report, tmp_path / "marked.docx", marks=True)
    marked = etree.fromstring(part(tmp_path / "marked.docx", "document"))
    w = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    assert marked.xpath("//w:r[w:rPr/w:shd]/w:t/text()", namespaces=w) == ["扎实推进各项工作", "，持续发力"]
    assert marked.xpath("//w:r[w:rPr/w:highlight]/w:t/text()", namespaces=w) == ["【待补：面积】"]
    assert "".join(marked.xpath("//w:t/text()", namespaces=w)) == "".join(piece.text for piece in pieces)
    assert "w:shd" not in part(tmp_path / "plain.docx", "document")
