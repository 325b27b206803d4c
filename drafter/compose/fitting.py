"""Whether library text says anything that the writer did not: it may go in only when it names nothing new."""

from __future__ import annotations

import re
from functools import cache

from drafter.config import data

_PARTICLES = re.compile("[的和与及在等为对以将、，“”]")


def names_nothing_new(text: str, known: str) -> bool:
    """Tell whether all that `text` names stands in `known` too, and it names something.

    Words that name nothing of their own (加强, 机制, 水平 …, `data/plain_words.txt`) do not count. What is left is
    known where each of its characters stands in `known` together with a neighbour.
    """
    parts = [part for part in _PARTICLES.split(_plain_words().sub("，", text)) if part]
    return bool(parts) and all(_is_known(part, known) for part in parts)


def subject_is_known(heading: str, known: str, *, as_task: bool) -> bool:
    """Tell the same of what a heading is about: the last half of 夯实农业基础, the first half of 农业基础更加牢固."""
    half = (len(heading) + 1) // 2
    return _is_known(heading[-half:] if as_task else heading[:half], known)


def _is_known(part: str, known: str) -> bool:
    covered: set[int] = set()
    for place in range(len(part) - 1):
        if part[place : place + 2] in known:
            covered |= {place, place + 1}
    return len(covered) == len(part)


@cache
def _plain_words() -> re.Pattern[str]:
    lines = data("plain_words.txt").read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
