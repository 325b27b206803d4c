"""The contents page: a field that is filled, leads to the headings, and is no part of the report when read again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from lxml import etree

from drafter.ingest.reader import read
from drafter.model import Paragraph, Report
from drafter.page import STANDARD
from drafter.page.reading import reading
from drafter.render.paging import pages
from drafter.render.word import write_word

from .conftest import plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def listed(sample: Report) -> Report:
    """Return the sample report with a contents page."""
    return replace(sample, contents=True)


@pytest.fixture
def root(listed: Report, tmp_path: Path) -> etree._Element:
    """Return the main part of its Word file."""
    write_word(listed, tmp_path / "listed.docx")
    return etree.fromstring(zipfile.ZipFile(tmp_path / "listed.docx").read("word/document.xml"))


def test_it_lists_the_headings_with_their_pages(root: etree._Element) -> None:
    entries = [paragraph for paragraph in root.iter(f"{W}p") if paragraph.find(f"{W}hyperlink") is not None]
    assert ["".join(entry.itertext(f"{W}t")) for entry in entries] == [
        "一、2024年上半年工作回顾1",
        "（一）聚焦产业发展，经济运行稳中向好1",
    ]
    assert [entry.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for entry in entries] == ["Toc1", "Toc2"]


def test_its_field_begins_and_ends_and_leads_to_the_headings(root: etree._Element) -> None:
    marks = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
    assert marks[:2] == ["begin", "separate"]
    assert [marks.count(kind) for kind in ("begin", "separate", "end")] == [3, 3, 3]
    codes = [code.text for code in root.iter(f"{W}instrText")]
    assert codes[0].startswith(' TOC \\o "1-2"')
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert [code.split()[1] for code in codes[1:]] == names
    assert [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")] == names
    ids = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
    assert ids == [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
    assert len(ids) == len(set(ids))


def test_its_pages_count_in_roman_figures_and_the_text_from_one(root: etree._Element) -> None:
    before, text = (section.find(f"{W}pgNumType") for section in root.iter(f"{W}sectPr"))
    assert before.get(f"{W}fmt") == "upperRoman"
    assert text.get(f"{W}start") == "1"


def test_its_styles_exist_and_stand_in_the_schema_s_order(
    listed: Report, written: Callable[[Report], WordDocument]
) -> None:
    styles = {style.name: style for style in written(listed).styles}
    assert {"toc 1", "toc 2", "目录标题"} <= set(styles)
    order = [child.tag.removeprefix(W) for child in styles["toc 1"].element.pPr]
    assert order.index("tabs") < order.index("overflowPunct")
    assert "outlineLvl" not in order


def test_a_report_without_headings_has_none(sample: Report, tmp_path: Path) -> None:
    bare = replace(sample, blocks=(plain("title", "报告"), plain("body", "正文。")))
    write_word(bare, tmp_path / "bare.docx")
    write_word(replace(bare, contents=True), tmp_path / "asked.docx")
    assert (tmp_path / "bare.docx").read_bytes() == (tmp_path / "asked.docx").read_bytes()


def test_it_is_no_part_of_the_report_when_that_is_read(listed: Report, sample: Report, tmp_path: Path) -> None:
    write_word(listed, tmp_path / "report.docx")
    (with_contents,) = read(tmp_path / "report.docx", "report.docx")
    write_word(sample, tmp_path / "report.docx")
    (without,) = read(tmp_path / "report.docx", "report.docx")
    assert with_contents.text == without.text
    assert with_contents.blocks == without.blocks


def test_pages_are_reckoned_from_lines() -> None:
    body = plain("body", "字" * (28 * 5 - 2))  # five full lines
    blocks: list[Paragraph] = [*[body] * 4, plain("heading1", "一、标题"), body]
    assert list(pages(blocks, STANDARD)) == [1, 1, 1, 1, 1, 1]  # twenty lines, the heading, and one more line
    assert list(pages([plain("body", "字"), *blocks], STANDARD)) == [1, 1, 1, 1, 1, 2, 2]  # the heading goes along
    assert list(pages(blocks, reading(STANDARD)))[-1] == 2
    assert list(pages([body, plain("annex_mark", "附件1")], STANDARD)) == [1, 2]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("字" * 26, 1),
        ("字" * 26 + "。", 1),  # a mark hangs
        ("字" * 27, 2),
        ("字" * 25 + "123456", 2),  # a figure is not torn
        ("字" * 25 + "“字", 2),  # nor does an opening mark end a line
        ("字" * 20 + "1234567890", 1),  # figures take half the room
    ],
)
def test_lines_fill_as_on_paper(text: str, count: int) -> None:
    probe = [plain("body", text), *[plain("body", "行")] * 22]
    assert list(pages(probe, STANDARD)).count(1) == 23 - count
