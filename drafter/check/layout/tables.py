"""Tables: as wide as the text at most, the header on every page, no row torn, no line clipped, official faces."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.check.layout.deviations import Deviation, Kind
from drafter.model import CellLook, PageLook, ParagraphLook, RowLook, SectionLook, Span, TableLook
from drafter.page import FACES, HOUSE, STYLES, Face, Layout, mm
from drafter.page.standard import TEXT_WIDTH
from drafter.text.characters import HAN

_HAN = re.compile(f"[{HAN}]")
HANGING = 4.5  # mm: older Word hangs the padding of the outer cells out on either side
CLIPPED = 0.97  # of the size: a line that is fixed lower cuts its characters off
_NATURAL = 1.3  # line heights of Chinese type to its size
_PADDING = 10.8  # points at the sides of a cell, as Word sets them
_ROUNDING = 0.05  # of a line
_MM = 25.4 / 72  # to a point
_STYLES = ("table_head", "table_text")
_USUAL = f"{STYLES['table_text'].face.name}、宋体、楷体或黑体"


def deviations(look: PageLook, raw: str, layout: Layout) -> Iterator[Deviation]:
    """Yield how the tables of a report deviate; of one with a single row or column, a frame, only the width counts."""
    texts = _Texts({each.element: each for each in look.paragraphs}, raw)
    for table in look.tables:
        section = look.section_of(table.element)
        if section is not None:
            yield from _width(table, section, raw)
        if len(table.rows) < 2 or max(len(row.cells) for row in table.rows) < 2:
            continue
        if section is not None and sum(map(texts.height, table.rows)) > _room(section):
            yield from _over_pages(table, texts)
        for row in table.rows:
            yield from _clipped(row, table, texts)
            yield from _faces(row, texts, layout)


@dataclass(frozen=True, slots=True)
class _Texts:
    """What stands in the cells."""

    paragraphs: Mapping[int, ParagraphLook]  # by their elements
    raw: str

    def of(self, cell: CellLook) -> Iterator[ParagraphLook]:
        """Yield the paragraphs of a cell that hold text."""
        for paragraph in (self.paragraphs.get(element) for element in cell.paragraphs):
            if paragraph and paragraph.stretches and paragraph.span.of(self.raw).strip():
                yield paragraph

    def lines(self, cell: CellLook) -> Iterator[tuple[float, float]]:
        """Yield for each line of a cell how high its type is, and how far it stands from the next, in points."""
        for paragraph in self.of(cell):
            size = max(each.size for each in paragraph.stretches)
            chars = sum(0.5 if char.isascii() else 1.0 for char in paragraph.span.of(self.raw))
            room = max(cell.width - _PADDING, size)
            count = max(1, math.ceil(chars * size / room - _ROUNDING)) if cell.width else 1
            yield from [(size, paragraph.line if paragraph.line_rule == "exact" else size * _NATURAL)] * count

    def height(self, row: RowLook) -> float:
        """Return how high a row has to be at least, in points."""
        return max(row.height, *(sum(pitch for _, pitch in self.lines(cell)) for cell in row.cells), 0.0)


def _head(table: TableLook, raw: str) -> Span:
    """Return the first line of a table, by which it is shown."""
    text = table.span.of(raw)
    start = table.span.start + len(text) - len(text.lstrip())
    end = raw.find("\n", start, table.span.end)
    return Span(start, end if end > start else table.span.end)


def _practice(kind: Kind, found: str, expected: str, span: Span, element: int) -> Deviation:
    return Deviation(kind, "", found, expected, "实务", "", span, element)


def _width(table: TableLook, section: SectionLook, raw: str) -> Iterator[Deviation]:
    room = section.width - section.left - section.right
    width, left = table.width * _MM, table.left * _MM
    if room > 0 and width and (left + width > room + HANGING or left < -HANGING):
        found, expected = f"表格宽 {width:.0f} 毫米，超出了 {room:.0f} 毫米宽的版心", "放在版心之内"
        strength, source = TEXT_WIDTH.strength, TEXT_WIDTH.source
        yield Deviation("table_width", "", found, expected, strength, source, _head(table, raw), table.element)


# --- over several pages ----------------------------------------------------------------------------------------------


def _room(section: SectionLook) -> float:
    """Return the height of a page's text in points."""
    return mm(section.height - section.top - section.bottom).pt


def _over_pages(table: TableLook, texts: _Texts) -> Iterator[Deviation]:
    """Yield what makes a table hard to read that takes more than a page."""
    head = _head(table, texts.raw)
    if not table.rows[0].repeats:
        found, expected = "表格不止一页，换页后没有表头", "把第一行设为“重复标题行”"
        yield _practice("table_header", found, expected, head, table.element)
    torn = [row for row in table.rows if row.splits and _is_tall(row, texts)]
    if torn:
        found, expected = f"表格不止一页，有 {len(torn)} 行可能断在两页上", "取消“允许跨页断行”"
        yield _practice("table_row", found, expected, head, table.element)


def _is_tall(row: RowLook, texts: _Texts) -> bool:
    """Tell whether a row holds more than a line, and so can be torn."""
    return any(len(list(texts.lines(cell))) > 1 for cell in row.cells)


# --- the text of cells -----------------------------------------------------------------------------------------------


def _clipped(row: RowLook, table: TableLook, texts: _Texts) -> Iterator[Deviation]:
    """Yield the lines and rows that are fixed lower than what they hold."""
    for paragraph in (each for cell in row.cells for each in texts.of(cell)):
        size = max(each.size for each in paragraph.stretches)
        if paragraph.line_rule == "exact" and paragraph.line < size * CLIPPED:
            found = f"表格里行距固定为 {paragraph.line:g} 磅，{size:g} 磅的字会被截掉"
            yield _practice("table_clip", found, "设为单倍行距", paragraph.span, paragraph.element)
    for cell in row.cells if row.height else ():
        if sum(size for size, _ in texts.lines(cell)) * CLIPPED > row.height:
            found = f"表格有一行的行高固定为 {row.height:g} 磅，装不下里面的字"
            yield _practice("table_clip", found, "设为“最小值”", next(texts.of(cell)).span, table.element)
            return


def _faces(row: RowLook, texts: _Texts, layout: Layout) -> Iterator[Deviation]:
    """Yield the faces that no official document is set in; or that the office has not set, where it has set any."""
    styles = [layout.styles[name] for name in _STYLES]
    ours = [style.face for style in styles if "face" in style.house]
    is_house = len(ours) == len(styles)
    allowed = ours if is_house else [*FACES, *(style.face for style in styles)]
    expected = "或".join(dict.fromkeys(face.name for face in ours)) if is_house else _USUAL
    for paragraph in (each for cell in row.cells for each in texts.of(cell)):
        for name in dict.fromkeys(_other_faces(paragraph, allowed, texts.raw)):
            found, span, element = f"表格文字的字体是{name}", paragraph.span, paragraph.element
            if is_house:
                yield Deviation("table_face", "", found, f"用{expected}", "单位", HOUSE, span, element)
            else:
                yield _practice("table_face", found, f"用{expected}", span, element)


def _other_faces(paragraph: ParagraphLook, allowed: list[Face], raw: str) -> Iterator[str]:
    """Yield the faces of Chinese characters that are not allowed; what the file does not name is not known."""
    for each in paragraph.stretches:
        if each.face and _HAN.search(each.span.of(raw)) and not any(face.is_met_by(each.face) for face in allowed):
            yield each.face
