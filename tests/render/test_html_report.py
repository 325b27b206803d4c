"""A composed draft as a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from drafter.model import Paragraph, Piece, Report, Table
from drafter.page import STANDARD
from drafter.render.html import report_page, write_report_html


def body(report: Report) -> str:
    """Return the body of a draft's page."""
    page = report_page(report)
    return page[page.index("<body>") :]


def test_the_body_is_as_looked_at(sample: Report, golden: Callable[[str, str], None]) -> None:
    golden("reports/report.html", body(sample))


def test_open_slots_are_marked_in_text_and_tables(sample: Report) -> None:
    assert "<mark>【待补：固定资产投资（亿元）】</mark>，早稻面积<mark>【待更新：旧值 2.05万亩】</mark>" in body(sample)
    assert "<mark>【待补：财政收入】</mark></td>" in body(sample)


def test_a_slot_over_several_pieces_is_one() -> None:
    pieces = (Piece("【待补：", "template"), Piece("财政收入】", "placeholder"))
    assert "<mark>【待补：财政收入】</mark>" in body(Report("题", "镇", (Paragraph("body", pieces),), 1))


def test_everything_is_escaped() -> None:
    hostile = "<script>alert(1)</script>"
    words = Paragraph("body", (Piece(hostile, "author"),))
    page = report_page(Report(hostile, hostile, (words, Table(hostile, (hostile,), ((hostile,),))), 1))
    assert "<script" not in page


def test_a_table_without_header_or_with_short_rows_stays_square() -> None:
    page = body(Report("题", "镇", (Table("", (), (("一", "二"), ("三",))),), 1))
    assert "<thead>" not in page
    assert page.count("<td") == 4


def test_the_layout_comes_from_the_official_page(sample: Report) -> None:
    page = report_page(sample)
    assert "@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm;" in page
    assert 'font-family: "仿宋_GB2312"' in page


def test_page_numbers_stand_outside_or_by_house_rule_in_the_middle(sample: Report) -> None:
    page = report_page(sample)
    assert '@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt/1' in page
    assert "@page :left { @bottom-left {" in page
    centred = replace(STANDARD, page_number_place=replace(STANDARD.page_number_place, value="居中"))
    page = report_page(sample, centred)
    assert "@page { @bottom-center {" in page
    assert "@bottom-right" not in page


def test_the_page_is_written_as_utf8(sample: Report, tmp_path: Path) -> None:
    path = tmp_path / "稿.html"
    write_report_html(sample, path)
    assert "清河镇2024年上半年" in path.read_bytes().decode("utf-8")
