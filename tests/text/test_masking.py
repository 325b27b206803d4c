"""Masked characters: what is kept, what is one sign, and where each stands."""

from __future__ import annotations

import pytest

from drafter.model import NormText, Span
from drafter.text.masking import gram_hashes, mask


def shown(text: str) -> str:
    """Return the masked characters as a string."""
    return mask(NormText(text)).text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("农业，稳步 发展。\n", "农业稳步发展"),
        ("投资20,090.5亿元", "投资0亿元"),
        ("达5%。2023年", "达00年"),  # two figures stay two
        ("XX镇××村", "0镇0村"),
        ("GDP增长", "gdp增长"),
        ("完成【待更新：投资，旧值3亿元】，建成【待补：住房】。", "完成建成"),
        ("“十四五”——（一）", "十四五一"),
        ("😀𠀀", ""),
        ("", ""),
    ],
)
def test_marks_go_and_figures_become_one_sign(text: str, masked: str) -> None:
    assert shown(text) == masked


def test_a_span_covers_whole_figures() -> None:
    text = NormText("共投资 20,090.5 亿元。")
    masked = mask(text)
    assert masked.span(0, 4).of(text) == "共投资 20,090.5"
    assert masked.span(3, 4) == Span(4, 12)


def test_equal_runs_have_equal_hashes() -> None:
    one, other = mask(NormText("全面推进振兴")).codes, mask(NormText("要全面推进")).codes
    assert gram_hashes(one, 4)[0] == gram_hashes(other, 4)[1]
    assert len(gram_hashes(one, 4)) == 3
    assert len(gram_hashes(one, 7)) == 0
