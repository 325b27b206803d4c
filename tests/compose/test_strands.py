"""Strands: what speaks of one matter stands together, in the order of its topic."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from drafter.compose.matters import Matter, matter_of
from drafter.model import Report

Draft = Callable[..., Report]
Text = Callable[[Report], str]

SECURITY = """\
回顾:
- 标题: 甲
  要点:
  - 主题: 社保
    数据:
    - {指标: 城乡居民养老保险参保率, 数值: 98.6%, 上年同期: 97.9%}
    - {指标: 发放低保金, 数值: 512.4万, 单位: 元}
    - {指标: 城乡居民医疗保险参保率, 数值: 97.2%, 上年同期: 96.8%}
    - {指标: 发放高龄津贴, 数值: 63.8万, 单位: 元}
    事项: [建成养老服务中心2个, 为独居老人安装呼叫设备]
"""


@pytest.mark.parametrize(
    ("text", "topic", "matter"),
    [
        ("发放低保金", "社保", Matter("社保", "救助", sure=True)),
        ("城乡居民养老保险参保率", "社保", Matter("社保", "参保", sure=True)),
        ("镇卫生院完成门诊楼改造", "教育", Matter("医疗", "设施", sure=True)),
        ("按时办成", "农业", Matter("农业", "", sure=False)),
    ],
)
def test_words_tell_the_matter(text: str, topic: str, matter: Matter) -> None:
    assert matter_of(text, topic) == matter


@pytest.mark.parametrize("seed", range(4))
def test_figures_and_deeds_of_one_matter_stand_together(draft: Draft, text_of: Text, seed: int) -> None:
    text = text_of(draft(SECURITY, seed=seed)).partition("甲\n")[2].partition("\n")[0]
    assert "低保金512.4万元、高龄津贴63.8万元" in text
    assert "养老保险、医疗保险参保率分别" in text
    assert "98.6%、97.2%" in text
    assert "提高0.7个百分点、0.4个百分点" in text
    assert "建成养老服务中心2个，为独居老人安装呼叫设备" in text


def test_a_rate_stays_with_what_it_is_a_rate_of(draft: Draft, text_of: Text) -> None:
    facts = (
        "[{指标: 排查矛盾纠纷, 数值: 286, 单位: 起}, {指标: 化解率, 数值: 98.3%}, {指标: 信访总量, 数值: 46, 单位: 件}]"
    )
    deeds = "[化解信访积案7件]"
    for seed in range(4):
        point = f"{{主题: 社会治理, 数据: {facts}, 事项: {deeds}}}"
        text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n", seed=seed))
        assert "矛盾纠纷286起，化解率" in text


def test_what_opens_a_point_goes_before_what_it_speaks_of(draft: Draft, text_of: Text) -> None:
    facts = "[{指标: 造林绿化, 数值: 860, 单位: 亩}, {指标: 义务植树, 数值: 2万, 单位: 株}]"
    point = f"{{主题: 生态, 数据: {facts}, 事项: [整治河道岸线, 关停沿河排污口], 表述: [河长制]}}"
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n"))
    assert text.index("整治河道") - text.index("河长制") < 6


def test_nothing_of_the_country_is_said_in_a_street(draft: Draft, text_of: Text) -> None:
    head = "报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 城东街道, 县: 江南区}\n"
    for seed in range(6):
        text = text_of(draft(head + "回顾:\n- 标题: 甲\n  要点: [{主题: 交通, 事项: [打通断头路2条]}]\n", seed=seed))
        assert "农村" not in text


def test_no_effect_is_claimed_where_the_headline_falls(draft: Draft, text_of: Text) -> None:
    headline = "总体指标: [{指标: 规上工业增加值, 数值: 3亿, 单位: 元, 同比: -6%}]\n"
    point = "回顾:\n- 标题: 甲\n  要点: [{主题: 工业, 事项: [召开企业家座谈会]}]\n"
    for seed in range(6):
        text = text_of(draft(headline + point, seed=seed))
        assert "总体平稳" not in text
        assert "稳中有进的良好态势" not in text


def test_what_stood_apart_in_every_report_stays_apart(
    draft: Draft, text_of: Text, shelf: type, common_clause: Callable[..., object]
) -> None:
    clause = "切实抓好早稻管理服务"
    filler = "- 标题: 乙\n  要点:\n  - 正文: " + "很长的一段话" * 60 + "\n"
    outline = (
        "回顾:\n- 主题: 产业\n  要点: [{主题: 农业, 数据: [{指标: 早稻种植面积, 数值: 1.8万, 单位: 亩}]}]\n" + filler
    )
    together, apart = f"{clause}，粮食稳产。", f"{clause}，集镇面貌一新。"
    for paragraphs, said in (((together,), True), ((apart,), False), ((), True)):
        library = shelf(all_clauses=(common_clause(clause),), all_paragraphs=paragraphs)
        assert (clause in text_of(draft(outline, library=library))) is said


def test_a_stub_is_drawn_to_its_neighbour(draft: Draft, text_of: Text) -> None:
    facts = (
        "[{指标: 排查矛盾纠纷, 数值: 286, 单位: 起}, {指标: 化解率, 数值: 98.3%}, {指标: 修建凉亭, 数值: 2, 单位: 座}]"
    )
    for seed in range(4):
        text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{{主题: 社会治理, 数据: {facts}}}]\n", seed=seed))
        line = text.partition("甲\n")[2].partition("\n")[0]
        assert all(len(sentence) > 19 for sentence in line.removesuffix("。").split("。"))


def test_what_came_of_figures_is_told_behind_them(draft: Draft, text_of: Text) -> None:
    point = "{主题: 社会治理, 数据: [{指标: 收集意见, 数值: 426, 单位: 条}], 事项: [办结群众反映事项398件]}"
    for seed in range(6):
        text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n", seed=seed))
        assert text.index("收集意见") < text.index("办结")


def test_nothing_has_come_yet_of_what_has_just_begun(draft: Draft, text_of: Text) -> None:
    point = "{主题: 社保, 事项: [为高龄老人上门理发, 敬老院改造开工]}"
    for seed in range(8):
        text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n", seed=seed))
        assert re.search("开工。", text)


def test_a_closed_farm_is_no_triumph_of_farming(draft: Draft, text_of: Text) -> None:
    facts = "[{指标: 空气质量优良率, 数值: 96%}, {指标: 人工造林, 数值: 1500, 单位: 亩}]"
    for seed in range(8):
        point = f"{{主题: 生态, 数据: {facts}, 事项: [关停退养养殖场2家]}}"
        text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n", seed=seed))
        assert "特色" not in text.partition("甲\n")[2].partition("\n")[0]
