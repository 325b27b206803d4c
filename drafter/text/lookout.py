"""Many words found in a text without an expression: to compile hundreds takes longer than to find them in one draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from drafter.model import Span

BEGINNING = 2  # characters by which the words are kept


class Lookout:
    """Words to be found where they stand, the longest at a place, none inside another, as `alternatives` would."""

    def __init__(self, words: Iterable[str]) -> None:
        beginnings: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words) - {""}, key=len, reverse=True):
            beginnings[word[:BEGINNING]].append(word)
        self._beginnings = dict(beginnings)
        self._short = [word for word in beginnings if len(word) < BEGINNING]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Yield where the words stand in a text, or between two places of it."""
        at, end = start, len(text) if end is None else end
        known = self._beginnings
        while at < end:
            several = known.get(text[at : at + BEGINNING])
            if several is None and not self._short:
                at += 1
                continue
            for word in (*(several or ()), *self._short):
                if text.startswith(word, at) and at + len(word) <= end:
                    yield Span(at, at + len(word))
                    at += len(word)
                    break
            else:
                at += 1
