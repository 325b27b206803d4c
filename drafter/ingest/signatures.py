"""What a file really is, told by its content and not by its name, and how to get at its text."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file."""

    name: str
    reader: str = ""  # the suffix of the files that are read in the same way; "" when none can read it
    remedy: str = ""  # how to get at the text when it cannot be read


_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURE = Kind("图片", remedy="请先识别成文字，存为 .txt")
_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("PDF 文件", ".pdf")),
    (rb"{\rtf", Kind("RTF 文件", ".rtf")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"Rar!", Kind("压缩包", remedy="请先解压，再选里面的文件")),
    (b"7z\xbc\xaf", Kind("压缩包", remedy="请先解压，再选里面的文件")),
    (b"\x1f\x8b", Kind("压缩包", remedy="请先解压，再选里面的文件")),
)
_LOCKED = Kind("加了密码的 Office 文件", remedy="请用 WPS 或 Word 打开，取消密码后另存为 .docx")
_BROKEN = Kind("不完整的压缩包或 Word 文件", remedy="请重新复制或下载一份")
_TEXT_REMEDY = "请把文字另存为 .docx 或 .txt"
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", Kind("旧版 Word 或 WPS 文件（.doc、.wps）", ".doc")),
    ("Workbook", Kind("旧版 Excel 工作簿（.xls）", remedy=_TEXT_REMEDY)),
    ("PowerPoint Document", Kind("旧版 PowerPoint 演示文稿（.ppt）", remedy=_TEXT_REMEDY)),
)
_FOLDERS: tuple[tuple[str, Kind], ...] = (
    ("word/", Kind("Word 文件（.docx）", ".docx")),
    ("xl/", Kind("Excel 工作簿（.xlsx）", remedy=_TEXT_REMEDY)),
    ("ppt/", Kind("PowerPoint 演示文稿（.pptx）", remedy=_TEXT_REMEDY)),
    ("OFD.xml", Kind("OFD 版式文件", remedy="请用 WPS 或 OFD 阅读器打开，复制文字，存为 .txt 或 .docx")),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_WEB = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_ARCHIVED_WEB = re.compile(
    rb"(?=[A-Z][A-Za-z-]+: )(?=(?:.*\n)?Content-Type:\s*(?:multipart/related|text/html))", re.I | re.S
)
_WORD_XML = re.compile(rb"\s*<\?xml.{0,200}<\?mso-application\s+progid=.Word\.Document", re.S)
HEAD = 2000
"""Bytes at the beginning that tell: comments of browsers and the head of a saved page take a few hundred."""


def identify(content: bytes) -> Kind | None:
    """Return what kind a file is by its content; None for text and for what has no signature."""
    if content.startswith(_OLE):
        return _identify_ole(content)
    if content.startswith(_ZIP):
        return _identify_zip(content)
    return next((kind for start, kind in _STARTS if content.startswith(start)), None) or _identify_markup(
        content[:HEAD]
    )


def _identify_markup(head: bytes) -> Kind | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8")
    if _WEB.match(head):
        return Kind("网页", ".html")
    if _ARCHIVED_WEB.match(head.replace(b"\r\n", b"\n")):
        return Kind("网页存档（.mht）", ".mht")
    if _WORD_XML.match(head):
        return Kind("Word XML 文件", ".docx" if b"/xmlPackage" in head else ".doc")
    return None


def _identify_ole(content: bytes) -> Kind:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return kind
    return Kind("旧版 Office 文件", ".doc")


def _identify_zip(content: bytes) -> Kind:
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return _BROKEN
    for folder, kind in _FOLDERS:
        if any(entry.startswith(folder) for entry in names):
            return kind
    if _OPEN_DOCUMENT in content[:200]:
        return Kind("ODT 文件", ".odt")
    return Kind("压缩包", remedy="请先解压，再选里面的文件")
