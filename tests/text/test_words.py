"""Words and their parts of speech."""

from __future__ import annotations

import subprocess
import sys

import pytest

from drafter.text.words import cut, tag


def test_words_are_the_text_again() -> None:
    text = "完成固定资产投资6.7亿元，同比增长8.5%。R&D经费 增长"
    assert "".join(cut(text)) == text
    assert {"固定资产", "投资", "增长"} <= set(cut(text))


def test_unknown_names_are_not_guessed() -> None:
    assert cut("吕泓") == ["吕", "泓"]


@pytest.mark.parametrize(
    ("word", "part"),
    [("推进", "v"), ("经济", "n"), ("和", "c"), ("江西", "ns"), ("6.7", "m"), ("GDP", "eng"), ("濊水", "x")],
)
def test_part_of_speech_comes_from_the_dictionary(word: str, part: str) -> None:
    assert tag(word) == part


def test_loading_is_silent_and_lazy() -> None:
    code = (
        "import sys; import drafter.text.normalize; assert 'jieba' not in sys.modules;"
        "from drafter.text.words import cut; cut('镇政府')"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
