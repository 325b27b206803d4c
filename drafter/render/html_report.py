"""What the page of a composed draft shows, as plain values for its template, and its layout in CSS."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model import Chart, Paragraph, Report, Table
from drafter.page import HEITI, STYLES, Face, Layout, Length, Rule, Style
from drafter.render.chart import draw
from drafter.render.passages import printable
from drafter.render.table_columns import centred
from drafter.render.word_lines import break_lines
from drafter.text.gaps import cut_at_gaps

_TAGS = {"title": "h1", "annex_title": "h2", "heading1": "h2", "heading2": "h3", "heading3": "h4", "heading4": "h5"}
# where none of the official faces is installed
_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "serif")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")

Parts = tuple[tuple[str, bool], ...]  # text, and whether it is a gap: 【待补：…】


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
    rows: tuple[tuple[tuple[Parts, bool], ...], ...]  # each cell with whether its column is centred


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, in the page itself."""

    data: str  # of its data: address
    words: str  # in its place, for those who do not see it


def blocks(report: Report, layout: Layout) -> Iterator[Words | Grid | Image]:
    """Yield the paragraphs, tables and charts of the draft."""
    for block in report.blocks:
        if isinstance(block, Chart):
            yield Image(base64.b64encode(draw(block, layout.text_width)).decode(), "".join(block.lines()))
        else:
            yield _words(block) if isinstance(block, Paragraph) else _grid(block)


def css(layout: Layout) -> str:
    """Return the layout as CSS: paper, margins and page number in print, a rule for every paragraph style."""
    sides = " ".join(
        _mm(margin) for margin in (layout.top_margin, layout.right_margin, layout.bottom_margin, layout.left_margin)
    )
    rules = [
        f"@page {{ size: {_mm(layout.paper_width)} {_mm(layout.paper_height)}; margin: {sides}; }}",
        *_page_numbers(layout),
        f":root {{ --paper: {_mm(layout.paper_width)}; --margins: {sides}; --gap: {layout.line_pitch.value.pt:g}pt;",
        f"  --rule: {layout.table_border.value.pt:g}pt;",
        f"  --cell: {_mm(layout.table_padding_top)} {_mm(layout.table_padding_side)}; }}",
        *(_rule(style, layout.line_pitch.value) for style in layout.styles.values()),
    ]
    return "\n".join(rules) + "\n"


def _page_numbers(layout: Layout) -> Iterator[str]:
    """Yield the page number's place: outside, a character in from the edge, or by house rule in the middle."""
    size = layout.page_number_size.value
    drop = layout.page_number_drop.value.pt - size.pt / 2  # to where the line of the dashes begins
    font = f"{size.pt:g}pt/1 {_quoted(_faces(layout.page_number_face.value))}"
    look = f'content: "— " counter(page) " —"; font: {font}; vertical-align: top; padding-top: {drop:g}pt;'
    if layout.page_number_place.value == "居中":
        yield f"@page {{ @bottom-center {{ {look} }} }}"
        return
    for page in ("right", "left"):  # odd pages, even pages
        inward = f"padding-{page}: {layout.page_number_indent.value * size.pt:g}pt; text-align: {page};"
        yield f"@page :{page} {{ @bottom-{page} {{ {look} {inward} }} }}"


def _mm(rule: Rule[Length]) -> str:
    return f"{rule.value.mm:g}mm"


def _rule(style: Style, line: Length) -> str:
    pitch = style.pitch or (line if style.on_grid else None)
    declarations = {
        "font-family": _quoted(_faces(style.face)),
        "font-size": f"{style.size.pt:g}pt",
        "font-weight": "bold" if style.bold else "normal",
        "line-height": f"{pitch.pt:g}pt" if pitch else "normal",
        "letter-spacing": f"{style.tightening.pt:g}pt",
        "text-align": "justify" if style.align == "both" else style.align,
        "text-indent": f"{style.indent}em",
        "margin-top": f"{style.before.pt:g}pt",
        "break-before": "page" if style.new_page else "auto",
        "break-after": "avoid" if style.keep_next else "auto",
    }
    return f".{style.name} {{ {' '.join(f'{name}: {value};' for name, value in declarations.items())} }}"


def _faces(face: Face) -> tuple[str, ...]:
    return (face.name, *face.fallbacks, *(_SANS if face == HEITI else _SERIF))


def _quoted(faces: tuple[str, ...]) -> str:
    return ", ".join(face if face.isascii() and " " not in face else f'"{face}"' for face in faces)


def _words(paragraph: Paragraph) -> Words:
    style = STYLES[paragraph.style]
    lines = break_lines(printable(paragraph.text), style.max_chars)
    return Words(_TAGS.get(paragraph.style, "p"), paragraph.style, tuple(_parts(line) for line in lines))


def _grid(table: Table) -> Grid:
    header, *rows = table.grid()
    return Grid(
        caption=_parts(table.caption),
        header=tuple(map(_parts, header)) if table.header else (),
        rows=tuple(tuple(zip(map(_parts, row), centred(table), strict=True)) for row in rows),
    )


def _parts(text: str) -> Parts:
    return tuple(cut_at_gaps(printable(text)))
