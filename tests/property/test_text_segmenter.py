"""Our own segmenter cuts any text as jieba does."""

from __future__ import annotations

import logging

import jieba
from hypothesis import given
from hypothesis import strategies as st

from drafter.text import segmenter
from drafter.text.words import lexicon

jieba.setLogLevel(logging.CRITICAL)

# Words that overlap, letters that begin words of the dictionary (T恤, AA制), marks inside and outside of runs.
CHARACTERS = "中国人民大学生活动工作报告的了AaBT恤制股超c#+&._%-09 \r\n\t，。“”😀𠀀㐀"


@given(st.text(CHARACTERS) | st.text())
def test_the_words_are_those_of_jieba(text: str) -> None:
    assert segmenter.cut(text, lexicon()) == jieba.lcut(text, HMM=False)
