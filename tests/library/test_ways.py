"""How an indicator is said: by its own frames, those of its head noun, or any."""

from __future__ import annotations

import pytest

from drafter.library.ways import is_action, suffixes, suits, ways
from drafter.model import Frame, Way


def frame(text: str, indicator: str, head: str, reports: int = 1) -> Frame:
    """Return a frame of which only what is looked up by is set."""
    return Frame(text, (), "数据", "", reports, (), indicator, head)


FRAMES = (
    frame("完成{指标}{数值:亩}", "早稻种植面积", "面积", 3),
    frame("累计完成{指标}{数值:亩}", "早稻种植面积", "面积", 1),
    frame("{指标}达{数值:亩}", "早稻种植面积", "面积", 2),
    frame("{时期}完成{指标}{数值:亩}", "早稻种植面积", "面积", 3),
    frame("{指标}{数值:亩}，同比增长{同比:%}", "早稻种植面积", "面积", 3),
    frame("{指标}达{数值:%}", "森林覆盖率", "覆盖率", 5),
    frame("成立{数值:个}{指标}", "志愿服务队", "志愿服务队", 2),
    frame("建成{指标}{数值:座}", "公厕", "公厕", 9),
    frame("新增{指标}{数值:人}", "就业人数", "人数", 4),
    frame("完成{指标}{数值:亩}", "", "", 3),
)


def test_the_indicators_own_ways_come_most_frequent_first() -> None:
    assert ways(FRAMES, "早稻种植面积") == (Way("完成", "before", "亩", 4), Way("达", "after", "亩", 2))


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("已累计完成", "完成"),
        ("预计累计完成", "完成"),
        ("累计预计完成", "完成"),
        ("新建成", "建成"),
        ("新增", "新增"),
        ("累计新增", "新增"),
        ("累计", "累计"),
    ],
)
def test_a_verb_comes_without_its_adverbs(said: str, verb: str) -> None:
    (way,) = ways([frame(f"{said}{{指标}}{{数值:亩}}", "面积", "面积")], "面积")
    assert way.verb == verb


def test_an_unseen_indicator_is_said_as_its_head_noun() -> None:
    assert ways(FRAMES, "晚稻播种面积")[0] == Way("完成", "before", "亩", 4)
    assert ways(FRAMES, "城市绿化覆盖率") == (Way("达", "after", "%", 5),)


def test_an_indicator_of_no_known_head_is_said_as_any() -> None:
    assert Way("成立", "behind", "个", 2) in ways(FRAMES, "招商小分队")
    assert ways(FRAMES, "招商小分队", "座") == (Way("建成", "before", "座", 9),)


def test_an_action_is_never_built() -> None:
    verbs = {way.verb for way in ways(FRAMES, "高标准农田建设")}
    assert "完成" in verbs
    assert not verbs & {"建成", "成立", "新增"}


def test_no_word_is_said_twice() -> None:
    assert "新增" not in {way.verb for way in ways(FRAMES, "新增就业人数")}


@pytest.mark.parametrize("indicator", ["高标准农田建设", "危房改造", "矛盾纠纷化解", "安全生产培训"])
def test_an_action_is_told(indicator: str) -> None:
    assert is_action(indicator)
    assert not suits("建成{指标}{数值:亩}", indicator)
    assert suits("完成{指标}{数值:亩}，同比增长{同比:%}", indicator)
    assert not suits("新增{指标}{数值:亩}", indicator)


@pytest.mark.parametrize("indicator", ["早稻种植面积", "财政收入", "建设用地", "公厕"])
def test_a_thing_is_no_action(indicator: str) -> None:
    assert not is_action(indicator)


def test_a_head_noun_may_be_any_ending_the_longest_first() -> None:
    assert list(suffixes("播种面积")) == ["播种面积", "种面积", "面积"]
