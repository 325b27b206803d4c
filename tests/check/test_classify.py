"""Verbatim or edited: nine tenths in runs of four and more, figures and places apart."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import Levenshtein

from drafter.check.classify import is_verbatim
from drafter.check.edits import compare

SOURCE = "扎实推进高兴镇污水管网改造工程，铺设主管网12公里，新建检查井240座，惠及老圩村和文溪村群众3000余人。"


@pytest.mark.parametrize(
    ("draft", "verbatim"),
    [
        (SOURCE, True),
        (SOURCE.replace("12", "7.5").replace("240", "96").replace("3000", "1,200"), True),
        (SOURCE.replace("高兴镇", "清溪镇").replace("老圩村", "石岗村").replace("文溪村", "XX村"), True),
        (SOURCE.replace("扎实", "深入"), True),
        (SOURCE.replace("扎实推进", "加快实施").replace("惠及", "造福").replace("主管网", "管道"), False),
        ("完全是另外的话，和原文没有任何关系。", False),
        ("", False),
    ],
)
def test_figures_and_places_do_not_make_an_edit(draft: str, verbatim: bool) -> None:
    changes = compare(draft, SOURCE, Levenshtein.normalized_similarity).changes
    assert is_verbatim(draft, SOURCE, changes) is verbatim


def test_the_order_of_verbatim_clauses_does_not_matter() -> None:
    first, second, third = SOURCE.rstrip("。").split("，")[:3]
    draft = f"{second}，{third}，{first}。"
    assert is_verbatim(draft, SOURCE, compare(draft, SOURCE, Levenshtein.normalized_similarity).changes)
