"""What sections on one topic usually hold: their size, the matters they speak of in order, the moves they make."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median, quantiles

from drafter.model import Kind, Move, SectionPoint, SectionText, Skeleton, Usual
from drafter.text import topics
from drafter.text.moves import Chapter, move_of
from drafter.text.sentences import clauses, sentences

USUAL_FROM = 0.2  # share of the sections that makes a matter usual; below, two reports of ten had it by chance
LEAST = 2  # sections that must speak of a matter
ENOUGH = 3  # reports with a section of their own on a topic; from there on a mere point elsewhere tells nothing new
MOST_MATTERS = 8
MOST_MOVES = 4  # moves shown of a matter
EXAMPLES = 3
OPENING = range(6, 31)  # characters of a first clause that is worth showing
_ITEM_NUMBER = re.compile("^(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\\d]+[)）、.．])")


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing a section says: a led or numbered point, or a sentence."""

    section: int  # the number of its section
    place: float  # in the section, 0–1
    names: frozenset[str]  # what it may be filed under
    moves: tuple[Move, ...]
    lead: str  # of its point
    sentence: str
    path: str


def skeleton_of(
    sections: Sequence[SectionText], topic: str, kind: Kind | None, chapter: str, pure: Container[str]
) -> Skeleton | None:
    """Return what sections on `topic` usually hold; None when there are none.

    Only leads and clauses that are `pure` (no figure, no name) are given as examples: a writer reads them for his own.
    """
    sections = _whole(sections)
    if not sections:
        return None
    sizes = [section.chars for section in sections]
    items = [item for number, section in enumerate(sections) for item in _items(number, section)]
    return Skeleton(
        topic,
        kind,
        chapter,
        len(sections),
        len({section.source.path for section in sections}),
        round(median(sizes)),
        *_range(sizes),
        round(median(_parts(section) for section in sections)),
        tuple(sorted(_matters(items, len(sections), pure), key=lambda usual: usual.place)),
        tuple(sorted(_moves(sections), key=lambda usual: usual.place)),
        tuple(_openings(sections, pure)),
    )


def _whole(sections: Sequence[SectionText]) -> Sequence[SectionText]:
    """Return the sections under a heading when enough reports have one, else those with the points."""
    headed = [section for section in sections if section.level]
    return headed if len({section.source.path for section in headed}) >= ENOUGH else sections


def _range(sizes: Sequence[int]) -> tuple[int, int]:
    """Return between which sizes four fifths of them lie."""
    tenths = quantiles(sizes, n=10, method="inclusive") if len(sizes) > 1 else sizes
    return round(tenths[0]), round(tenths[-1])


def _parts(section: SectionText) -> int:
    """Return how many points with a lead or a number a section has."""
    return sum(bool(point.lead or _ITEM_NUMBER.match(point.text)) for point in section.points)


def _items(number: int, section: SectionText) -> Iterator[_Item]:
    """Yield what a section says, sentence by sentence."""
    said = [(point, span.of(point.text)) for point in section.points for span in sentences(point.text)]
    for order, (point, sentence) in enumerate(said):
        names, moves = _names(sentence, section.topic), _moves_of(sentence, section)
        yield _Item(number, order / max(1, len(said) - 1), names, moves, point.lead, sentence, section.source.path)


def _words_on(name: str, item: _Item) -> str:
    """Return how an item speaks of a matter: its lead, else its first clause that does, else its longest clause."""
    said = [_ITEM_NUMBER.sub("", clause.of(item.sentence)) for clause in clauses(item.sentence)]
    speaking = (words for words in (item.lead, *said) if words and (name in words or topics.topic_of(words) == name))
    return next(speaking, max(said, key=len, default=item.sentence))


def _moves_of(sentence: str, section: SectionText) -> tuple[Move, ...]:
    chapter: Chapter = section.chapter  # type: ignore[assignment]
    said = (clause.of(sentence) for clause in clauses(sentence))
    moves = (move_of(text, chapter) for text in said)
    return tuple(move for move, _ in groupby(moves))


def _names(words: str, topic: str) -> frozenset[str]:
    """Return what something said under `topic` is filed under: another topic it turns to, else cues of the topic."""
    own = topics.topic_of(words, topic)
    return frozenset((own,) if own != topic else topics.cues_in(words, topic))


def _matters(items: Sequence[_Item], sections: int, pure: Container[str]) -> Iterator[Usual]:
    """Yield the matters that many sections speak of, each item under one: the name that most sections share first."""
    left = list(items)
    for _ in range(MOST_MATTERS):
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for item in left:
            for name in item.names:
                holders[name].append(item.section)
        ranks = {name: (len(set(found)), len(found), len(name), name) for name, found in holders.items()}
        name = max(ranks, key=ranks.__getitem__, default="")
        share = ranks[name][0] / sections if name else 0.0
        if share < USUAL_FROM or ranks[name][0] < min(LEAST, sections):
            return
        filed = [item for item in left if name in item.names]
        left = [item for item in left if name not in item.names]
        examples: dict[str, str] = {}
        for item in filed:
            if (words := _words_on(name, item)) in pure:
                examples.setdefault(words, item.path)
        plain = sorted(examples.items(), key=lambda said: len(said[0]) not in OPENING)
        yield Usual(
            _title(name, filed),
            share,
            median(item.place for item in filed),
            _usual_moves(filed),
            tuple(plain[:EXAMPLES]),
        )


def _title(name: str, items: Sequence[_Item]) -> str:
    """Return the name of a matter, with the other name that half of its items share, if any."""
    shared = Counter(other for item in items for other in item.names if other not in name)
    for other, count in sorted(shared.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))[:1]:
        if 2 * count >= len(items) and count >= LEAST:
            return other if name in other else f"{name}、{other}"
    return name


def _usual_moves(items: Sequence[_Item]) -> tuple[str, ...]:
    """Return the moves that most of some items make, in their usual order."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for item in items:
        for move in dict.fromkeys(item.moves):
            places[move].append(item.moves.index(move) / len(item.moves))
    usual = sorted(places, key=lambda move: -len(places[move]))[:MOST_MOVES]
    return tuple(
        sorted((move for move in usual if 2 * len(places[move]) >= len(items)), key=lambda m: median(places[m]))
    )


def _moves(sections: Sequence[SectionText]) -> Iterator[Usual]:
    """Yield the moves of whole sections, with where each first stands."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for section in sections:
        moves = [move for point in section.points for move in point.moves]
        for move in dict.fromkeys(moves):
            places[move].append(moves.index(move) / len(moves))
    for name, found in places.items():
        if len(found) >= USUAL_FROM * len(sections):
            yield Usual(name, len(found) / len(sections), median(found))


def _openings(sections: Sequence[SectionText], pure: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield pure first clauses, one a report, those first that begin as most do."""
    first = [(clause, each.source.path) for each in sections if (clause := _first_clause(each.points)) in pure]
    heads = Counter(clause[:2] for clause, _ in first)
    ranked = sorted(dict(reversed(first)).items(), key=lambda pair: -heads[pair[0][:2]])
    by_path = {path: clause for clause, path in reversed(ranked)}
    yield from [(clause, path) for clause, path in ranked if by_path[path] == clause][:EXAMPLES]


def _first_clause(points: Sequence[SectionPoint]) -> str:
    for point in points[:1]:
        body = (point.text.partition(point.lead)[2] or point.text) if point.lead else point.text
        for clause in clauses(body):
            words = _ITEM_NUMBER.sub("", clause.of(body))
            return words if len(words) in OPENING else ""
    return ""
