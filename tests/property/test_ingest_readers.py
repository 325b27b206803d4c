"""Whatever the bytes and whatever the suffix: a text with all places inside it, or a message for the user."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import ReadError
from drafter.ingest import office
from drafter.ingest.reader import READERS, read, read_raw
from drafter.ingest.word import read_word

SUFFIXES = (*READERS, ".xyz", "")
PROSE = "今年以来，全镇上下团结一心、真抓实干，各项工作取得新的成效。完成投资6.7亿元，增长3%。"
TEXT = f"政府工作报告\n各位代表：\n一、工作回顾\n{PROSE}\n（一）抓产业\n{PROSE}\n"
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>政府工作报告-网</title></head><body><div class='nav'>"
    "<a href='/'>首页</a></div><div id='zoom'><h1>政府工作报告</h1><p>各位代表：</p><h2>一、工作回顾</h2>"
    f"<p>{PROSE}</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    f"<ol><li>抓产业</li></ol><p><span>{PROSE}</span><br>&nbsp;{PROSE}</p></div></body></html>"
)
MAIL = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    f"--x\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n--x--\n"
)
PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\n"
    b"endobj\n4 0 obj\n<</Length 96>>\nstream\nBT /F1 12 Tf 50 700 Td (A report of last year) Tj 0 -20 Td (and its"
    b" second line.) Tj ET             \nendstream\nendobj\n"
    b"5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"
)


def word_file() -> bytes:
    """Return a Word file with headings and a table."""
    document = docx.Document()
    document.add_heading("政府工作报告", 0)
    document.add_heading("一、工作回顾", 1)
    document.add_paragraph(PROSE, style="List Number")
    document.add_table(2, 2).cell(0, 1).text = "甲"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


MARKUP = (
    *("<p>", "</p>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<div>", "</div>", "<h2>", "<ol>", "<li>", "<pre>"),
    *("</pre>", "<!--", "-->", "<span hidden>", "</span>", "<nav>", "&nbsp;", "<script>", "<a href='/'>", "</a>"),
)
WORD = word_file()
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels", "word/_rels/document.xml.rels")
SEEDS = (WORD, PDF, *(text.encode() for text in (PAGE, MAIL, TEXT)), PAGE.encode("utf-16"), TEXT.encode("gb18030"))


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a file in which some bytes are others, or gone, or there twice."""
    own = bytearray(content)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, max(0, len(own) - 1)))
        end = min(len(own), start + draw(st.integers(0, 60)))
        own[start:end] = draw(st.one_of(st.binary(max_size=20), st.just(bytes(own[start:end]) * 2)))
    return bytes(own[: draw(st.integers(0, len(own)))] if draw(st.booleans()) else own)


def rezipped(part: str, xml: bytes) -> bytes:
    """Return the Word file with one of its parts replaced."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(WORD)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == part else old.read(name))
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave LibreOffice out: it takes seconds a file."""
    monkeypatch.setattr(office, "find_program", lambda: None)


many = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@many
@given(
    suffix=st.sampled_from(SUFFIXES),
    content=st.one_of(st.binary(max_size=300), st.sampled_from(SEEDS).flatmap(damaged)),
)
def test_a_file_gives_a_text_or_a_message(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"稿子{suffix}"
    path.write_bytes(content)
    try:
        documents = read(path, path.name)
    except ReadError as error:
        assert all(problem.remedy for problem in error.problems)  # noqa: PT017 - any other error is a failure
        return
    raw = read_raw(path)
    for document in documents:
        assert document.raw == raw
        for block in document.blocks:
            own = document.raw_span(block.span)
            assert 0 <= own.start <= own.end <= len(raw)


@many
@given(data=st.data())
def test_a_word_file_with_damaged_xml_gives_a_text_or_a_message(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(PARTS))
    xml = zipfile.ZipFile(BytesIO(WORD)).read(part)
    try:
        raw = read_word(rezipped(part, data.draw(damaged(xml))), Path("稿子.docx"))
    except ReadError as error:
        assert error.problems[0].remedy  # noqa: PT017 - any other error is a failure
        return
    assert all(hint.span.end <= len(raw.text) for hint in raw.hints)


@many
@given(pieces=st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=8), st.just(PROSE)), max_size=60))
def test_any_markup_is_laid_out(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "报告.html"
    path.write_bytes(f"<meta charset=utf-8><p>{PROSE}{PROSE}</p>{''.join(pieces)}".encode("utf-8", "replace"))
    try:
        lines = read_raw(path).split("\n")
    except ReadError:
        return
    assert all(line and line == line.strip() for line in lines)
