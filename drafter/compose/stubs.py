"""Sentences too short to stand alone are drawn to a neighbour: 完成高标准农田建设3200亩。 is no more than a breath.

Nothing is drawn across a change of matter with a comma but one act to another; figures of two matters are parted by ；.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.compose.deeds import LONGEST_SENTENCE
from drafter.compose.figures import PROMISES, run_on
from drafter.compose.kinship import Kinship
from drafter.compose.prose import Words, closed, joined, opened, text_of
from drafter.compose.sayings import REF
from drafter.compose.strands import Strand
from drafter.compose.verbs import is_doing

SHORTEST = 12  # so short a deed is drawn to one with a subject of its own: 举办龙舟赛，古樟村获评旅游重点村
STUB = 20  # characters with the mark; of the sentences with figures in the sample reports 5 % are so short
MOST_CLAUSES = 5  # in a sentence that is joined


class Told(NamedTuple):
    """A sentence of a point."""

    words: Words
    strand: Strand
    ends: bool  # an effect closes it: nothing follows but a new sentence


def without_stubs(sentences: Sequence[Told], kinship: Kinship) -> list[Told]:
    """Return the sentences, each stub joined to the nearest one that it goes with, best the one before it."""
    found = list(sentences)
    for mark in ("，", "；"):
        at = 0
        while at < len(found):
            first, second = next(_joints(found, at, mark, kinship), (at, at))
            if first != second:
                found[first + second - at] = _joined(found[first], found[second], mark)
                del found[at]
            at = 0 if first != second else at + 1
    return found


def _joints(found: Sequence[Told], stub: int, mark: str, kinship: Kinship) -> Iterator[tuple[int, int]]:
    """Yield with which sentence a stub may be one by `mark`: the places of both in their order, the nearest first.

    Out of its place it goes only behind others, a figure behind its kin; or before those that nothing follows.
    """
    others = [place for place in range(len(found)) if place != stub] if _is_stub(found[stub]) else []
    for other in sorted(others, key=lambda place: (abs(place - stub), place)):
        for first, second in sorted(((other, stub), (stub, other))):
            at_home = mark == "；" or not _has_figures(found[stub]) or found[other].strand is found[stub].strand
            moves = (second == stub and at_home) or _closes(found[second])
            if (moves or second - first == 1) and _mark(found[first], found[second], kinship) == mark:
                yield first, second


def _closes(told: Told) -> bool:
    """Tell whether nothing goes on behind a sentence: an effect or an aim ends it."""
    return told.ends or promises(told.words)


def _joined(one: Told, other: Told, mark: str) -> Told:
    first = opened(one.words)
    words = run_on(first, other.words) if mark == "，" else joined([first, other.words], mark)
    return Told(closed(words), other.strand, other.ends)


def _is_stub(told: Told) -> bool:
    """Tell whether a sentence is short and is no deed with a subject of its own: 集镇改造完成。"""
    return _length(told) <= STUB and (is_doing(text_of(told.words)) or _has_figures(told))


def _length(told: Told) -> int:
    """Return how many characters a sentence has, a value that is to come counted as four."""
    return sum(4 if piece.kind == "placeholder" else len(piece.text) for piece in told.words)


def _has_figures(told: Told) -> bool:
    return any(piece.kind == "fact" for piece in told.words)


def _mark(one: Told, other: Told, kinship: Kinship) -> str:
    """Return the mark between two sentences that may be one: simple and short, of one matter or acts in a row; "" for
    those that may not.
    """
    texts = [text_of(told.words) for told in (one, other)]
    both = "".join(texts)
    simple = both.count("。") == len(texts) and sum(map(both.count, "，；")) < MOST_CLAUSES
    if not simple or _length(one) + _length(other) > LONGEST_SENTENCE or _closes(one):
        return ""
    figures = [_has_figures(told) for told in (one, other)]
    kin = one.strand is other.strand and one.strand.matter is not None and figures != [True, False]
    tiny = not any(figures) and len(texts[0]) <= SHORTEST and kinship.same_topic(*texts) and is_doing(texts[0])
    meeting = _kinds(one)[-1], _kinds(other)[0]
    listed = meeting == ("author", "author")
    row = kinship.parallel(*texts, listed=listed)
    if "；" not in both and not _goes_on(one) and (kin or tiny or row):
        return "，"
    return "；" if meeting == ("fact", "fact") and kinship.same_topic(*texts) else ""


def _goes_on(told: Told) -> bool:
    """Tell whether a deed with a comma of its own ends a sentence: what followed would seem to be of it."""
    written = [piece for piece in told.words if piece.kind in {"fact", "author"}]
    return bool(written) and written[-1].kind == "author" and "，" in written[-1].text


def _kinds(told: Told) -> list[str]:
    """Return of what kind the writer's words in a sentence are, in their order: fact or author."""
    kinds = [piece.kind for piece in told.words if piece.kind in {"fact", "author", "placeholder"}]
    return ["author" if kind == "author" else "fact" for kind in kinds] or [""]


def promises(words: Words) -> bool:
    """Tell whether a sentence says what is to be reached: what follows it would be promised, too."""
    return any(piece.ref == REF and piece.text.startswith(PROMISES) for piece in words)
