"""Verbatim or edited: nine tenths in runs of four and more, figures and places apart."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import Levenshtein

from drafter.check.classify import changed_places, is_verbatim
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


@pytest.mark.parametrize(
    ("draft", "source", "places"),
    [
        ("推动江门东西部协调发展", "推动古城东西部协调发展", ["江门"]),
        ("远赴广州、福建、深圳招商6次", "远赴石岗、南昌、新余招商2次", ["广州", "福建", "深圳"]),
        ("投资90万元改造高兴农贸市场", "投资XX万元改造XX农贸市场", ["高兴"]),
        ("惠及文溪村群众", "惠及窑背村群众", ["文溪"]),
        ("加快乡村振兴", "推进乡村振兴", []),
        ("建设美丽庭院", "建设幸福庭院", []),
        ("打造全县样板", "建设全县样板", []),
    ],
)
def test_places_are_told_from_words(draft: str, source: str, places: list[str]) -> None:
    changes = compare(draft, source, Levenshtein.normalized_similarity).changes
    assert [one.of(draft) for change in changes for one, _ in changed_places(change, draft, source)] == places


def test_the_order_of_verbatim_clauses_does_not_matter() -> None:
    first, second, third = SOURCE.rstrip("。").split("，")[:3]
    draft = f"{second}，{third}，{first}。"
    assert is_verbatim(draft, SOURCE, compare(draft, SOURCE, Levenshtein.normalized_similarity).changes)
