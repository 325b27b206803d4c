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
_STEM = re.compile(r"([^.*+{}$^\\<=!()]+)\(\?!([\u4e00-\u9fff|$]+)\)")  # 一岗双(?!责): nothing else may follow
_STOP = re.compile("[，。；：！？）\n]")


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that are wrong wherever they stand."""

    span: Span  # in masked characters
    right: str
    since: str  # the month from which it is wrong; "" where it always was


def find_slips(masked: Masked, text: str) -> Iterator[Slip]:
    """Yield the slips of a text and its masked characters, those spelled out first."""
    characters = masked.text
    for span in _lookout().find(characters):
        yield Slip(span, *_spelled()[span.of(characters)])
    for span in _stem_lookout().find(characters):
        rest, may_end, right = _stems()[span.of(characters)]
        if not characters.startswith(rest, span.end) and not (may_end and _ends(masked, text, span.end)):
            yield Slip(span, *right)
    for pattern, *row in _patterns():
        for match in re.finditer(pattern, characters):
            yield Slip(Span(*match.span()), *row)


@cache
def _lookout() -> Lookout:
    return Lookout(_spelled())


@cache
def _spelled() -> dict[str, tuple[str, str]]:
    """Return the wrong words that the table's patterns stand for, with the right one and since when."""
    rows = (row for row in table("slips.tsv") if not _LOOKS_AROUND.search(row[0]))
    return {word: (right, since) for wrong, right, since in rows for word in spellings(wrong)}


def _ends(masked: Masked, text: str, at: int) -> bool:
    """Tell whether the text, or a clause of it, ends at a place."""
    return at == len(masked) or bool(_STOP.search(text, int(masked.ends[at - 1]), int(masked.starts[at])))


@cache
def _stem_lookout() -> Lookout:
    return Lookout(_stems())


@cache
def _stems() -> dict[str, tuple[tuple[str, ...], bool, tuple[str, str]]]:
    """Return the stems that only some words may follow, with these, whether a clause may end there, right and since."""
    found: dict[str, tuple[tuple[str, ...], bool, tuple[str, str]]] = {}
    for wrong, right, since in table("slips.tsv"):
        if stem := _STEM.fullmatch(wrong):
            rest = tuple(each for each in stem[2].split("|") if each != "$")
            found |= dict.fromkeys(spellings(stem[1]), (rest, "$" in stem[2], (right, since)))
    return found


@cache
def _patterns() -> tuple[tuple[str, ...], ...]:
    """Return the rows whose pattern looks at what stands around it."""
    rows = (row for row in table("slips.tsv") if not _STEM.fullmatch(row[0]))
    return tuple(row for row in rows if _LOOKS_AROUND.search(row[0]))


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
