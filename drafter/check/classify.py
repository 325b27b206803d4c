"""Tell a verbatim copy from an edited one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from drafter.check.edits import Change
from drafter.model import NormText, Span
from drafter.text.dictionary import cut, look_up
from drafter.text.gazetteer import divisions
from drafter.text.masking import SEED_LENGTH, gram_hashes, mask
from drafter.text.words import NAME_TAGS, tag

COPIED_FROM = 0.9  # share of a passage's masked characters in runs of four and more that its source has too
COMMON_FROM = 300  # occurrences in jieba's dictionary from which a place must be in the gazetteer: it has 美丽 as one

_OFFICE = re.compile("街道|社区|[省市县区镇乡村]")
_SUFFIXES = ("", "镇", "乡", "街道", "县", "市", "区", "省")
_PART = re.compile(r"[\u4e00-\u9fff]+|[X×]+|\d[\d.,]*|.", re.DOTALL)
_NAME = re.compile("[\u4e00-\u9fff]{1,6}|[X×]+")
_SCRUBBED = re.compile("[X×]+|某+")


def is_verbatim(draft: str, source: str, changes: Sequence[Change]) -> bool:
    """Say whether a passage is copied as it stands, figures and places apart."""
    places = [pair for change in changes for pair in changed_places(change, draft, source)]
    ours = mask(_with_marks(draft, [one for one, _ in places])).codes
    theirs = mask(_with_marks(source, [other for _, other in places])).codes
    grams = gram_hashes(ours, SEED_LENGTH)
    covered = np.zeros(len(ours), np.bool_)
    for start in np.flatnonzero(np.isin(grams, gram_hashes(theirs, SEED_LENGTH))):
        covered[start : start + SEED_LENGTH] = True
    return bool(len(ours)) and bool(covered.mean() >= COPIED_FROM)


def changed_places(change: Change, draft: str, source: str) -> Iterator[tuple[Span, Span]]:
    """Yield the places that a change replaces, in the draft and in the source: of 赣州、吉安 each by itself."""
    ours, theirs = _parts(draft, change.draft), _parts(source, change.source)
    if change.op == "replace" and len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        yield from (pair for pair in pairs if _is_place(*pair, draft, source))


def _parts(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()).shift(span.start) for match in _PART.finditer(span.of(text))]


def _is_place(one: Span, other: Span, draft: str, source: str) -> bool:
    """Say whether one name stands for another: a known place on either side, or both before the same 镇, 村, 县 …"""
    names = one.of(draft), other.of(source)
    if not all(map(_NAME.fullmatch, names)):
        return False
    offices = _OFFICE.match(draft, one.end), _OFFICE.match(source, other.end)
    same = offices[0] and offices[1] and offices[0][0] == offices[1][0]
    return any(map(_is_known, names)) or (bool(same) and any(map(_may_be_name, names)))


def _is_known(name: str) -> bool:
    """Say whether a name is that of places, or has been scrubbed."""
    return bool(_SCRUBBED.fullmatch(name)) or all(map(_is_place_word, cut(name)))


def _is_place_word(word: str) -> bool:
    frequency, part = look_up(word) or (0, "x")
    if len(word) == 1 or part not in NAME_TAGS:
        return False
    return (part == "ns" and frequency < COMMON_FROM) or any(word + suffix in divisions() for suffix in _SUFFIXES)


def _may_be_name(name: str) -> bool:
    """Say whether characters are more than common words: 文溪, but not 推进 (乡村)."""
    return len(name) > 1 and any(len(word) == 1 or tag(word) in NAME_TAGS for word in cut(name))


def _with_marks(text: str, spans: Sequence[Span]) -> NormText:
    """Return the text with a figure in place of each span."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}0{text[span.end :]}"
    return NormText(text)
