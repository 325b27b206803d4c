"""Sentences of deeds: parallel ones together, none running on behind a deed with a comma of its own."""

from __future__ import annotations

import pytest

from drafter.compose.deeds import deed_sentences, deed_words
from drafter.compose.prose import text_of


def told(*deeds: str) -> list[str]:
    """Return the sentences in which deeds are told."""
    return [text_of(sentence) for sentence in deed_sentences(deed_words(deeds, "回顾[0].要点[0]"))]


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 2, 2])])
def test_deeds_are_spread_evenly(count: int, sizes: list[int]) -> None:
    assert [sentence.count("修") for sentence in told(*["修路"] * count)] == sizes


def test_long_deeds_and_those_of_several_sentences_stand_alone() -> None:
    assert len(told("修" * 60, "修" * 60, "修路")) == 2
    assert told("修路", "架桥。通电", "植树") == ["修路。", "架桥。通电。", "植树。"]


def test_a_deed_with_a_comma_ends_a_row_or_stands_with_its_like() -> None:
    assert told("修路", "架桥，方便群众", "植树") == ["修路，架桥，方便群众。", "植树。"]
    assert told("修路，通了车", "架桥，方便群众") == ["修路，通了车；架桥，方便群众。"]


def test_what_was_done_and_what_has_become_of_something_part_when_long() -> None:
    done = ["完成集镇农贸市场提升改造工程和周边停车场的建设", "启动集镇污水管网二期工程前期工作"]
    become = ["中心小学教学综合楼和学生食堂如期建成投入使用", "镇卫生院门诊大楼主体封顶"]
    assert told(*done, *become) == ["，".join(done) + "。", "，".join(become) + "。"]
    assert told("修通村道", "集镇农贸市场开业") == ["修通村道，集镇农贸市场开业。"]
