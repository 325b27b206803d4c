"""Read .docx files: paragraphs and table cells in the order a reader meets them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import ReadError
from drafter.ingest import signatures
from drafter.ingest.raw import Hint, RawText
from drafter.ingest.word_numbering import Numbering
from drafter.ingest.word_styles import Styles
from drafter.ingest.word_xml import SKIPPED, Element, tag, w
from drafter.model import Span

if TYPE_CHECKING:
    from docx.document import Document

LARGEST = 300_000_000
"""Unpacked bytes a Word file may have: a report has under 2 million, a book with pictures under 100 million."""
LARGEST_XML = 20_000_000
"""Bytes of XML among them, which take twenty times as much memory: 28 reports have under 0.3 million each."""

_CHARACTERS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}


def read_word(content: bytes, path: Path) -> RawText:
    """Read a Word file's text, with what its styles say. Raise ReadError when it is none, or damaged.

    Numbers that Word writes by itself become text; insertions and links are read, deletions, headers and footers not.
    """
    _check_package(content, path)
    import docx  # noqa: PLC0415 - takes 0.2 s, and only .docx files need it

    try:
        return _read(docx.Document(BytesIO(content)))
    except (
        SyntaxError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        EOFError,
        RuntimeError,  # a zip archive with a password, or packed in an unknown way
        zlib.error,
    ) as error:
        raise ReadError("Word 文件已损坏", "请用 WPS 或 Word 打开，另存为新的 .docx", path=path) from error


def _read(document: Document) -> RawText:
    numbering, styles = Numbering.of(document), Styles.of(document)
    texts: list[str] = []
    hints: list[Hint] = []
    at = 0
    for paragraph, in_table in _paragraphs(document.element.body):
        own = _text(paragraph)
        text = numbering.number(paragraph, styles) + own if own.strip() else own
        hint = styles.hint(paragraph, Span(at, at + len(text)), in_table=in_table)
        hints += [hint] if hint and text.strip() else []
        texts.append(text)
        at += len(text) + 1
    return RawText("\n".join(texts), tuple(hints))


def _check_package(content: bytes, path: Path) -> None:
    """Raise ReadError unless the file is a whole zip archive of reasonable size with a Word text inside."""
    if not signatures.is_zip(content):
        found = signatures.identify(content)
        what, remedy = found or ("未知格式", "请用 WPS 或 Word 打开，另存为 .docx")
        raise ReadError(f"后缀是 .docx，内容却是{what}", remedy, path=path)
    try:
        parts = zipfile.ZipFile(BytesIO(content)).infolist()
    except zipfile.BadZipFile as error:
        raise ReadError("Word 文件不完整", "请重新复制或下载一份", path=path) from error
    if not any(part.filename.startswith("word/document") for part in parts):
        raise ReadError("压缩包里没有 Word 正文", "请用 WPS 或 Word 打开原文件，另存为 .docx", path=path)
    texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > LARGEST or sum(part.file_size for part in texts) > LARGEST_XML:
        raise ReadError("解开后过大，不像正常的 Word 文件", "请只把文字复制到新的 .docx 中", path=path)


def _paragraphs(element: Element, *, in_table: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield each paragraph below `element`, those of text boxes after the one they hang on; tell those in tables."""
    for child in element:
        if tag(child) in SKIPPED:
            continue
        if tag(child) == w("p"):
            yield child, in_table
        yield from _paragraphs(child, in_table=in_table or tag(child) == w("tbl"))


def _text(element: Element) -> str:
    """Return the text of a paragraph as it stands, changes accepted."""
    pieces = []
    for child in element:
        name = tag(child)
        if name == w("t"):
            pieces.append(child.text or "")
        elif name == w("br"):
            pieces.append("" if child.get(w("type")) in {"page", "column"} else "\n")
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name not in SKIPPED and name != w("txbxContent"):
            pieces.append(_text(child))
    return "".join(pieces)
