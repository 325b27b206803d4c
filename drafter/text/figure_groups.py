"""The figures of a clause that are said as one thing, and which words between two of them belong to which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.model import Span
from drafter.text.figure_roles import Said, said
from drafter.text.figure_words import ends_with_verb, first_verb, without_head, without_link

_SIDE_BY_SIDE = re.compile("[、和及与共，]?|以及|合计|共计|、共")
_SEPARATED = "、；，（）()和及与并且"
_COMMA = re.compile("、(?!.*、)|[和及与]$")
_CLOSING = frozenset(("", *"、，。；！（和及"))
_OPEN = ("等", "的", "对", "为", "全镇", "全乡", "全县")


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that stand side by side: 276户395人, 74.18%、97.64%; spans count in the sentence."""

    figures: tuple[Said, ...]
    left: Span  # the words before them, back to what belongs to the group before
    right: Span  # the words behind them that belong to them


def groups(sentence: str, clause: Span) -> Iterator[Group]:
    """Yield the groups of a clause in order."""
    found = [each.shift(clause.start) for each in said(clause.of(sentence))]
    left = clause.start
    while found:
        held = _side_by_side(sentence, found)
        behind = found[len(held) :]
        before = Span(left, max(left, held[0].begin))  # 占全县的…持平52.6%: said around the figure before it
        if not behind:
            yield Group(tuple(held), before, Span(held[-1].span.end, clause.end))
            return
        if held[0].role == "aside" and sentence[held[0].begin] in "由从":
            left, found = before.start, [replace(behind[0], begin=before.end), *behind[1:]]
            continue  # 时限|从198天压缩至|3天
        gap = Span(held[-1].span.end, behind[0].begin)
        if parted := _parted(sentence, gap, before, held[-1], behind[0]):
            yield Group(tuple(held), before, Span(gap.start, parted[0]))
            left = parted[1]
        found = behind


def _side_by_side(sentence: str, found: Sequence[Said]) -> list[Said]:
    held = [found[0]]
    for other in found[1:]:
        gap = sentence[held[-1].span.end : other.begin]
        if other.role != held[-1].role or other.role == "rank" or not _SIDE_BY_SIDE.fullmatch(gap):
            break
        held.append(other)
    return held


def _parted(sentence: str, gap: Span, left: Span, one: Said, other: Said) -> tuple[int, int] | None:
    """Return where the words of `one` end and those of `other` begin; None when `one` is part of the name of `other`.

    5-10亿元|企业|2家 and 6个|村集体经济收入均达|30万元 are one fact each.
    """
    text = gap.of(sentence)
    if one.role != "value" or not text or text[0] in _SEPARATED:
        return gap.start, gap.start
    if text[0] == "的":
        return gap.end, gap.end
    if not _wants_object(sentence, left):
        verb = first_verb(sentence, without_link(sentence, gap)) if other.role == "value" else None
        return (verb.start, verb.start) if verb else (gap.start, gap.start)
    if other.role != "value":
        return gap.end, gap.start  # what `one` counts is what the share is of
    return _between(sentence, gap, other)


def _between(sentence: str, gap: Span, other: Said) -> tuple[int, int] | None:
    """Part what `one` counts from what leads to `other`: 3个|示范点, 带动就业|500人."""
    if comma := _COMMA.search(sentence, gap.start, gap.end):
        return comma.start(), comma.end()
    linked = without_link(sentence, gap)
    verb = first_verb(sentence, linked)
    if verb:
        return verb.start, verb.start
    if sentence[other.span.end :][:1] in _CLOSING:
        return None
    return linked.end, linked.end


def _wants_object(sentence: str, left: Span) -> bool:
    """Tell whether the words before a figure leave open what it counts: 新增, 对, 孙家等."""
    text = without_head(sentence, left).of(sentence)
    return text in {"", *_SEPARATED} or text.endswith(_OPEN) or ends_with_verb(sentence, left)
