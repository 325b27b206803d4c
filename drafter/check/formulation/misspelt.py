"""Characters typed for others that sound the same, told by what everybody writes: 环境整制 beside 环境整治."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from drafter.check.case import Case
from drafter.check.formulation.near_misses import may_be_typo
from drafter.model import Span
from drafter.text.dictionary import cut, often_used
from drafter.text.homophones import mistaken_for
from drafter.text.masking import SEED_LENGTH, gram_hashes

_WORDS = frozenset("是等新市县省强")  # that the dictionary has as verbs and nouns
COMMON = 0.1  # share of the background's localities that write the right four characters


@dataclass(frozen=True, slots=True)
class Misspelling:
    """Four masked characters with a wrong one among them."""

    span: Span  # in masked characters
    right: str


def find_misspelt(case: Case) -> Iterator[Misspelling]:
    """Yield runs of four characters that nobody writes, and many with a character that sounds the same, in order."""
    guesses = list(_guesses(case))
    if not guesses:
        return
    codes = np.frombuffer("".join(each.right for each in guesses).encode("utf-32-le"), np.uint32)
    hashes = gram_hashes(codes, SEED_LENGTH)[::SEED_LENGTH]
    _, common = case.index.gram_frequency(hashes)
    reached = 0
    for at in np.flatnonzero(common >= COMMON).tolist():
        if guesses[at].span.start >= reached:
            reached = guesses[at].span.end
            yield guesses[at]


def _guesses(case: Case) -> Iterator[Misspelling]:
    """Yield what the runs around lone characters that no report has would be with another character."""
    text = case.masked.text
    hashes = gram_hashes(case.masked.codes, SEED_LENGTH)
    frequency, _ = case.index.gram_frequency(hashes) if len(hashes) else (hashes, hashes)
    known, parted = (frequency > 0).tolist(), (case.masked.starts[1:] != case.masked.ends[:-1]).tolist()
    for at, before, after in _lone(text):
        starts = range(max(0, at - SEED_LENGTH + 1), min(at, len(text) - SEED_LENGTH) + 1)
        if any(known[starts.start : starts.stop]):
            continue
        whole = (start for start in starts if not any(parted[start : start + SEED_LENGTH - 1]))
        spans = [Span(start, start + SEED_LENGTH) for start in whole]
        rights = _rights(text[at], before, after) if spans else ()
        for span in spans:
            for right in rights:
                yield Misspelling(span, f"{text[span.start : at]}{right}{text[at + 1 : span.end]}")


def _lone(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where lone characters stand beside another one, with the words before and behind."""
    at, words = 0, cut(text)
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if may_be_typo(word) and word not in _WORDS and 1 in {len(before), len(after)}:
            yield at, before, after
        at += len(word)


def _rights(written: str, before: str, after: str) -> Sequence[str]:
    """Return the characters that one may be typed for and that make an often used word with a lone one beside it."""
    words, others = often_used(), mistaken_for(written)
    behind = words.get(before, frozenset())
    if len(after) != 1:
        return [each for each in others if each in behind]
    return [each for each in others if each in behind or after in words.get(each, ())]
