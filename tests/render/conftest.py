"""A small report that uses every style, and a way to write and read it again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from drafter.model import Paragraph, Piece, Report, Table
from drafter.render.word import write_word


def plain(style: str, text: str) -> Paragraph:
    """Return a paragraph of one piece."""
    return Paragraph(style, (Piece(text, "author"),))


def with_gap() -> Paragraph:
    """Return a body paragraph with figures, Latin, quotation marks, dashes and two open slots."""
    return Paragraph(
        "body",
        (
            Piece("完成固定资产投资", "template"),
            Piece("【待补：固定资产投资（亿元）】", "placeholder"),
            Piece("，早稻面积", "library"),
            Piece("【待更新：旧值 2.05万亩】", "placeholder"),
            Piece("，新增5G基站12座，建设“四好农村路”——惠及群众……", "author"),
        ),
    )


@pytest.fixture
def sample() -> Report:
    """Return a report with every style of the layout and two tables."""
    return Report(
        title="清河镇2024年上半年工作总结及下半年工作计划",
        author="清河镇人民政府",
        blocks=(
            plain("title", "清河镇2024年上半年工作总结及下半年工作计划"),
            plain("dateline", "——2024年8月23日在清河镇第十九届人民代表大会第七次会议上"),
            plain("speaker", "清河镇人民政府镇长　某某"),
            plain("salutation", "各位代表："),
            plain("body", "现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席会议的同志提出意见。"),
            plain("heading1", "一、2024年上半年工作回顾"),
            plain("heading2", "（一）聚焦产业发展，经济运行稳中向好"),
            plain("heading3", "1.农业基础更加牢固"),
            plain("heading4", "（1）粮食生产"),
            with_gap(),
            plain("aside", "以上数据为初步统计数。"),
            plain("annex_mark", "附件1"),
            plain("annex_title", "2024年民生实事项目完成情况"),
            Table("", ("序号", "项目", "进展"), (("1", "农村饮水安全巩固提升工程", "已完成"), ("2", "养老院改造"))),
            plain("annex_mark", "附件2"),
            plain("annex_title", "主要经济指标"),
            Table("上半年主要经济指标", ("指标", "数值"), (("财政收入（万元）", "【待补：财政收入】"),)),
        ),
        seed=1,
    )


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Report], WordDocument]:
    """Return a function that writes a report and opens the file with python-docx."""

    def write(report: Report) -> WordDocument:
        path = tmp_path / "report.docx"
        write_word(report, path)
        return Document(str(path))

    return write
