"""Compose a report: outline and library in, a draft out whose every piece knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.compose import eras
from drafter.compose.choice import Choice
from drafter.compose.fact_joining import join
from drafter.compose.fact_table import FactTable
from drafter.compose.facts import figure_of
from drafter.compose.freshness import RUN
from drafter.compose.ledger import Ledger
from drafter.compose.organs import organs
from drafter.compose.outline_fields import KINDS, Outline
from drafter.compose.prose import Gaps
from drafter.compose.sayings import pleases
from drafter.compose.sections import Desk
from drafter.compose.sequences import Sequences
from drafter.compose.stock import Stock
from drafter.compose.templates import Watch, render
from drafter.compose.values import Naming
from drafter.errors import TemplateError
from drafter.model import Gap, Library, Paragraph, Piece, Report, ReportBlock
from drafter.text import topics

LIBRARY_SHARE = (
    0.10  # of the outline's own characters, so of fewer than the draft will have; product rule: 10 % of reuse
)
_SPANS = {
    "year": "全年",
    "first_half": "上半年",
    "second_half": "下半年",
    "first_three_quarters": "前三季度",
    "fourth_quarter": "第四季度",
}
LENGTH_OFF = 0.2  # a draft that misses the wanted length by more is reported
_CONTENT = (
    "开头",
    "总体指标",
    "回顾",
    "其他工作",
    "致谢",
    "问题",
    "总体要求",
    "打算",
    "建议",
    "民生实事",
    "名词解释",
    "结语",
)


def compose(
    outline: Outline,
    *,
    library: Library | None,
    template_folders: Sequence[Path],
    tables: Sequence[FactTable] = (),
    seed: int = 0,
    bare: bool = False,
) -> Report:
    """Compose `outline` and its facts `tables` with the template of its kind, the first found in `template_folders`.

    With `bare`, or without a library, no library text goes in. The same arguments give the same Report. Raise
    TemplateError when there is no template, or it does not work.
    """
    outline, unjoined = join(outline, tables)
    desk = desk_for(outline, None if bare else library, seed)
    ledger, watch = Ledger(), Watch()
    values = Naming(outline, desk, ledger, watch).values()
    blocks = render(_template(outline, template_folders), values, ledger, watch, template_folders)
    gaps = desk.gaps
    gaps.missing += _left_out(ledger, blocks, (*_CONTENT, *(table.name for table in tables)))
    gaps.conflicts[:0] = unjoined
    gaps.conflicts += _wrong_length(outline, blocks)
    return Report(
        title=_title(blocks),
        author=organs(outline.locality.place).full_government,
        blocks=blocks,
        seed=seed,
        missing=tuple(gaps.missing),
        conflicts=tuple(gaps.conflicts),
        contents=outline.style.contents == "是",
    )


def desk_for(outline: Outline, library: Library | None, seed: int) -> Desk:
    """Return what writing a draft of `outline` needs besides it."""
    typed = list(outline.texts())
    base = "上年" if outline.period.part == "year" else "上年同期"
    span = _SPANS[outline.period.part]
    budget = LIBRARY_SHARE * sum(map(len, typed))
    stock = Stock(
        Choice(seed),
        library,
        budget,
        base,
        span,
        eras.last_day(outline.period),
        _names(outline),
        organs(outline.locality.place).level == "街道",
        Sequences(library, outline.kind),
        _falling(outline),
        used=set(typed),
    )
    return Desk(stock, library.fragments(RUN) if library else frozenset(), Gaps(), outline.style)


def _names(outline: Outline) -> tuple[str, ...]:
    """Return the names of the locality, longest first, whole and without their level: 桃林街道, 桃林."""
    place = outline.locality.place
    whole = [name for name in (place.name, place.county, place.city, place.province) if name]
    bare = [name.removesuffix("街道").rstrip("镇乡县市区省") for name in whole]
    return tuple(sorted((name for name in {*whole, *bare} if len(name) > 1), key=lambda name: (-len(name), name)))


def _falling(outline: Outline) -> frozenset[str]:
    """Return the topics of which a headline figure is bad news."""
    gaps = Gaps()
    figures = [figure_of(fact, "", "", gaps) for fact in outline.headline]
    found = {topics.topic_of(figure.indicator) for figure in figures if not pleases(figure)}
    return frozenset(found | {topic.parent for topic in topics.topics() if topic.name in found} - {""})


def _template(outline: Outline, folders: Sequence[Path]) -> str:
    """Return the name of the template of the outline's kind. Raise TemplateError when no folder has it."""
    name = f"{outline.kind}.j2"
    if any((folder / name).is_file() for folder in folders):
        return name
    chinese = next(chinese for chinese, kind in KINDS.items() if kind == outline.kind)
    ready = [chinese for chinese, kind in KINDS.items() if any((folder / f"{kind}.j2").is_file() for folder in folders)]
    raise TemplateError(f"还没有“{chinese}”的模板", f"现在可以生成：{'、'.join(ready) or '（无）'}")


def _left_out(ledger: Ledger, blocks: Sequence[ReportBlock], content: tuple[str, ...]) -> Iterator[Gap]:
    """Yield what the outline holds and the template did not print; origins of content begin as one of `content`."""
    printed = {piece.ref for block in blocks if isinstance(block, Paragraph) for piece in block.pieces}
    owned = {piece.ref: None for piece in ledger.pieces() if piece.kind in {"author", "fact"}}
    for ref in owned:
        if ref not in printed and ref.startswith(content):
            yield Gap(ref, "模板没有用到这项内容")


def _wrong_length(outline: Outline, blocks: Sequence[ReportBlock]) -> Iterator[Gap]:
    """Yield a note when the draft is far from the length the outline asks for."""
    length = sum(len(piece.text) for piece in _pieces(blocks))
    if outline.length and abs(length - outline.length) > LENGTH_OFF * outline.length:
        yield Gap("篇幅", f"要求约{outline.length}字，现稿{length}字")


def _title(blocks: Sequence[ReportBlock]) -> str:
    return next((block.text for block in blocks if isinstance(block, Paragraph) and block.style == "title"), "")


def _pieces(blocks: Sequence[ReportBlock]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.pieces
