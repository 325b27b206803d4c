"""Places put in for others, told from words put in for others."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import Levenshtein

from drafter.model import Span
from drafter.text.renames import renamed


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
    codes = Levenshtein.opcodes(source, draft)
    changed = [
        (Span(each.dest_start, each.dest_end), Span(each.src_start, each.src_end))
        for each in codes
        if each.tag == "replace"
    ]
    found = [pair for ours, theirs in changed for pair in renamed(draft, ours, source, theirs)]
    assert [one.of(draft) for one, _ in found] == places
