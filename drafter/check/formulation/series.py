"""The rows of members that formulations count or are: what stands in them, in which order, under which name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile

from drafter.text.formulations import Formulation, quotable

_MARKS = str.maketrans("", "", "“”‘’")
_PARTED = re.compile("[、，]")
LONGEST = 6  # characters of a member that may be said without what is common to all
FRAME = (
    2  # characters that all members end or begin with, and that may be said once for all: 道路、理论、制度、文化自信
)


@dataclass(frozen=True)
class Series:
    """Members in their order, without quotation marks."""

    members: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]  # of each member all that is right, the longest first
    terms: tuple[str, ...]  # what they are called together; none for a wording that is itself the enumeration
    right: str  # the enumeration as it should stand
    since: str = ""  # the month from which it is in use
    any_order: bool = False
    may_be_cut: bool = False  # a stretch of it is right too
    is_short: bool = False  # what all members have in common stands but once

    @cached_property
    def by_form(self) -> Mapping[str, int]:
        """Return the number of the member that each form stands for, the longest forms first."""
        numbered = ((form, number) for number, several in enumerate(self.forms) for form in several)
        return dict(sorted(numbered, key=lambda each: -len(each[0])))

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Return all forms."""
        return tuple(self.by_form)

    @cached_property
    def frame(self) -> tuple[str, str]:
        """Return what all members begin and end with."""
        return _frame(self.members)


@cache
def all_series() -> tuple[Series, ...]:
    """Return the formulations with three members and more, and the wordings that enumerate as many."""
    found: list[Series] = []
    for each in quotable():
        if each.region:
            continue
        found.extend(_counted(each))
        for wording in each.wordings:
            parts = parts_of(wording)
            if len(parts) > 2 and "全会" not in wording:
                found.append(Series(parts, tuple((part,) for part in parts), (), wording, each.since))
    return tuple(found)


@cache
def holders() -> Mapping[str, tuple[int, ...]]:
    """Return for each form of a member the numbers of the series that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, series in enumerate(all_series()):
        for form in series.by_form:
            found[form].append(number)
    return {form: tuple(numbers) for form, numbers in found.items()}


@cache
def longest_form() -> int:
    """Return how many characters the longest form of a member has."""
    return max(map(len, holders()))


def plain(words: str) -> str:
    """Return words without quotation marks and what parts them."""
    return _PARTED.sub("", words.translate(_MARKS))


def parts_of(wording: str) -> tuple[str, ...]:
    """Return the parts of a wording, without quotation marks."""
    return tuple(_PARTED.split(wording.translate(_MARKS)))


def _counted(each: Formulation) -> Iterator[Series]:
    """Yield what a formulation counts, once more with what is common to all said but once, and parted at its marks."""
    forms = tuple(_forms(several) for several in each.forms)
    if len(forms) < 3:
        forms = tuple((part,) for several in each.forms for part in parts_of(several[0]))
    if len(forms) < 3:
        return
    terms = tuple(wording.translate(_MARKS) for wording in each.wordings)
    right, notes = "、".join(each.members), each.notes
    series = Series(tuple(map(plain, each.members)), forms, terms, right, each.since, "任意" in notes, "可截" in notes)
    if len(series.members) != len(forms):
        series = Series(tuple(several[0] for several in forms), forms, terms, right, each.since)
    yield series
    if any("、" in member for member in each.members) and len(each.members) > 2:
        parts = tuple(part for member in each.members for part in parts_of(member))
        yield Series(parts, tuple((part,) for part in parts), terms, right, each.since)
    if short := _short(series):
        yield short


def _forms(several: Sequence[str]) -> tuple[str, ...]:
    """Return the forms of a member without marks, the longest first: it is looked for first."""
    return tuple(sorted({plain(form) for form in several}, key=len, reverse=True))


def _short(series: Series) -> Series | None:
    """Return a series whose members share an end said once: 政治、大局、核心、看齐“四个意识”."""
    end = series.frame[1]
    bare = [member.removesuffix(end) for member in series.members]
    if len(end) < FRAME or not series.terms or not all(FRAME <= len(each) <= LONGEST for each in bare):
        return None
    forms = (*((each,) for each in bare[:-1]), (series.members[-1], bare[-1]))
    return Series(tuple(bare), forms, series.terms, series.right, series.since, series.any_order, is_short=True)


def _frame(members: Sequence[str]) -> tuple[str, str]:
    begin = _common(members)
    return begin, _common([member[len(begin) :][::-1] for member in members])[::-1]


def _common(words: Sequence[str]) -> str:
    """Return the characters that all words begin with."""
    same = takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False))
    return "".join(several[0] for several in same)
