"""Whether what the composer wrote repeats a report of the corpus: runs of RUN equal characters, marks left out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from drafter.compose.prose import Words
from drafter.text.formulations import formulations

RUN = 30  # characters; product rule: outside fixed formulations no run so long equals any corpus document


def is_fresh(words: Words, fragments: Container[str]) -> bool:
    """Tell whether no run of `words` stands in `fragments`; runs wholly the writer's own do not count."""
    return not any(run in fragments for run in _runs(words))


def _runs(words: Words) -> Iterator[str]:
    text = "".join(piece.text for piece in words)
    ours = [piece.kind != "author" for piece in words for _ in piece.text]
    for start, end in _between_formulations(text):
        kept = [place for place in range(start, end) if text[place].isalnum()]
        for first in range(len(kept) - RUN + 1):
            places = kept[first : first + RUN]
            if any(ours[place] for place in places):
                yield "".join(text[place] for place in places)


def _between_formulations(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _wordings().finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


@cache
def _wordings() -> re.Pattern[str]:
    wordings = {wording for formulation in formulations() for wording in formulation.wordings}
    return re.compile("|".join(map(re.escape, sorted(wordings, key=len, reverse=True))))
