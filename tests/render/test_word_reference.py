"""A draft in an office's own document: its styles, page and margins' words, and nothing else of it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

from drafter import page
from drafter.errors import ReadError
from drafter.ingest.word import read_word
from drafter.model import Report
from drafter.render.word import write_word
from drafter.render.word_reference import into_reference

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HERE = Path("去年报告.docx")
TEXT = "去年的正文写了很多字，今年一句也不要。" * 8


def look(document: Document, name: str, face: str, size: float) -> None:
    """Set a style of paragraphs, made if need be, in a face and size of its own."""
    known = [style.name for style in document.styles]
    style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.name = Pt(size), "Times New Roman"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), face)


@pytest.fixture
def office() -> Document:
    """Return a document of an office that works with styles, header and footer among them."""
    document = docx.Document()
    for name, face, size in (
        ("Title", "黑体", 20),
        ("Heading 1", "黑体", 15),
        ("公文正文", "宋体", 15),
        ("二级标题", "楷体", 15),
    ):
        look(document, name, face, size)
    document.styles["公文正文"].paragraph_format.line_spacing = Pt(27)
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin, section.right_margin = (
        Mm(210),
        Mm(297),
        Mm(30),
        Mm(30),
    )
    section.header.paragraphs[0].text = "云溪县青石镇人民政府"
    section.footer.paragraphs[0].text = "内部资料"
    for text, style in (
        ("去年报告", "Title"),
        ("一、去年", "Heading 1"),
        ("（一）去年", "二级标题"),
        (TEXT, "公文正文"),
    ):
        document.add_paragraph(text, style=style)
    document.core_properties.author = "张三的电脑"
    return document


@dataclass(frozen=True, slots=True)
class Put:
    """A draft that was put into a document."""

    roles: dict[str, str]
    content: bytes

    def root(self, name: str) -> etree._Element:
        """Return the root of a part."""
        return etree.fromstring(zipfile.ZipFile(io.BytesIO(self.content)).read(name))

    @property
    def document(self) -> Document:
        """Return it as python-docx reads it."""
        return docx.Document(io.BytesIO(self.content))


PutInto = Callable[[Document], Put]


def content_of(document: Document) -> bytes:
    """Return a document as the bytes of a file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def put_into(sample: Report, tmp_path: Path) -> PutInto:
    """Return what puts the sample report, with comments, into a document."""
    write_word(sample, tmp_path / "ours.docx", comments=True)

    def put(document: Document) -> Put:
        draft = (tmp_path / "ours.docx").read_bytes()
        roles = into_reference(draft, content_of(document), HERE, tmp_path / "out.docx")
        content = (tmp_path / "out.docx").read_bytes()
        assert read_word(content, HERE).text == read_word(draft, HERE).text
        return Put(roles, content)

    return put


def test_their_styles_take_the_parts_they_are_named_for(office: Document, put_into: PutInto) -> None:
    put = put_into(office)
    used = {"title": "Title", "heading1": "heading 1", "heading2": "二级标题", "body": "公文正文"}
    assert used.items() <= put.roles.items()
    styles = {paragraph.text: paragraph.style for paragraph in put.document.paragraphs}
    assert styles["一、2024年上半年工作回顾"].font.size == Pt(15)
    assert styles["（一）聚焦产业发展，经济运行稳中向好"].name == "二级标题"
    assert styles["附件1"].name == "公文附件标识"  # none of theirs is for that


def test_an_outline_level_tells_a_heading_whatever_it_is_called(office: Document, put_into: PutInto) -> None:
    look(office, "某某小标题", "仿宋", 15)
    look_of = office.styles["某某小标题"].element.get_or_add_pPr()
    look_of.append(parse_xml(f"<w:outlineLvl {nsdecls('w')} w:val='2'/>"))
    office.add_paragraph("1.去年", style="某某小标题")
    assert put_into(office).roles["heading3"] == "某某小标题"


def test_numbers_that_their_headings_write_are_switched_off(office: Document, put_into: PutInto) -> None:
    numbered = parse_xml(f"<w:numPr {nsdecls('w')}><w:numId w:val='1'/></w:numPr>")
    office.styles["Heading 1"].element.get_or_add_pPr().append(numbered)
    put = put_into(office)  # reads as it did: no number is written twice
    (heading,) = [each for each in put.document.paragraphs if each.style.name == "Heading 1"]
    assert heading._p.pPr.numPr.numId.val == 0


def test_a_document_without_styles_gives_its_page_only(put_into: PutInto) -> None:
    document = docx.Document()
    document.sections[0].page_width = Mm(200)
    for size, text in ((22, "去年报告"), (16, TEXT)):
        run = document.add_paragraph().add_run(text)
        run.font.size = Pt(size)
    put = put_into(document)
    assert put.roles == {}
    assert put.document.sections[0].page_width.twips == Mm(200).twips
    body = next(paragraph for paragraph in put.document.paragraphs if paragraph.text.startswith("现在，我代表"))
    assert (body.style.name, body.style.font.size.pt) == ("公文正文", 16)
    assert body.style.paragraph_format.line_spacing.twips == page.STANDARD.line_pitch.value.twips
    assert body.style.paragraph_format.space_after == 0


def test_our_styles_follow_the_pitch_of_their_text(office: Document, put_into: PutInto) -> None:
    styles = {style.name: style for style in put_into(office).document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    assert styles["公文插注"].paragraph_format.line_spacing == Pt(27)
    assert (
        styles["公文附件标题"].paragraph_format.line_spacing.twips == page.STYLES["annex_title"].pitch.twips
    )  # its own


def test_header_and_footer_stay_and_the_text_goes(office: Document, put_into: PutInto) -> None:
    put = put_into(office)
    (section,) = put.document.sections
    assert section.header.paragraphs[0].text == "云溪县青石镇人民政府"
    assert section.footer.paragraphs[0].text == "内部资料"
    assert not any("去年" in paragraph.text for paragraph in put.document.paragraphs)


def test_the_section_with_most_text_gives_the_page(put_into: PutInto) -> None:
    cover = docx.Document()
    cover.add_paragraph("封面")
    cover.sections[0].header.paragraphs[0].text = "各节相同的页眉"
    middle = cover.add_section(WD_SECTION.NEW_PAGE)
    middle.left_margin = Mm(33)
    cover.add_paragraph(TEXT)
    last = cover.add_section(WD_SECTION.NEW_PAGE)
    last.left_margin = Mm(11)
    cover.add_paragraph("附表")
    (section,) = put_into(cover).document.sections
    assert section.left_margin.twips == Mm(33).twips
    assert section.header.paragraphs[0].text == "各节相同的页眉"


def test_tables_are_as_wide_as_their_text(office: Document, put_into: PutInto) -> None:
    tables = put_into(office).document.tables
    for table in tables:
        assert sum(column.width for column in table.columns) == pytest.approx(Mm(150), abs=Mm(0.2))


def test_nothing_personal_of_theirs_is_left(office: Document, put_into: PutInto) -> None:
    office.settings.element.append(parse_xml(f"<w:trackRevisions {nsdecls('w')}/>"))
    office.add_comment(office.paragraphs[0].runs, "科长的批注", author="科长")
    put = put_into(office)
    names = zipfile.ZipFile(io.BytesIO(put.content)).namelist()
    assert "docProps/app.xml" not in names
    assert "docProps/thumbnail.jpeg" not in names
    assert put.root("word/settings.xml").find(f"{W}trackRevisions") is None
    assert put.document.core_properties.author == "清河镇人民政府"
    assert {comment.author for comment in put.document.comments} == {"drafter"}


def test_the_package_is_whole(office: Document, put_into: PutInto) -> None:
    put = put_into(office)
    names = set(zipfile.ZipFile(io.BytesIO(put.content)).namelist())
    for name in [name for name in names if name.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(name))
        relations = put.root(name)
        ids = [relation.get("Id") for relation in relations]
        assert len(ids) == len(set(ids))
        for relation in relations:
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            assert relation.get("TargetMode") == "External" or target.lstrip("/") in names
    types = [each.get("PartName") for each in put.root("[Content_Types].xml") if each.get("PartName")]
    assert len(types) == len(set(types))
    assert {each.lstrip("/") for each in types if each} <= names
    sheet = put.root("word/styles.xml")
    for what in (
        [each.get(f"{W}styleId") for each in sheet.iter(f"{W}style")],
        [each.find(f"{W}name").get(f"{W}val").lower() for each in sheet.iter(f"{W}style")],
    ):
        assert len(what) == len(set(what))
    known = {each.get(f"{W}styleId") for each in sheet.iter(f"{W}style")}
    used = put.root("word/document.xml").iter(f"{W}pStyle", f"{W}tblStyle")
    assert {each.get(f"{W}val") for each in used} <= known


def test_our_styles_keep_the_schema_s_order(office: Document, put_into: PutInto) -> None:
    order = ["keepNext", "keepLines", "pageBreakBefore", "widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN"]
    order += ["adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "outlineLvl"]
    ours = [
        each
        for each in put_into(office).root("word/styles.xml").iter(f"{W}style")
        if each.get(f"{W}styleId") == "DrafterAside"
    ]
    (style,) = ours
    positions = [order.index(child.tag.removeprefix(W)) for child in style.find(f"{W}pPr")]
    assert positions == sorted(positions)


def test_our_own_file_as_reference_gives_all_its_styles(sample: Report, put_into: PutInto, tmp_path: Path) -> None:
    write_word(sample, tmp_path / "last.docx")
    put = put_into(docx.Document(str(tmp_path / "last.docx")))
    assert set(put.roles) == set(page.STYLES)
    assert len(put.root("word/styles.xml").findall(f"{W}style")) == len(page.STYLES) + 2  # the footer, the table grid


def test_the_same_comes_out_twice(office: Document, put_into: PutInto) -> None:
    first, second = (zipfile.ZipFile(io.BytesIO(put_into(office).content)) for _ in range(2))
    assert [(name, first.read(name)) for name in first.namelist()] == [
        (name, second.read(name)) for name in second.namelist()
    ]


def test_a_file_without_styles_is_refused(sample: Report, office: Document, tmp_path: Path) -> None:
    write_word(sample, tmp_path / "ours.docx")
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content_of(office))) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            if name != "word/styles.xml":
                new.writestr(name, old.read(name))
    with pytest.raises(ReadError, match="没有样式"):
        into_reference((tmp_path / "ours.docx").read_bytes(), bare.getvalue(), HERE, tmp_path / "out.docx")


def test_numbers_tell_a_heading_better_than_its_level(put_into: PutInto) -> None:
    document = docx.Document()
    for level, size in ((1, 22), (2, 16), (3, 15)):
        look(document, f"Heading {level}", "黑体", size)
    document.add_heading("青石镇去年工作报告", 1)
    document.add_heading("一、去年工作回顾", 2)
    document.add_heading("（一）抓产业", 3)
    document.add_paragraph(TEXT)
    roles = put_into(document).roles
    assert {"title": "heading 1", "heading1": "heading 2", "heading2": "heading 3"}.items() <= roles.items()
