"""Where lines broken in mid-sentence are joined, and where not."""

from __future__ import annotations

import pytest

from drafter.text.normalize import normalize

JOINED = [
    "坚持把巩固拓展脱贫攻坚成果作为首\n要任务来抓。",
    "2023年前三季度政府工作报告及\n四季度工作计划",
    "（二）强化示范引领，奋力打造更具特色的\n示范高兴",
    "不足主要是：项目推进仍需加强；新动能成长不快；\n城乡融合仍有差距。",
    "企业找技术。成果找市场“双向\n揭榜挂帅”的简称，其中",
    "取得明显成效。PM\n2.5\n年平均浓度下降，空气优良",
    "实现“零新增”\n，完成整改。",
    "产业不断做强。下一步要把握机遇，推动经济发\n展提速。全力招商引资。",
    "产业不断做强。挖掘更多\n优质企业上规入库。",
    "向全镇人民，向离退休老同志，向\n各位代表，向各驻镇单位，表示感谢。",
    "全面落实上级部署，在市委、市政府\n的领导下，攻坚克难。",
]
APART = [
    "政府工作报告\n——2023年8月25日在某某镇第五次会议上\n某某镇人民政府镇长张三\n各位代表：\n现在，我向大会报告工作。",
    "上半年工作回顾\n2023年上半年，镇政府砥砺奋进。",
    "以改进作风、提高效能为目标，政府自身建设全面加强\n认真学习贯彻党的二十大精神。",
    "一、抓保护、盯长效，生态本底更加厚实\n环境治理有效推进。实施统防统治。",
    "新建农贸市场一个；\n改造道路五条；\n完成路灯安装。",
    "主要做了以下工作，\n一是抓产业。",
    "确保“一泓清水永续北上”。加强治理\n深化污染防治攻坚。加强重点行业监管。",
    "全面放开，区属学校运动场馆向居民开放\n区政府设立专项资金，鼓励和支持全民健身",
    "新建公厕3座；改造公厕2座\n已完成\n建成公园一个。面积3000亩\n3000",
    "他说：“深受触动，要把所学用于工作。”\n公共事业管理专业党员某某说，收获很大。",
    "（稍后，某某同志还将作专项报告。）\n各位代表，让我们同心同德，努力奋斗！",
    "牵头单位：区教育局。\n7.2018年春季学期发放津贴。",
]


@pytest.mark.parametrize("text", JOINED)
def test_a_broken_line_is_joined(text: str) -> None:
    assert normalize(text)[0] == text.replace("\n", "")


@pytest.mark.parametrize("text", APART)
def test_headings_and_whole_paragraphs_stay_apart(text: str) -> None:
    assert normalize(text)[0] == text


def test_a_text_wrapped_at_the_page_edge_becomes_paragraphs() -> None:
    sentence = "坚持稳中求进工作总基调，团结带领全镇干部群众埋头苦干、奋勇向前，年初确定的各项任务有力推进"
    paragraph = f"{sentence}，{sentence}，{sentence}"
    wrapped = "\n".join(paragraph[at : at + 28] for at in range(0, len(paragraph), 28))
    assert normalize(f"{wrapped}。\n{wrapped}。")[0] == f"{paragraph}。\n{paragraph}。"


def test_a_heading_as_wide_as_the_page_is_not_joined_to_its_text() -> None:
    text = "团结带领全镇干部群众埋头苦干、奋勇向前，年初确定的各项任务有力推进，经济社会发展稳中向好、进中提质。"
    wrapped = [text[at : at + 24] for at in range(0, len(text), 24)]
    full, short = "（一）聚焦项目建设，持续扩大有效投资，夯实发展后劲", "（二）聚焦乡村振兴，促进城乡融合"
    long = "（三）聚焦民生福祉，持续完善公共服务体系，努力让群众\n生活更有品质"
    raw = "\n".join([full, *wrapped, short, *wrapped, long, *wrapped, *wrapped])
    lines = normalize(raw)[0].split("\n")
    assert [line for line in lines if line.startswith("（")] == [full, short, long.replace("\n", "")]
