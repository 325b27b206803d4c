"""The items of an enumeration, and which member of a series each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from drafter.check.formulation.series import Series
from drafter.model import Span

_ITEM = re.compile("[^、，]+")
_AND = re.compile("以?及|[和与]")
_MARKS = str.maketrans("", "", "“”‘’")
ALIKE = 0.75  # of an item to a member, said otherwise: 查处结果及时公开
SHORT = 5  # characters of a member that must stand as it is
_BEFORE = frozenset("让使把对以为是即和等要能在及与将按从向")  # what may stand before a member in the midst


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things enumerated."""

    span: Span  # in the text
    member: int  # number of the member; -1 for none
    form: str = ""  # what it is only like; "" for one said as it is

    @property
    def is_exact(self) -> bool:
        """Tell whether a member is said as it is, not only alike."""
        return not self.form


def items_of(text: str, span: Span, series: Series) -> Sequence[Item]:
    """Return the items of an enumeration; the first may have words before it, the last behind it."""
    items = [
        _item(text, part, series, first=text[part.start - 1 : part.start] != "、")
        for match in _ITEM.finditer(text, span.start, span.end)
        for part in _halves(Span(*match.span()), text, series)
    ]
    exact = {item.member for item in items if item.is_exact}
    return [Item(item.span, -1) if item.form and item.member in exact else item for item in items]


def _halves(item: Span, text: str, series: Series) -> Iterator[Span]:
    """Yield an item, parted at its 和 where a member stands before it, and one, or nearly one, behind it."""
    for match in _AND.finditer(text, item.start, item.end):
        before, after = Span(item.start, match.start()), Span(match.end(), item.end)
        first, second = (part.of(text).translate(_MARKS) for part in (before, after))
        if first.endswith(series.endings) and _is_nearly_one(second, series):
            yield before
            yield after
            return
    yield item


def _is_nearly_one(words: str, series: Series) -> bool:
    """Tell whether words begin with a member, or with half of its characters."""
    shared = ((len({*words[: len(form)]} & {*form}), len({*form})) for form in series.endings)
    return any(2 * same >= most for same, most in shared)


def _item(text: str, span: Span, series: Series, *, first: bool) -> Item:
    """Return which member an item is, other words before or behind it, or the member said a little otherwise."""
    words = span.of(text)
    plain = words.translate(_MARKS)
    for form, number in series.by_form.items():
        if plain.endswith(form) and (first or not _is_prefixed(plain, form)):
            return Item(Span(span.end - _written(words[::-1], len(form)), span.end), number)
        if plain.startswith(form) and not (series.is_short and plain != form and text[span.end : span.end + 1] == "、"):
            return Item(Span(span.start, span.start + _written(words, len(form))), number)
    return max(_alike(text, span, series, first=first), default=(0.0, Item(span, -1)), key=lambda each: each[0])[1]


def _alike(text: str, span: Span, series: Series, *, first: bool) -> Iterator[tuple[float, Item]]:
    """Yield how like an item, or an end of it, is to each member that it is like, and what it would be then."""
    words = span.of(text)
    for member, number in series.by_form.items():
        if len(member) > SHORT:
            from_end = first or words[0] in _BEFORE
            length = _written(words[::-1] if from_end else words, len(member))
            end = Span(span.end - length, span.end) if from_end else Span(span.start, span.start + length)
            for part in (span, end):
                alike = Indel.normalized_similarity(part.of(text).translate(_MARKS), member)
                if alike >= ALIKE:
                    yield alike, Item(part, number, member)


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
