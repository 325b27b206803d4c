"""From a path to its reports: what is refused, and that all spans lead back to the file."""

from __future__ import annotations

import itertools
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from drafter.app.corpus import READABLE
from drafter.errors import ReadError
from drafter.ingest.reader import READERS, read, read_raw

TEXT = "政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、工作回顾\n完成投资 6.7 亿元,增长3%。\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("没有.txt", None, "没有这个文件"),
        ("空.txt", b"", "空的"),
        ("空白.txt", "\ufeff \n　\n".encode(), "没有文字"),
        ("空白.md", b"## \n", "没有文字"),
        ("表.xlsx", b"PK\x03\x04", "后缀|压缩包"),
        ("稿子.pdf", b"%PDF-1.7", "PDF 文件已损坏"),
        ("照片.docx", b"\xff\xd8\xff\xe0", "内容是图片"),
        ("稿子.doc", bytes(range(256)) * 8, "不是文本文件"),
        ("稿子.wps2", b"abc", r"后缀 \.wps2"),
        ("稿子", b"abc", "后缀 （无）"),
        ("页码.txt", "— 1 —\n".encode(), "没有正文"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_remedy(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=says) as error:
        read(path, name)
    assert str(path) in str(error.value)
    assert error.value.problems[0].remedy


WEB = f"<html><body>{'<br>'.join(TEXT.split())}<p>{'这一年，全镇上下团结一心、真抓实干。' * 5}</p></body></html>"


def word_file(content_type: str = "") -> bytes:
    """Return a Word file with TEXT, of another type where one is given."""
    document = docx.Document()
    for line in TEXT.split():
        document.add_paragraph(line)
    if content_type:
        document.part._content_type = content_type
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("其实是网页.doc", WEB.encode("gb18030")),
        ("其实是网页.txt", WEB.encode("utf-16")),
        ("其实是网页.docx", b"\xef\xbb\xbf<!-- saved from url=(0014)about:internet -->\n" + WEB.encode()),
        (
            "其实是网页存档.doc",
            b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\n\r\n" + WEB.encode("gbk"),
        ),
        ("其实是新版.doc", word_file()),
        ("其实是新版.wps", word_file()),
        ("没有后缀", word_file()),
        ("带宏.docm", word_file("application/vnd.ms-word.document.macroEnabled.main+xml")),
        ("其实是文本.doc", TEXT.encode("gb18030")),
        ("其实是文本.rtf", TEXT.encode()),
    ],
    ids=itertools.count(),
)
def test_the_content_counts_and_not_the_suffix(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert read_raw(path).split()[: len(TEXT.split())] == TEXT.split()


def test_a_name_that_is_too_long_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件名是否太长"):
        read_raw(tmp_path / ("长" * 200 + ".txt"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件夹"):
        read_raw(tmp_path)


def test_suffixes_count_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "报告.TXT"
    path.write_text(TEXT, encoding="utf-8")
    assert read_raw(path) == TEXT


def test_spans_lead_back_to_the_raw_text(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    (document,) = read(path, "corpus/报告.txt")
    assert document.raw == TEXT
    assert document.source.path == "corpus/报告.txt"
    assert document.raw_span(document.blocks[-1].span).of(document.raw) == "完成投资 6.7 亿元,增长3%。"


def test_no_library_is_loaded_before_a_file_needs_it() -> None:
    heavy = {"docx", "lxml", "pypdfium2", "email"}
    code = f"import sys; from drafter.ingest.reader import read; sys.exit(not {heavy}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_folder_is_searched_for_what_can_be_read() -> None:
    assert set(READERS) == set(READABLE)


def test_a_wrapped_file_reads_as_the_unwrapped_one(tmp_path: Path) -> None:
    heading = "（一）坚持以人民为中心的发展思想，切实办好各项民生实事，不断提升群众的获得感、幸福感"
    body = "坚持以问题为导向，建立台账、逐项销号，累计排查整改各类隐患三百余处，没有发生一起较大以上事故。"
    lines = (
        "云岭镇2022年政府工作报告",
        "一、2022年工作回顾",
        *(f"　　{body * 3}",) * 5,
        f"　　{heading}",
        f"　　{body * 2}",
    )
    wrapped = [line[at : at + 35] for line in lines for at in range(0, len(line), 35)]
    path = tmp_path / "报告.txt"
    path.write_bytes("\r\n".join(wrapped).encode("gb18030"))
    (document,) = read(path, path.name)
    assert document.text == "\n".join(line.strip() for line in lines)
    assert [section.title for section in document.root.walk()] == ["", "2022年工作回顾", heading.removeprefix("（一）")]
