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
SETTLED = 2  # reports, and indicators
_UNIT = re.compile(":[^}]+")
_SLOT = re.compile(r"\{([^}]+)\}")


def mine_frames(ground: Ground) -> tuple[Frame, ...]:
    """Return the frames of the corpus, most widely used first; those of mere indicator and figure last.

    Each pattern is given once for every indicator it was seen with, and once without. Patterns that one report
    uses, or that only one indicator goes with, are not settled enough to be kept (units aside).
    """
    seen: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    users: defaultdict[str, set[int]] = defaultdict(set)
    indicators: defaultdict[str, set[str]] = defaultdict(set)
    family_of = ground.corpus.families[ground.clauses.documents].tolist()
    for number, amount in _amounts(ground):
        pattern = _without_units(amount.text)
        users[pattern].add(family_of[number])
        indicators[pattern].add(amount.indicator)
        for indicator in dict.fromkeys((amount.indicator, "")):
            seen[amount.text, indicator].append(number)
    settled = {p for p in users if len(users[p]) >= SETTLED and (len(indicators[p]) >= SETTLED or "" in indicators[p])}
    frames = [_frame(ground, *key, where) for key, where in seen.items() if _without_units(key[0]) in settled]
    return tuple(sorted(frames, key=lambda frame: (*_rank(frame, users), frame.text, frame.indicator)))


def head_of(indicator: str) -> str:
    """Return the head noun of an indicator, by which frames are found too: its last two characters (面积, 人数)."""
    return indicator[-2:]


def _without_units(text: str) -> str:
    return _UNIT.sub("", text)


def _rank(frame: Frame, users: Mapping[str, set[int]]) -> tuple[bool, int, int]:
    """Put patterns of mere slots last, else the most widely used first, with this unit, then with any."""
    bare = not _SLOT.sub("", frame.text).strip("，")
    return bare, -frame.doc_count, -len(users[_without_units(frame.text)])


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
    text, clauses, word_starts = ground.corpus.text, ground.clauses, ground.corpus.word_starts
    bounds = zip(clauses.starts.tolist(), clauses.ends.tolist(), strict=True)
    words = np.searchsorted(word_starts, clauses.starts), np.searchsorted(word_starts, clauses.ends)
    last: tuple[int, Amount] | None = None
    for number, (start, end) in enumerate(bounds):
        if not _HAS_FIGURE.search(text, start, end):
            continue
        found = list(amounts(text[start:end], _words(ground, start, slice(words[0][number], words[1][number]))))
        for amount in found:
            yield number, amount
        if last and last[0] == number - 1 and text[start - 1] == "，" and _is_mere_share(found):
            yield number, Amount(f"{last[1].text}，{found[0].text}", last[1].indicator, whole=True)
        last = (number, found[-1]) if found and found[-1].indicator else None


def _is_mere_share(found: list[Amount]) -> bool:
    return len(found) == 1 and found[0].whole and not found[0].indicator


def _words(ground: Ground, start: int, which: slice) -> list[Word]:
    """Return some words of the corpus as those of a clause that begins at `start`."""
    corpus = ground.corpus
    ids, starts = corpus.word_ids[which], corpus.word_starts[which.start : which.stop + 1]
    clean, kinds = ground.pure(starts[:-1], starts[1:]).tolist(), ground.kinds[ids].tolist()
    return [
        Word(corpus.vocabulary[number], at - start, kind, good)
        for number, at, kind, good in zip(ids.tolist(), starts.tolist(), kinds, clean, strict=False)
    ]
