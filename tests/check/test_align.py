"""Candidates and alignment: where a copy begins and ends, in any order of its clauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from drafter.check.align import bigrams_of, pair_of
from drafter.check.candidates import grams_of, regions, seeds_of
from drafter.library.postings import Postings
from drafter.model import NormText
from drafter.text.masking import mask

BEFORE = "老街立面整治动工，五条背街小巷铺了沥青。镇卫生院新楼封顶，预计年底搬迁。"
PASSAGE = "桥头片区污水管网改造全面收官，沿河步道同步建成开放，群众散步有了好去处，综合养老中心投入运营。"
AFTER = "食用菌基地扩到三百亩，带动八十户增收。茶旅小镇迎来首批游客，农家乐生意红火。"
ELSEWHERE = "组织乡贤恳谈会两场，赴广东对接客商五次，实地考察纺织服装企业，签约项目三个，到位资金过亿。"
EDITED = PASSAGE.replace("全面收官", "基本完工").replace("好去处", "新地方")
REORDERED = "，".join(PASSAGE.rstrip("。").split("，")[2:] + PASSAGE.rstrip("。").split("，")[:2]) + "。"


@dataclass(frozen=True, slots=True)
class Found:
    """The words of an aligned region on both sides."""

    draft: str
    source: str


@pytest.fixture
def align(index: Callable[..., Postings]) -> Callable[[str, str], list[Found]]:
    """Return a function (draft, source) that finds the regions they share."""

    def find(draft: str, source: str) -> list[Found]:
        ours, theirs = mask(NormText(draft)), mask(NormText(source))
        reports = index({"甲": source})
        pair = pair_of(bigrams_of(ours, np.zeros(len(ours), np.bool_)), theirs)
        aligned = [pair.align(region) for region in regions(seeds_of(grams_of(ours, reports), reports))]
        return [
            Found(
                ours.span(each.draft.start, each.draft.end).of(draft),
                theirs.span(each.source.start, each.source.end).of(source),
            )
            for each in aligned
            if each
        ]

    return find


def test_a_verbatim_copy_ends_where_it_ends(align: Callable[[str, str], list[Found]]) -> None:
    [found] = align(BEFORE + PASSAGE + AFTER, ELSEWHERE + PASSAGE + ELSEWHERE[::-1])
    assert found.draft == found.source == PASSAGE.rstrip("。")


@pytest.mark.parametrize("copy", [EDITED, REORDERED])
def test_an_edited_copy_is_one_region(align: Callable[[str, str], list[Found]], copy: str) -> None:
    [found] = align(BEFORE + copy + AFTER, ELSEWHERE + PASSAGE + ELSEWHERE[::-1])
    assert found.draft == copy.rstrip("。")
    assert found.source == PASSAGE.rstrip("。")


def test_copies_from_two_places_are_two_regions(align: Callable[[str, str], list[Found]]) -> None:
    found = align(PASSAGE + BEFORE + AFTER + ELSEWHERE, ELSEWHERE + BEFORE[::-1] + AFTER[::-1] + PASSAGE)
    assert {each.draft for each in found} == {PASSAGE.rstrip("。"), ELSEWHERE.rstrip("。")}


def test_what_shares_nothing_has_no_region(align: Callable[[str, str], list[Found]]) -> None:
    assert align(BEFORE + AFTER, PASSAGE + ELSEWHERE) == []


def test_what_a_source_says_twice_is_copied_from_one_place(align: Callable[[str, str], list[Found]]) -> None:
    again = PASSAGE.replace("全面收官", "继续推进")
    [found] = align(BEFORE + PASSAGE + AFTER, ELSEWHERE + again + "茶园新增三百亩。" + PASSAGE + ELSEWHERE[::-1])
    assert found.draft == found.source == PASSAGE.rstrip("。")
