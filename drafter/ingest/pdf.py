"""Read PDF files that hold text: its lines put together again into paragraphs, page by page."""

from __future__ import annotations

from ctypes import c_double
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import ReadError
from drafter.ingest.pdf_lines import SetLine, Sign, set_lines
from drafter.ingest.pdf_paragraphs import paragraphs
from drafter.ingest.raw import RawText

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_LOCKED = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
MOST_PAGES = 2000
"""Pages of a file; a report has under 100, a yearbook 1000."""
MOST_UNREADABLE = 0.1
"""Share of characters without meaning: none in a good file, nearly all where a font does not say what its signs are."""


def read_pdf(content: bytes, path: Path) -> RawText:
    """Read a PDF's text. Raise ReadError when it has none (a scan), is locked, damaged, or its fonts say no characters.

    Running heads, page numbers and the line ends of the page are left out; notes stand at the end.
    """
    lines = _lines(content, path)
    text = "\n".join(paragraphs(lines))
    if not text.strip():
        raise ReadError("PDF 里没有文字，像是扫描件", "请先识别成文字，存为 .txt 或 .docx", path=path)
    if sum(map(_is_unreadable, text)) > MOST_UNREADABLE * len(text):
        raise ReadError("PDF 里的字体没有说明是哪些字", "请用 WPS 或 Word 打开，另存为 .docx，或识别成文字", path=path)
    return RawText(text)


def _lines(content: bytes, path: Path) -> list[tuple[SetLine, ...]]:
    """Return the lines of each page. Raise ReadError when the file cannot be opened."""
    try:
        import pypdfium2  # noqa: PLC0415 - takes 40 ms, and only PDFs need it
    except ImportError as error:  # no wheel for this kind of processor
        raise ReadError("这台电脑上没有读 PDF 的组件", "请用 WPS 打开后另存为 .docx", path=path) from error
    try:
        with pypdfium2.PdfDocument(content) as document:
            return [tuple(set_lines(_signs(document[number]))) for number in range(min(len(document), MOST_PAGES))]
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise ReadError("PDF 加了密码", "请用能打开它的软件去掉密码，或另存为 .docx", path=path) from error
        raise ReadError("PDF 文件已损坏或不完整", "请重新下载，或用 WPS 打开后另存为 .docx", path=path) from error


def _signs(page: PdfPage) -> list[Sign]:
    """Return the characters of a page as its program draws them, placed as a reader sees the page."""
    from pypdfium2 import raw  # noqa: PLC0415 - the same

    signs: list[Sign] = []
    x, y, box, matrix = c_double(), c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    turned = page.get_rotation() // 90
    text = page.get_textpage()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if raw.FPDFText_IsGenerated(text, at) or not code:  # spaces and line ends that the library adds
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at)
        sign = Sign.placed(chr(code), (x.value, y.value, box.right), (matrix.a, matrix.b), size, turned)
        signs += [sign] if sign else []
    text.close()
    page.close()
    return signs


def _is_unreadable(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or (character < " " and character not in "\n\t")
