"""Sentences too short to stand alone are drawn to a neighbour: 完成高标准农田建设3200亩。 is no more than a breath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.compose.deeds import LONGEST_SENTENCE
from drafter.compose.prose import Words, closed, joined, opened, text_of
from drafter.compose.verbs import is_doing

STUB = 20  # characters with the mark; of the sentences with figures in the sample reports 5 % are so short


class Told(NamedTuple):
    """A sentence of a point."""

    words: Words
    ends: bool  # an effect closes it: nothing follows but a new sentence


def without_stubs(sentences: Sequence[Told]) -> list[Words]:
    """Return the sentences, each stub joined to the one before it, or a first one to the one behind."""
    found: list[Told] = []
    for each in sentences:
        if found and (_is_stub(each) or _is_stub(found[-1])) and _go_together(found[-1], each):
            mark = "；" if "；" in text_of(found[-1].words) + text_of(each.words) else "，"
            both = joined([opened(found[-1].words), each.words], mark)
            found[-1] = Told(closed(both), each.ends)
        else:
            found.append(each)
    return [each.words for each in found]


def _is_stub(told: Told) -> bool:
    """Tell whether a sentence is short and is no deed with a subject of its own: 集镇改造完成。"""
    text = text_of(told.words)
    return len(text) <= STUB and (is_doing(text) or any(piece.kind == "fact" for piece in told.words))


def _go_together(one: Told, other: Told) -> bool:
    both = text_of(one.words) + text_of(other.words)
    return both.count("。") == 2 and not one.ends and len(both) <= LONGEST_SENTENCE
