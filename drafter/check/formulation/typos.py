"""Short fixed wordings with one character mistyped, told by its sound or the word it breaks: 新发展理捻, 立得树人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.formulation.look_alikes import look_alikes
from drafter.check.formulation.near_misses import (
    BESIDE,
    SHORTEST,
    NearMiss,
    has_no_mark,
    has_typo,
    is_marked,
    masked_texts,
    may_be_typo,
)
from drafter.config import data
from drafter.model import Span
from drafter.text.dictionary import cut
from drafter.text.formulations import quotable
from drafter.text.homophones import sound_alike
from drafter.text.lookout import Lookout
from drafter.text.masking import Masked

LEAST = 4  # masked characters
# What other terms are built like too: 一企一策, 三医联动, 双拥工作.
_BUILT = re.compile("[一二两三四五六七八九十双多0]")
_PAIR = re.compile("^[一二两三四五六七八九十].[一二两三四五六七八九十].$")  # 一企一策, 一技一策

Hole = tuple[int, str]  # place of the character left out, and the rest
_TWICE = re.compile("([\u4e00-\u9fff]{1,2})\\1")
_REACH = 24  # characters on either side of a doubled one in which its wording stands


def find_typos(masked: Masked) -> Iterator[NearMiss]:
    """Yield the short wordings of a text with a wrong character in them, one that sounds alike or is no word there.

    Of a longer one the first or last character may be wrong, if it sounds alike: 筑|牢中华民族共同体意识.
    Where it sounds otherwise, the first character is never judged, the last only where a mark follows: 做|美乡村,
    科学发展新|红利. Then those with two characters swapped or one left out, and any with one typed twice.
    """
    text, at = masked.text, 0
    for word in cut(text):
        if len(word) == 1 and (miss := _miss(masked, at)):
            yield miss
        at += len(word)
    for span in _slips().find(text):
        if has_typo(text, span) and not _is_usual(text, span) and _is_whole(masked, span, span.start + 1):
            yield NearMiss(span, _slipped()[span.of(text)], 1, is_whole=True)
    yield from _in_words(masked)
    yield from _at_ends(masked)
    for match in _TWICE.finditer(text):
        if miss := _doubled(masked, match.start(), len(match[1])):
            yield miss


def _in_words(masked: Masked) -> Iterator[NearMiss]:
    """Yield the short wordings of a text in which a character that sounds alike makes another word: 共同富余.

    One wrong character leaves the first two of them or the last two as they are.
    """
    text, known = masked.text, _by_ends()
    for at in range(len(text) - 1):
        for words, wording, offset in known.get(text[at : at + 2], ()):
            start = at - offset
            written = text[start : start + len(words)] if start >= 0 else ""
            if len(written) == len(words) and (place := _wrong_place(written, words)) is not None:
                span = Span(start, start + len(words))
                if _is_clear(masked, span, start + place) and not _is_usual(text, span):
                    yield NearMiss(span, wording, 1, is_whole=True)


def _is_clear(masked: Masked, span: Span, at: int) -> bool:
    """Tell whether a stretch has no mark in it but where an end is in doubt, and no right wording at a place."""
    if (at == span.start and not is_marked(masked, at)) or (at == span.end - 1 and not is_marked(masked, at + 1)):
        return False
    around = _any_wording().find(masked.text, max(0, span.start - _REACH), span.end + _REACH)
    return has_no_mark(masked, span) and not any(each.start <= at < each.end for each in around)


def _wrong_place(written: str, words: str) -> int | None:
    """Return where the one character stands that was typed for another that sounds alike, None when it is not one."""
    places = [at for at, (one, other) in enumerate(zip(written, words, strict=True)) if one != other]
    return places[0] if len(places) == 1 and sound_alike(written[places[0]], words[places[0]]) else None


@cache
def _by_ends() -> dict[str, list[tuple[str, str, int]]]:
    """Return the short wordings without numbers by their first two characters, and by their last, with their places.

    So are what everybody writes, `data/common_phrases.txt`, where only what sounds alike is wrong.
    """
    lines = data("common_phrases.txt").read_text(encoding="utf-8").splitlines()
    common = [word for line in lines if not line.startswith("#") for word in line.split()]
    found: dict[str, list[tuple[str, str, int]]] = {}
    for words, wording in {**dict(zip(common, common, strict=True)), **_right()}.items():
        if not _BUILT.search(words):
            for offset in (0, len(words) - 2):
                found.setdefault(words[offset : offset + 2], []).append((words, wording, offset))
    return found


def _at_ends(masked: Masked) -> Iterator[NearMiss]:
    """Yield the longer wordings of a text whose first or last character is another that sounds alike."""
    text = masked.text
    for found in _trunks().find(text):
        for wording, right in _without_end()[found.of(text)]:
            at = found.start - 1 if wording.endswith(found.of(text)) else found.end
            if not 0 <= at < len(text) or text[at] in wording:
                continue
            span = Span(min(at, found.start), max(at + 1, found.end))
            usual = _is_usual(text, Span(at, at + 1))
            if sound_alike(text[at], wording[at - span.start]) and has_no_mark(masked, span) and not usual:
                yield NearMiss(span, right, 1, is_whole=True)


@cache
def _without_end() -> dict[str, list[tuple[str, str]]]:
    """Return the longer wordings by what is left without their first or last character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for words, wording in _every().items():
        if len(words) >= SHORTEST:
            for rest in (words[1:], words[:-1]):
                found.setdefault(rest, []).append((words, wording))
    return found


@cache
def _trunks() -> Lookout:
    return Lookout(_without_end())


def _doubled(masked: Masked, at: int, length: int) -> NearMiss | None:
    """Return the wording in which the one or two characters at `at` are typed twice, None when there is none.

    At its ends a mark must follow or stand before: 深化|化解.
    """
    text, low = masked.text, max(0, at - _REACH)
    once = text[low:at] + text[at + length : at + _REACH]
    for found in _any_wording().find(once):
        start, end = found.start + low, found.end + low
        inside = (start < at or is_marked(masked, at)) and (at + length < end or is_marked(masked, end + length))
        if start <= at < end and inside and len(found) >= LEAST:
            return NearMiss(Span(start, end + length), _every()[found.of(once)], 1, is_whole=True)
    return None


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
def _slips() -> Lookout:
    return Lookout(_slipped())


def _is_whole(masked: Masked, span: Span, at: int) -> bool:
    """Tell whether a stretch has no mark in it, and one behind it where its last character is in doubt."""
    if at == span.start or not has_no_mark(masked, span):
        return False
    return at < span.end - 1 or is_marked(masked, span.end)


def _miss(masked: Masked, at: int) -> NearMiss | None:
    """Return the wording that the character at `at` breaks, None when it breaks none."""
    text, holes, wordings = masked.text, _holes(), _right()
    if _beside_holes().isdisjoint(_beside(text, at)):
        return None
    for length in range(SHORTEST - 1, LEAST - 1, -1):
        for start in range(max(0, at - length + 1), min(at, len(text) - length) + 1):
            end = start + length
            if text[start:end] in wordings:
                return None
            if right := holes.get((at - start, text[start:at] + text[at + 1 : end])):
                span = Span(start, end)
                if _is_broken(masked, span, at, right[0]) and not _is_usual(text, span):
                    return NearMiss(span, right[1], 1, is_whole=True)
    return None


def _is_broken(masked: Masked, span: Span, at: int, right: str) -> bool:
    """Tell whether a character stands for the `right` one: it sounds like it, or is no word and the rest is certain."""
    written = masked.text[at]
    if sound_alike(written, right) and not _PAIR.match(span.of(masked.text)):
        return has_no_mark(masked, span)
    return may_be_typo(written) and not _BUILT.search(span.of(masked.text)) and _is_whole(masked, span, at)


@cache
def _right() -> dict[str, str]:
    """Return the short wordings by their masked characters."""
    return {words: wording for words, wording in _every().items() if LEAST <= len(words) < SHORTEST}


@cache
def _every() -> dict[str, str]:
    """Return the wordings of any length by their masked characters."""
    wordings = [wording for each in quotable() for wording in each.wordings]
    return dict(zip(masked_texts(wordings), wordings, strict=True))


@cache
def _any_wording() -> Lookout:
    return Lookout(_every())


def _beside(text: str, at: int) -> tuple[str, str, str]:
    """Return what stands beside a character, were it in the midst of a wording, the first or the last of one."""
    return (
        f"{text[max(0, at - 1) : at]}|{text[at + 1 : at + 2]}",
        f"|{text[at + 1 : at + 3]}",
        f"{text[max(0, at - 2) : at]}|",
    )


@cache
def _beside_holes() -> frozenset[str]:
    """Return what stands beside the holes: most characters of a text need no closer look."""
    found = set()
    for words in _right():
        last = len(words) - 1
        for at in range(len(words)):
            midst, first, final = _beside(words, at)
            found.add(first if at == 0 else final if at == last else midst)
    return frozenset(found)


@cache
def _holes() -> dict[Hole, tuple[str, str]]:
    """Return the short wordings by what is left of them when a character is left out, each with that character."""
    found: dict[Hole, tuple[str, str]] = {}
    for words, wording in _right().items():
        for place, character in enumerate(words):
            found.setdefault((place, words[:place] + words[place + 1 :]), (character, wording))
    return found
