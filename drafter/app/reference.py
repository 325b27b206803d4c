"""How a document of the office's own looks, as a layout: for drafts that are to look the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.app.layouts import looks_of
from drafter.errors import ReadError
from drafter.page import FACES, FANGSONG, NONE, STYLES, Face, Layout, Length, Style, mm, pt
from drafter.page.layout import fitted
from drafter.render.word_lines import width

if TYPE_CHECKING:
    from drafter.check.layout.roles import Role
    from drafter.model import PageLook, ParagraphLook, SectionLook

_LINE_OF_TYPE = 1.3  # heights of a character: a line of single spacing, in the Chinese faces of Windows
_GRID_SLACK = 0.05  # of a line: 12 points fill one of 15.6 to the brim
_ALIGNS = {"left": "left", "center": "center", "both": "both", "distribute": "both"}
_MOST_INDENT = 4  # characters
_SIBLINGS = {"speaker": "dateline", "annex_title": "title"}  # what looks like what, where a file shows but the second


def seen_layout(reference: Path, layout: Layout) -> tuple[Layout, frozenset[str]]:
    """Return `layout` with the page of a Word file and its looks, and the styles whose looks it shows.

    A file without text shows none. Raise ReadError when it cannot be read.
    """
    from drafter.check.layout.roles import roles
    from drafter.ingest.reader import read, read_docx, read_look

    read_docx(reference)
    read_look(reference)  # a damaged file is told here
    try:
        document, *_ = read(reference, reference.name)
    except ReadError:  # without a word, or nothing but contents and page numbers
        return layout, frozenset()
    look, *_ = looks_of(reference, [document])
    if look is None:
        return layout, frozenset()
    seen: dict[str, _Seen] = {}
    for role in roles(document, look, layout):
        seen.setdefault(role.style.name, _Seen()).add(role, role.look.span.of(document.raw), _grid(look))
    page = _with_page(layout, look)
    if "body" in seen:
        page = replace(page, line_pitch=replace(page.line_pitch, value=seen["body"].pitch))
    body = seen["body"].style(page.styles["body"]) if "body" in seen else page.styles["body"]
    styles = {}
    for name, style in page.styles.items():
        like = seen.get(name) or seen.get(_SIBLINGS.get(name, ""))
        looked = fitted(like.style(style) if like else _like_body(style, body, page), page)
        styles[name] = looked if looked.align == "center" else replace(looked, max_chars=0)
    return replace(page, styles=styles), frozenset(seen)


@dataclass(slots=True)
class _Seen:
    """The looks of the paragraphs of one sort, each by how many characters have it."""

    letters: Counter[tuple[str, float, bool]] = field(default_factory=Counter)  # face, size, bold
    places: Counter[tuple[str, int]] = field(default_factory=Counter)  # alignment, characters set in
    pitches: Counter[float] = field(default_factory=Counter)  # points

    def add(self, role: Role, text: str, grid: float) -> None:
        """Count a paragraph in; leads and numbers, of any face, are passed over; blanks before it are an indent."""
        paragraph = role.look
        chars = len(paragraph.span)
        for stretch in paragraph.stretches:
            if not any(free.covers(stretch.span) for free in role.free) or role.is_heading:
                self.letters[stretch.face, stretch.size, stretch.bold] += len(stretch.span)
        blanks = width(text[: len(text) - len(text.lstrip())])
        indent = min(max(round(paragraph.first_line + blanks), 0), _MOST_INDENT)
        self.places[paragraph.align, indent] += chars
        self.pitches[_pitch(paragraph, grid)] += chars

    @property
    def pitch(self) -> Length:
        """Return the line pitch of most of the text."""
        return pt(_most(self.pitches))

    def style(self, style: Style) -> Style:
        """Return a style with the looks of most of the text."""
        align, indent = _most(self.places)
        whole: dict[str, Any] = {"align": _ALIGNS.get(align, style.align), "indent": indent, "pitch": self.pitch}
        if self.letters:
            face, size, bold = _most(self.letters)
            whole |= {"face": _face(face) if face else style.face, "size": pt(size), "bold": bold}
        return replace(style, tightening=NONE, before=NONE if style.before == NONE else self.pitch, **whole)


def _most(counts: Mapping[Any, int]) -> Any:
    """Return what is counted most, of equals the first."""
    return max(counts, key=lambda each: counts[each])


def _pitch(paragraph: ParagraphLook, grid: float) -> float:
    """Return the distance of a paragraph's lines in points."""
    if paragraph.line_rule == "exact":
        return paragraph.line
    size = max((stretch.size for stretch in paragraph.stretches), default=0.0)
    single = size * _LINE_OF_TYPE
    if grid and paragraph.on_grid:  # type too large for one line of the grid takes two
        single = max(1, math.ceil(single / grid - _GRID_SLACK)) * grid
    return max(paragraph.line, single) if paragraph.line_rule == "atLeast" else paragraph.line * single


def _grid(look: PageLook) -> float:
    return look.sections[0].grid if look.sections else 0.0


def _face(name: str) -> Face:
    return next((face for face in FACES if face.name == name), Face(name, (), "modern"))


def _like_body(style: Style, body: Style, layout: Layout) -> Style:
    """Return a style that the file does not show, like its body text in what the standard has the two share."""
    standard, common = STYLES[style.name], STYLES["body"]
    if standard.size != common.size:
        return style
    face = body.face if standard.face == FANGSONG else style.face
    before = layout.line_pitch.value if style.before != NONE else NONE
    return replace(style, size=body.size, face=face, pitch=body.pitch, tightening=body.tightening, before=before)


def _with_page(layout: Layout, look: PageLook) -> Layout:
    """Return a layout with the paper and margins of the section that holds most text."""
    section = _longest(look.sections, look.paragraphs)
    if section is None or min(section.width - section.left - section.right, section.height - section.top) <= 0:
        return layout
    lengths = {
        "paper_width": section.width,
        "paper_height": section.height,
        "top_margin": section.top,
        "bottom_margin": section.bottom,
        "left_margin": section.left,
        "right_margin": section.right,
    }
    return replace(
        layout, **{name: replace(getattr(layout, name), value=mm(length)) for name, length in lengths.items()}
    )


def _longest(sections: Sequence[SectionLook], paragraphs: Iterable[ParagraphLook]) -> SectionLook | None:
    chars: Counter[int] = Counter()
    for paragraph in paragraphs:
        number = next((each for each, section in enumerate(sections) if paragraph.element < section.element), 0)
        chars[number] += len(paragraph.span)
    return sections[_most(chars)] if sections and chars else None
