"""Saying figures: the verb that fits, changes and rates computed, contradictions noted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from drafter.compose.choice import Choice
from drafter.compose.facts import figure_of
from drafter.compose.figures import promise, report
from drafter.compose.outline_fields import Fact
from drafter.compose.prose import Gaps, text_of
from drafter.compose.sayings import manner
from drafter.compose.stock import Stock


def fact(text: str) -> Fact:
    """Read a fact written as 指标=…，数值=…."""
    return Fact.model_validate(dict(part.split("=") for part in text.split("，")))


def said(*texts: str, planned: bool = False, seed: int = 0) -> tuple[str, Gaps]:
    """Return what is said of some facts, and what was found missing or contradictory."""
    gaps = Gaps()
    figures = [figure_of(fact(text), f"数据[{i}]", text, gaps, planned=planned) for i, text in enumerate(texts)]
    choice = Choice(seed)
    sentences = promise(figures, choice) if planned else report(figures, Stock(choice))
    return "".join(map(text_of, sentences)), gaps


@pytest.mark.parametrize(
    ("indicator", "kind"),
    [
        ("固定资产投资", "投资"),
        ("一般公共预算收入", "财税"),
        ("农村居民人均可支配收入", "人均"),
        ("规上工业总产值", "产出"),
        ("早稻种植面积", "规模"),
        ("医保参保率", "比率"),
        ("化解率", "比率"),
        ("规上工业增加值增速", "增速"),
        ("发放低保金", "动作"),
        ("新增规上企业", "动作"),
        ("新能源汽车产值", "产出"),
        ("高标准农田建设", "任务"),
        ("人居环境整治", "任务"),
        ("专场招聘会", "举办"),
        ("安全生产大检查", "开展"),
        ("宣传活动", "开展"),
        ("乡贤恳谈会", "会议"),
        ("信访总量", "负面"),
        ("PM2.5平均浓度", "负面"),
        ("“三公”经费", "负面"),
        ("减少碳排放量", "动作"),
        ("化解政府债务", "动作"),
        ("信访办结率", "比率"),
        ("帮扶困境儿童", "动作"),
        ("总投资", "计划投资"),
        ("完成总投资", "动作"),
        ("撂荒地复耕", "任务"),
        ("合作社", "家底"),
        ("矛盾纠纷", "排查"),
        ("服务企业", "动作"),
        ("培训人数", "规模"),
        ("更新雨污管网", "动作"),
        ("监测对象", "家底"),
        ("研发投入强度", "比率"),
        ("集体经济收入10万元以上的村", "达标"),
        ("日均鲜奶", "其他"),
    ],
)
def test_indicators_are_told_apart(indicator: str, kind: str) -> None:
    assert manner(indicator).kind == kind


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "指标=固定资产投资，数值=3.2亿，单位=元",
            ("完成固定资产投资3.2亿元", "固定资产投资完成3.2亿元", "固定资产投资达3.2亿元"),
        ),
        ("指标=高标准农田建设，数值=1.1万，单位=亩", ("完成高标准农田建设1.1万亩", "高标准农田建设完成1.1万亩")),
        (
            "指标=发放低保金，数值=57万，单位=元",
            ("发放低保金57万元", "累计发放低保金57万元", "共发放低保金57万元", "上半年发放低保金57万元"),
        ),
        ("指标=早稻种植面积，数值=超2.2万，单位=亩", ("早稻种植面积超2.2万亩",)),
        ("指标=参会群众，数值=300余，单位=人", ("参会群众达到300余人", "参会群众达300余人")),
        (
            "指标=工业用电量，数值=300以上，单位=度",
            ("工业用电量达300度以上", "工业用电量达到300度以上", "工业用电量为300度以上"),
        ),
        (
            "指标=接待游客，数值=近3万，单位=人次",
            tuple(f"{word}接待游客近3万人次" for word in ("", "累计", "共", "上半年")),
        ),
        ("指标=薯类面积，数值=约3.2万，单位=亩", ("薯类面积约3.2万亩",)),
        ("指标=民宿，数值=3，单位=家", ("共有民宿3家",)),
        ("指标=民宿，数值=36，单位=家", ("民宿达到36家", "民宿达36家")),
        (
            "指标=固定资产投资，数值=3.2，单位=亿元",
            ("完成固定资产投资3.2亿元", "固定资产投资完成3.2亿元", "固定资产投资达3.2亿元"),
        ),
        ("指标=总投资，数值=5.6亿，单位=元", ("总投资5.6亿元", "总投资达5.6亿元")),
        ("指标=生产安全事故，数值=0，单位=起", ("未发生生产安全事故", "生产安全事故“零发生”")),
        ("指标=命案，数值=0", ("未发生命案", "命案“零发生”")),
        ("指标=死亡人数，数值=0，单位=人", ("死亡人数为零",)),
        ("指标=零就业家庭，数值=0，单位=户", ("无零就业家庭",)),
        ("指标=信访积案，数值=0件", ("信访积案“清零”",)),
        (
            "指标=生产安全事故，数值=0，单位=起，同比=-100%",
            ("生产安全事故为零，同比下降100%", "生产安全事故为零，较上年同期下降100%"),
        ),
        ("指标=中心小学综合楼，数值=1，单位=栋", ("新建中心小学综合楼1栋",)),
        ("指标=高标准农田，数值=3000，单位=亩", ("高标准农田达3000亩", "高标准农田达到3000亩")),
        (
            "指标=参保率，数值=98.5%，目标=98%",
            [f"参保率{verb}98.5%，比98%的目标高0.5个百分点" for verb in ("达", "达到")],
        ),
        (
            "指标=参保率，数值=97%，目标=98%",
            [f"参保率{verb}97%，比98%的目标低1个百分点" for verb in ("达", "达到")],
        ),
        ("指标=新增规上企业，数值=0，单位=家", ("新增规上企业0家",)),
        ("指标=失业率，数值=0%", ("失业率为0%",)),
        (
            "指标=工业产值，数值=8亿，单位=元，同比=-4%",
            ("工业产值为8亿元，同比下降4%", "工业产值为8亿元，较上年同期下降4%"),
        ),
        (
            "指标=参保人数，数值=126，单位=人，同比=-12人",
            ("参保人数为126人，同比减少12人", "参保人数为126人，较上年同期减少12人"),
        ),
        ("指标=财政收入增速，同比=+7.2%", ("财政收入增速达7.2%", "财政收入增速为7.2%", "财政收入增速达到7.2%")),
        ("指标=工业增速，同比=下降3%", ("工业增速为-3%",)),
        ("指标=辣椒产业占比，占比=32%", ("辣椒产业占比达32%", "辣椒产业占比为32%", "辣椒产业占比达到32%")),
        ("指标=投资完成率，完成率=52%", ("投资完成率达52%", "投资完成率为52%", "投资完成率达到52%")),
        ("指标=综合考核排名，排名=全县第3", ("综合考核排名全县第3位",)),
        ("指标=工业增速，数值=-3.2，单位=%", ("工业增速为-3.2%",)),
        ("指标=综合考核，排名=全县第3", ("综合考核列全县第3位", "综合考核居全县第3位", "综合考核位列全县第3")),
        ("指标=综合考核，排名=3", ("综合考核列第3位", "综合考核居第3位", "综合考核位列第3")),
        ("指标=规上工业增加值，同比=+7.2%", ("规上工业增加值同比增长7.2%", "规上工业增加值较上年同期增长7.2%")),
    ],
)
def test_a_figure_takes_the_verb_that_fits(seed: int, text: str, ways: Sequence[str]) -> None:
    told, gaps = said(text, seed=seed)
    assert told.removesuffix("。") in ways
    assert not gaps.missing
    assert not gaps.conflicts


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("指标=甲收入，数值=105，单位=万元，上年同期=100", "增长5%"),
        ("指标=甲收入，数值=95，单位=万元，上年同期=100", "下降5%"),
        ("指标=甲收入，数值=100，单位=万元，上年同期=100", "持平"),
        ("指标=甲人数，数值=126，单位=人，同比=+12人", "增加12人"),
        ("指标=甲门诊量，数值=3.6万，单位=人次，同比=+1.2倍", "增长1.2倍"),
        ("指标=甲收入，数值=2.2万，单位=元，上年同期=21000", "增长4.8%"),
        ("指标=参保率，数值=97.8%，上年同期=97.1%", "提高0.7个百分点"),
        ("指标=参保率，数值=97，单位=%，上年同期=98", "下降1个百分点"),
        ("指标=参保率，数值=97%，同比=-1.2个百分点", "下降1.2个百分点"),
        ("指标=甲收入，数值=3.2亿，单位=元，目标=6亿", "占目标任务6亿元的53.3%"),
        ("指标=甲种植面积，数值=2.1万，单位=亩，目标=2万", "完成目标任务2万亩的105%"),
    ],
)
def test_changes_and_rates_are_computed(text: str, tail: str) -> None:
    told, gaps = said(text)
    assert told.endswith(f"{tail}。")
    assert not gaps.conflicts


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("指标=甲收入，数值=3.2亿，单位=元，上年同期=3.05亿，同比=8%", "应为增长4.9%"),
        ("指标=甲收入，数值=3.2亿，单位=元，目标=6亿，完成率=60%", "应为53.3%"),
        ("指标=参保率，数值=97%，同比=+1.2%", "百分点"),
        ("指标=甲收入，数值=3.2亿，单位=元，上年同期=3.1", "核对单位"),
        ("指标=甲，数值=3个，单位=家", "单位"),
        ("指标=原油产量，数值=21.6万，单位=吨，同比=-1.1个百分点", "%"),
    ],
)
def test_contradictions_are_reported_and_what_is_typed_stands(text: str, word: str) -> None:
    told, gaps = said(text)
    assert [word in gap.message for gap in gaps.conflicts] == [True]
    if "同比=8%" in text:
        assert "增长8%" in told


@pytest.mark.parametrize(
    "text",
    [
        "指标=甲收入，数值=3.2亿，单位=元，上年同期=3.05亿，同比=+4.9%",
        "指标=甲收入，数值=3.2亿，单位=元，上年同期=3.1亿，同比=+4.5%",  # 3.25 against 3.11 rounds to the same two
        "指标=甲收入，数值=3.26亿，单位=元，目标=6亿，完成率=54.3%",
        "指标=甲，数值=约300，单位=人，上年同期=280，同比=+6%",
    ],
)
def test_rounding_is_no_contradiction(text: str) -> None:
    assert not said(text)[1].conflicts


def test_an_open_value_is_a_visible_slot() -> None:
    told, gaps = said("指标=固定资产投资，数值=，单位=亿元")
    assert "【待补：固定资产投资（亿元）】" in told
    assert len(gaps.missing) == 1


def test_several_figures_share_a_sentence_and_never_a_pattern_running() -> None:
    texts = [f"指标={name}收入，数值={n}，单位=万元，同比=+{n}%" for n, name in enumerate("甲乙丙丁戊己", 2)]
    for seed in range(5):
        told, _ = said(*texts, seed=seed)
        clauses = told.replace("。", "；").rstrip("；").split("；")
        verbs = ["实现" if c.startswith("实现") else "达到" if "达到" in c else "达" for c in clauses]
        since = ["较" if "较上年" in c else "同比" for c in clauses]
        assert told.count("。") == 2
        assert all(a != b for pairs in (verbs, since) for a, b in pairwise(pairs))


def test_accumulation_opens_a_sentence_only() -> None:
    texts = [f"指标=清理{name}，数值={n}，单位=处" for n, name in enumerate("甲乙丙丁", 2)]
    for seed in range(8):
        told, _ = said(*texts, seed=seed)
        assert "累计" not in told[2:]
        assert "共" not in told[1:]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("指标=固定资产投资，目标=6亿，单位=元", "完成固定资产投资6亿元。"),
        ("指标=新增规上企业，数值=3，单位=家", "新增规上企业3家。"),
        ("指标=参保率，目标=98%", "参保率达到98%。"),
        ("指标=规上工业增加值，同比=5%左右", "规上工业增加值增长5%左右。"),
        ("指标=早稻种植面积，数值=2万，目标=2.1万，单位=亩", "早稻种植面积由2万亩增加到2.1万亩。"),
        ("指标=信访积案，数值=5，目标=0，单位=件", "信访积案在5件的基础上清零。"),
        (
            "指标=固定资产投资，数值=3亿，目标=，单位=元",
            "固定资产投资在3亿元的基础上达到【待补：固定资产投资目标（元）】。",
        ),
        ("指标=刑事案件，目标=20，单位=起", "刑事案件控制在20起以内。"),
        ("指标=刑事案件，目标=20以内，单位=起", "刑事案件控制在20起以内。"),
        ("指标=工业增速，目标=6%", "工业增速达到6%。"),
        ("指标=贫困户收入，同比=+2000元", "贫困户收入增加2000元。"),
        ("指标=早稻种植面积，目标=，单位=亩", "早稻种植面积达到【待补：早稻种植面积（亩）】。"),
    ],
)
def test_a_plan_sets_targets(text: str, aim: str) -> None:
    told, _ = said(text, planned=True)
    assert told in {f"力争{aim}", f"确保{aim}"}


@pytest.mark.parametrize(
    ("text", "slot", "missing"),
    [
        ("指标=税收，数值=，目标=5000万，单位=元", "【待补：税收（元，目标5000万元）】", "没有填"),
        ("指标=税收，数值=3000万，目标=，单位=元", "3000万元，目标为【待补：税收目标（元）】", "没有填目标"),
    ],
)
def test_a_target_does_not_vanish_with_what_is_open(text: str, slot: str, missing: str) -> None:
    told, gaps = said(text)
    assert slot in told
    assert [gap.message for gap in gaps.missing] == [missing]


def test_a_plan_lets_nothing_happen() -> None:
    told, _ = said("指标=生产安全事故，目标=0，单位=起", planned=True)
    assert told[2:] in {"不发生生产安全事故。", "实现生产安全事故“零发生”。"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("指标=造林面积，数值=-30，单位=亩", "数值写的是“-30”，不应是负数"),
        ("指标=医保参保率，数值=120，单位=%", "数值写的是“120”，超过了100%"),
        ("指标=矛盾化解率，数值=101%", "数值写的是“101%”，超过了100%"),
        ("指标=工业产值，数值=3亿，单位=元，占比=110%", "占比写的是“110%”，超过了100%"),
        ("指标=工业产值，数值=3亿，单位=元，完成率=10200%", "完成率写的是“10200%”，大得不像真的，请核对小数点"),
    ],
)
def test_what_cannot_be_is_told(text: str, told: str) -> None:
    assert told in [gap.message for gap in said(text)[1].conflicts]


@pytest.mark.parametrize(
    "text",
    [
        "指标=规上工业增加值增速，数值=-3.2%",
        "指标=粮食产量增产，数值=-30，单位=吨",
        "指标=工业产值增长率，数值=120%",
        "指标=招商任务，数值=3，单位=个，完成率=150%",
    ],
)
def test_what_can_be_is_not(text: str) -> None:
    assert not said(text)[1].conflicts


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("指标=早稻种植面积，数值=2.2万", True),
        ("指标=早稻种植面积，数值=2.2万亩", False),
        ("指标=早稻种植面积，数值=2.2万，单位=亩", False),
        ("指标=平安建设考核得分，数值=98.5", False),
        ("指标=化解率，数值=98%", False),
    ],
)
def test_a_figure_without_a_unit_is_told(text: str, *, lacks: bool) -> None:
    assert ("没有写单位" in [gap.message for gap in said(text)[1].missing]) == lacks
