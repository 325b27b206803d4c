"""Reading texts and files in tests: a report from lines, a PDF from lines placed on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from drafter.ingest.lines import Line, split_lines
from drafter.ingest.reader import read
from drafter.model import Document, NormText, OffsetMap
from drafter.text.changes import identity

Placed: TypeAlias = tuple[float, float, float, str]  # left, height (in points), size, text

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000"
    b" /W [1 [207] 2 94 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
    b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)


def _printed(pages: Sequence[Sequence[Placed]], *, matrix: str = "1 0 0 1", rotate: int = 0) -> bytes:
    """Return a PDF with the lines of each page; `matrix` slants or turns them, `rotate` turns the pages."""
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *_FONT,
    ]
    for number, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf {matrix} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, size, text in lines
        ).encode()
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate}"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {first + 2 * number + 1} 0 R >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn)]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    )


@pytest.fixture
def printed() -> Callable[..., bytes]:
    """Return a function that prints pages of placed lines as a PDF."""
    return _printed


@pytest.fixture
def lines() -> Callable[[str], tuple[Line, ...]]:
    """Return a function that splits a text as it stands."""

    def split(text: str) -> tuple[Line, ...]:
        offsets: OffsetMap = identity(len(text))
        return split_lines(NormText(text), offsets, ())

    return split


@pytest.fixture
def report(tmp_path: Path) -> Callable[[str], Document]:
    """Return a function that reads a text as a file with one report."""

    def read_one(text: str) -> Document:
        path = tmp_path / "报告.txt"
        path.write_text(text, encoding="utf-8")
        (document,) = read(path, path.name)
        return document

    return read_one


@pytest.fixture
def shape() -> Callable[[Document], Sequence[str]]:
    """Return a function that shows a report's body: [level] heading, · lead, - paragraph."""

    def shown(document: Document) -> Iterator[str]:
        for block in document.blocks:
            words = block.span.of(document.text)
            if block.role == "heading":
                yield f"[{block.level}] {words}"
            elif block.role == "paragraph" and (block.number or block.lead):
                yield f"· {block.number}{block.lead.of(document.text) if block.lead else ''}"
            else:
                yield f"- {words[:8]}" if block.role == "paragraph" else f"<{block.role}> {words}"

    return lambda document: list(shown(document))
