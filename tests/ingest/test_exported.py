"""What drafter writes it reads back: the same blocks from Word, Markdown and text."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from drafter.ingest.reader import read
from drafter.model import Document, Paragraph, Piece, Report, Table
from drafter.render.plain import to_markdown, to_text
from drafter.render.word import write_word

WORDS = (
    ("title", "在高兴镇第十九届人民代表大会第七次会议上的政府工作报告（2024年上半年）"),
    ("dateline", "——2024年8月23日在高兴镇第十九届人民代表大会第七次会议上"),
    ("speaker", "镇长　某某"),
    ("salutation", "各位代表："),
    ("body", "现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席会议的同志提出意见。"),
    ("heading1", "一、2024年上半年工作回顾"),
    ("body", "今年以来，在县委、县政府和镇党委的坚强领导下，我们埋头苦干。"),
    ("heading2", "（一）全面推进产业发展，发展动能不断增强"),
    ("body", "农业基础更加牢固。完成早稻种植面积20090亩，完成率101%；晚稻种植面积2.2万亩，同比增长3.5%。"),
    ("body", "工业发展全力提速。完成工业总产值4.59亿元，同比增长3.5%，规上企业达到12家，新增2家。"),
    ("heading3", "1.做强特色产业"),
    ("body", "完成脐橙种植3000亩，建成产业基地2个，带动群众增收。"),
    ("heading1", "二、2024年下半年工作安排"),
    ("body", "一是抓好项目。完成投资1亿元，建设标准厂房2万平方米。二是抓好民生。新增就业300人，新建服务站点3个。"),
    ("aside", "（稍后，某某同志还将作专项报告，请各位代表审议。）"),
    ("body", "各位代表，让我们同心同德，为建设富强高兴而努力奋斗！"),
    ("annex_mark", "附件1"),
    ("annex_title", "2024年上半年主要经济指标"),
)
REPORT = Report(
    WORDS[0][1],
    "高兴镇人民政府",
    (
        *(Paragraph(style, (Piece(text, "author"),)) for style, text in WORDS),
        Table("", (), (("早稻种植面积", "20090亩"), ("固定资产投资", "4.59亿元"))),
    ),
    seed=1,
)


def write_markdown(report: Report, path: Path) -> None:
    """Write a report as Markdown."""
    path.write_text(to_markdown(report), encoding="utf-8")


def write_text(report: Report, path: Path) -> None:
    """Write a report as text."""
    path.write_text(to_text(report), encoding="utf-8")


@pytest.fixture(params=[(".docx", write_word), (".md", write_markdown), (".txt", write_text)])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    """Return the report as written to a file and read from it."""
    suffix, write = request.param
    path = tmp_path / f"稿子{suffix}"
    write(REPORT, path)
    (found,) = read(path, path.name)
    return found


def test_the_same_blocks_come_back(document: Document) -> None:
    roles = {"body": "paragraph", "annex_mark": "annex", "annex_title": "annex"}
    expected = [
        (roles.get(style, style.rstrip("123")), part)
        for style, text in WORDS
        for part in re.split("(?=二是)", text.replace("　", ""))
    ]
    expected[4] = ("opening", expected[4][1])
    found = [(block.role, re.sub(r"\s", "", block.span.of(document.text))) for block in document.blocks]
    assert found[: len(expected)] == expected
    assert all(role == "annex" for role, _ in found[len(expected) :])


def test_levels_and_leads_come_back(document: Document) -> None:
    levels = [block.level for block in document.blocks if block.role == "heading"]
    leads = [block.lead.of(document.text) for block in document.blocks if block.lead]
    assert levels == [1, 2, 3, 1]
    assert leads == ["农业基础更加牢固", "工业发展全力提速", "抓好项目", "抓好民生"]


def test_heading_styles_speak_where_numbers_do_not(tmp_path: Path) -> None:
    word = docx.Document()
    for text, level in (("工作回顾", 2), ("产业", 3), ("工作安排", 2)):
        word.add_heading(text, level)
        word.add_paragraph("坚持稳中求进工作总基调，统筹推进各项工作。")
        word.add_paragraph("没有标题样式的短行")
    path = tmp_path / "样式.docx"
    word.save(str(path))
    (found,) = read(path, path.name)
    headings = [(block.span.of(found.text), block.level) for block in found.blocks if block.role == "heading"]
    assert headings == [("工作回顾", 1), ("产业", 2), ("工作安排", 1)]
