"""What a formulation counts, enumerated with a member missing, foreign, twice, of parts mixed up, or out of order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from drafter.check.formulation.enumerations import enumeration
from drafter.check.formulation.look_alikes import look_alikes
from drafter.check.formulation.member_faults import Fault, fault_of, is_sure, words_of
from drafter.check.formulation.series import Series, all_series, holders, longest_form, plain
from drafter.model import NormText, Span
from drafter.text.formulations import quotable
from drafter.text.masking import mask

_WORDS = "(?:[^、，。；：！？（）\n]|（境）){2,40}"
_LIST = re.compile(f"{_WORDS}(?:[、，]{_WORDS})+")
_PARTS = re.compile("[、，]")
_MARKS = str.maketrans("", "", "“”‘’")
USUAL, USUAL_IF_NAMED = 0.33, 0.5  # of an enumeration that a look-alike must be
MOST = 0.9  # of a wrong enumeration beside its term that a right one takes, which it then is


@dataclass(frozen=True, slots=True)
class Listed:
    """An enumeration of a series."""

    span: Span
    fault: Fault | None  # None for one that is right
    words: str  # the members that the fault is about
    right: str
    since: str = ""  # the month from which the right one is in use
    is_named: bool = False  # its term stands beside it


@lru_cache(maxsize=1)
def find_members(text: str) -> Sequence[Listed]:
    """Return the enumerations of a text that are one of ours, wrong ones and right ones, in order."""
    return tuple(each for match in _LIST.finditer(text) for each in _judged(text, Span(*match.span())))


def _judged(text: str, span: Span) -> Iterator[Listed]:
    """Yield the series that a list is; what is right for one of them is wrong for none."""
    met = Counter(number for member in _members(span.of(text)) for number in holders()[member])
    several = [all_series()[number] for number, count in sorted(met.items()) if count > 1]
    judged = [each for series in several if (each := _judge(text, span, series))]
    right = [each.span for each in judged if not each.fault]
    taken: list[Span] = []
    for each in judged:
        most = MOST * len(each.span) if each.is_named else 1
        if each.fault and any(each.span.overlap(other) >= most for other in right):
            continue
        if not any(each.span.overlap(other) for other in taken):
            taken += [each.span] if each.fault else []
            yield each


def _members(listed: str) -> frozenset[str]:
    """Return the members that an enumeration's items begin or end with, the longest ones."""
    known, found = holders(), set()
    for item in _PARTS.split(listed.translate(_MARKS)):
        lengths = range(min(len(item), longest_form()), 1, -1)
        found.add(next((item[:length] for length in lengths if item[:length] in known), ""))
        found.add(next((item[-length:] for length in lengths if item[-length:] in known), ""))
    return frozenset(found - {""})


@cache
def _all_right() -> frozenset[str]:
    """Return every wording without its marks: what is another one's order may be right by itself."""
    return frozenset(plain(wording) for each in quotable() for wording in each.wordings)


def _judge(text: str, span: Span, series: Series) -> Listed | None:
    """Return what an enumeration is, its fault or none, and None when it is not the series."""
    found = enumeration(text, span, series)
    if found is None:
        return None
    right = Listed(found.span, None, "", series.right, series.since, found.is_named)
    if plain(found.span.of(text)) in _all_right() or _is_usual(found.span.of(text), named=found.is_named):
        return right
    fault = fault_of(found)
    if fault is None:
        return right if {*found.members} == {*range(len(series.members))} else None
    return replace(right, fault=fault, words=words_of(fault, found)) if is_sure(found, fault) else None


def _is_usual(words: str, *, named: bool) -> bool:
    """Tell whether much of an enumeration is said so by real reports."""
    masked, part = mask(NormText(words)).text, USUAL_IF_NAMED if named else USUAL
    return any(len(match.group()) >= part * len(masked) for match in look_alikes().finditer(masked))
