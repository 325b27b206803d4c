"""jieba's dictionary on disk: the same words, frequencies and parts of speech as jieba itself has."""

from __future__ import annotations

import pytest

from drafter.text import words
from drafter.text.dictionary import USED, cut, look_up, often_used

TEXTS = [
    "完成集镇改造，扩大全镇规模。",
    "上半年，全镇实现财政总收入1860万元，同比增长6.2%。",
    "在老圩村、文溪村建成油茶基地两处，PM2.5浓度下降。",
    "",
    "\n  各位代表：",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_cut_whole(text: str) -> None:
    assert "".join(cut(text)) == text


@pytest.mark.parametrize("text", TEXTS[:1])
def test_han_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert cut(text) == words.cut(text)


def test_words_are_looked_up() -> None:
    assert look_up("包头市") == (45, "ns")
    assert look_up("一") is not None
    assert look_up("青岚镇") is None


def test_short_words_that_are_often_used_are_those_of_the_dictionary() -> None:
    assert "治" in often_used()["整"]
    for first, seconds in list(often_used().items())[::50]:
        assert all((look_up(first + second) or (0,))[0] >= USED for second in seconds)
