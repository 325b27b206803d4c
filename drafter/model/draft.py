"""A composed draft: paragraphs whose every piece knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

OriginKind = Literal["template", "library", "fact", "author", "placeholder"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph, with where they come from."""

    text: str
    kind: OriginKind
    ref: str = ""  # template name and call, outline path (回顾[0].要点[1].数据[0]), clause
    source: str = ""  # corpus path, for library text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a draft."""

    style: str  # a name from page.STYLES: title, dateline, speaker, salutation, heading1 … heading4, body, annex …
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the paragraph as printed."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a draft: 民生实事, 主要经济指标."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """Return the header (an empty row when there is none) and the rows, filled up to the same number of cells."""
        columns = max(map(len, (self.header, *self.rows)))
        return tuple((*row, *[""] * (columns - len(row))) for row in (self.header, *self.rows))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart."""

    name: str  # 固定资产投资
    number: float  # per cent
    printed: str  # as the table has it: +6.9%


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one measure."""

    name: str  # 同比, 完成率
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a draft: each measure beside the others, a row for each indicator."""

    name: str  # 主要经济指标
    groups: tuple[Bars, ...]

    def lines(self) -> tuple[str, ...]:
        """Return in words what it shows, a line for each measure."""
        return tuple(
            f"{group.name}：{'，'.join(f'{bar.name} {bar.printed}' for bar in group.bars)}。" for group in self.groups
        )


ReportBlock: TypeAlias = Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the outline leaves open or contradicts."""

    where: str  # outline path in the writer's words: 回顾 > 农业 > 早稻种植面积
    message: str  # Chinese, for the summary at the end of `build`


@dataclass(frozen=True, slots=True)
class Report:
    """A composed draft, ready to be rendered."""

    title: str
    author: str  # the reporting body, for the document properties
    blocks: tuple[ReportBlock, ...]
    seed: int
    missing: tuple[Gap, ...] = ()  # open slots
    conflicts: tuple[Gap, ...] = ()  # given and computed values that differ
    contents: bool = False  # whether a contents page is wanted, where a format can hold one

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs, tables and charts left out."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block

    def placed(self) -> Iterator[tuple[int, Paragraph]]:
        """Yield each paragraph with where it begins in the text of the draft, a paragraph a line."""
        start = 0
        for paragraph in self.paragraphs():
            yield start, paragraph
            start += len(paragraph.text) + 1
