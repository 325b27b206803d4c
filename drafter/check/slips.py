"""Slips that are made again and again (`data/slips.tsv`): 一老一少, 四议两公示, 再接再励."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.config import table
from drafter.model import Span
from drafter.text.lookout import Lookout
from drafter.text.masking import Masked

_LOOKS_AROUND = re.compile(r"\(\?[=!<]|[.*+{}$^\\]")


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that are wrong wherever they stand."""

    span: Span  # in masked characters
    right: str
    since: str  # the month from which it is wrong; "" where it always was


def find_slips(masked: Masked) -> Iterator[Slip]:
    """Yield the slips of a text, those spelled out first."""
    for span in _lookout().find(masked.text):
        yield Slip(span, *_spelled()[span.of(masked.text)])
    for pattern, *row in _patterns():
        for match in re.finditer(pattern, masked.text):
            yield Slip(Span(*match.span()), *row)


@cache
def _lookout() -> Lookout:
    return Lookout(_spelled())


@cache
def _spelled() -> dict[str, tuple[str, str]]:
    """Return the wrong words that the table's patterns stand for, with the right one and since when."""
    rows = (row for row in table("slips.tsv") if not _LOOKS_AROUND.search(row[0]))
    return {word: (right, since) for wrong, right, since in rows for word in spellings(wrong)}


@cache
def _patterns() -> tuple[tuple[str, ...], ...]:
    """Return the rows whose pattern looks at what stands around it."""
    return tuple(row for row in table("slips.tsv") if _LOOKS_AROUND.search(row[0]))


def spellings(pattern: str) -> list[str]:
    """Return all words that a pattern of characters, [..], (?:..|..), ? and | stands for."""
    found: list[str] = []
    words, at = [""], 0
    while at < len(pattern):
        if pattern[at] == "|":
            found, words, at = found + words, [""], at + 1
            continue
        options, at = _options(pattern, at)
        if pattern[at : at + 1] == "?":
            options, at = [*options, ""], at + 1
        words = [word + option for word in words for option in options]
    return found + words


def _options(pattern: str, at: int) -> tuple[list[str], int]:
    """Return what may stand for the piece of a pattern that begins at a place, and where it ends."""
    if pattern[at] == "[":
        end = pattern.index("]", at)
        return list(pattern[at + 1 : end]), end + 1
    if not pattern.startswith("(?:", at):
        return [pattern[at]], at + 1
    end, depth = at + 3, 1
    while depth:
        depth += {"(": 1, ")": -1}.get(pattern[end], 0)
        end += 1
    return spellings(pattern[at + 3 : end - 1]), end
