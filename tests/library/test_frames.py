"""Frames: what reports say around their figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.library.frames import mine_frames
from drafter.library.ground import Ground
from drafter.library.store import Store
from drafter.model import Frame

REPORTS = (
    "一、工作回顾\n完成固定资产投资3.2亿元，同比增长8.5%；发放低保资金224万元。",
    "一、工作回顾\n全镇完成财政收入1.5亿元，同比增长6%；在汾口村发放慰问金5万元。",
)


@pytest.fixture
def frames(ground: Callable[..., Ground]) -> dict[tuple[str, str], Frame]:
    """Return the frames of two reports by text and indicator."""
    return {(frame.text, frame.indicator): frame for frame in mine_frames(ground(*REPORTS))}


def test_a_pattern_is_given_with_each_indicator_and_without(frames: dict[tuple[str, str], Frame]) -> None:
    assert frames["完成{指标}{数值:元}", "固定资产投资"].doc_count == 1
    assert frames["完成{指标}{数值:元}", "财政收入"].doc_count == 1
    assert frames["完成{指标}{数值:元}", ""].doc_count == 2


def test_a_share_that_follows_is_joined(frames: dict[tuple[str, str], Frame]) -> None:
    frame = frames["完成{指标}{数值:元}，同比增长{同比:%}", "固定资产投资"]
    assert frame.slots == ("指标", "数值:元", "同比:%")
    assert frame.sources == ("0.txt",)


def test_a_pattern_of_one_report_is_not_settled(ground: Callable[..., Ground]) -> None:
    assert not mine_frames(ground(REPORTS[0], "一、工作回顾\n各项工作扎实推进。"))


def test_no_figure_or_name_survives_in_a_frame(sample_library: Store) -> None:
    for indicator in ("固定资产投资", "财政收入", "面积", "人数", "资金", ""):
        for frame in sample_library.frames(indicator, limit=1000):
            assert not [mark for mark in frame.text if mark.isdigit() or mark in "Xx×“”《》"]


def test_frames_are_found_by_indicator_then_by_its_head_noun(sample_library: Store) -> None:
    assert {frame.indicator for frame in sample_library.frames("固定资产投资")} == {"固定资产投资"}
    by_head = sample_library.frames("晚稻播种面积")
    assert by_head
    assert all(frame.indicator.endswith("面积") for frame in by_head)


def test_a_frame_that_would_repeat_the_indicators_words_is_left_out(sample_library: Store) -> None:
    assert not [frame for frame in sample_library.frames("新增就业人数") if "新增{指标}" in frame.text]
