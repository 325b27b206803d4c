"""What a file really is, told by its first bytes, and how to get at its text."""

from __future__ import annotations

import zipfile
from io import BytesIO

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "PDF 文件", "请从 PDF 中复制文字，存为 .txt 或 .docx"),
    (rb"{\rtf", "RTF 文件", "请用 WPS 或 Word 打开，另存为 .docx"),
    (b"<!doctype html", "网页文件", "请在浏览器中复制正文，存为 .txt"),
    (b"<html", "网页文件", "请在浏览器中复制正文，存为 .txt"),
    (b"\x89PNG", "图片", "请先识别成文字，存为 .txt"),
    (b"\xff\xd8\xff", "图片", "请先识别成文字，存为 .txt"),
)


def identify(content: bytes) -> tuple[str, str] | None:
    """Return what a file that is no plain text is, and the remedy; None when no signature is known."""
    if content.startswith(_OLE):
        return _identify_ole(content)
    if content.startswith(_ZIP):
        return _identify_zip(content)
    start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next(((name, remedy) for sign, name, remedy in _STARTS if start.startswith(sign.lower())), None)


def is_zip(content: bytes) -> bool:
    """Tell whether a file begins as zip archives (and so .docx files) do."""
    return content.startswith(_ZIP)


def _identify_ole(content: bytes) -> tuple[str, str]:
    if _ENCRYPTED in content:
        return "加了密码的 Office 文件", "请用 WPS 或 Word 打开，取消密码后另存为 .docx"
    return "旧版 Office 文件（.doc、.wps 等）", "请用 WPS 或 Word 打开，另存为 .docx"


def _identify_zip(content: bytes) -> tuple[str, str]:
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except zipfile.BadZipFile:
        return "不完整的压缩包或 Word 文件", "请重新复制或下载一份"
    for folder, name, remedy in (
        ("word/vbaProject", "带宏的 Word 文件（.docm）", "请用 WPS 或 Word 打开，另存为 .docx"),
        ("word/", "Word 文件（.docx）", "请把后缀改为 .docx"),
        ("xl/", "Excel 工作簿（.xlsx）", "请把文字另存为 .docx 或 .txt"),
        ("ppt/", "PowerPoint 演示文稿（.pptx）", "请把文字另存为 .docx 或 .txt"),
    ):
        if any(entry.startswith(folder) for entry in names):
            return name, remedy
    return "压缩包", "请先解压，再选里面的文件"
