"""What the page of a composed draft shows, as plain values for its template, and its layout in CSS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter import page
from drafter.model import Paragraph, Report, Table
from drafter.page import Face, Length, Rule, Style
from drafter.render.passages import printable
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
    rows: tuple[tuple[Parts, ...], ...]


def blocks(report: Report) -> Iterator[Words | Grid]:
    """Yield the paragraphs and tables of the draft."""
    for block in report.blocks:
        yield _words(block) if isinstance(block, Paragraph) else _grid(block)


def layout() -> str:
    """Return the official layout as CSS: paper, margins and page number in print, a rule for every paragraph style."""
    sides = " ".join(
        _mm(margin) for margin in (page.TOP_MARGIN, page.RIGHT_MARGIN, page.BOTTOM_MARGIN, page.LEFT_MARGIN)
    )
    number = f"{page.PAGE_NUMBER_SIZE.value.pt:g}pt {_quoted(_faces(page.PAGE_NUMBER_FACE.value))}"
    rules = [
        f"@page {{ size: {_mm(page.PAPER_WIDTH)} {_mm(page.PAPER_HEIGHT)}; margin: {sides};",
        f'  @bottom-center {{ content: "— " counter(page) " —"; font: {number}; }} }}',
        f":root {{ --paper: {_mm(page.PAPER_WIDTH)}; --margins: {sides}; --gap: {page.HEAD_GAP.value.pt:g}pt;",
        f"  --rule: {page.TABLE_BORDER.value.pt:g}pt;",
        f"  --cell: {_mm(page.TABLE_PADDING_TOP)} {_mm(page.TABLE_PADDING_SIDE)}; }}",
        *(_rule(style) for style in page.STYLES.values()),
    ]
    return "\n".join(rules) + "\n"


def _mm(rule: Rule[Length]) -> str:
    return f"{rule.value.mm:g}mm"


def _rule(style: Style) -> str:
    pitch = style.pitch or (page.LINE_PITCH.value if style.on_grid else None)
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
    return (face.name, *face.fallbacks, *(_SANS if face == page.HEITI else _SERIF))


def _quoted(faces: tuple[str, ...]) -> str:
    return ", ".join(face if face.isascii() and " " not in face else f'"{face}"' for face in faces)


def _words(paragraph: Paragraph) -> Words:
    style = page.STYLES[paragraph.style]
    lines = break_lines(printable(paragraph.text), style.max_chars)
    return Words(_TAGS.get(paragraph.style, "p"), paragraph.style, tuple(_parts(line) for line in lines))


def _grid(table: Table) -> Grid:
    header, *rows = table.grid()
    return Grid(
        caption=_parts(table.caption),
        header=tuple(map(_parts, header)) if table.header else (),
        rows=tuple(tuple(map(_parts, row)) for row in rows),
    )


def _parts(text: str) -> Parts:
    return tuple(cut_at_gaps(printable(text)))
