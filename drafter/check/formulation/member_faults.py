"""What is wrong with the members of a series as they are enumerated, and whether the series is meant at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from drafter.check.formulation.enumerations import FEW, FRAMED, LEAST, Enumeration
from drafter.check.formulation.listed import Item

Fault = Literal["missing_member", "foreign_member", "repeated_member", "order"]

_AND = str.maketrans("与及同", "和和和")
LEAST_OF_PART = 12  # characters of the right members that prove a series of which one was left out, perhaps on purpose


def fault_of(found: Enumeration) -> Fault | None:
    """Return what is wrong with members, None when nothing is."""
    count, known = len(found.series.members), [member for member in found.members if member >= 0]
    distinct, in_order = len(set(known)), known == sorted(known) or found.series.any_order
    if -1 in found.members:
        return _foreign(found) if in_order and distinct == len(known) else None
    if distinct < len(known):
        return "repeated_member" if distinct >= count - 1 and len(known) == count > FEW else None
    if in_order and distinct >= count - 1 and (_is_crossed(found) or _is_distorted(found)):
        return "order" if _is_crossed(found) else "foreign_member"
    if distinct == count or (found.series.may_be_cut and distinct > FEW - 1):
        return _gap(found) if in_order else "order"
    if not in_order and 2 * distinct > count and (found.is_named if distinct > FEW else found.is_beside):
        return "order"
    return "missing_member" if in_order and _misses_one(found) else None


def _gap(found: Enumeration) -> Fault | None:
    """Return whether a member is missing between two others."""
    return "missing_member" if max(found.members) - min(found.members) >= len(found.members) else None


def _misses_one(found: Enumeration) -> bool:
    """Tell whether a member was left out, and not the rest by an 等."""
    count = len(found.series.members)
    if len(found.members) < count - 1 or found.is_open or found.series.may_be_cut:
        return False
    if count > FEW + 1 and not found.series.any_order:
        return True
    inner = {0, count - 1} <= {*found.members} and not found.series.any_order
    return found.is_beside if count == FEW else found.is_named or inner


def _foreign(found: Enumeration) -> Fault | None:
    """Return whether a foreign item stands for a member, or is one too many."""
    members, count = found.members, len(found.series.members)
    foreign, distinct = members.count(-1), len({*members} - {-1})
    if distinct == count and foreign == 1:
        return "foreign_member" if found.is_named or _is_put_in(found) else None
    if len(members) != count or distinct != count - foreign or foreign > (2 if count > FEW else 1):
        return None
    begin, end = found.series.frame
    alike = all(_is_like(*each) for each in zip(found.written, found.series.members, strict=True))
    framed = len(begin + end) >= FRAMED and all(begin in each and end in each for each in found.written)
    return "foreign_member" if alike or framed or (foreign == 1 and (count > FEW or found.is_named)) else None


def _is_put_in(found: Enumeration) -> bool:
    """Tell whether the item too many stands between four members and more in their order: 大局、责任、核心意识."""
    return (
        len(found.series.members) > FEW
        and not found.series.any_order
        and -1 in found.members[1:-1]
        and all(found.text[item.span.start - 1] in "、“" for item in found.items[1:])
    )


def is_sure(found: Enumeration, fault: Fault) -> bool:
    """Tell whether it is certain that the series is meant: by its name, or by what stands there."""
    series = found.series
    if found.is_named:
        return True
    if series.is_short or (series.any_order and found.proof < LEAST_OF_PART):
        return False
    return found.proof >= (LEAST_OF_PART if fault == "missing_member" else LEAST if series.terms else 0)


def _is_crossed(found: Enumeration) -> bool:
    """Tell whether two members have changed parts: 最严格的标准、最严谨的监管."""
    return any(
        sorted(one + other) == sorted(first.form + second.form)
        for (first, one), (second, other) in combinations(_inexact(found), 2)
    )


def _is_distorted(found: Enumeration) -> bool:
    """Tell whether one member has a few other characters, more than another 和, and all others are right."""
    said = _inexact(found)
    if len(said) != 1 or len(found.items) < FEW:
        return False
    ((item, written),) = said
    return (
        len(written) == len(item.form) and "等" not in written and written.translate(_AND) != item.form.translate(_AND)
    )


def _inexact(found: Enumeration) -> Sequence[tuple[Item, str]]:
    """Return the members that are not said as they are, with their words."""
    return [(item, words) for item, words in zip(found.items, found.written, strict=True) if item.form]


def _is_like(written: str, member: str) -> bool:
    """Tell whether an item is made like a member: as long, and half of its characters in it."""
    return len(written) == len(member) and 2 * len(set(written) & set(member)) >= len(set(member))


def words_of(fault: Fault, found: Enumeration) -> str:
    """Return the members that a fault is about."""
    members = found.members
    if fault == "missing_member":
        return "、".join(each for number, each in enumerate(found.series.members) if number not in members)
    if fault == "foreign_member":
        wrong = (item.member < 0 or not item.is_exact for item in found.items)
        return next(written for written, is_wrong in zip(found.written, wrong, strict=True) if is_wrong)
    if fault == "repeated_member":
        return found.series.members[next(member for member in members if members.count(member) > 1)]
    return ""
