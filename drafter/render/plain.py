"""A report as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model import Chart, Paragraph, Report, ReportBlock, Table
from drafter.page import STYLES

_HEADINGS = {"title": 1, "heading1": 2, "heading2": 3, "heading3": 4, "heading4": 5, "annex_title": 2}
_SPECIAL = re.compile(r"([\\`*_<>\[\]|])")  # what Markdown reads as a mark anywhere in a line
_START = re.compile(r"^\s*(?=[-+=#])|^\s*\d+(?=[.)]\s)", re.M)  # … and at its start; 1. needs its space to be a list


def to_text(report: Report) -> str:
    """Return the report with a paragraph a line; table cells are parted by tabs, a chart is told in words."""
    return "".join(f"{line}\n" for block in report.blocks for line in _text_lines(block))


def to_markdown(report: Report) -> str:
    """Return the report with headings as #, tables as pipe tables, charts in words, a free line between blocks."""
    return "\n\n".join(part for block in report.blocks for part in _markdown_parts(block)) + "\n"


def _text_lines(block: ReportBlock) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _wording(block)
        return
    if isinstance(block, Chart):
        yield from block.lines()
        return
    if block.caption:
        yield _one_line(block.caption)
    for row in (block.header, *block.rows):
        if row:
            yield "\t".join(_one_line(cell) for cell in row)


def _markdown_parts(block: ReportBlock) -> Iterator[str]:
    if isinstance(block, Paragraph):
        text = _escape(_wording(block))
        level = _HEADINGS.get(block.style, 0)
        yield f"{'#' * level} {_one_line(text)}" if level else _START.sub(r"\g<0>\\", text).replace("\n", "\\\n")
        return
    if isinstance(block, Chart):
        yield from map(_escape, block.lines())
        return
    if block.caption:
        yield f"**{_escape(_one_line(block.caption))}**"
    if any((block.header, *block.rows)):
        yield _pipe_table(block)


def _pipe_table(block: Table) -> str:
    """Return a table whose first row is the header, empty when the table has none, as Markdown demands one."""
    rows = block.grid()
    lines = ["| " + " | ".join(_escape(cell).replace("\n", "<br>") for cell in row) + " |" for row in rows]
    return "\n".join((lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]))


def _wording(paragraph: Paragraph) -> str:
    """Return a paragraph's text; breaks in a title or date line are layout and go."""
    return _one_line(paragraph.text) if STYLES[paragraph.style].max_chars else paragraph.text


def _one_line(text: str) -> str:
    return text.replace("\n", "")


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
