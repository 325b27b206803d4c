"""Many words found without an expression."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.alternatives import alternatives
from drafter.text.lookout import Lookout


def test_the_longest_word_at_a_place_is_found() -> None:
    text = "安全生产和生产"
    assert [span.of(text) for span in Lookout(("安全", "安全生产", "生产", "")).find(text)] == ["安全生产", "生产"]
    assert [span.of(text) for span in Lookout(("生产",)).find(text, 3, 6)] == []


@given(st.lists(st.text(alphabet="ab.", max_size=4)), st.text(alphabet="ab.", max_size=20))
def test_it_finds_what_an_expression_finds(words: list[str], text: str) -> None:
    found = [(span.start, span.end) for span in Lookout(words).find(text)]
    assert found == [match.span() for match in re.finditer(alternatives(words), text)]
