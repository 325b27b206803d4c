"""Read a file into the reports it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from drafter.errors import ReadError
from drafter.ingest import signatures, word_look
from drafter.ingest.compilation import split
from drafter.ingest.html import read_html
from drafter.ingest.identity import identify
from drafter.ingest.lines import split_lines
from drafter.ingest.markdown import read_markdown
from drafter.ingest.mhtml import read_mhtml
from drafter.ingest.office import read_office
from drafter.ingest.pdf import read_pdf
from drafter.ingest.plain import read_plain
from drafter.ingest.raw import RawText
from drafter.ingest.structure import outline
from drafter.ingest.word import read_word, text_places
from drafter.model import Document, NormText, PageLook, TextPlace
from drafter.text.normalize import normalize

LARGEST = 300_000_000
"""Bytes of a file, which is held in memory whole: a report with 50 photographs has 50 to 150 million."""

READERS: Mapping[str, Callable[[bytes, Path], RawText]] = {
    ".docx": read_word,
    ".docm": read_word,
    ".doc": read_office,
    ".wps": read_office,
    ".rtf": read_office,
    ".odt": read_office,
    ".pdf": read_pdf,
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
}


def read(path: Path, name: str) -> tuple[Document, ...]:
    """Return the reports of a file: one, or those of a compilation as name#1, name#2 …

    `name` is what others refer to the file by (Source.path). Raise ReadError when the file cannot be read.
    """
    raw = _read(path)
    text, offsets = normalize(raw.text, wrapped=not raw.structured)
    if not text:
        raise ReadError("除去广告、页码之类，没有正文", "请确认选对了文件", path=path)
    spans = split(split_lines(text, offsets, raw.hints))
    documents = []
    for number, span in enumerate(spans, 1):
        own, own_offsets = NormText(span.of(text)), offsets.slice(span)
        blocks, root = outline(own, own_offsets, raw.hints)
        source = identify(own, blocks, root, name if len(spans) == 1 else f"{name}#{number}")
        documents.append(Document(source, raw.text, own, own_offsets, blocks, root))
    return tuple(documents)


def read_raw(path: Path) -> str:
    """Return a file's text as read, before any cleaning: what all spans count in. Raise ReadError as `read` does."""
    return _read(path).text


def read_docx(path: Path) -> bytes:
    """Return a .docx file's bytes. Raise ReadError when it is some other file, whatever it is called."""
    content = _content(path)
    if not content.startswith(b"PK") or _reader(content, path) is not read_word:
        kind = signatures.identify(content)
        if kind and not kind.reader:
            raise ReadError(f"不能用这种文件：内容是{kind.name}", kind.remedy, path=path)
        told = f"，内容是{kind.name}" if kind and path.suffix.lower() == ".docx" else ""
        raise ReadError(f"不是 .docx 文件{told}", "请用 WPS 或 Word 打开，另存为 .docx 再试", path=path)
    return content


def read_places(path: Path) -> tuple[bytes, tuple[TextPlace, ...]]:
    """Return a .docx file's bytes, and where the text that `read_raw` gives stands in it."""
    content = read_docx(path)
    return content, text_places(content, path)


def read_look(path: Path) -> PageLook | None:
    """Return how a Word file looks, None for any other file. Raise ReadError as `read` does."""
    content = _content(path)
    return word_look.read_look(content, path) if _reader(content, path) is read_word else None


def _read(path: Path) -> RawText:
    content = _content(path)
    raw = _reader(content, path)(content, path)
    if not raw.text.strip():
        raise ReadError("文件里没有文字", "若是扫描件，请先识别成文字，存为 .txt", path=path)
    return raw


def _reader(content: bytes, path: Path) -> Callable[[bytes, Path], RawText]:
    """Return what reads a file: by its content, for names are often wrong, or else by its suffix."""
    kind = signatures.identify(content)
    if kind and not kind.reader:
        raise ReadError(f"不能读这种文件：内容是{kind.name}", kind.remedy, path=path)
    suffix = kind.reader if kind else path.suffix.lower()
    if suffix not in READERS:
        remedy = f"能读的有 {'、'.join(READERS)}，请另存为其中一种"
        raise ReadError(f"不能读这种文件：后缀 {path.suffix or '（无）'} 不认识", remedy, path=path)
    return READERS[suffix]


def _content(path: Path) -> bytes:
    """Return a file's bytes. Raise ReadError when there is no file, nothing in it, or it may not be read."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except FileNotFoundError as error:
        raise ReadError("没有这个文件", "请检查文件名和所在的文件夹", path=path) from error
    except OSError as error:
        if os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises again on a name that is too long
            raise ReadError("这是文件夹，不是文件", "请写明其中的文件名", path=path) from error
        raise ReadError(
            "文件打不开", "请检查文件名是否太长、是否有读取权限，或是否正被别的程序占用", path=path
        ) from error
    if size > LARGEST:
        message = f"文件太大，有 {size / 1_000_000:.0f} MB"
        raise ReadError(message, "请删去或压缩里面的图片，或只把文字另存一份", path=path)
    if not content.strip():
        raise ReadError("文件是空的", "请确认选对了文件", path=path)
    return content
