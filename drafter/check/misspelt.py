"""Characters typed for others that sound the same, told by what everybody writes: 环境整制 beside 环境整治."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from drafter.check.case import Case
from drafter.check.near_misses import has_no_mark, may_be_typo
from drafter.model import Span
from drafter.text.dictionary import cut, look_up
from drafter.text.homophones import mistaken_for
from drafter.text.masking import SEED_LENGTH, gram_hashes

USED = 100  # occurrences in jieba's dictionary of the word that the right character makes
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
    for at, before, after in _lone(text):
        starts = range(max(0, at - SEED_LENGTH + 1), min(at, len(text) - SEED_LENGTH) + 1)
        if frequency[starts.start : starts.stop].any():
            continue
        spans = [span for start in starts if has_no_mark(case.masked, span := Span(start, start + SEED_LENGTH))]
        others = mistaken_for(text[at]) if spans else ()
        rights = [each for each in others if _is_word(before, each) or _is_word(each, after)]
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


def _is_word(first: str, second: str) -> bool:
    """Tell whether two lone characters are a word that is often used."""
    return len(first) == len(second) == 1 and (look_up(first + second) or (0,))[0] >= USED
