"""What a settled wording (定稿) may put in: all that a point has to tell, each under the name it is called by.

【早稻种植面积】 is the value of that fact, 【早稻种植面积·同比】 what else is told of it, 【建成育秧中心】 the deed, or
the formulation, that begins so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from drafter.compose.facts import COLUMNS, Figure
from drafter.compose.outline_fields import Point
from drafter.compose.prose import Words, authored, bare_item, own, text_of
from drafter.compose.sayings import fact, value_or_slot
from drafter.compose.tails import direction, flat_words, printed_rank
from drafter.text.typed import Change

JOINT = "·"  # between an indicator and the column that is meant
RISE, FALL, FLAT = "增幅", "降幅", "持平"  # how far a figure rose or fell: one that did not has none
CHANGE, COMPLETION, SHARE, RANK, TARGET = (COLUMNS[name] for name in ("yoy", "completion", "share", "rank", "target"))
SINCE = ("较上年同期", "较上年")  # other ways to say 同比, the second in a report on a whole year
WAYS = MappingProxyType({"up": RISE, "down": FALL, "flat": FLAT})


@dataclass(frozen=True, slots=True)
class Telling:
    """Something a wording may put in."""

    name: str  # an indicator, a whole deed, a formulation
    column: str  # 同比, 完成率 …; "" for the value, and for what is no figure
    words: Words
    of: int  # which of the point's figures, deeds and formulations it is told of, in this order

    @property
    def text(self) -> str:
        """Return what it prints."""
        return text_of(self.words)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the point of a wording stands, and how things are said there."""

    ref: str  # outline path: 回顾[0].要点[1]
    where: str  # the same in the writer's words
    base: str  # what figures are compared with: 上年同期
    planned: bool


class Content(NamedTuple):
    """What a point has to tell besides its formulations, and how things are said there."""

    setting: Setting
    figures: Sequence[Figure]
    deeds: Sequence[Words]


def tellings(point: Point, content: Content) -> list[Telling]:
    """Return all that a point has to tell, figures first."""
    setting, figures, deeds = content
    found = [
        Telling(figure.indicator, column, words, number)
        for number, figure in enumerate(figures)
        for column, words in _columns(figure, setting)
    ]
    others = [*deeds, *_formulations(point, setting.ref)]
    return found + [Telling(text_of(words), "", words, number) for number, words in enumerate(others, len(figures))]


def _columns(figure: Figure, setting: Setting) -> Iterator[tuple[str, Words]]:
    """Yield what can be told of a figure, in the order in which a sentence tells it."""
    aim = figure.target if setting.planned and not figure.value else ""
    if figure.value or figure.slot or aim:
        yield "", (value_or_slot(figure, figure.value or aim),)
    if figure.change:
        yield from _changes(figure, figure.change, setting)
    rank = printed_rank(figure) if figure.rank else ""
    for column, text in ((TARGET, figure.target), (COMPLETION, figure.completion), (SHARE, figure.share), (RANK, rank)):
        if text:
            yield column, (fact(text, figure, computed=column == COMPLETION and figure.computed_completion),)


def _changes(figure: Figure, change: Change, setting: Setting) -> Iterator[tuple[str, Words]]:
    """Yield a change said whole, which never goes wrong, and how far it goes, for which the words stand around it."""
    flat = change.way == "flat"
    said = flat_words(planned=setting.planned) if flat else change.text
    extent = fact(said, figure, computed=figure.computed_change)
    way = "" if flat else direction(figure, change)
    for column in (CHANGE, *SINCE):
        since = "" if setting.planned else f"与{setting.base}" if flat else column
        if column == CHANGE or column.endswith(setting.base):
            yield column, (own(since + way), extent) if since + way else (extent,)
    yield WAYS[change.way], (extent,)


def _formulations(point: Point, ref: str) -> Iterator[Words]:
    for number, formulation in enumerate(point.formulations):
        if bare_item(formulation):
            yield (authored(bare_item(formulation), f"{ref}.表述[{number}]"),)


def called(found: Sequence[Telling], asked: str) -> list[Telling]:
    """Return what a name may mean: a fact's value or column, else deeds and formulations that begin so."""
    plain = _plain(asked)
    name, joint, column = plain.rpartition(JOINT)
    exact = [each for each in found if not each.column and _plain(each.name) == plain]
    columns = [each for each in found if joint and each.column == column and _plain(each.name) == name]
    return exact or columns or [each for each in found if not each.column and _plain(each.name).startswith(plain)]


def _plain(text: str) -> str:
    """Return a name without differences that nobody sees: full width, blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())
