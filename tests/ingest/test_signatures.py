"""What a file is by its content."""

from __future__ import annotations

import codecs
import itertools
import zipfile
from io import BytesIO

import pytest

from drafter.ingest.signatures import identify


def zipped(*names: str) -> bytes:
    """Return a zip archive with entries."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text" + zipped("mimetype", "content.xml")


def stream(name: str) -> bytes:
    """Return an old Office file with a stream."""
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "reader"),
    [
        (zipped("word/document.xml"), "Word 文件", ".docx"),
        (zipped("xl/workbook.xml"), "Excel", ""),
        (zipped("ppt/presentation.xml"), "PowerPoint", ""),
        (zipped("OFD.xml"), "OFD", ""),
        (zipped("readme.txt"), "压缩包", ""),
        (zipped("word/document.xml")[:40], "不完整", ""),
        (ODT, "ODT", ".odt"),
        (OLE, "旧版 Office", ".doc"),
        (stream("WordDocument"), "旧版 Word", ".doc"),
        (stream("Workbook"), "Excel", ""),
        (stream("PowerPoint Document"), "PowerPoint", ""),
        (stream("EncryptedPackage"), "密码", ""),
        (b"%PDF-1.7\n1 0 obj", "PDF", ".pdf"),
        (rb"{\rtf1\ansi}", "RTF", ".rtf"),
        (codecs.BOM_UTF8 + b"\n<!DOCTYPE html><html>", "网页", ".html"),
        (b"<?xml version='1.0'?>\n<!-- saved from url=(0013)x -->\n<HTML xmlns:o='x'>", "网页", ".html"),
        ("<html><body>甲".encode("utf-16"), "网页", ".html"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "网页存档", ".mht"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "Word XML", ".doc"),
        (
            b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><p:package xmlns:p='x/xmlPackage'>",
            "XML",
            ".docx",
        ),
        (b"\x89PNG\r\n\x1a\n", "图片", ""),
    ],
    ids=itertools.count(),
)
def test_a_kind_is_told_by_content(content: bytes, name: str, reader: str) -> None:
    kind = identify(content)
    assert kind
    assert name in kind.name
    assert kind.reader == reader
    assert kind.reader or kind.remedy


@pytest.mark.parametrize("text", ["政府工作报告", "<p>一段</p>", "From: 镇长\n正文", "BMW落户", "# 标题\n<html>", ""])
def test_text_has_no_signature(text: str) -> None:
    assert identify(text.encode()) is None
