"""Party and people's congresses, and their sessions, that never were: 党的二十大三中全会, 党的十九届八中全会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model import Span

_NUMERALS = "一二三四五六七八九十"
_TERM = "(?:十[六七八九]|二十[一二]?)"  # of a central committee; that of a county may be any
_PLENUM = f"[{_NUMERALS}]"
_WITH_CONGRESS = re.compile(f"(?:党的)?(第?{_TERM})(?:次全国代表)?大会?(?:的)?((?:{_PLENUM}中[、和及]?)+全会)")
_WITHOUT_TERM = re.compile(f"党的({_TERM})((?:{_PLENUM}中[、和及]?)+全会)")
_COUNTED = re.compile(f"党的({_TERM})届((?:{_PLENUM}[次中]?[、和及]?)*{_PLENUM})次(?:全会|全体会议)")
# central committees of late have held seven plenums at most, national congresses hold five sessions
_LATE = re.compile(f"({_TERM})届(?:{_PLENUM}中[、和及])*([八九十])中全会")
_MIXED = re.compile(f"党的({_TERM})大(?:精神)?[和、及]({_TERM})届(?=(?:{_PLENUM}中|历次|中央委员会))")
_CONGRESS = re.compile(f"(?:党的|中国共产党)(?:({_TERM})次|第({_TERM})届)全国代表大会")
_SESSION = re.compile(f"十[{_NUMERALS}]届全国(?:人大|政协)([六七八九十])次会议")


@dataclass(frozen=True, slots=True)
class NoSession:
    """A session that never was."""

    span: Span
    right: str


def find_sessions(text: str) -> Iterator[NoSession]:
    """Yield the sessions of a text that never were, with what is likely meant; "" where it could be several."""
    for match in _WITH_CONGRESS.finditer(text):
        yield NoSession(Span(*match.span()), f"党的{match[1].removeprefix('第')}届{match[2]}")
    for match in _WITHOUT_TERM.finditer(text):
        yield NoSession(Span(*match.span()), f"党的{match[1]}届{match[2]}")
    for match in _COUNTED.finditer(text):
        yield NoSession(Span(*match.span()), f"党的{match[1]}届{match[2].replace('次', '中')}中全会")
    for match in _LATE.finditer(text):
        yield NoSession(Span(*match.span()), "")
    for match in _MIXED.finditer(text):
        if match[1] != match[2]:
            yield NoSession(Span(*match.span()), f"党的{match[2]}大和{match[2]}届")
    for match in _CONGRESS.finditer(text):
        yield NoSession(Span(*match.span()), f"党的第{match[1] or match[2]}次全国代表大会")
    for match in _SESSION.finditer(text):
        yield NoSession(Span(*match.span()), "")
