"""How much of the reports the library knows something about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from drafter.model import Coverage
from drafter.text import sentences

Spans = Iterable[tuple[int, ...]]  # number of a report, start, end


def coverage(texts: Sequence[str], on_topic: Spans, in_clauses: int, phrases: Iterable[str]) -> Coverage:
    """Return the shares of the reports that stand under a topic, in clauses with a move, in sentences with a phrase.

    `on_topic` are the spans under a heading or lead with a topic, `in_clauses` the characters in clauses with a move.
    """
    chars = sum(map(len, texts)) or 1
    starts = _starts(phrases)
    sentence_count = shared = 0
    for text in texts:
        for span in sentences.sentences(text):
            sentence_count += 1
            shared += _holds(span.of(text), starts)
    return Coverage(_covered(on_topic) / chars, in_clauses / chars, shared / (sentence_count or 1))


def _covered(spans: Spans) -> int:
    """Return how many characters lie in at least one of the spans."""
    covered, reach, at = 0, 0, -1
    for document, start, end in sorted(spans):
        reach, at = (reach if document == at else 0), document
        covered += max(0, end - max(start, reach))
        reach = max(reach, end)
    return covered


def _starts(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Return the phrases by their first characters, as many as the shortest one has."""
    listed = list(phrases)
    shortest = min(map(len, listed), default=0)
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in listed:
        starts[phrase[:shortest]].append(phrase)
    return dict(starts)


def _holds(sentence: str, starts: dict[str, list[str]]) -> bool:
    """Tell whether a sentence holds one of the phrases."""
    if not starts:
        return False
    size = len(next(iter(starts)))
    for place in range(len(sentence) - size + 1):
        for phrase in starts.get(sentence[place : place + size], ()):
            if sentence.startswith(phrase, place):
                return True
    return False
