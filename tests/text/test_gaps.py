"""Gaps are told from the text around them."""

from __future__ import annotations

import pytest

from drafter.model import Span
from drafter.text.gaps import begins_with_gap, cut_at_gaps, gaps, holds_gap


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("完成【待补：投资（亿元）】，", [("完成", False), ("【待补：投资（亿元）】", True), ("，", False)]),
        ("【待更新：旧值 3.2亿元】", [("【待更新：旧值 3.2亿元】", True)]),
        ("工程【1】待补", [("工程【1】待补", False)]),
        ("", []),
    ],
)
def test_a_text_is_cut_at_its_gaps(text: str, parts: list[tuple[str, bool]]) -> None:
    assert list(cut_at_gaps(text)) == parts


def test_where_gaps_stand() -> None:
    text = "完成【待补：投资】，增收【待更新：旧值 3元】。"
    assert list(gaps(text)) == [Span(2, 9), Span(12, 23)]
    assert [span.of(text)[:3] for span in gaps(text)] == ["【待补", "【待更"]
    assert holds_gap(text)
    assert not begins_with_gap(text)
    assert begins_with_gap(text[2:])
