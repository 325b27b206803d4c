"""Sentences too short to stand alone are drawn to a neighbour: 完成高标准农田建设3200亩。 is no more than a breath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.compose.deeds import LONGEST_SENTENCE
from drafter.compose.matters import Matter
from drafter.compose.prose import Words, closed, joined, opened, text_of
from drafter.compose.verbs import is_doing

STUB = 20  # characters with the mark; of the sentences with figures in the sample reports 5 % are so short
SHORTEST = 12  # so short a one is drawn to whatever stands before it
MOST_CLAUSES = 5  # in a sentence that is joined


class Told(NamedTuple):
    """A sentence of a point."""

    words: Words
    matter: Matter | None  # that it speaks of; None for single things
    ends: bool  # an effect closes it: nothing follows but a new sentence


def without_stubs(sentences: Sequence[Told]) -> list[Words]:
    """Return the sentences, each stub joined to the one before it, or a first one to the one behind."""
    found: list[Told] = []
    for each in sentences:
        if found and (_is_stub(each) or _is_stub(found[-1])) and _go_together(found[-1], each):
            mark = "；" if "；" in text_of(found[-1].words) + text_of(each.words) else "，"
            both = joined([opened(found[-1].words), each.words], mark)
            found[-1] = Told(closed(both), each.matter, each.ends)
        else:
            found.append(each)
    return [each.words for each in found]


def _is_stub(told: Told) -> bool:
    """Tell whether a sentence is short and is no deed with a subject of its own: 集镇改造完成。"""
    text = text_of(told.words)
    return len(text) <= STUB and (is_doing(text) or _has_figures(told))


def _has_figures(told: Told) -> bool:
    return any(piece.kind == "fact" for piece in told.words)


def _go_together(one: Told, other: Told) -> bool:
    """Tell whether two sentences may be one: it is short and simple, and they are of one matter or one build."""
    texts = [text_of(told.words) for told in (one, other)]
    both = "".join(texts)
    simple = both.count("。") == len(texts) and sum(map(both.count, "，；")) < MOST_CLAUSES
    return simple and not one.ends and len(both) <= LONGEST_SENTENCE and _are_alike(one, other)


def _are_alike(one: Told, other: Told) -> bool:
    last, then = re.split("[，；]", text_of(one.words))[-1], text_of(other.words)
    related = one.matter == other.matter is not None or (_has_figures(one) and _has_figures(other))
    return related or is_doing(last) == is_doing(then) or len(then) <= SHORTEST
