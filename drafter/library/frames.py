"""Sentence frames: what reports say around their figures, with slots in place of figure and indicator.

Slots: {指标} the indicator's name · {数值:亩} value and unit, the unit without 万 and 亿 · {同比:%} {完成率:%} {占比:%}
percentages by what they are of · {排名} a rank with its field (全县第3). Nothing else of a clause that could be a
fact stays in a frame.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from drafter.library.ground import Ground
from drafter.library.labels import MOVES, TOPICS
from drafter.model import Frame

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
    for number, text, indicator in _amounts(ground):
        pattern = _without_units(text)
        users[pattern].add(family_of[number])
        indicators[pattern].add(indicator)
        for key in dict.fromkeys((indicator, "")):
            seen[text, key].append(number)
    settled = {p for p in users if len(users[p]) >= SETTLED and (len(indicators[p]) >= SETTLED or "" in indicators[p])}
    frames = [_frame(ground, *key, where) for key, where in seen.items() if _without_units(key[0]) in settled]
    return tuple(sorted(frames, key=lambda frame: (*_rank(frame, users), frame.text, frame.indicator)))


def head_of(indicator: str) -> str:
    """Return the head noun of an indicator, by which frames are found too: its last two characters (面积, 人数)."""
    return indicator[-2:]


def _amounts(ground: Ground) -> Iterator[tuple[int, str, str]]:
    """Yield (number of the clause, pattern, indicator) for every amount of every report."""
    before = 0
    for digest in ground.corpus.digests:
        yield from ((before + clause, text, indicator) for clause, text, indicator in digest.amounts)
        before += len(digest.clause_starts)


def _without_units(text: str) -> str:
    return _UNIT.sub("", text)


def _rank(frame: Frame, users: Mapping[str, set[int]]) -> tuple[bool, int, int]:
    """Put patterns of mere slots last, else the most widely used first, with this unit, then with any."""
    bare = not _SLOT.sub("", frame.text).strip("，")
    return bare, -frame.doc_count, -len(users[_without_units(frame.text)])


def _frame(ground: Ground, text: str, indicator: str, where: list[int]) -> Frame:
    """Make a frame of a pattern seen in the clauses `where`."""
    corpus, clauses = ground.corpus, ground.clauses
    documents = sorted(set(clauses.documents[where].tolist()))
    return Frame(
        text,
        tuple(_SLOT.findall(text)),
        MOVES[_common(clauses.moves[where].tolist())],
        TOPICS[_common(clauses.topics[where].tolist())],
        len(set(corpus.families[documents].tolist())),
        tuple(corpus.digests[number].source.path for number in documents),
        indicator,
    )


def _common(labels: list[int]) -> int:
    return Counter(labels).most_common(1)[0][0]
