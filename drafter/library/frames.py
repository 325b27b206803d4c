"""Sentence frames: what reports say around their facts, with typed slots in their place.

Slots: {指标} the indicator's name · {数值:亩} value and unit, the unit without 万 and 亿 · {同比:%} {完成率:%} {占比:%}
percentages by what they are of · {排名} a rank with its field (全县第3) · {时期} {地名} {单位} {项目} {引语} (with its
marks). Nothing else of a clause that could be a fact stays in a frame.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from drafter.library.ground import Ground
from drafter.library.labels import MOVES, TOPICS
from drafter.model import Frame

__all__ = ["Seen", "gather_frames", "mine_frames"]

SETTLED = 2  # localities that share a pattern or its build; indicators that go with one
_FIGURE = "{数值"
_UNIT = re.compile(":[^}]+")
_SLOT = re.compile(r"\{([^}]+)\}")


class Seen(NamedTuple):
    """A pattern where it was seen: the first five are those of a patterns.Pattern."""

    text: str
    indicator: str
    head: str
    build: str
    plain: bool
    report: int
    family: int  # near-duplicate reports share one, and count once
    locality: int
    move: str
    topic: str


@dataclass(frozen=True, slots=True)
class _Spread:
    """How widely what several patterns share was seen."""

    wordings: set[str] = field(default_factory=set)  # the indicators it was seen with, texts where there is none
    localities: set[int] = field(default_factory=set)


def gather_frames(seen: Iterable[Seen], paths: Sequence[str]) -> tuple[Frame, ...]:
    """Return the frames that the patterns of all reports give, best first; `paths` are those of the reports.

    A pattern is given once for every indicator it was seen with; without one where several indicators go with it. A
    pattern with a value needs no second witness, a small corpus repeats little: its order of words is known, or it is a
    clause that reads by itself. One with names only must be built like others from elsewhere.
    """
    uses: defaultdict[tuple[str, str], list[Seen]] = defaultdict(list)
    builds: defaultdict[str, _Spread] = defaultdict(_Spread)
    shapes: defaultdict[str, _Spread] = defaultdict(_Spread)
    for each in seen:
        for key in dict.fromkeys((each.indicator, "")):
            uses[each.text, key].append(each)
        for spread in (builds[each.build], shapes[_shape(each.text)]):
            spread.wordings.add(each.indicator or each.text)
            spread.localities.add(each.locality)
    kept: list[tuple[_Rank, Frame]] = []
    for (text, indicator), where in uses.items():
        shape, build = shapes[_shape(text)], builds[where[0].build]
        if not indicator and "{指标}" in text and len(shape.wordings) < SETTLED:
            continue
        rank = _rank(where, shape, build)
        if _FIGURE in text or rank.spread >= SETTLED or rank.build >= SETTLED:
            kept.append((rank, _frame(text, indicator, where, paths)))
    return _in_turn(kept)


class _Rank(NamedTuple):
    """How good a frame is: in order of weight, after those of mere slots."""

    spread: int  # localities that say it
    settled: bool  # several say it of other indicators, or in other units
    plain: bool
    build: int  # localities that build something so
    wordings: int  # different ones of that build


def _rank(where: Sequence[Seen], shape: _Spread, build: _Spread) -> _Rank:
    spread = len({each.locality for each in where})
    settled = len(shape.localities) >= SETTLED
    return _Rank(spread, settled, where[0].plain, len(build.localities), len(build.wordings))


def _in_turn(kept: Sequence[tuple[_Rank, Frame]]) -> tuple[Frame, ...]:
    """Return the frames best first; among those equally widespread each text comes once before any comes twice."""
    ordered = sorted(kept, key=lambda pair: (*(-value for value in pair[0]), pair[1].text, pair[1].indicator))
    met: Counter[tuple[int, str]] = Counter()
    turns: list[tuple[tuple[int, ...], Frame]] = []
    for rank, frame in ordered:
        shape = _shape(frame.text)
        met[rank.spread, shape] += 1
        bare = not _SLOT.sub("", frame.text).strip("，、")
        turn = (bare, -rank.spread, met[rank.spread, shape])
        turns.append((turn, frame))
    return tuple(frame for _, frame in sorted(turns, key=lambda pair: pair[0]))


@lru_cache(maxsize=1 << 16)
def _shape(text: str) -> str:
    """Return a pattern without its units."""
    return _UNIT.sub("", text)


def _frame(text: str, indicator: str, seen: Sequence[Seen], paths: Sequence[str]) -> Frame:
    return Frame(
        text,
        tuple(_SLOT.findall(text)),
        _common(each.move for each in seen),
        _common(each.topic for each in seen),
        len({each.family for each in seen}),
        tuple(paths[report] for report in sorted({each.report for each in seen})),
        indicator,
        seen[0].head if indicator else "",
    )


def _common(labels: Iterable[str]) -> str:
    return Counter(labels).most_common(1)[0][0]


def mine_frames(ground: Ground) -> tuple[Frame, ...]:
    """Return the frames of the corpus, best first."""
    return gather_frames(_seen(ground), [digest.source.path for digest in ground.corpus.digests])


def _seen(ground: Ground) -> Iterator[Seen]:
    """Yield the patterns of all reports."""
    corpus, before = ground.corpus, 0
    moves, topics = ground.clauses.moves.tolist(), ground.clauses.topics.tolist()
    families, localities = corpus.families.tolist(), corpus.localities.tolist()
    for report, digest in enumerate(corpus.digests):
        family, locality = families[report], localities[report]
        for number, text, indicator, head, build, plain in digest.patterns:
            move, topic = MOVES[moves[before + number]], TOPICS[topics[before + number]]
            yield Seen(text, indicator, head, build, plain, report, family, locality, move, topic)
        before += len(digest.clause_starts)
