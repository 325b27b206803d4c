"""A report as text and as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drafter.model import Paragraph, Piece, Report, Table
from drafter.render.plain import to_markdown, to_text


def test_text_and_markdown_are_as_looked_at(sample: Report, golden: Callable[[str, str], None]) -> None:
    golden("plain/sample.txt", to_text(sample))
    golden("plain/sample.md", to_markdown(sample))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("仿宋_GB2312*注", "仿宋\\_GB2312\\*注"),
        ("1. 农业", "1\\. 农业"),
        ("1.农业", "1.农业"),
        ("- 一项", "\\- 一项"),
        ("# 一项", "\\# 一项"),
        ("——奋力谱写", "——奋力谱写"),
        ("甲\n- 乙", "甲\\\n\\- 乙"),
    ],
)
def test_markdown_reads_wording_as_wording(sample: Report, text: str, markdown: str) -> None:
    report = replace(sample, blocks=(Paragraph("body", (Piece(text, "author"),)),))
    assert to_markdown(report) == f"{markdown}\n"


def test_breaks_in_a_title_are_layout(sample: Report) -> None:
    report = replace(sample, blocks=(Paragraph("title", (Piece("清河镇工作总结\n及计划", "author"),)),))
    assert to_text(report) == "清河镇工作总结及计划\n"
    assert to_markdown(report) == "# 清河镇工作总结及计划\n"


def test_a_pipe_in_a_cell_does_not_part_it(sample: Report) -> None:
    report = replace(sample, blocks=(Table("", ("甲|乙", "丙\n丁"), (("一",),)),))
    assert to_markdown(report) == "| 甲\\|乙 | 丙<br>丁 |\n| --- | --- |\n| 一 |  |\n"
    assert to_text(report) == "甲|乙\t丙丁\n一\n"


def test_an_empty_report_is_an_empty_text(sample: Report) -> None:
    assert to_text(replace(sample, blocks=())) == ""
    assert to_markdown(replace(sample, blocks=(Table("", (), ((),)),))) == "\n"
