"""What a formulation counts, enumerated with a member missing, foreign, twice, or out of order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapidfuzz.distance import Indel

from drafter.check.look_alikes import is_look_alike
from drafter.model import NormText, Span
from drafter.text.formulations import quotable
from drafter.text.lookout import Lookout
from drafter.text.masking import mask

Fault = Literal["missing_member", "foreign_member", "repeated_member", "order"]

_LIST = re.compile("[^、，。；：！？（）\n]{2,26}(?:[、，][^、，。；：！？（）\n]{2,26})+")
_ITEM = re.compile("[^、，]+")
_AND = re.compile("以?及|[和与]")
_MARKS = str.maketrans("", "", "“”‘’")
NEAR = 16  # characters beside an enumeration in which its term speaks for it
ALIKE = 0.75  # of an item to a member, said otherwise: 查处结果及时公开
SHORT = 5  # characters of a member that must stand as it is
_BEFORE = frozenset("让使把对以为是即和等要能在及与将按从向")  # what may stand before a member in the midst
FEW = 3  # members of which only one may be foreign
LEAST = 8  # characters of the right members that prove what is enumerated where no term does …
LEAST_OF_PART = 12  # … and where one may have been left out on purpose


@dataclass(frozen=True, slots=True)
class Series:
    """A formulation's members in their order."""

    members: tuple[str, ...]  # without quotation marks
    terms: tuple[str, ...]  # what they are called together; none for a wording that is itself the enumeration
    right: str  # the enumeration as it should stand
    since: str = ""  # the month from which it is in use


@dataclass(frozen=True, slots=True)
class WrongList:
    """An enumeration that is not as it should be."""

    span: Span
    fault: Fault
    words: str  # the members it is about
    right: str
    since: str = ""  # the month from which the right one is in use


@dataclass(frozen=True, slots=True)
class _Item:
    span: Span  # in the text
    member: int  # number of the member; -1 for none


@cache
def _series() -> tuple[Series, ...]:
    """Return the formulations with three members and more, and the wordings that enumerate as many."""
    found = []
    for each in quotable():
        if each.region:
            continue
        members = tuple(part for member in each.members for part in _parts(member))
        if len(members) > 2:
            terms = tuple(wording.translate(_MARKS) for wording in each.wordings)
            found.append(Series(members, terms, "、".join(each.members), each.since))
        for wording in each.wordings:
            parts = _parts(wording)
            if len(parts) > 2 and "全会" not in wording:
                found.append(Series(parts, (), wording, each.since))
    return tuple(found)


@cache
def _all_right() -> frozenset[str]:
    """Return every wording without its marks: what is another one's order may be right by itself."""
    return frozenset(_plain(wording) for each in quotable() for wording in each.wordings)


def _plain(words: str) -> str:
    return re.sub("[，、]", "", words.translate(_MARKS))


def _parts(wording: str) -> tuple[str, ...]:
    return tuple(re.split("[、，]", wording.translate(_MARKS)))


def find_members(text: str) -> Iterator[WrongList]:
    """Yield the enumerations of a text that are one of ours and not right."""
    for match in _LIST.finditer(text):
        met = Counter(number for member in _members(match.group()) for number in _holders()[member])
        for number in sorted(number for number, count in met.items() if count > 1):
            if wrong := _judge(text, Span(*match.span()), _series()[number]):
                yield wrong
                break


@cache
def _holders() -> dict[str, tuple[int, ...]]:
    """Return for each member the numbers of the series that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, series in enumerate(_series()):
        for member in series.members:
            found[member].append(number)
    return {member: tuple(numbers) for member, numbers in found.items()}


@cache
def _lookout() -> Lookout:
    return Lookout(_holders())


def _members(listed: str) -> frozenset[str]:
    """Return the members that stand in an enumeration."""
    return frozenset(span.of(listed) for span in _lookout().find(listed))


def _judge(text: str, span: Span, series: Series) -> WrongList | None:
    """Return what is wrong with an enumeration, None when it is right or another one."""
    items = list(_items(text, span, series))
    known = [item for item in items if item.member >= 0]
    if len(known) < 2:
        return None
    inner = _with_edge(items, items.index(known[0]), items.index(known[-1]) + 1, series, text)
    members = [item.member for item in inner]
    whole = Span(inner[0].span.start, inner[-1].span.end)
    if is_look_alike(mask(NormText(whole.of(text))).text) or _plain(whole.of(text)) in _all_right():
        return None
    named = _is_named(text, whole, series)
    length = sum(len(series.members[number]) for number in {item.member for item in known})
    fault = _fault(members, [item.span.of(text) for item in inner], series, named=named)
    if fault is None or (
        not named and length < (LEAST_OF_PART if fault == "missing_member" else LEAST if series.terms else 0)
    ):
        return None
    return WrongList(
        whole, fault, _words(fault, members, series, [item.span.of(text) for item in inner]), series.right, series.since
    )


def _with_edge(items: Sequence[_Item], start: int, end: int, series: Series, text: str) -> Sequence[_Item]:
    """Return the items between the outermost known ones, and a foreign one that stands for the first or last."""
    known, count = [item.member for item in items[start:end]], len(series.members)
    if known == [*range(count - 1)] and end < len(items) and _stands_for(items[end], -1, series, text):
        return items[start : end + 1]
    if known == [*range(1, count)] and start and _stands_for(items[start - 1], 0, series, text):
        return items[start - 1 : end]
    return items[start:end]


def _stands_for(item: _Item, member: int, series: Series, text: str) -> bool:
    """Tell whether a foreign item is made like a member that is missing: as long, and with a character of it."""
    written, right = item.span.of(text), series.members[member]
    beside = item.span.start - 1 if member else item.span.end
    return text[beside : beside + 1] == "、" and len(written) == len(right) and bool(set(written) & set(right))


def _fault(members: Sequence[int], written: Sequence[str], series: Series, *, named: bool) -> Fault | None:
    """Return what is wrong with members given by their numbers, -1 for a foreign one."""
    count = len(series.members)
    known = [member for member in members if member >= 0]
    distinct = len(set(known))
    if -1 in members:
        most = 2 if count > FEW else 1
        replaced = len(members) == count and members.count(-1) <= most and distinct == count - members.count(-1)
        alike = replaced and all(_is_like(*each) for each in zip(written, series.members, strict=True))
        sure = alike or (members.count(-1) == 1 and (count > FEW or named))
        return "foreign_member" if replaced and known == sorted(known) and sure else None
    if len(known) > distinct:
        return "repeated_member" if distinct >= count - 1 and len(members) == count > 3 else None
    if distinct == count:
        return "order" if known != sorted(known) else None
    misses_one = distinct == count - 1 and known == sorted(known) and (count > 3 or named)
    return "missing_member" if misses_one else None


def _is_like(written: str, member: str) -> bool:
    """Tell whether an item is made like a member: as long, and half of its characters in it."""
    return len(written) == len(member) and 2 * len(set(written) & set(member)) >= len(set(member))


def _words(fault: Fault, members: Sequence[int], series: Series, written: Sequence[str]) -> str:
    if fault == "missing_member":
        return "、".join(each for number, each in enumerate(series.members) if number not in members)
    if fault == "foreign_member":
        return written[members.index(-1)]
    if fault == "repeated_member":
        return series.members[next(member for member in members if members.count(member) > 1)]
    return ""


def _is_named(text: str, span: Span, series: Series) -> bool:
    around = text[max(0, span.start - NEAR) : span.start] + text[span.end : span.end + NEAR]
    return any(term in around.translate(_MARKS) for term in series.terms)


def _items(text: str, span: Span, series: Series) -> Iterator[_Item]:
    """Yield the items of an enumeration; the first may have words before it, the last behind it."""
    items = [Span(*match.span()) for match in _ITEM.finditer(text, span.start, span.end)]
    for item in items:
        for part in _halves(item, text, series):
            yield _item(text, part, series, first=part.start == span.start)


def _halves(item: Span, text: str, series: Series) -> list[Span]:
    """Return the last item parted at its 和, where a member stands on either side."""
    for match in _AND.finditer(text, item.start, item.end):
        parts = text[item.start : match.start()], text[match.end() : item.end]
        before, after = (part.translate(_MARKS) for part in parts)
        if before in series.members and after.startswith(series.members):
            return [Span(item.start, match.start()), Span(match.end(), item.end)]
    return [item]


def _item(text: str, span: Span, series: Series, *, first: bool) -> _Item:
    """Return which member an item is, other words before or behind it, or the member said a little otherwise."""
    words = span.of(text)
    plain = words.translate(_MARKS)
    for number, member in enumerate(series.members):
        if plain.endswith(member) and (first or not _is_prefixed(plain, member)):
            return _Item(Span(span.end - _written(words[::-1], len(member)), span.end), number)
        if plain.startswith(member):
            return _Item(Span(span.start, span.start + _written(words, len(member))), number)
    for number, member in enumerate(series.members):
        if len(member) > SHORT and Indel.normalized_similarity(plain, member) >= ALIKE:
            return _Item(span, number)
    return _Item(span, -1)


def _is_prefixed(written: str, member: str) -> bool:
    """Tell whether a lone character before a member makes another of it: 养护好."""
    return len(written) == len(member) + 1 and written[0] not in _BEFORE


def _written(words: str, count: int) -> int:
    """Return how many characters of `words` hold `count` that are no quotation marks."""
    seen = at = 0
    while at < len(words) and (seen < count or words[at] in "“”‘’"):
        seen += words[at] not in "“”‘’"
        at += 1
    return at
