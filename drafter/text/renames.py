"""Places put in for others: what changes first when a passage is copied for another town."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model import Span
from drafter.text.dictionary import cut, look_up
from drafter.text.gazetteer import divisions
from drafter.text.words import NAME_TAGS, tag

COMMON_FROM = 300  # occurrences in jieba's dictionary from which a place must be in the gazetteer: it has 美丽 as one

_OFFICE = re.compile("街道|社区|[省市县区镇乡村]")
_SUFFIXES = ("", "镇", "乡", "街道", "县", "市", "区", "省")
_PART = re.compile(r"[\u4e00-\u9fff]+|[X×]+|\d[\d.,]*|.", re.DOTALL)
_NAME = re.compile("[\u4e00-\u9fff]{1,6}|[X×]+")
_SCRUBBED = re.compile("[X×]+|某+")


def renamed(draft: str, ours: Span, source: str, theirs: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the places in a changed stretch of a draft, each with the one it stands for: of 赣州、吉安 one by one."""
    our_parts, their_parts = _parts(draft, ours), _parts(source, theirs)
    if len(our_parts) == len(their_parts):
        pairs = zip(our_parts, their_parts, strict=True)
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
