"""What a Word paragraph prints: fields, hidden text, signs, tracked paragraph marks, notes, placeholders, equations."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.ingest.raw import RawText
from drafter.ingest.word import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(body: str, **parts: str) -> RawText:
    """Read a Word file with a body and other parts (styles, footnotes …), written as XML."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in {"document": f"<w:body>{body}</w:body>", **parts}.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}" xmlns:m="{M}">{xml}</w:{name}>')
        relations = "".join(
            f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
        )
    return read_word(buffer.getvalue(), Path("报告.docx"))


def p(content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    """Return a mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText>IF 甲 = 乙</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (mark("begin") + CODE + mark("separate") + r("6.7") + mark("end") + r("亿元"), "6.7亿元"),
        (
            mark("begin")
            + CODE
            + mark("begin")
            + mark("separate")
            + r("暗")
            + mark("end")
            + mark("separate")
            + r("明"),
            "明",
        ),
        (mark("begin") + CODE + mark("end") + r("甲"), "甲"),
        (mark("end") + r("甲"), "甲"),
        (f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "3"),
        (r("甲") + r("暗", "<w:vanish/>") + r("乙", '<w:vanish w:val="0"/>'), "甲乙"),
        (r("甲") + r("暗", '<w:rStyle w:val="hid"/>'), "甲"),
        ("<w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t><w:ptab/><w:t>丙</w:t></w:r>", "甲乙\t丙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("已完成"), "✓已完成"),
        ('<w:r><w:sym w:font="Webdings" w:char="F0FC"/></w:r>' + r("甲"), "甲"),
        ('<w:r><w:sym w:font="宋体" w:char="2103"/></w:r>', "℃"),
        ('<w:r><w:sym w:font="宋体" w:char="乱"/></w:r>' + r("甲"), "甲"),
        (f"<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>{r('万元')}", "x+1万元"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>{r('甲')}",
            "甲",
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('甲')}</w:sdtContent></w:sdt>", "甲"),
        (f'<w:commentRangeStart w:id="1"/>{r("甲")}<w:r><w:commentReference w:id="1"/></w:r>', "甲"),
        ("<w:altChunk/>" + r("甲"), "甲"),
    ],
)
def test_what_a_paragraph_prints(content: str, text: str) -> None:
    styles = '<w:style w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert read(p(content), styles=styles).text == text


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_a_deleted_paragraph_mark_joins_two_paragraphs(change: str) -> None:
    gone = f"<w:rPr><w:{change}/></w:rPr>"
    assert (
        read(p(r("甲"), gone) + p(r("乙")) + p(r("丙"), "<w:rPr><w:ins/></w:rPr>") + p(r("丁"))).text == "甲乙\n丙\n丁"
    )
    assert read(p(r("甲")) + p(r("乙"), gone)).text == "甲\n乙"


def test_a_deleted_row_is_gone() -> None:
    row = f"<w:tr><w:trPr>{{}}</w:trPr><w:tc>{p(r('格'))}</w:tc></w:tr>"
    assert read(f"<w:tbl>{row.format('<w:del/>')}{row.format('')}</w:tbl>").text == "格"


def test_notes_stand_at_the_end_in_the_order_of_the_text() -> None:
    def reference(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def note(kind: str, number: int, text: str, properties: str = "") -> str:
        return f'<w:{kind} w:id="{number}" {properties}>{p("<w:r><w:footnoteRef/></w:r>" + r(f" {text}"))}</w:{kind}>'

    raw = read(
        p(r("甲") + reference("endnote", 1) + reference("footnote", 3)) + p(r("乙") + reference("footnote", 2)),
        footnotes=note("footnote", 0, "线", 'w:type="separator"')
        + note("footnote", 2, "注二")
        + note("footnote", 3, "注三"),
        endnotes=note("endnote", 1, "尾注"),
    )
    assert raw.text == "甲\n乙\n尾注\n注三\n注二"
    assert [(hint.span.of(raw.text), hint.role) for hint in raw.hints] == [
        ("尾注", "annex"),
        ("注三", "annex"),
        ("注二", "annex"),
    ]


def test_a_word_file_may_be_one_xml_file() -> None:
    flat = "http://schemas.microsoft.com/office/2006/xmlPackage"
    body = f'<w:document xmlns:w="{W}"><w:body>{p(r("甲"))}</w:body></w:document>'
    part = f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>'
    content = f'<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="{flat}">{part}</pkg:package>'
    assert read_word(content.encode(), Path("报告.doc")).text == "甲"
