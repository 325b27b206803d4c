"""Reading texts and files in tests: a report from lines, a file from bytes, a Word file from paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from drafter.ingest.lines import Line, split_lines
from drafter.ingest.reader import read
from drafter.model import Document, NormText, OffsetMap
from drafter.text.changes import identity


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
