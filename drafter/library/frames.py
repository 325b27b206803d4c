"""Sentence frames: what reports say around their figures, with slots in place of figure and indicator.

Slots: {指标} the indicator's name · {数值:亩} value and unit, the unit without 万 and 亿 · {同比:%} {完成率:%} {占比:%}
percentages by what they are of · {排名} a rank with its field (全县第3). Nothing else of a clause that could be a
fact stays in a frame.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from drafter.library.amounts import Amount, Word, amounts
from drafter.library.clauses import most_common, sources
from drafter.library.ground import Ground
from drafter.model import Frame

_HAS_FIGURE = re.compile("[0-9]|[Xx×]{2}")
SETTLED = 2  # reports that use a pattern
_UNIT = re.compile(":[^}]+")
_SLOT = re.compile(r"\{([^}]+)\}")


def mine_frames(ground: Ground) -> tuple[Frame, ...]:
    """Return the frames of the corpus, most widely used first; those of mere indicator and figure last.

    Only patterns that two reports use (units aside) are settled enough to be kept. Each is given once for every
    indicator it was seen with, and once without.
    """
    seen: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    users: defaultdict[str, set[int]] = defaultdict(set)
    family_of = ground.corpus.families[ground.clauses.documents].tolist()
    for number, amount in _amounts(ground):
        users[_without_units(amount.text)].add(family_of[number])
        for indicator in dict.fromkeys((amount.indicator, "")):
            seen[amount.text, indicator].append(number)
    frames = [
        _frame(ground, text, indicator, where)
        for (text, indicator), where in seen.items()
        if len(users[_without_units(text)]) >= SETTLED
    ]
    return tuple(sorted(frames, key=lambda frame: (*_rank(frame, users), frame.text, frame.indicator)))


def _without_units(text: str) -> str:
    return _UNIT.sub("", text)


def _rank(frame: Frame, users: Mapping[str, set[int]]) -> tuple[bool, int, int]:
    """Put patterns of mere slots last, else the most widely used first; then by units and indicators."""
    bare = not _SLOT.sub("", frame.text).strip("，")
    return bare, -len(users[_without_units(frame.text)]), -frame.doc_count


def _frame(ground: Ground, text: str, indicator: str, where: list[int]) -> Frame:
    """Make a frame of a pattern seen in the clauses `where`."""
    documents = set(ground.clauses.documents[where].tolist())
    placements = [ground.clauses.placements[number] for number in where]
    return Frame(
        text,
        tuple(_SLOT.findall(text)),
        most_common([placement.move for placement in placements]),
        most_common([placement.topic for placement in placements]),
        len(set(ground.corpus.families[sorted(documents)].tolist())),
        sources(ground.corpus, documents),
        indicator,
    )


def _amounts(ground: Ground) -> Iterator[tuple[int, Amount]]:
    """Yield (clause number, amount), alone and joined with a share that the next clause states of it."""
    text, clauses = ground.corpus.text, ground.clauses
    last: tuple[int, Amount] | None = None
    for number, (start, end) in enumerate(zip(clauses.starts.tolist(), clauses.ends.tolist(), strict=True)):
        if not _HAS_FIGURE.search(text, start, end):
            continue
        found = list(amounts(text[start:end], _words(ground, start, end)))
        for amount in found:
            yield number, amount
        if last and last[0] == number - 1 and text[start - 1] == "，" and _is_mere_share(found):
            yield number, Amount(f"{last[1].text}，{found[0].text}", last[1].indicator, whole=True)
        last = (number, found[-1]) if found and found[-1].indicator else None


def _is_mere_share(found: list[Amount]) -> bool:
    return len(found) == 1 and found[0].whole and not found[0].indicator


def _words(ground: Ground, start: int, end: int) -> list[Word]:
    """Return the words of a clause."""
    corpus = ground.corpus
    first, behind = np.searchsorted(corpus.word_starts, (start, end))
    ids, starts = corpus.word_ids[first:behind], corpus.word_starts[first : behind + 1]
    clean = ground.pure(starts[:-1], starts[1:]).tolist()
    return [
        Word(corpus.vocabulary[number], at - start, kind, good)
        for number, at, kind, good in zip(
            ids.tolist(), starts[:-1].tolist(), ground.kinds[ids].tolist(), clean, strict=True
        )
    ]
