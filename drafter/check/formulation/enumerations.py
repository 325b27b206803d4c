"""What stands in a text where a series seems to be enumerated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.check.formulation.listed import Item, items_of
from drafter.check.formulation.series import Series
from drafter.model import Span

_MARKS = str.maketrans("", "", "“”‘’")
# what follows the last member: 等要求, 的“四个意识”, 三条控制线
_TAIL = re.compile("[“”‘’]|等|的|[三四五六七八九十][大条项个]|要求|原则|方针|机制|制度")
_ETC = re.compile("[”’]?等")
NEAR = 16  # characters between an enumeration and the term that speaks for it …
BESIDE = 4  # … and where the members alone could be anything: 农业、农村
LEAST = 8  # characters of the right members that prove what is enumerated where no term does
FEW = 3  # members of which only one may be foreign
BETWEEN = 2  # foreign items that may stand between two members
FRAMED = 3  # characters that all members have in common, by which a foreign one is known: 管企业必须管安全


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Items of a text that are taken for the members of a series."""

    text: str
    items: Sequence[Item]
    series: Series

    @property
    def span(self) -> Span:
        """Return from where to where they stand."""
        return Span(self.items[0].span.start, self.items[-1].span.end)

    @property
    def members(self) -> Sequence[int]:
        """Return the numbers of the members they are, -1 for none."""
        return [item.member for item in self.items]

    @property
    def written(self) -> Sequence[str]:
        """Return their words without quotation marks."""
        return [item.span.of(self.text).translate(_MARKS) for item in self.items]

    @property
    def proof(self) -> int:
        """Return how many characters the right members have."""
        return sum(len(self.series.members[number]) for number in {*self.members} - {-1})

    @property
    def is_named(self) -> bool:
        """Tell whether the term stands before or behind the members."""
        return self._is_named(NEAR if self.proof >= LEAST else BESIDE)

    @property
    def is_beside(self) -> bool:
        """Tell whether the term stands right beside the members."""
        return self._is_named(BESIDE)

    def joins(self, item: Item) -> bool:
        """Tell whether the first or last item is joined to its neighbour as items are: by 、, 和 or the mark of all."""
        marks = [self.text[each.span.start - 1] for each in self.items[1:]]
        mark, others = (marks[-1], marks[:-1]) if item is self.items[-1] else (marks[0], marks[1:])
        return mark in {"、", "和", "与"} or (mark == "，" and bool(others) and {*others} == {"，"})

    @property
    def is_followed(self) -> bool:
        """Tell whether the term stands right behind the members."""
        after = self.text[self.span.end : self.span.end + NEAR].translate(_MARKS)
        return after.startswith(self.series.terms)

    def _is_named(self, reach: int) -> bool:
        span = self.span
        before = self.text[max(0, span.start - 2 * NEAR) : span.start].rpartition("。")[2].translate(_MARKS)
        after = self.text[span.end : span.end + 2 * NEAR].partition("。")[0].translate(_MARKS)
        return any(
            (term in before and len(before.rpartition(term)[2]) <= reach) or 0 <= after.find(term) <= reach
            for term in self.series.terms
        )

    @property
    def is_open(self) -> bool:
        """Tell whether the members go on with 等."""
        return bool(_ETC.match(self.text, self.span.end))


def enumeration(text: str, span: Span, series: Series) -> Enumeration | None:
    """Return where most members of a series stand in a list, and the item beside them that must be one of them."""
    items = items_of(text, span, series)
    start, end = _cluster(text, items)
    if end - start < 2:
        return None
    return _with_edge(items, start, end, Enumeration(text, items[start:end], series))


def _cluster(text: str, items: Sequence[Item]) -> tuple[int, int]:
    """Return from where to where most members stand, with no more than two items between two of them."""
    clusters: list[list[int]] = []
    for at in (at for at, item in enumerate(items) if item.member >= 0):
        if clusters and at - clusters[-1][-1] <= BETWEEN + 1 and not _begins_anew(text, items[at - 1], items[at]):
            clusters[-1].append(at)
        else:
            clusters.append([at])
    best = max(clusters, key=lambda several: len({items[at].member for at in several}), default=[0])
    return best[0], best[-1] + 1


def _begins_anew(text: str, earlier: Item, later: Item) -> bool:
    """Tell whether a comma parts a member from what stands before, and words before it or an item that is none do.

    ，强化重大行政决策风险评估; 农业、农村、农户“三农”工作，全年落实补贴，农业生产向好.
    """
    if earlier.member < 0 and text[later.span.start - 1] == "，" == text[earlier.span.start - 1]:
        return True
    return text[later.span.start - 1] not in "、，“" and "，" in text[earlier.span.end : later.span.start]


def _with_edge(items: Sequence[Item], start: int, end: int, found: Enumeration) -> Enumeration:
    """Take in the item beside the members that stands for the first or last of them, or is one too many."""
    series = found.series
    missing = {*range(len(series.members))} - {*found.members}
    if -1 in found.members or len(missing) > 1 or found.is_open:
        return found
    number = missing.pop() if missing else -1
    if end < len(items) and (number < 0 or series.any_order or number == len(series.members) - 1):
        written = items[end].span.of(found.text)
        if "等" in written:
            return found
        length = _without_tail(written, series)
        edge = Item(Span(items[end].span.start, items[end].span.start + length), -1)
        more = replace(found, items=[*items[start:end], edge])
        if _stands_for(edge, number, more) or _is_its_place(more, number, has_tail=length < len(written)):
            return more
    if start and (number < 0 or series.any_order or number == 0):
        more = replace(found, items=items[start - 1 : end])
        if _stands_for(items[start - 1], number, more):
            return more
    return found


def _without_tail(written: str, series: Series) -> int:
    """Return where a last member ends: with what all members end with, or before words that cannot be of it."""
    end = series.frame[1]
    if len(end) >= FRAMED - 1 and end in written:
        return written.index(end) + len(end)
    tail = _TAIL.search(written, 1)
    return tail.start() if tail else len(written)


def _stands_for(item: Item, number: int, found: Enumeration) -> bool:
    """Tell whether a foreign item is made like the member that is missing, or like all."""
    if not found.joins(item):
        return False
    written, (begin, end) = item.span.of(found.text).translate(_MARKS), found.series.frame
    framed = len(begin + end) >= (FRAMED if number >= 0 else FRAMED - 1) and begin in written and written.endswith(end)
    if number < 0:
        return framed and found.is_named
    member = found.series.members[number]
    return framed or (len(written) == len(member) and (bool(set(written) & set(member)) or _is_last(item, found)))


def _is_last(item: Item, found: Enumeration) -> bool:
    """Tell whether an item ends a list of four or more whose other items are members."""
    ends = item is found.items[-1] and found.text[item.span.end : item.span.end + 1] != "、"
    return ends and len(found.items) > FEW and found.proof >= LEAST


def _is_its_place(found: Enumeration, number: int, *, has_tail: bool) -> bool:
    """Tell whether a foreign last item must be the missing member, or one too many: an end or the term follows."""
    if not found.joins(found.items[-1]):
        return False
    if number < 0:
        return has_tail and found.is_followed
    return found.is_beside or (found.is_named and (len(found.series.members) > FEW or has_tail))
