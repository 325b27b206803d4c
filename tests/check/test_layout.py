"""The layout rule: what it says, what it lets pass, and what it leaves to the writer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from drafter import app
from drafter.app.layouts import looks_of
from drafter.check.layout import marks
from drafter.check.layout.deviations import Deviation
from drafter.check.layout.rule import deviations
from drafter.config import Workspace
from drafter.ingest.reader import read
from drafter.model import Finding, Paragraph, ParagraphLook, Piece, Report, Span
from drafter.page import STANDARD, Layout
from drafter.page.house import read_house_rules
from drafter.render.word import write_word

SENTENCE = "今年以来，全镇上下团结一心，扎实推进各项工作，经济社会保持平稳健康发展。"


def draft(path: Path, *blocks: tuple[str, str]) -> Path:
    """Write a report of these styles and texts, behind a title."""
    title = ("title", "清河镇2024年上半年工作总结")
    paragraphs = tuple(Paragraph(style, (Piece(text, "author"),)) for style, text in (title, *blocks))
    write_word(Report("清河镇", "清河镇人民政府", paragraphs, seed=1), path)
    return path


def of(path: Path, layout: Layout = STANDARD) -> list[Deviation]:
    """Return the deviations of a file."""
    documents = read(path, path.name)
    pairs = zip(documents, looks_of(path, documents), strict=True)
    return [each for document, look in pairs if look for each in deviations(document, look, layout)]


def findings(path: Path) -> Sequence[Finding]:
    """Return the layout findings of a whole check."""
    checked = app.check(Workspace(path.parent), path)
    return [each for each in checked.result.findings if each.rule == "layout"]


def text_look(raw: str) -> ParagraphLook:
    """Return the look of a paragraph that holds the whole text."""
    return ParagraphLook(Span(0, len(raw)), 0, False, "", 0, "both", 2, 0, 0, 1, "auto", True, 0, frozenset(), ())


# --- marks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "kind", "put_right"),
    [
        ("新增农田4977亩,完成率101%.", "punctuation", {"，"}),
        ("主要是:一是抓产业;二是抓民生", "punctuation", {"：", "；"}),
        ("固定资产投资(不含农户)增长", "punctuation", {"（", "）"}),
        ("工作扎实.成效明显", "punctuation", {"。"}),
        ("发展GDP,增长", "punctuation", {"，"}),
        ('推进"四好农村路"建设', "quotes", {"“", "”"}),
        ('推进“四好农村路"建设', "quotes", {"”"}),
        ('推进"四好农村路建设', "quotes", {None}),
        ("推进”四好农村路”建设", "quote_pairs", {None}),
        ("讲好'三农'故事", "quotes", {"‘", "’"}),
        ("一是抓产业...二是抓民生", "punctuation", {None}),
        ("农业、工业、服务业…等等", "punctuation", {None}),
    ],
)
def test_wrong_marks(raw: str, kind: str, put_right: set[str | None]) -> None:
    found = list(marks.deviations(text_look(raw), raw))
    assert {each.kind for each in found} == {kind}
    assert {each.replacement for each in found} == put_right


@pytest.mark.parametrize(
    "raw",
    [
        "增长6.5%，比重由3.4:71.4:25.2调整为2:70:28，9:30开会",
        "总投资1,234.5万元，见www.gov.cn，3.4万亩",
        "what the dog doing?",
        "俗称“what the dog doing?”的片段",
        "推进“四好农村路”建设，落实“‘三农’工作”要求",
        "他说：“要抓紧。”又说：“要抓实。",
        "1.特色农业加快发展",
        "农业、工业、服务业……等等",
        "it's 5G",
        "附件1",
    ],
)
def test_right_marks(raw: str) -> None:
    assert not list(marks.deviations(text_look(raw), raw))


# --- pages and paragraphs -------------------------------------------------------------------------------------------


def test_the_same_fault_is_told_once_with_its_places(tmp_path: Path) -> None:
    path = draft(tmp_path / "稿.docx", ("body", SENTENCE), ("body", SENTENCE[5:]), ("body", SENTENCE[10:]))
    document = docx.Document(str(path))
    for paragraph in document.paragraphs[2:]:
        paragraph.runs[0].font.size = docx.shared.Pt(14)
    document.save(str(path))
    (found,) = findings(path)
    assert found.message == "正文的字号是四号，应为三号（一般，GB/T 9704 第 7.3.3 条），共 2 处，这是第一处"
    assert (found.kind, found.severity, found.text) == ("size", "warning", SENTENCE[5:])
    assert found.suggestion == "可用 drafter layout fix 一并改好"


def test_pages_have_no_place_in_the_text(tmp_path: Path) -> None:
    path = draft(tmp_path / "稿.docx", ("body", SENTENCE))
    document = docx.Document(str(path))
    document.sections[0].top_margin = docx.shared.Mm(30)
    document.save(str(path))
    (found,) = findings(path)
    assert found.message == "上白边是 30.0 毫米，应为 37 毫米（国标，GB/T 9704 第 5.2.1 条）"
    assert (found.severity, found.text, len(found.span)) == ("error", "", 0)


def test_a_text_file_has_no_layout(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(f"工作总结\n{SENTENCE}\n", encoding="utf-8")
    assert not findings(path)


def test_house_rules_are_held_against_a_draft(tmp_path: Path) -> None:
    settings = {"版式": {"行距": "28磅", "页码位置": "居中", "三级标题": {"加粗": False}}}
    layout, faults = read_house_rules(settings)
    assert not faults
    path = draft(tmp_path / "稿.docx", ("heading1", "一、上半年工作回顾"), ("heading3", "1.抓产业"), ("body", SENTENCE))
    found = {each.kind: each for each in of(path, layout)}
    assert set(found) == {"pitch", "page_number_place", "bold"}
    assert {each.strength for each in found.values()} == {"单位"}
    assert found["bold"].message() == "三级标题的字形是加粗，应为不加粗（单位，drafter.toml）"


def test_a_report_written_by_house_rules_deviates_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text(
        '[版式]\n行距 = "28磅"\n页码位置 = "居中"\n上白边 = "35毫米"\n[版式.标题]\n字体 = "华文中宋"\n字号 = "小一"\n'
        '[版式.三级标题]\n加粗 = false\n[版式.正文]\n字体 = "仿宋"\n',
        encoding="utf-8",
    )
    outline = tmp_path / "提纲.yaml"
    outline.write_text("报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 清河镇}\n", encoding="utf-8")
    app.build(Workspace(tmp_path), outline, output=tmp_path / "稿.docx", bare=True)
    assert not findings(tmp_path / "稿.docx")
    assert of(tmp_path / "稿.docx")  # by the standard it does


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("body", "一是抓产业。坚持稳中求进。二是抓民生。办好实事。"),
        ("body", "（一）抓产业。坚持稳中求进，推动产业提质增效，取得积极进展。"),
        ("salutation", "各位代表："),
        ("aside", "（稍后，某某同志还将作专项报告。）"),
    ],
)
def test_what_drafter_writes_passes(tmp_path: Path, style: str, text: str) -> None:
    assert not of(draft(tmp_path / "稿.docx", (style, text), ("body", SENTENCE)))


def test_leads_may_be_bold_or_of_another_face(tmp_path: Path) -> None:
    path = draft(tmp_path / "稿.docx", ("heading1", "一、工作回顾"), ("body", "占位"), ("body", SENTENCE))
    document = docx.Document(str(path))
    run = document.paragraphs[2].runs[0]
    run.text, run.bold = "产业发展更有活力。", True
    run.font.name = "黑体"
    run._element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), "黑体")
    document.paragraphs[2].add_run(SENTENCE)
    document.save(str(path))
    assert not of(path)


def test_signatures_stand_at_the_right(tmp_path: Path) -> None:
    signed = (("body", "清河镇人民政府"), ("body", "2024年7月1日"))
    path = draft(tmp_path / "稿.docx", ("heading1", "一、工作回顾"), ("body", SENTENCE), *signed)
    document = docx.Document(str(path))
    for paragraph in document.paragraphs[3:]:
        paragraph.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    document.save(str(path))
    assert not of(path)


def test_a_section_on_its_side_is_for_a_table(tmp_path: Path) -> None:
    path = draft(tmp_path / "稿.docx", ("body", SENTENCE))
    document = docx.Document(str(path))
    section = document.add_section()
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = docx.shared.Mm(10)
    document.save(str(path))
    assert not of(path)


def test_content_is_told_by_the_file_not_its_name(tmp_path: Path) -> None:
    path = draft(tmp_path / "稿.docx", ("body", SENTENCE))
    other = tmp_path / "稿.txt"
    other.write_bytes(path.read_bytes())
    assert of(other) == of(path) == []
