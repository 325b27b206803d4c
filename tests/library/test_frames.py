"""Frames: what reports say around their figures."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from drafter.library.frames import Seen, gather_frames, mine_frames
from drafter.library.ground import Ground
from drafter.library.slots import HOTLINES
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


def test_a_single_clause_with_a_value_is_enough(ground: Callable[..., Ground]) -> None:
    frames = mine_frames(ground(REPORTS[0], "一、工作回顾\n各项工作扎实推进。"))
    assert ("发放{指标}{数值:元}", "低保资金") in {(frame.text, frame.indicator) for frame in frames}
    assert not [frame for frame in frames if "{指标}" in frame.text and not frame.indicator]  # of one indicator only


def test_names_alone_need_a_second_locality() -> None:
    here, there = seen("深入实施{引语}", locality=0), seen("深入实施{引语}", report=1, locality=1)
    assert not gather_frames([here, here._replace(report=1, family=1)], ("甲.txt", "乙.txt"))
    (frame,) = gather_frames([here, there], ("甲.txt", "乙.txt"))
    assert frame.sources == ("甲.txt", "乙.txt")


def test_near_duplicates_count_once() -> None:
    uses = [seen("累计巡河{数值:次}"), seen("累计巡河{数值:次}", report=1, locality=1)]
    (frame,) = gather_frames(uses, ("甲.txt", "乙.txt"))
    assert (frame.doc_count, len(frame.sources)) == (1, 2)


def test_the_widest_spread_come_first_then_texts_take_turns() -> None:
    uses = [
        seen("完成{指标}{数值:亩}", "甲面积"),
        seen("完成{指标}{数值:亩}", "乙面积"),
        seen("安装{指标}{数值:盏}", "路灯"),
        seen("发放{指标}{数值:元}", "补贴"),
        seen("发放{指标}{数值:元}", "补贴", report=1, locality=1),
        seen("{指标}{数值:元}", "罚款"),
    ]
    frames = [(frame.text, frame.indicator) for frame in gather_frames(uses, ("甲.txt", "乙.txt"))]
    assert frames[0] == ("发放{指标}{数值:元}", "补贴")
    assert frames.index(("安装{指标}{数值:盏}", "路灯")) < frames.index(("完成{指标}{数值:亩}", "甲面积"))
    assert frames[-1] == ("{指标}{数值:元}", "罚款")


def seen(text: str, indicator: str = "", *, report: int = 0, locality: int = 0) -> Seen:
    """Return a pattern as seen in a report; all reports are of one family unless changed."""
    build = re.sub(":[^}]+", "", text.replace("{指标}", "甲"))
    family = 0 if indicator or "{数值" in text else report
    return Seen(text, indicator, indicator[-2:], build, bool(indicator), report, family, locality, "数据", "")


def test_no_figure_or_name_survives_in_a_frame(sample_library: Store) -> None:
    for indicator in ("固定资产投资", "财政收入", "面积", "人数", "资金", ""):
        for frame in sample_library.frames(indicator, limit=1000):
            words = re.sub(r"\{[^}]+\}", " ", frame.text)
            assert not [mark for mark in words if mark in "Xx×《》"]
            assert set(re.findall("[0-9]+", words)) <= HOTLINES


def test_frames_are_found_by_indicator_then_by_its_head_noun(sample_library: Store) -> None:
    assert {frame.indicator for frame in sample_library.frames("固定资产投资")} == {"固定资产投资"}
    by_head = sample_library.frames("晚稻播种面积")
    assert by_head
    assert all(frame.indicator.endswith("面积") for frame in by_head)


def test_a_frame_that_would_repeat_the_indicators_words_is_left_out(sample_library: Store) -> None:
    assert not [frame for frame in sample_library.frames("新增就业人数") if "新增{指标}" in frame.text]
