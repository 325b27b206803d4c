"""One expression for many words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.alternatives import alternatives


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("安全", "安全生产", "生产"), "安全生产和生产", ["安全生产", "生产"]),
        (("a.b", "a|b"), "aXb a.b a|b", ["a.b", "a|b"]),
        ((), "任何文字", []),
    ],
)
def test_the_longest_word_at_a_place_is_found(words: tuple[str, ...], text: str, found: list[str]) -> None:
    assert re.findall(alternatives(words), text) == found


@given(st.lists(st.text(alphabet="ab.", max_size=4)), st.text(alphabet="ab.", max_size=20))
def test_it_finds_what_a_plain_list_longest_first_does(words: list[str], text: str) -> None:
    longest_first = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    plain = "|".join(map(re.escape, longest_first)) or "(?!)"
    assert re.findall(alternatives(words), text) == re.findall(plain, text)
