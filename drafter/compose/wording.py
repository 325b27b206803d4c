"""A paragraph whose wording the writer has settled (定稿): its text stays, what it tells is put in anew at every build.

What the wording leaves out is told behind it. What it speaks of and the point does not have, or now has the other way
round, is reported: no old value stays behind in a sentence that somebody liked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.compose.facts import Figure
from drafter.compose.outline_fields import Point
from drafter.compose.prose import Gaps, Words, authored, closed, placeholder, text_of
from drafter.compose.tellings import (
    CHANGE,
    COMPLETION,
    FALL,
    FLAT,
    JOINT,
    RANK,
    RISE,
    SHARE,
    SINCE,
    TARGET,
    WAYS,
    Content,
    Setting,
    Telling,
    called,
    tellings,
)
from drafter.model import Gap, Piece
from drafter.text.sentences import sentences
from drafter.text.statements import statements

SLOT = re.compile("【[^【】]+】")
_PARTS = re.compile(f"({SLOT.pattern})")
_OPEN = re.compile("【待(?:补|更新)")
_CHANGES = {CHANGE, *SINCE, *WAYS.values()}
_ALIKE = {CHANGE: _CHANGES, TARGET: {TARGET, ""}}  # any of these columns tells the one
_SAID = {RISE: "增长", FALL: "下降", FLAT: "持平"}


class Settled(NamedTuple):
    """A paragraph as settled, and what it does not tell."""

    words: Words
    figures: list[Figure]
    deeds: list[Words]


def worded(point: Point, content: Content, gaps: Gaps) -> Settled:
    """Return the paragraph that a point's wording makes; where it has none, all is left to be told."""
    setting, figures, deeds = content
    if not point.wording:
        return Settled((), list(figures), list(deeds))
    filling = _Filling(tellings(point, content), setting, gaps)
    words = closed(tuple(filling.pieces(point.wording)))
    gaps.conflicts += filling.unsaid(figures)
    if point.opener or point.closer:
        gaps.conflicts.append(Gap(setting.where, "这一段已有定稿，“起句”“收句”没有用上"))
    text, told = text_of(words), filling.told
    rest = [each for n, each in enumerate(figures) if n not in told and not filling.is_typed(each, text)]
    numbered = enumerate(deeds, len(figures))
    return Settled(words, rest, [each for n, each in numbered if n not in told and text_of(each) not in text])


class _Filling:
    """Fills a wording in, and keeps count of what it tells."""

    def __init__(self, found: Sequence[Telling], setting: Setting, gaps: Gaps) -> None:
        self.found, self.setting, self.gaps = found, setting, gaps
        self.told: dict[int, set[str]] = {}  # columns told, by the number of the figure, deed or formulation

    def pieces(self, wording: str) -> Iterator[Piece]:
        """Yield the wording with everything put in."""
        for part in _PARTS.split(wording):
            if SLOT.fullmatch(part):
                yield from self._put_in(part)
            elif part:
                yield authored(part, f"{self.setting.ref}.定稿")

    def _put_in(self, slot: str) -> Words:
        """Return what stands for 【…】: of several things of that name the first that is not told yet."""
        asked = slot[1:-1]
        if _OPEN.match(slot):
            self.gaps.missing.append(Gap(self.setting.where, f"定稿里还空着：{slot}"))
            return (Piece(slot, "placeholder", self.setting.ref),)
        known = called(self.found, asked)
        if not known:
            return self._lost(asked)
        fresh = [each for each in known if each.column not in self.told.get(each.of, ())]
        if not fresh:
            self.gaps.conflicts.append(Gap(self.setting.where, f"定稿里“{asked}”说了两次"))
        telling = (fresh or known)[0]
        self.told.setdefault(telling.of, set()).add(telling.column)
        return telling.words

    def _lost(self, asked: str) -> Words:
        """Leave a gap for what the point does not have, and say why."""
        name, _, column = asked.rpartition(JOINT)
        others = called(self.found, name) if name else []
        ways = [each.column for each in self.found if each.column in _SAID and each.of in {one.of for one in others}]
        for each in others:
            self.told.setdefault(each.of, set()).add(column)  # what went wrong is said here, not once more as unsaid
        if column in _SAID and ways:
            message = f"定稿里说的是{_SAID[column]}，现在的数是{_SAID[ways[0]]}，请改定稿"
            self.gaps.conflicts.append(Gap(f"{self.setting.where} > {name}", message))
        elif others:
            self.gaps.missing.append(Gap(f"{self.setting.where} > {name}", f"定稿里说到它的{column}，数据里没有"))
        else:
            message = f"定稿里说到“{asked}”，这个要点里已经没有，请改定稿"
            self.gaps.missing.append(Gap(self.setting.where, message))
        return (placeholder(asked.replace(JOINT, "的"), self.setting.ref),)

    def unsaid(self, figures: Sequence[Figure]) -> Iterator[Gap]:
        """Yield what a wording leaves out of the figures that it speaks of."""
        for number, columns in self.told.items():
            for column in self._needed(figures[number]) if number < len(figures) else ():
                if not columns & _ALIKE.get(column, {column}):
                    where = f"{self.setting.where} > {figures[number].indicator}"
                    yield Gap(where, f"定稿里没有说到它的{column or '数值'}")

    def _needed(self, figure: Figure) -> Iterator[str]:
        """Yield the columns of a figure that are to be told."""
        is_aim = self.setting.planned and bool(figure.target)
        if figure.value or figure.slot:
            yield ""
        told = ((TARGET, is_aim), (CHANGE, figure.change), (COMPLETION, figure.completion), (SHARE, figure.share))
        yield from (column for column, given in (*told, (RANK, figure.rank)) if given)

    def is_typed(self, figure: Figure, text: str) -> bool:
        """Tell whether a wording states a figure without 【】; report the value where it is another."""
        for sentence in (span.of(text) for span in sentences(text)):
            for each in statements(sentence):
                stated = each.span("value")
                if stated and each.indicator == figure.indicator:
                    if figure.value and stated.of(sentence) != figure.value:
                        message = f"定稿里写的是“{stated.of(sentence)}”，数据里是“{figure.value}”，稿子用了前者"
                        self.gaps.conflicts.append(Gap(f"{self.setting.where} > {figure.indicator}", message))
                    return True
        return False
