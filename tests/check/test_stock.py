"""Stock wording: from five localities on boilerplate, from a fifth of fifty a formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from drafter.check.candidates import grams_of
from drafter.check.stock import Stock, find_stock
from drafter.library.postings import Postings
from drafter.model import NormText
from drafter.text.masking import mask

COMMON = "严格执行班前会和收工巡查双清单"
DRAFT = f"我镇{COMMON}，成效不错。"


def towns(count: int, sharing: int) -> dict[str, str]:
    """Return reports of `count` towns, of which `sharing` say the common thing."""
    return {f"{number}号镇": f"第{number}镇的事。{COMMON if number < sharing else ''}。" for number in range(count)}


def stock(index: Postings, taken: bool = False) -> list[Stock]:
    """Return the stock wording of the draft."""
    masked = mask(NormText(DRAFT))
    nothing = np.zeros(len(masked), np.bool_)
    return list(find_stock(grams_of(masked, index), nothing, nothing | taken, index))


@pytest.mark.parametrize(
    ("count", "sharing", "kinds"),
    [
        (6, 4, []),
        (6, 5, ["boilerplate"]),
        (40, 39, ["boilerplate"]),  # of so few localities a fifth says nothing
        (50, 9, ["boilerplate"]),
        (50, 10, ["formula"]),
    ],
)
def test_the_number_of_localities_makes_the_class(
    index: Callable[..., Postings], count: int, sharing: int, kinds: list[str]
) -> None:
    found = stock(index(towns(count, sharing)))
    assert [each.kind for each in found] == kinds
    for each in found:
        assert each.localities == sharing
        assert len(each.regions) == sharing
        assert mask(NormText(DRAFT)).span(each.span.start, each.span.end).of(DRAFT) == COMMON


def test_what_is_taken_by_a_copy_is_left_alone(index: Callable[..., Postings]) -> None:
    assert stock(index(towns(6, 5)), taken=True) == []


def test_many_reports_of_one_office_are_one_locality(index: Callable[..., Postings]) -> None:
    one_office = replace(index(towns(6, 6)), localities=np.zeros(6, np.int32))
    assert stock(one_office) == []
