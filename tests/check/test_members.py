"""Laws of the enumerations: every right form of every member is quiet, and what is changed is told."""

from __future__ import annotations

import random

import pytest

from drafter.check.formulation.members import find_members
from drafter.text.formulations import Formulation, quotable

COUNTED = [
    each
    for each in quotable()
    if len(each.members) > 2 and each.text and not each.region and not any("、" in form for form in sum(each.forms, ()))
]
per_term = pytest.mark.parametrize("entry", COUNTED, ids=lambda each: each.text)


def faults(term: str, members: list[str]) -> set[str | None]:
    """Return the faults found where the members follow their term, and where they stand before it."""
    listed = "、".join(members)
    texts = f"我们落实{term}（{listed}）。", f"我们落实{listed}{term}。"
    return {each.fault for text in texts for each in find_members(text)} - {None}


@per_term
def test_all_right_forms_are_quiet(entry: Formulation) -> None:
    chance = random.Random(entry.text)
    for _ in range(4):
        assert not faults(entry.text, [chance.choice(several) for several in entry.forms])


@per_term
def test_a_member_left_out_is_told(entry: Formulation) -> None:
    assert "missing_member" in faults(entry.text, [*entry.members[:1], *entry.members[2:]])


@per_term
def test_a_foreign_member_is_told(entry: Formulation) -> None:
    assert "foreign_member" in faults(entry.text, [*entry.members[:1], "别的事情", *entry.members[2:]])


@pytest.mark.parametrize("entry", [each for each in COUNTED if "任意" not in each.notes], ids=lambda each: each.text)
def test_members_in_another_order_are_told(entry: Formulation) -> None:
    first, second, *others = entry.members
    assert "order" in faults(entry.text, [second, first, *others])
