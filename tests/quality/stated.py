"""Facts of sentences labelled by hand, and how what drafter read is scored against them.

The rules of labelling stand at the head of statements/development.tsv. A figure is found when a row of the sentence has
it in the right column with value and unit as labelled, character by character; 突破 before a value may stand or not.
Its indicator is right when it is one of those labelled, both without words that name nothing: see `bare`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from drafter.text.statements import Statement, statements

FOLDER = Path(__file__).parent / "statements"
COLUMNS = {
    "同比": "yoy",
    "上年同期": "previous",
    "目标": "target",
    "完成率": "completion",
    "占比": "share",
    "排名": "rank",
}
_LIGHT = re.compile("^(?:完成|实现|开展|进行|举办|召开|落实|全镇|全县|共|累计|成功|全面|高质量)+")
_EMPTY = re.compile("了|的|各类|各项|各")


class Figure(NamedTuple):
    """A figure of a fact."""

    field: str  # value, yoy …
    text: str  # 2.2万
    unit: str  # of a value
    names: tuple[str, ...]  # right names; of a figure that was read its one name


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with its figures."""

    source: str
    sentence: str
    asked: tuple[Figure, ...]
    allowed: tuple[Figure, ...]  # neither asked for nor wrong


class Scores(NamedTuple):
    """Counts of figures."""

    asked: int
    found: int  # with value and unit right
    named: int  # and the indicator too
    read: int
    wrong: int  # read, and neither asked for nor allowed


def bare(name: str) -> str:
    """Return an indicator without what names nothing: light verbs, scope and adverbs at its head, 了, 的, 各类."""
    return _EMPTY.sub("", _LIGHT.sub("", name)) or name


@cache
def labelled(name: str) -> tuple[Labelled, ...]:
    """Return the labelled sentences of a set."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    found: list[Labelled] = []
    for kind, *cells in (line.split("\t") for line in lines if not line.startswith("#")):
        if kind == "句":
            found.append(Labelled(cells[0], cells[1], (), ()))
            continue
        last, figures = found[-1], tuple(_figures(cells))
        asked, allowed = (figures, ()) if kind == "数" else ((), figures)
        found[-1] = Labelled(last.source, last.sentence, last.asked + asked, last.allowed + allowed)
    return tuple(found)


def _figures(cells: Sequence[str]) -> Iterator[Figure]:
    names, value, unit, *more = cells
    if value:
        yield Figure("value", value, unit, tuple(names.split("|")))
    for cell in more:
        column, text = cell.split("=")
        yield Figure(COLUMNS[column], text, "", tuple(names.split("|")))


def read_figures(stated: Sequence[Statement]) -> list[Figure]:
    """Return the figures of what was read."""
    fields = ("value", *COLUMNS.values())
    return [
        Figure(field, text, each.unit if field == "value" else "", (each.indicator,))
        for each in stated
        for field in fields
        if (text := getattr(each, field))
    ]


def same_figure(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are the same, whatever they are of."""
    texts = {one.text.removeprefix("突破"), other.text.removeprefix("突破")}
    return one.field == other.field and len(texts) == 1 and one.unit == other.unit


def same_name(label: Figure, read: Figure) -> bool:
    """Tell whether a figure that was read has one of the names of a label."""
    return bare(read.names[0]) in {bare(name) for name in label.names}


def judge(item: Labelled, read: list[Figure]) -> tuple[list[tuple[Figure, Figure | None]], list[Figure]]:
    """Return each figure asked for with the one that was read for it, and those that were read wrongly."""
    left = list(read)
    pairs: list[tuple[Figure, Figure | None]] = []
    for label in item.asked:
        fitting = [each for each in left if same_figure(label, each)]
        best = next((each for each in fitting if same_name(label, each)), fitting[0] if fitting else None)
        if best:
            left.remove(best)
        pairs.append((label, best))
    return pairs, [each for each in left if not any(same_figure(each, other) for other in item.allowed)]


def score(items: Sequence[Labelled]) -> Scores:
    """Count what is right over all sentences."""
    counts = Counter[str]()
    for item in items:
        read = read_figures(statements(item.sentence))
        pairs, wrong = judge(item, read)
        counts.update(asked=len(pairs), read=len(read), wrong=len(wrong))
        counts["found"] += sum(found is not None for _, found in pairs)
        counts["named"] += sum(found is not None and same_name(label, found) for label, found in pairs)
    return Scores(*(counts[name] for name in Scores._fields))
