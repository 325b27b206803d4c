"""Word files: text in reading order, automatic numbers, tracked changes, styles as hints; and files that are broken."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.errors import ReadError
from drafter.ingest import word_package
from drafter.ingest.raw import RawText
from drafter.ingest.word import read_word

HERE = Path("报告.docx")
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PREFIXES = f'{nsdecls("w")} xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:v="urn:schemas-microsoft-com:vml"'


def content_of(document: Document) -> bytes:
    """Return a document as the bytes of a file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def reread(document: Document) -> RawText:
    """Write a document and read it with the reader under test."""
    return read_word(content_of(document), HERE)


def add(document: Document, xml: str) -> None:
    """Add a paragraph written as XML, with the usual prefixes declared."""
    end = xml.index(">")
    paragraph = parse_xml(f"{xml[:end]} {PREFIXES}{xml[end:]}")
    document.element.body.insert_element_before(paragraph, "w:sectPr")


@pytest.fixture
def document() -> Document:
    """Return an empty document."""
    return docx.Document()


def test_paragraphs_and_cells_in_reading_order(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_paragraph("第一段")
    table = document.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"格{number}"
    table.cell(1, 1).add_paragraph("同格第二段")
    document.add_paragraph("末段\t接\n续")
    assert reread(document).text.split("\n") == ["第一段", "格0", "格1", "格2", "格3", "同格第二段", "末段\t接", "续"]


def test_links_and_insertions_are_read_and_deletions_are_not(document: Document) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    add(
        document,
        f"<w:p>{run('甲')}<w:hyperlink>{run('乙')}</w:hyperlink><w:ins>{run('丙')}</w:ins>"
        "<w:del><w:r><w:delText>丁</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('戊')}</w:moveFrom><w:sdt><w:sdtContent>{run('己')}</w:sdtContent></w:sdt>"
        f"<w:r><w:ruby><w:rt>{run('geng')}</w:rt><w:rubyBase>{run('庚')}</w:rubyBase></w:ruby></w:r>"
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:br w:type='page'/></w:r></w:p>",
    )
    assert reread(document).text == "甲乙丙己庚"


def test_a_text_box_follows_its_paragraph_once(document: Document) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    add(
        document,
        "<w:p><w:r><w:t>框前</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert reread(document).text == "框前\n框内"


LISTS = """
<w:abstractNum {ns} w:abstractNumId="77">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%4"/></w:lvl>
  <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>
  <w:lvl w:ilvl="5"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1-%6"/></w:lvl>
</w:abstractNum>"""
NUM = '<w:num {ns} w:numId="{id}"><w:abstractNumId w:val="77"/>{restart}</w:num>'
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def with_lists(document: Document) -> None:
    """Give a document list 71 and list 72, which starts anew."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(LISTS.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(NUM.format(ns=nsdecls("w"), id=71, restart="")))
    numbering.append(parse_xml(NUM.format(ns=nsdecls("w"), id=72, restart=RESTART)))


def numbered(text: str, level: int, list_id: int = 71) -> str:
    """Return a paragraph of a list as XML."""
    place = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_id}'/></w:numPr>"
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_automatic_numbers_become_text(document: Document) -> None:
    with_lists(document)
    places = [(0, 71), (1, 71), (1, 71), (2, 71), (3, 71), (0, 71), (1, 71), (4, 71), (5, 71), (0, 72), (0, 0)]
    for level, list_id in places:
        add(document, numbered("甲", level, list_id))
    assert reread(document).text.split("\n") == [
        "一、甲",
        "（一）甲",
        "（二）甲",
        "1.甲",
        "①甲",
        "二、甲",
        "（一）甲",
        "甲",
        "二-3 甲",
        "一、甲",
        "甲",
    ]


def test_a_style_may_carry_the_number(document: Document) -> None:
    with_lists(document)
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}><w:numId w:val='71'/></w:numPr>"))
    document.add_heading("工作回顾", 1)
    document.add_heading("工作安排", 1)
    assert reread(document).text == "一、工作回顾\n二、工作安排"


def test_styles_and_outline_levels_are_hints(document: Document) -> None:
    document.add_heading("政府工作报告", 0)
    document.add_heading("一、工作回顾", 1)
    document.add_paragraph("正文")
    add(document, "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>（一）抓产业</w:t></w:r></w:p>")
    document.add_heading("过深", 6)
    document.add_table(1, 1).cell(0, 0).text = "格"
    raw = reread(document)
    assert [(hint.span.of(raw.text), hint.role, hint.level) for hint in raw.hints] == [
        ("政府工作报告", "title", 0),
        ("一、工作回顾", "heading", 1),
        ("（一）抓产业", "heading", 2),
        ("格", "paragraph", 0),
    ]


def rewritten(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a zip archive with each entry changed, or left out where `change` gives None."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (entry := change(name, old.read(name))) is not None:
                new.writestr(name, entry)
    return buffer.getvalue()


def broken_files() -> dict[str, tuple[bytes, str]]:
    """Return files that cannot be read, each with what the message must say."""
    good = content_of(docx.Document())
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    return {
        "old .doc": (ole, "旧版"),
        "encrypted": (ole + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
        "truncated": (good[: len(good) // 2], "不完整"),
        "text": ("各位代表：".encode(), "未知格式"),
        "pdf": (b"%PDF-1.7", "PDF"),
        "no text inside": (
            rewritten(good, lambda name, own: None if name == "word/document.xml" else own),
            "没有 Word",
        ),
        "workbook": (rewritten(good, lambda name, own: None if name.startswith("word/") else own), "没有 Word"),
        "broken XML": (rewritten(good, lambda name, own: own[:90] if name == "word/document.xml" else own), "已损坏"),
        "password": (good.replace(b"PK\1\2\x14\3\x14\0\0", b"PK\1\2\x14\3\x14\0\1"), "已损坏"),
        "flipped bits": (good[:400] + bytes(200) + good[600:], "已损坏|不完整"),
    }


@pytest.mark.parametrize("name", broken_files())
def test_broken_files_are_named(name: str) -> None:
    content, says = broken_files()[name]
    with pytest.raises(ReadError, match=says) as error:
        read_word(content, HERE)
    assert error.value.problems[0].remedy


def test_a_zip_bomb_is_not_unpacked(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "LARGEST_XML", 1000)
    with pytest.raises(ReadError, match="过大"):
        reread(document)


def test_a_bad_list_definition_does_no_harm(document: Document) -> None:
    numbering = document.part.numbering_part.element
    numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='88'><w:abstractNumId w:val='no'/></w:num>"))
    add(document, numbered("甲", 0, 88))
    assert reread(document).text == "甲"


@pytest.mark.parametrize(
    "part", ["_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml"]
)
def test_a_part_that_is_missing_does_no_harm(document: Document, part: str) -> None:
    document.add_paragraph("甲")
    assert (
        read_word(rewritten(content_of(document), lambda name, own: None if name == part else own), HERE).text == "甲"
    )


def test_strict_files_use_other_names(document: Document) -> None:
    document.add_paragraph("甲")
    usual, strict = word_package._USUAL, word_package._STRICT
    assert read_word(rewritten(content_of(document), lambda _, own: own.replace(usual, strict)), HERE).text == "甲"


def test_entities_are_never_resolved(tmp_path: Path, document: Document) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    document.add_paragraph("甲ENTITY乙")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "{"多" * 99}">]>'.encode()

    def plant(name: str, own: bytes) -> bytes:
        if name != "word/document.xml":
            return own
        declaration, _, rest = own.partition(b"?>")
        return declaration + b"?>" + entity + rest.replace(b"ENTITY", b"&x;&y;")

    assert read_word(rewritten(content_of(document), plant), HERE).text in {"甲", "甲乙"}
