"""Clauses and sentences made of pieces, and the marks between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from drafter.model import Gap, Piece

Words: TypeAlias = "tuple[Piece, ...]"  # a clause, a sentence or a paragraph

LONGEST_SENTENCE = 90  # characters; longer ones are hard to read aloud (sentences of the sample reports: median 52)
_CLOSERS = "”’）》】"
_STOPS = "。！？…"
_LOOSE = "。；，、：; ,"  # marks a writer leaves at the end of an item


def own(text: str, ref: str = "") -> Piece:
    """Return words of drafter's own: a template, a shipped table."""
    return Piece(text, "template", ref)


def authored(text: str, ref: str) -> Piece:
    """Return the writer's own words."""
    return Piece(text, "author", ref)


def placeholder(name: str, ref: str) -> Piece:
    """Return a visible open slot: 【待补：固定资产投资（亿元）】."""
    return Piece(f"【待补：{name}】", "placeholder", ref)


def outdated(name: str, old: str, ref: str) -> Piece:
    """Return a visible slot for what is to be brought up to date: 【待更新：早稻种植面积，旧值2.2万亩】."""
    return Piece(f"【待更新：{name}，旧值{old}】", "placeholder", ref)


def text_of(words: Iterable[Piece]) -> str:
    """Return the printed text of `words`."""
    return "".join(piece.text for piece in words)


def bare_item(text: str) -> str:
    """Return an item of a list without the mark it ends with."""
    return text.strip().rstrip(_LOOSE)


def is_closed(text: str) -> bool:
    """Tell whether `text` ends a sentence: 。 or 。”."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS if text else False


def closed(words: Words, mark: str = "。") -> Words:
    """End `words` with `mark` unless a sentence ends there already."""
    return words if is_closed(text_of(words)) else (*words, own(mark))


def joined(clauses: Sequence[Words], mark: str = "，") -> Words:
    """String clauses together with `mark` between them."""
    parts = [clause for clause in clauses if clause]
    pieces: list[Piece] = []
    for number, clause in enumerate(parts):
        pieces += [own(mark)] * (number > 0 and not is_closed(text_of(parts[number - 1])))
        pieces += clause
    return tuple(pieces)


def batches(clauses: Sequence[Words], most: int) -> Iterator[list[Words]]:
    """Part clauses into sentences of `most` clauses, none over LONGEST_SENTENCE; one with a 。 inside stands alone."""
    size = -(-len(clauses) // (-(-len(clauses) // most) or 1))  # four make two and two, not three and one
    batch: list[Words] = []
    for clause in clauses:
        text = text_of(clause)
        length = sum(len(text_of(other)) for other in batch)
        alone = "。" in text or (batch and "。" in text_of(batch[-1]))
        if batch and (alone or len(batch) >= size or length + len(text) > LONGEST_SENTENCE):
            yield batch
            batch = []
        batch.append(clause)
    if batch:
        yield batch


def strung(clauses: Sequence[Words]) -> Words:
    """String clauses of one rank together: with ； when one of them has a comma of its own, else with ，."""
    mark = "；" if any(set("，；") & set(text_of(clause)) for clause in clauses) else "，"
    return joined(clauses, mark)


def merged(words: Iterable[Piece]) -> Words:
    """Join neighbouring pieces of one origin."""
    runs = groupby(words, key=lambda piece: (piece.kind, piece.ref, piece.source))
    return tuple(Piece("".join(p.text for p in run), kind, ref, source) for (kind, ref, source), run in runs)


def lines(words: Words) -> Iterator[Words]:
    """Part `words` at the line breaks inside its pieces (own text of several paragraphs)."""
    line: list[Piece] = []
    for piece in words:
        first, *rest = piece.text.split("\n")
        line.append(Piece(first, piece.kind, piece.ref, piece.source))
        for text in rest:
            yield _filled(line)
            line = [Piece(text, piece.kind, piece.ref, piece.source)]
    yield _filled(line)


def _filled(line: list[Piece]) -> Words:
    return tuple(piece for piece in line if piece.text)


class Gaps:
    """What turns out missing or contradictory while composing, in reading order."""

    def __init__(self) -> None:
        self.missing: list[Gap] = []
        self.conflicts: list[Gap] = []

    def add(self, others: Gaps) -> None:
        """Take over what others found."""
        self.missing += others.missing
        self.conflicts += others.conflicts
