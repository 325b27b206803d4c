"""Short fixed wordings with one character mistyped, told by the word it breaks: 新发展理捻, 立得树人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.look_alikes import look_alikes
from drafter.check.near_misses import BESIDE, SHORTEST, NearMiss, has_typo, masked_texts, may_be_typo
from drafter.model import Span
from drafter.text.alternatives import alternatives
from drafter.text.dictionary import cut
from drafter.text.formulations import formulations
from drafter.text.masking import Masked

LEAST = 4  # masked characters
# What other terms are built like too: 一企一策, 三医联动, 双拥工作.
_BUILT = re.compile("[一二两三四五六七八九十双多0]")

Hole = tuple[int, str]  # place of the character left out, and the rest


def find_typos(masked: Masked) -> Iterator[NearMiss]:
    """Yield the short wordings of a text that have one character replaced by one that is no word there.

    The first character is never judged, the last only where a mark follows: 做|美乡村, 科学发展新|红利.
    """
    text, at = masked.text, 0
    for word in cut(text):
        if may_be_typo(word) and (miss := _miss(text, at)) and _is_whole(masked, miss.span, at):
            yield miss
        at += len(word)
    for match in _slips().finditer(text):
        span = Span(*match.span())
        if has_typo(text, span) and not _is_usual(text, span) and _is_whole(masked, span, span.start + 1):
            yield NearMiss(span, _slipped()[match.group()], 1, is_whole=True)


def _is_usual(text: str, span: Span) -> bool:
    """Tell whether a look-alike stands around a stretch."""
    return bool(look_alikes().search(text[max(0, span.start - BESIDE) : span.end + BESIDE]))


@cache
def _slipped() -> dict[str, str]:
    """Return the short wordings with two characters in their midst swapped, or one of five and more left out."""
    found: dict[str, str] = {}
    for words, wording in _right().items():
        for at in range(1, len(words) - 1):
            if at < len(words) - 2:
                found.setdefault(words[:at] + words[at + 1] + words[at] + words[at + 2 :], wording)
            if len(words) > LEAST and not _BUILT.search(words):
                found.setdefault(words[:at] + words[at + 1 :], wording)
    return {slip: wording for slip, wording in found.items() if slip not in _right() and slip not in wording}


@cache
def _slips() -> re.Pattern[str]:
    return re.compile(alternatives(_slipped()))


def _is_whole(masked: Masked, span: Span, at: int) -> bool:
    """Tell whether a stretch has no mark in it, and one behind it where its last character is in doubt."""
    apart = masked.starts[span.start + 1 : span.end] != masked.ends[span.start : span.end - 1]
    if apart.any() or at == span.start:
        return False
    return at < span.end - 1 or span.end == len(masked) or masked.starts[span.end] > masked.ends[span.end - 1]


def _miss(text: str, at: int) -> NearMiss | None:
    """Return the wording that a character breaks, None when it breaks none."""
    for length in range(SHORTEST - 1, LEAST - 1, -1):
        for start in range(max(0, at - length + 1), min(at, len(text) - length) + 1):
            words = text[start : start + length]
            place = at - start
            right = _holes().get((place, words[:place] + words[place + 1 :]))
            if words in _right():
                return None
            if right and not _is_usual(text, Span(start, start + length)):
                return NearMiss(Span(start, start + length), right, 1, is_whole=True)
    return None


@cache
def _right() -> dict[str, str]:
    """Return the short wordings by their masked characters."""
    wordings = [wording for each in formulations() for wording in each.wordings]
    pairs = zip(masked_texts(wordings), wordings, strict=True)
    return {words: wording for words, wording in pairs if LEAST <= len(words) < SHORTEST}


@cache
def _holes() -> dict[Hole, str]:
    """Return the short wordings by what is left of them when a character is left out."""
    found: dict[Hole, str] = {}
    for words, wording in _right().items():
        if not _BUILT.search(words):
            for place in range(len(words)):
                found.setdefault((place, words[:place] + words[place + 1 :]), wording)
    return found
