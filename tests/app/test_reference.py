"""A draft in the looks of an office's own document, whose formatting mostly stands on the words and in no style."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from drafter import app
from drafter.app.reference import seen_layout
from drafter.config import Workspace
from drafter.errors import ReadError
from drafter.page import STANDARD, STYLES, mm, pt

SHARED = Path(__file__).parents[3] / "shared" / "docx"
FILES = sorted(SHARED.glob("*.docx"))
OUTLINE = """\
报告类型: 半年报告
期间: 2031年上半年
单位: {名称: 青石镇, 县: 云溪县}
回顾:
  - 标题: 夯实产业根基，发展步伐更稳
    要点:
      - {主题: 农业, 事项: [建成柏树坳村育秧中心]}
"""
SENTENCE = "过去一年，全镇上下埋头苦干，办成了一批群众盼望的实事，集镇面貌有了新的变化。"
LINES = (  # text, face, points, bold, alignment, pitch in points
    ("青石镇人民政府工作报告", "华文中宋", 20, True, WD_ALIGN_PARAGRAPH.CENTER, 32),
    ("各位代表：", "宋体", 15, False, WD_ALIGN_PARAGRAPH.LEFT, 26),
    ("一、2030年工作回顾", "黑体", 15, False, WD_ALIGN_PARAGRAPH.LEFT, 26),
    ("　　" + SENTENCE * 4, "宋体", 15, False, WD_ALIGN_PARAGRAPH.LEFT, 26),
    ("（一）聚力产业发展", "宋体", 15, True, WD_ALIGN_PARAGRAPH.LEFT, 26),
    ("　　" + SENTENCE * 3, "宋体", 15, False, WD_ALIGN_PARAGRAPH.LEFT, 26),
    ("二、2031年工作打算", "黑体", 15, False, WD_ALIGN_PARAGRAPH.LEFT, 26),
    ("　　" + SENTENCE * 3, "宋体", 15, False, WD_ALIGN_PARAGRAPH.LEFT, 26),
)


def office() -> Document:
    """Return a report of an office: one style, all formatting on the words, indents of blanks."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = (
        Mm(210),
        Mm(297),
        Mm(30),
        Mm(25),
    )
    section.header.paragraphs[0].text = "青石镇第十九届人民代表大会文件"
    for text, face, size, bold, align, pitch in LINES:
        paragraph = document.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = Pt(pitch)
        run = paragraph.add_run(text)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Times New Roman"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), face)
    return document


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """Return the path of that report."""
    path = tmp_path / "去年报告.docx"
    office().save(str(path))
    return path


def test_faces_sizes_and_pitches_are_seen_by_what_a_paragraph_is(reference: Path) -> None:
    layout, seen = seen_layout(reference, STANDARD)
    assert seen == {"title", "salutation", "heading1", "heading2", "body"}
    title, first, second, body = (layout.styles[name] for name in ("title", "heading1", "heading2", "body"))
    assert (title.face.name, title.size, title.bold, title.align, title.pitch) == (
        "华文中宋",
        pt(20),
        True,
        "center",
        pt(32),
    )
    assert (first.face.name, first.size, first.bold) == ("黑体", pt(15), False)
    assert (second.face.name, second.bold) == ("宋体", True)
    assert (body.face.name, body.size, body.pitch, body.indent) == ("宋体", pt(15), pt(26), 2)
    assert layout.left_margin.value.twips == mm(30).twips


def test_what_a_file_does_not_show_goes_with_its_text(reference: Path) -> None:
    styles = seen_layout(reference, STANDARD)[0].styles
    assert (styles["heading4"].face.name, styles["heading4"].size) == ("宋体", pt(15))
    assert (styles["annex_title"].face.name, styles["annex_title"].size) == ("华文中宋", pt(20))
    assert styles["table_text"].size == STYLES["table_text"].size
    assert {name: style.level for name, style in styles.items()} == {
        name: style.level for name, style in STYLES.items()
    }


def test_the_draft_looks_like_it(reference: Path, tmp_path: Path) -> None:
    (tmp_path / "提纲.yaml").write_text(OUTLINE, encoding="utf-8")
    built = app.build(Workspace(tmp_path), tmp_path / "提纲.yaml", output=tmp_path / "今年.docx", reference=reference)
    assert built.borrowed == {"title", "salutation", "heading1", "heading2", "body"}
    document = docx.Document(str(built.output))
    body = next(each for each in document.paragraphs if "柏树坳" in each.text)
    assert body.style.font.size == Pt(15)
    assert body.style.element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    assert body.style.paragraph_format.line_spacing == Pt(26)
    assert document.sections[0].header.paragraphs[0].text == "青石镇第十九届人民代表大会文件"
    assert SENTENCE not in app.read_text(built.output)


def test_a_file_without_text_shows_nothing(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "空.docx"))
    assert seen_layout(tmp_path / "空.docx", STANDARD) == (STANDARD, frozenset())


def test_another_sort_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "去年.txt").write_text("各位代表：", encoding="utf-8")
    with pytest.raises(ReadError, match=r"不是 \.docx 文件"):
        seen_layout(tmp_path / "去年.txt", STANDARD)


@pytest.mark.skipif(not FILES, reason="needs ../shared/docx")
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem[:24])
def test_every_real_file_gives_a_draft_that_reads_the_same(file: Path, tmp_path: Path) -> None:
    (tmp_path / "提纲.yaml").write_text(OUTLINE, encoding="utf-8")
    workspace, outline = Workspace(tmp_path), tmp_path / "提纲.yaml"
    plain = app.build(workspace, outline)
    built = app.build(workspace, outline, output=tmp_path / "今年.docx", reference=file, contents=True, comments=True)
    assert "".join(app.read_text(built.output).split()).endswith("".join(app.read_text(plain.output).split()))
    assert docx.Document(str(built.output)).paragraphs


def test_a_reading_copy_takes_faces_page_and_header_in_larger_type(tmp_path: Path) -> None:
    outline = tmp_path / "提纲.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    office().save(str(tmp_path / "去年.docx"))
    built = app.build(Workspace(tmp_path), outline, reference=tmp_path / "去年.docx", reading=True)
    assert built.output.name == "提纲_朗读.docx"
    document = docx.Document(str(built.output))
    assert document.sections[0].header.paragraphs[0].text == "青石镇第十九届人民代表大会文件"
    assert document.sections[0].left_margin.mm == pytest.approx(30, abs=0.1)
    body = next(each for each in document.paragraphs if "育秧中心" in each.text)
    assert (body.style.font.size, body.style.font.bold) == (Pt(18), True)
    assert body.style.element.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    assert body.style.paragraph_format.line_spacing == Pt(33)
    assert document.settings.element.find(qn("w:noLineBreaksBefore")) is not None


def test_type_too_large_for_a_line_of_the_grid_takes_two(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="312"/>'))
    for text in ("青石镇政府工作报告", "一、2030年工作回顾", *([SENTENCE * 3] * 5)):
        document.add_paragraph().add_run(text).font.size = Pt(14)
    for style in document.styles.element.iter(qn("w:spacing")):
        style.getparent().remove(style)
    document.save(str(tmp_path / "格.docx"))
    layout, _ = seen_layout(tmp_path / "格.docx", STANDARD)
    assert layout.line_pitch.value == pt(31.2)
