"""What the page of a composed draft shows, as plain values for its template, and its layout in CSS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter import page
from drafter.model import Paragraph, Report, Table
from drafter.page import Style
from drafter.render.passages import printable
from drafter.render.word_lines import break_lines

_OPEN = re.compile(r"(【待(?:补|更新)[^】]*】)")
_TAGS = {"title": "h1", "annex_title": "h2", "heading1": "h2", "heading2": "h3", "heading3": "h4", "heading4": "h5"}
# where none of the official faces is installed
_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "serif")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")

Parts = tuple[tuple[str, bool], ...]  # text, and whether it is still open: 【待补：…】


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    tag: str
    style: str
    lines: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    caption: Parts
    header: tuple[Parts, ...]
    rows: tuple[tuple[Parts, ...], ...]


def blocks(report: Report) -> Iterator[Words | Grid]:
    """Yield the paragraphs and tables of the draft."""
    for block in report.blocks:
        yield _words(block) if isinstance(block, Paragraph) else _grid(block)


def layout() -> str:
    """Return the official layout as CSS: paper and margins when printed, one rule for every paragraph style."""
    margins = (page.TOP_MARGIN, page.RIGHT_MARGIN, page.BOTTOM_MARGIN, page.LEFT_MARGIN)
    sides = " ".join(f"{margin.value.mm:g}mm" for margin in margins)
    rules = [
        f"@page {{ size: {page.PAPER_WIDTH.value.mm:g}mm {page.PAPER_HEIGHT.value.mm:g}mm; margin: {sides}; }}",
        f":root {{ --paper: {page.PAPER_WIDTH.value.mm:g}mm; --margins: {sides}; }}",
        *(_rule(style) for style in page.STYLES.values()),
    ]
    return "\n".join(rules) + "\n"


def _rule(style: Style) -> str:
    faces = ", ".join(f'"{face}"' if " " in face or not face.isascii() else face for face in _faces(style))
    declarations = {
        "font-family": faces,
        "font-size": f"{style.size.pt:g}pt",
        "font-weight": "bold" if style.bold else "normal",
        "line-height": f"{(style.pitch or page.LINE_PITCH.value).pt:g}pt",
        "letter-spacing": f"{style.tightening.pt:g}pt",
        "text-align": {"both": "justify", "center": "center", "left": "left"}[style.align],
        "text-indent": f"{style.indent}em",
        "break-before": "page" if style.new_page else "auto",
        "break-after": "avoid" if style.keep_next else "auto",
    }
    return f".{style.name} {{ {' '.join(f'{name}: {value};' for name, value in declarations.items())} }}"


def _faces(style: Style) -> tuple[str, ...]:
    return (style.face.name, *style.face.fallbacks, *(_SANS if style.face == page.HEITI else _SERIF))


def _words(paragraph: Paragraph) -> Words:
    style = page.STYLES[paragraph.style]
    lines = break_lines(printable(paragraph.text), style.max_chars)
    return Words(_TAGS.get(paragraph.style, "p"), paragraph.style, tuple(_parts(line) for line in lines))


def _grid(table: Table) -> Grid:
    width = max(map(len, (table.header, *table.rows)))
    return Grid(
        caption=_parts(table.caption),
        header=_cells(table.header, width) if table.header else (),
        rows=tuple(_cells(row, width) for row in table.rows),
    )


def _cells(row: tuple[str, ...], width: int) -> tuple[Parts, ...]:
    return tuple(_parts(cell) for cell in (*row, *[""] * (width - len(row))))


def _parts(text: str) -> Parts:
    parts = enumerate(_OPEN.split(printable(text)))
    return tuple((part, index % 2 == 1) for index, part in parts if part)
