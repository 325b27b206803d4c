"""Kinship: what may be told in one breath, and what may not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from drafter.compose.choice import Choice
from drafter.compose.kinship import Kinship
from drafter.compose.stock import Stock
from drafter.model import Report

Draft = Callable[..., Report]
Text = Callable[[Report], str]


@pytest.mark.parametrize(
    ("topic", "one", "other", "kin"),
    [
        ("农业", "高标准农田", "生猪出栏", False),
        ("农业", "高标准农田", "撂荒地复耕", True),
        ("社会治理", "排查矛盾纠纷", "化解率", True),
        ("社会治理", "刑事案件", "信访化解率", False),
        ("民生", "新增学位", "家庭医生签约", False),
        ("工业", "规上工业企业", "工业用电量", False),
    ],
)
def test_what_is_kin(topic: str, one: str, other: str, kin: bool) -> None:
    assert Kinship(topic, Stock(Choice(0))).related(one, other) is kin


@pytest.mark.parametrize(
    ("one", "other", "row"),
    [
        ("改造老旧小区7个。", "加装电梯31台。", True),
        ("完成撂荒地排查。", "生猪出栏2.1万头。", False),
        ("企业诉求当月受理、当月交办。", "新增规上工业企业2家。", False),
        ("受理工单214件，完成目标任务的99%。", "推行领导包案制度。", False),
        ("信访总量为43批次，同比下降17%。", "组织防汛演练4次。", False),
    ],
)
def test_acts_in_a_row(one: str, other: str, row: bool) -> None:
    assert Kinship("城镇建设", Stock(Choice(0))).parallel(one, other) is row


POINTS = {
    "农业": "数据: [{指标: 高标准农田, 数值: 3200, 单位: 亩}, {指标: 生猪出栏, 数值: 2.1万, 单位: 头, 同比: -3.4%},"
    " {指标: 粮食总产量, 数值: 7120, 单位: 吨}]",
    "营商环境": "数据: [{指标: 新增规上工业企业, 数值: 2, 单位: 家}], 事项: [企业诉求当月受理、当月交办]",
    "社保": "数据: [{指标: 医保参保率, 数值: 97.8%, 目标: 98%}, {指标: 养老床位, 数值: 320, 单位: 张}]",
}
APART = {
    "农业": r"农田[^。；]*生猪|生猪[^。；]*农田|产量[^。；]*生猪",
    "营商环境": r"当月交办，新增|新增[^。；]*当月交办",
    "社保": r"参保率[^。；]*床位|床位[^。；]*参保率",
}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("topic", POINTS)
def test_two_matters_are_not_told_in_one_breath(draft: Draft, text_of: Text, topic: str, seed: int) -> None:
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{{主题: {topic}, {POINTS[topic]}}}]\n", seed=seed))
    assert not re.search(APART[topic], text.partition("甲\n")[2])


@pytest.mark.parametrize("seed", range(6))
def test_what_opens_speaks_of_the_whole_sentence(draft: Draft, text_of: Text, seed: int) -> None:
    facts = "[{指标: 农村户厕改造, 数值: 386, 单位: 户}, {指标: 生活垃圾日处理量, 数值: 42, 单位: 吨}]"
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{{主题: 人居环境, 数据: {facts}}}]\n", seed=seed))
    assert not re.search("厕所革命[^。]*垃圾|垃圾收运[^。]*户厕", text)


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_promised_by_what_stands_behind_an_aim(draft: Draft, text_of: Text, seed: int) -> None:
    point = "{主题: 平安, 数据: [{指标: 电信诈骗发案数, 同比: -20%}], 事项: [开展反诈进社区活动, 升级小区监控]}"
    text = text_of(draft(f"打算:\n- 标题: 甲\n  要点: [{point}]\n", seed=seed))
    assert not re.search("(?:力争|确保)[^。]*(?:监控|活动)", text)


def test_an_opening_does_not_say_its_lead_again(draft: Draft, text_of: Text) -> None:
    for seed in range(8):
        point = "{小标题: 完善养老服务, 主题: 社保, 事项: [敬老院改造完工, 为高龄老人上门理发]}"
        text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n", seed=seed))
        assert not re.search("养老服务。[^，。]*养老(?:事业|服务)", text)
