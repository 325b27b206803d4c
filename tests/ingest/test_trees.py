"""The section tree of every sample report is what a reader sees; the goldens were read beside the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.model import Block, Document, Section

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))


def rendered(document: Document) -> str:
    """Render a report readably: what it says about itself, then headings, points with their leads, plain paragraphs."""
    return "\n".join([*_head(document), "", *_section(document, document.root, 0)]) + "\n"


def _head(document: Document) -> Iterator[str]:
    source, locality = document.source, document.source.locality
    lines = {block.role: block.span.of(document.text).replace("\n", "⏎") for block in document.blocks}
    yield f"标题  {source.title}"
    yield f"题注  {lines.get('dateline', '')}"
    yield f"报告人  {source.speaker}"
    yield f"称呼  {lines.get('salutation', '')}"
    yield f"文种  {source.kind}"
    yield f"期间  {source.period}"
    parts = (locality.province, locality.city, locality.county, locality.name) if locality else ()
    yield f"单位  {' '.join(part or '-' for part in parts)}"


def _section(document: Document, section: Section, depth: int) -> Iterator[str]:
    """Yield a section's lines, its own blocks and its children in the order they stand in the report."""
    indent = "    " * depth
    if section.heading:
        yield f"{indent}[{section.heading.level}] {section.heading.number}{section.title}"
        indent += "    "
    below = {child.heading: child for child in section.children}
    parts = sorted((*section.blocks, *filter(None, below)), key=lambda block: block.span)
    for is_plain, group in groupby(parts, key=_is_plain):
        members = list(group)
        if is_plain:
            yield f"{indent}{len(members)} 段"
            continue
        for block in members:
            if block in below:
                yield from _section(document, below[block], depth + (section.heading is not None))
            else:
                yield indent + _block(document, block)


def _is_plain(block: Block) -> bool:
    return block.role == "paragraph" and not block.number and not block.lead


def _block(document: Document, block: Block) -> str:
    words = block.span.of(document.text)
    if block.role != "paragraph":
        return f"<{block.role}> {words[:40]}"
    return f"· {block.number}{block.lead.of(document.text) if block.lead else '……' + words[len(block.number) :][:12]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_trees_of_the_samples(path: Path, golden: Callable[[str, str], None]) -> None:
    for document in read(path, path.stem):
        golden(f"trees/{document.source.path}.txt", rendered(document))


def test_the_compilation_holds_eleven_reports() -> None:
    (path,) = CORPUS.glob("汇编*")
    documents = read(path, "corpus/汇编.txt")
    assert [document.source.path for document in documents] == [f"corpus/汇编.txt#{n}" for n in range(1, 12)]
    assert len({document.raw for document in documents}) == 1
