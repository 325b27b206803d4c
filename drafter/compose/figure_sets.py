"""Which figures are said together: those under one verb or of one head noun, and sentences of no more than an ear can
follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from drafter.compose.facts import Figure
from drafter.compose.kinship import Kinship
from drafter.compose.sayings import can_act, is_few, manner_of, number_of
from drafter.compose.verbs import head_of, is_shared, verb_of

HEAVIEST = 6  # values in one sentence (a value, its change and its rank are three); more cannot be followed by ear
MOST = 4  # statements in one sentence; sentences with figures in the sample reports hold 2.4 figures on average
CHAINED = 4  # figures under one verb
NEAR = 5  # so far ahead a figure may be drawn to one of its like; further on the writer has moved to other things
TOGETHER = 3  # figures of one head noun: with 分别 one must remember which is which
_JOINED_KINDS = ("规模", "比率", "产出", "人均", "增速", "畜牧")

Alike: TypeAlias = Callable[[Figure, Figure], bool]


def sets_of(figures: Sequence[Figure], *ways: tuple[Alike, int]) -> Iterator[list[Figure]]:
    """Part figures, in their order, into sets that are said together: they are alike in one of the ways."""
    rest = list(figures)
    while rest:
        together = max((_like_first(rest, alike, most) for alike, most in ways), key=len)
        yield [rest[place] for place in together]
        rest = [figure for place, figure in enumerate(rest) if place not in together]


def _like_first(figures: Sequence[Figure], alike: Alike, most: int) -> list[int]:
    """Return the places of those alike to the first, near it; none is drawn over a rate, which stays with its own."""
    found = [0]
    for place, figure in enumerate(figures[1:NEAR], start=1):
        if len(found) < most and alike(figures[0], figure):
            found.append(place)
        elif manner_of(figure).kind == "比率":
            break
    return found


def chain(one: Figure, other: Figure) -> bool:
    """Tell whether two figures, of which nothing more is said, go with one verb."""
    return bool(verb_over(one)) and verb_over(one) == verb_over(other) and not (_weight(one) > 1 or _weight(other) > 1)


def verb_over(figure: Figure) -> str:
    """Return the verb that can govern this and other figures: its own, or the one its kind begins with."""
    if not figure.value or figure.value.startswith("-") or not number_of(figure.value):
        return ""
    kind, review, _ = manner_of(figure)
    if kind == "动作":
        verb = verb_of(figure.indicator)
        return verb if is_shared(verb) else ""
    if kind == "家底":
        return "共有" if is_few(figure) and number_of(figure.value) != 1 else ""
    verb = review[0].partition("甲")[0]
    return verb if kind not in {"投资", "财税", "产出"} else ""


def share_head(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure the same of different things, and the same is said of both."""
    head, kind = head_of(one.indicator), manner_of(one).kind
    alike = bool(head) and head == head_of(other.indicator) and kind in _JOINED_KINDS and kind == manner_of(other).kind
    exact = all(figure.value[:1].isdigit() and not figure.slot for figure in (one, other))
    return (
        alike and exact and _change_kind(one) == _change_kind(other) and not (more_is_told(one) or more_is_told(other))
    )


def _change_kind(figure: Figure) -> tuple[str, str]:
    return (figure.change.way, figure.change.unit) if figure.change else ("", "")


def more_is_told(figure: Figure) -> bool:
    flat = bool(figure.change and figure.change.way == "flat")
    return flat or any((figure.completion, figure.share, figure.rank, figure.stale))


def _weight(figure: Figure) -> int:
    told = (figure.change, figure.completion, figure.share, figure.rank)
    return 1 + sum(map(bool, told)) + len(figure.stale) * (not figure.slot)


def runs_of(sets: Sequence[list[Figure]], kinship: Kinship) -> list[list[list[Figure]]]:
    """Part sets of figures where one matter ends and another begins; acts in a row may be of any."""
    runs: list[list[list[Figure]]] = []
    for each in sets:
        last = runs[-1][-1] if runs else []
        if last and (are_kin(last, each, kinship) or _in_a_row(last[-1], each[0])):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def are_kin(one: Sequence[Figure], other: Sequence[Figure], kinship: Kinship) -> bool:
    return kinship.related(one[-1].indicator, other[0].indicator)


def _in_a_row(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can be said as acts in a row."""
    return can_act(one) and can_act(other) and is_plain(one)


def is_plain(figure: Figure) -> bool:
    """Tell whether nothing but its value is told of a figure."""
    return _weight(figure) == 1


def sentences_of(sets: Sequence[list[Figure]]) -> Iterator[list[list[Figure]]]:
    """Part sets of figures into sentences of about equal weight."""
    weights = [sum(map(_weight, each)) for each in sets]
    number = max(-(-sum(weights) // HEAVIEST), -(-len(sets) // MOST))
    group: list[list[Figure]] = []
    weight = 0
    for each, its in zip(sets, weights, strict=True):
        full = weight * number >= sum(weights) or len(group) >= MOST or weight + its > HEAVIEST
        if group and full:
            yield group
            group, weight = [], 0
        group.append(each)
        weight += its
    if group:
        yield group
