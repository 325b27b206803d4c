"""jieba's dictionary on disk: the same words, frequencies and parts of speech as jieba itself has."""

from __future__ import annotations

import pytest

from drafter.text import words
from drafter.text.dictionary import cut, look_up

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
