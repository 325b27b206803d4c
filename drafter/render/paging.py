"""On which page each paragraph of a draft will stand: what a table of contents says before Word has laid it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from drafter.model import Chart, Paragraph, ReportBlock, Table
from drafter.page import HEAD_STYLES, Layout, Style
from drafter.render.word_lines import break_lines, width

_TOKEN = re.compile(r"[\x21-\x7e]+|.", re.S)  # figures and Latin words are not torn
_HANGS = frozenset("，。、；：？！）》」』】〕”’…")  # one of these may hang behind a full line
_OPENS = frozenset("（《「『【〔“‘")  # none of these ends a line
_ROOM = 0.5  # points: what a page may overrun by rounding


def pages(blocks: Sequence[ReportBlock], layout: Layout) -> Iterator[int]:
    """Yield the page of each block's first line, from 1: lines of the page's grid as Word fills them.

    LibreOffice, which lets no mark hang, needs a line more in every eighth paragraph. Tables count as one line a
    row, charts as one; in reports they stand in annexes, behind all that is listed.
    """
    height = layout.text_height.pt
    page, used = 1, 0.0
    for index, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
        lines, pitch, above = _measure(block, layout)
        style = layout.styles[block.style] if isinstance(block, Paragraph) else None
        needed = above + pitch * (lines if style and style.level else 1)
        if style and style.keep_next:
            needed = above + pitch * lines + _first_lines(blocks[index + 1 :], layout)
        if used and (used + needed > height + _ROOM or (style and style.new_page)):
            page, used = page + 1, 0.0
        yield page
        used += above
        for _ in range(lines):
            if used + pitch > height + _ROOM:
                page, used = page + 1, 0.0
            used += pitch
        if style and style.name in HEAD_STYLES and not _is_head(following):
            used += layout.line_pitch.value.pt


def _first_lines(blocks: Sequence[ReportBlock], layout: Layout) -> float:
    """Return the height of what must follow on the same page: the next line, and what must follow that."""
    height = 0.0
    for block in blocks:
        lines, pitch, above = _measure(block, layout)
        style = layout.styles[block.style] if isinstance(block, Paragraph) else None
        if style is None or not style.keep_next:
            return height + above + pitch
        height += above + pitch * lines
    return height


def _measure(block: ReportBlock, layout: Layout) -> tuple[int, float, float]:
    """Return how many lines a block takes, their pitch and the space above, in points."""
    if isinstance(block, Chart):
        return 1, layout.line_pitch.value.pt, 0.0
    if isinstance(block, Table):
        return len(block.rows) + 1, layout.line_pitch.value.pt, 0.0
    style = layout.styles[block.style]
    pitch = (style.pitch or layout.line_pitch.value).pt
    return sum(_lines(text, style, layout) for text in break_lines(block.text, style.max_chars)), pitch, style.before.pt


def _lines(text: str, style: Style, layout: Layout) -> int:
    """Return how many lines a text takes: full ones of the page's width, marks hanging, figures whole."""
    square = style.size.pt + style.tightening.pt
    room = layout.text_width.pt / square + 0.02
    lines, used = 1, float(style.indent)
    tokens = _TOKEN.findall(text)
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        needed = width(token)
        if token in _HANGS and used + needed > room:
            used = room
            continue
        kept = needed + (width(following) if token in _OPENS else 0)
        if used and used + kept > room:
            lines, used = lines + 1, 0.0
        used += needed
    return lines


def _is_head(block: ReportBlock | None) -> bool:
    return isinstance(block, Paragraph) and block.style in HEAD_STYLES
