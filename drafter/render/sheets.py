"""The library laid out for reading by hand: a sheet each of reports, phrases, frames, headings, clauses, skeletons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.model import Clause, Frame, Heading, Phrase, Skeleton, Source
from drafter.render.labels import CHAPTERS, KINDS, LEVELS
from drafter.render.passages import in_line
from drafter.render.sources import file_name, listed

Cell = str | int | float

_SOURCES = 10  # reports named in a cell; the rest is counted


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title."""

    title: str
    header: tuple[str, ...]
    widths: tuple[int, ...]  # of the columns, in Han characters
    rows: tuple[tuple[Cell, ...], ...]
    marked: frozenset[int] = frozenset()  # rows to be looked at, from 0
    as_text: bool = False  # what is typed over a cell stays as typed: 101% and +3.5% are no numbers to reckon with


def reports(found: Iterable[tuple[Source, int]]) -> Sheet:
    """Return the sheet of the reports, each given with its number of characters."""
    rows = tuple(
        (
            source.path,
            source.title,
            KINDS.get(source.kind or "", ""),
            str(source.period) if source.period else "",
            *((place.name, place.county, place.city, place.province) if (place := source.locality) else ("",) * 4),
            chars,
        )
        for source, chars in found
    )
    return Sheet(
        "报告", ("文件", "题目", "类型", "期间", "单位", "县", "市", "省", "字数"), (24, 24, 7, 9, 8, 8, 8, 8, 5), rows
    )


def phrases(found: Iterable[Phrase], sources: Mapping[str, Source]) -> Sheet:
    """Return the sheet of the phrases; `sources` are the reports by path."""
    rows = tuple(
        (
            each.text,
            each.doc_count,
            each.localities,
            each.count,
            each.year or "",
            each.topic,
            each.move,
            _listed(each.sources, sources),
        )
        for each in found
    )
    header = ("短语", "篇数", "单位数", "次数", "最近年份", "主题", "语步", "见于")
    return Sheet("短语", header, (22, 5, 6, 5, 7, 7, 5, 50), rows)


def frames(found: Iterable[Frame], sources: Mapping[str, Source]) -> Sheet:
    """Return the sheet of the frames."""
    rows = tuple(
        (each.text, each.indicator, each.move, each.topic, each.doc_count, _listed(each.sources, sources))
        for each in found
    )
    return Sheet("句式", ("句式", "指标", "语步", "主题", "篇数", "见于"), (34, 12, 5, 7, 5, 50), rows)


def headings(found: Iterable[Heading]) -> Sheet:
    """Return the sheet of the headings and leads."""
    rows = tuple(
        (
            each.text,
            LEVELS[each.level],
            each.topic,
            each.pattern,
            _yes(each.pure),
            file_name(each.source),
        )
        for each in found
    )
    return Sheet("标题", ("标题", "层级", "主题", "字数结构", "不含专名数字", "见于"), (28, 7, 7, 8, 10, 30), rows)


def clauses(found: Iterable[Clause], sources: Mapping[str, Source]) -> Sheet:
    """Return the sheet of the clauses."""
    rows = tuple(
        (each.text, each.move, each.topic, each.localities, _yes(each.pure), _listed(each.sources, sources))
        for each in found
    )
    return Sheet(
        "分句", ("分句", "语步", "主题", "约多少地方在用", "不含专名数字", "见于"), (38, 5, 7, 12, 10, 50), rows
    )


def skeletons(found: Iterable[Skeleton]) -> Sheet:
    """Return the sheet of the skeletons, a row for each matter in its order."""
    rows = tuple(row for skeleton in found for row in _matters(skeleton))
    header = ("主题", "部分", "篇数", "处数", "一般字数", "少", "多", "次序", "内容", "占比", "写法", "例子")
    return Sheet("板块骨架", header, (8, 5, 5, 5, 7, 5, 5, 5, 14, 6, 18, 60), rows)


def _matters(skeleton: Skeleton) -> Iterator[tuple[Cell, ...]]:
    size = (skeleton.reports, skeleton.sections, skeleton.length, skeleton.low, skeleton.high)
    head = (skeleton.topic, CHAPTERS.get(skeleton.chapter, skeleton.chapter), *size)
    if not skeleton.points:
        yield (*head, "", "", "", "→".join(move.name for move in skeleton.moves), "")
    for number, point in enumerate(skeleton.points, start=1):
        examples = "；".join(f"{words}（{file_name(path)}）" for words, path in point.examples)
        yield (*head, number, point.name, round(point.share, 2), "→".join(point.moves), examples)


def _listed(paths: Sequence[str], sources: Mapping[str, Source]) -> str:
    """Return reports by their names, newest first."""

    def year(path: str) -> int:
        period = sources[path].period if path in sources else None
        return period.year if period else 0

    return listed(sorted(paths, key=year, reverse=True), _SOURCES)


def _yes(true: bool) -> str:
    return "是" if true else "否"


def to_markdown(sheets: Iterable[Sheet]) -> str:
    """Return the sheets as Markdown tables."""
    return "\n".join(line for sheet in sheets for line in _markdown(sheet))


def _markdown(sheet: Sheet) -> Iterator[str]:
    yield f"## {sheet.title}\n"
    yield _row(sheet.header)
    yield _row(["---"] * len(sheet.header))
    yield from map(_row, sheet.rows)
    yield ""


def _row(cells: Iterable[Cell]) -> str:
    """Return a row of a Markdown table; marks that would break it or make markup are escaped."""
    return f"| {' | '.join(_escaped(in_line(str(cell))) for cell in cells)} |"


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\|*`<[" else character for character in text)
