"""Sentence frames: what reports say around their facts, with typed slots in their place.

Slots: {指标} the indicator's name · {数值:亩} value and unit, the unit without 万 and 亿 · {同比:%} {完成率:%} {占比:%}
percentages by what they are of · {排名} a rank with its field (全县第3) · {时期} {地名} {单位} {项目} {引语} (with its
marks). Nothing else of a clause that could be a fact stays in a frame.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from drafter.library.clauses import most_common
from drafter.library.ground import Ground
from drafter.library.patterns import Pattern, joined, patterns
from drafter.library.slots import Word
from drafter.library.ways import head_of
from drafter.model import Frame, Move, Span
from drafter.text.places import places

__all__ = ["Seen", "gather_frames", "head_of", "mine_frames"]

SETTLED = 2  # localities that share a pattern or its build; indicators that go with one
_FIGURE = "{数值"
_UNIT = re.compile(":[^}]+")
_SLOT = re.compile(r"\{([^}]+)\}")


class Seen(NamedTuple):
    """A pattern where it was seen."""

    pattern: Pattern
    report: int
    family: int  # near-duplicate reports share one, and count once
    locality: int
    move: Move
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
        pattern = each.pattern
        for key in dict.fromkeys((pattern.indicator, "")):
            uses[pattern.text, key].append(each)
        for spread in (builds[pattern.build], shapes[_shape(pattern.text)]):
            spread.wordings.add(pattern.indicator or pattern.text)
            spread.localities.add(each.locality)
    kept: list[tuple[_Rank, Frame]] = []
    for (text, indicator), where in uses.items():
        shape, build = shapes[_shape(text)], builds[where[0].pattern.build]
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
    return _Rank(spread, settled, where[0].pattern.plain, len(build.localities), len(build.wordings))


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


def _shape(text: str) -> str:
    """Return a pattern without its units."""
    return _UNIT.sub("", text)


def _frame(text: str, indicator: str, seen: Sequence[Seen], paths: Sequence[str]) -> Frame:
    return Frame(
        text,
        tuple(_SLOT.findall(text)),
        most_common([each.move for each in seen]),
        most_common([each.topic for each in seen]),
        len({each.family for each in seen}),
        tuple(paths[report] for report in sorted({each.report for each in seen})),
        indicator,
        seen[0].pattern.head if indicator else "",
    )


def mine_frames(ground: Ground) -> tuple[Frame, ...]:
    """Return the frames of the corpus, best first."""
    return gather_frames(_seen(ground), [document.source.path for document in ground.corpus.documents])


def _seen(ground: Ground) -> Iterator[Seen]:
    """Yield the patterns of all clauses, each alone and joined with what the next clause says of the same thing."""
    text = ground.corpus.text
    last: tuple[int, list[Pattern]] = (-2, [])
    for number, start, words, named in _blemished(ground):
        clause = text[start : int(ground.clauses.ends[number])]
        found = list(patterns(clause, words, named))
        follows = last[0] == number - 1 and text[start - 1] == "，"
        pairs = [(one, other) for one in last[1] for other in found] if follows else []
        for pattern in (*found, *filter(None, (joined(one, other) for one, other in pairs))):
            yield _at(ground, number, pattern)
        last = (number, found)


def _at(ground: Ground, number: int, pattern: Pattern) -> Seen:
    report, placement = int(ground.clauses.documents[number]), ground.clauses.placements[number]
    family, locality = int(ground.corpus.families[report]), int(ground.corpus.localities[report])
    return Seen(pattern, report, family, locality, placement.move, placement.topic)


def _blemished(ground: Ground) -> Iterator[tuple[int, int, list[Word], list[Span]]]:
    """Yield the clauses that are not pure: number, start, words, and the places named in them."""
    corpus, clauses = ground.corpus, ground.clauses
    impure = ~ground.pure(clauses.starts, clauses.ends)
    bounds = np.searchsorted(clauses.documents, range(len(corpus.documents) + 1)).tolist()
    starts, ends = clauses.starts.tolist(), clauses.ends.tolist()
    for report, (first, behind) in enumerate(pairwise(bounds)):
        words = _words(ground, report)
        named = _places(ground, report, words)
        begins, named_begins = [word.start for word in words], [span.start for span in named]
        for number in (np.flatnonzero(impure[first:behind]) + first).tolist():
            start, end = starts[number], ends[number]
            inside = words[bisect_left(begins, start) : bisect_left(begins, end)]
            spans = named[bisect_left(named_begins, start) : bisect_left(named_begins, end)]
            own = [Word(word.text, word.start - start, word.kind, word.clean) for word in inside]
            yield number, start, own, [span.shift(-start) for span in spans]


def _words(ground: Ground, report: int) -> list[Word]:
    """Return the words of a report, their starts counted in the corpus."""
    corpus = ground.corpus
    which = slice(*np.searchsorted(corpus.word_starts, corpus.starts[report : report + 2]).tolist())
    ids, starts = corpus.word_ids[which], corpus.word_starts[which.start : which.stop + 1]
    texts = [corpus.vocabulary[number] for number in ids.tolist()]
    clean = ground.pure(starts[:-1], starts[1:]).tolist()
    return list(map(Word, texts, starts.tolist(), ground.kinds[ids].tolist(), clean))


def _places(ground: Ground, report: int, words: Sequence[Word]) -> list[Span]:
    """Return the places that a report of these words names, counted in the corpus."""
    texts, own = [word.text for word in words], ground.corpus.documents[report].source.locality
    offset = int(ground.corpus.starts[report])
    return [place.span.shift(offset) for place in places("".join(texts), own, texts)]
