"""A small report that uses every style, a way to write and read it again, and the result of a small check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from docx import Document
from docx.document import Document as WordDocument

from drafter.model import CheckResult, Edit, Finding, Match, Paragraph, Piece, Report, Severity, Span, Table
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


DRAFT = """清河镇2024年上半年工作报告

一、上半年工作回顾
现在报告工作。上半年，我们深入推进乡村振兴，完成固定资产投资4.5亿元，同比增长12%，建成高标准农田1200亩。
我们坚持以习近平新时代中国特色社会主义思想为指导，桃源村的变化有目共睹。<script>alert("稿子")</script>
"""
SOURCE = """桃源镇工作报告
上半年，我们扎实推进乡村振兴，完成固定资产投资3.2亿元，建成高标准农田1200亩，面貌一新。
"""
SOURCE_PATH = "corpus/桃源镇_2023年.txt"


def edit(op: Literal["insert", "delete", "replace", "moved"], draft: str, source: str) -> Edit:
    """Return an edit between the two texts; its words are looked up in them."""
    draft_start, source_start = (DRAFT.find(draft) if draft else 0), (SOURCE.find(source) if source else 0)
    return Edit(
        op,
        Span(draft_start, draft_start + len(draft)),
        Span(source_start, source_start + len(source)),
        draft,
        source,
    )


def finding(key: str, rule: str, kind: str, severity: Severity, text: str, **rest: Any) -> Finding:
    """Return a finding on `text`, which is looked up in the draft ("": on the draft as a whole)."""
    start = DRAFT.index(text)
    return Finding(key, rule, kind, severity, Span(start, start + len(text)), text, **rest)


@pytest.fixture
def checked() -> CheckResult:
    """Return a check with an edited passage, a leftover, a formula, and a remark on the whole."""
    passage = "上半年，我们深入推进乡村振兴，完成固定资产投资4.5亿元，同比增长12%，建成高标准农田1200亩"
    found = "上半年，我们扎实推进乡村振兴，完成固定资产投资3.2亿元，建成高标准农田1200亩"
    edits = (edit("replace", "深入", "扎实"), edit("replace", "4.5", "3.2"), edit("insert", "同比增长12%，", ""))
    at = SOURCE.index(found)
    title = "桃源镇2023年<工作>报告"
    match = Match(SOURCE_PATH, title, Span(at, at + len(found)), found, 0.9125, edits)
    other = Match("corpus/汇编.txt#4", "", Span(0, 4), "上半年，", 0.5)
    formula = "以习近平新时代中国特色社会主义思想为指导"
    return CheckResult(
        path="build/清河镇.docx",
        raw=DRAFT,
        findings=(
            finding("a1", "reuse", "edited", "warning", passage, message="只换了字词和数据", matches=(match, other)),
            finding("b2", "residue", "村名", "error", "桃源村", message="这是别处的村名", suggestion="换成本镇的村名"),
            finding("c3", "reuse", "formula", "info", formula, message="固定表述"),
            finding("d4", "length", "", "info", "", message="全稿不足要求篇幅的一半"),
        ),
        chars=len("".join(DRAFT.split())),
        by_class={"edited": 49, "formula": 20},
        by_source=((SOURCE_PATH, title, 49), ("corpus/汇编.txt#4", "", 4)),
    )


@pytest.fixture
def sources() -> dict[str, str]:
    """Return the raw text of one of the two sources; the other cannot be read any more."""
    return {SOURCE_PATH: SOURCE}
