"""Cutting into words, all places of a text at once."""

from __future__ import annotations

from pathlib import Path

import jieba
import pytest

from drafter.text.segmenter import cut
from drafter.text.words import lexicon

SAMPLES = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_report_is_cut_as_jieba_cuts_it(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8", errors="replace")
    assert cut(text, lexicon()) == jieba.lcut(text, HMM=False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("，", ["，"]),
        ("中国人民", ["中国", "人民"]),  # not 中国人|民
        ("完成GDP12亿元", ["完成", "GDP12", "亿元"]),  # letters and figures in a row are one
        ("T恤和A股", ["T恤", "和", "A股"]),  # but for those that begin a word
        ("一\r\n二", ["一", "\r\n", "二"]),
        ("吕泓", ["吕", "泓"]),  # no name is guessed
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert cut(text, lexicon()) == words


def test_a_text_without_marks_is_cut() -> None:
    assert cut("工作报告" * 5000, lexicon()) == ["工作", "报告"] * 5000
