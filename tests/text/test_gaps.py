"""Gaps are told from the text around them."""

from __future__ import annotations

import pytest

from drafter.text.gaps import cut_at_gaps


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
