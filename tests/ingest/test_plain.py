"""Plain text in every encoding an office uses, and files that only pretend to be text."""

from __future__ import annotations

import codecs
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.ingest.plain import decode

HERE = Path("报告.txt")
TEXT = "各位代表：\n现在，我代表镇人民政府，向大会报告工作。全镇完成投资6.7亿元，濊水河治理有序推进。\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 BOM", "gb18030", "utf-16", "utf-16-be", "utf-16 without BOM", "gb18030 CRLF", "utf-8 CR"],
)
def test_every_encoding_gives_the_same_text(content: bytes) -> None:
    assert decode(content, HERE) == TEXT


def test_traditional_characters_in_an_old_encoding() -> None:
    text = "桂竹帽鎮黨委政府在縣委、縣政府的堅強領導下，深入實施三大戰略，鄉村振興全面推進。"
    assert decode(text.encode("gb18030"), HERE) == text


def zipped(name: str) -> bytes:
    """Return a zip archive with one entry."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (zipped("word/document.xml"), "Word 文件（.docx）"),
        (zipped("xl/workbook.xml"), "Excel"),
        (zipped("ppt/presentation.xml"), "PowerPoint"),
        (zipped("readme.txt"), "压缩包"),
        (zipped("word/document.xml")[:40], "不完整"),
        (OLE, "旧版 Office 文件"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (rb"{\rtf1\ansi}", "RTF"),
        (codecs.BOM_UTF8 + b"\n<!DOCTYPE html><html>", "网页"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (bytes(range(256)) * 8, "不是文本文件"),
        ("貴州省經濟發展穩中有進，全面推進鄉村振興".encode("big5") * 9, "编码"),
        (TEXT.encode("utf-8")[:-3] + b"\xe5", "编码"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as error:
        decode(content, HERE)
    assert "报告.txt" in str(error.value)
    assert error.value.problems[0].remedy
