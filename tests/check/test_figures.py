"""The rule for figures: a must-flag and a must-not-flag example for each check, and what is said of a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.check import (
    bases,
    changes,
    conflicts,
    listings,
    pairs,
    rates,
    ratios,
    retold,
    shares,
    signs,
    sums,
    triples,
    villages,
)
from drafter.check.checker import check
from drafter.check.figures import CHECKS
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import Document, Finding

HEAD = "清溪镇{}政府工作报告\n\n一、工作回顾\n{}\n"

FAULTY = {
    signs.find_signs: ["生猪出栏4.2万头，同比下降-3.5%。", "办理时限由5天缩短为7天。", "考评由第12位上升到第15位。"],
    changes.find_changes: [
        "财政总收入4210万元，上年同期为4056万元，同比增长8.3%。",
        "零售总额2.3亿元，上年同期为2.1万元。",
        "农民人均可支配收入17260元，比上年增加1380元，增长12%。",
        "调处纠纷186件，比去年增加26件，去年同期为172件。",
    ],
    rates.find_rates: [
        "固定资产投资完成3.2亿元，占年度目标任务4亿元的75%。",
        "超额完成全年植树造林任务的96%。",
        "城乡居民医保参保率达103.6%。",
        "火点数同比下降120%。",
        "农民人均可支配收入达到1.89亿元。",
    ],
    triples.find_triples: [
        "高标准农田建设任务2000亩，已完成1500亩，完成率85%。",
        "排查安全隐患126处，整改118处，整改率98.6%。",
        "新建农村公路28公里，比上年多建6公里，上年为20公里。",
        "引进资金由1200万元增加到1560万元，增长36%。",
    ],
    pairs.find_pairs: ["排查安全隐患126处，整改128处。", "放款1360万元，超额完成全年任务1500万元。"],
    sums.find_sums: [
        "全镇共有党员1286名，其中女党员1312名。",
        "实施项目15个，其中续建项目6个、新建项目11个。",
        "发放低保金56万元、五保金134万元、高龄补贴42万元，合计发放222万元。",
        "发放地力补贴146万元、稻谷补贴62亿元、农机补贴38万元。",
    ],
    ratios.find_ratios: [
        "60岁以上老人6800人，占总人口4.2万人的25%。",
        "电商销售额达3200万元，是去年1200万元的3.5倍。",
        "税收收入4300万元，增长5.1%，增收320万元。",
    ],
    shares.find_shares: [
        "发展新党员40名，其中致富能手14名，占比45%。",
        "全镇人口3.6万人，其中60岁以上老年人7200人，占总人口的25%。",
        "实现农业总产值8亿元，其中茶叶产值2.4亿元，占农业总产值的四成。",
    ],
    villages.find_villages: ["全镇辖21个行政村、2个社区。\n全镇20个行政村实现光纤全覆盖。"],
    listings.find_listings: [
        "建成农村公路36公里（县道12公里、乡道9公里、村道18公里）。",
        "三次产业结构比调整为22:42:38。",
        "完成老圩村、石坪村、上坝村、河口村等3个村的规划编制。",
        "一二三产业占比分别为20%、45%、40%。",
    ],
    conflicts.find_conflicts: [
        "粮食总产量达2.16万吨。\n夏粮秋粮双丰收，粮食总产量2.61万吨。",
        "固定资产投资4.5亿元。\n全年固定资产投资4.5万元。",
    ],
    retold.find_told_twice: [
        "选聘保洁员156名。\n健全管护机制，将165名保洁员工资纳入预算。",
        "改造农村户厕465户。\n完成户厕改造456户。",
        "实施重点项目26个。\n全年实施的28个重点项目进展顺利。",
        "全镇有党员1326名。\n组织全镇1362名党员开展集中学习。",
        "向上争取各类项目资金3200万元。\n3200亿元项目资金全部用于道路建设。",
        "建成高标准农田1.5万亩。\n1.5亩高标准农田实现旱涝保收。",
        "新建产业路8.6公里。\n全年修建产业路8.6米。",
        "竹溪大桥投入使用，大桥全长286米。\n盼了二十多年的竹溪大桥（全长268米）通车。",
        "总投资8600万元的高岭水库除险加固工程完工。\n完成高岭水库除险加固工程，总投资6800万元。",
    ],
    bases.find_bases: [
        "税收收入4860万元。\n二、2024年工作打算\n税收收入在2023年4680万元的基础上增长8%。",
        "村集体经济总收入865万元。\n二、2024年工作打算\n村集体经济总收入由856万元增加到1000万元。",
        "税收收入4860万元。\n二、2024年工作打算\n税收收入达到6200万元，增长8%。",
    ],
}
CLEAN = {
    signs.find_signs: ["生猪出栏下降3.5%。", "办理时限由7天缩短为5天。", "考评由第15位上升到第12位。"],
    changes.find_changes: [
        "财政总收入4210万元，上年同期为4056万元，同比增长3.8%。",
        "财政总收入4210万元，按可比口径增长8.3%，上年同期为4056万元。",
        "农民人均可支配收入17260元，比上年增加1380元，增长8.7%。",
    ],
    rates.find_rates: ["固定资产投资完成3.2亿元，占年度目标任务4亿元的80%。", "粮食自给率达136%，参保率100%。"],
    triples.find_triples: [
        "高标准农田建设任务2000亩，已完成1500亩，完成率75%。",
        "排查安全隐患126处，整改118处，整改率93.7%。",
        "新建农村公路28公里，比上年多建8公里，上年为20公里。",
    ],
    pairs.find_pairs: ["排查安全隐患126处，整改118处。", "放款1560万元，超额完成全年任务1500万元。"],
    sums.find_sums: [
        "全镇共有党员1286名，其中女党员412名、35岁以下604名、60岁以上420名。",
        "引进项目12个，其中工业项目5个、农业项目4个。",
        "招商签约12个，其中亿元以上项目总投资18亿元。",
    ],
    ratios.find_ratios: [
        "60岁以上老人6800人，占总人口4.2万人的16.2%。",
        "电商销售额达3200万元，是去年1200万元的2.7倍。",
        "税收收入4300万元，增长8%，增收320万元。",
    ],
    shares.find_shares: [
        "全镇人口3.6万人，其中60岁以上老年人7200人，占总人口的20%左右。",
        "实现农业总产值8亿元，其中茶叶产值3.1亿元，近四成，占全县茶叶产值的12%。",
        "受理群众诉求320件，其中住房类120件、交通类86件，办结310件，办结率96.9%。",
    ],
    villages.find_villages: ["全镇辖21个行政村、2个社区。\n全镇21个村通上自来水，20个村建成广场，其中2个社区先行。"],
    listings.find_listings: ["三次产业结构比调整为22:42:36。", "完成老圩村、石坪村等5个村的规划编制。"],
    conflicts.find_conflicts: [
        "2022年财政总收入3980万元。\n2023年财政总收入4210万元。",
        "全县粮食总产量21.6万吨。\n我镇粮食总产量2.61万吨。",
        "财政总收入4210万元。\n财政总收入突破4200万元。",
    ],
    retold.find_told_twice: [
        "选聘保洁员156名。\n为26名保洁员购买保险，评选优秀保洁员15名。",
        "改造户厕465户。\n新建户厕456户。",
        "实施重点项目26个。\n22个重点项目已经竣工，4个重点项目正在推进。",
        "全镇有党员1326名。\n发展党员18名，组织236名党员到红色基地学习。",
        "向上争取项目资金3200万元。\n其中水利项目资金320万元。",
        "建成高标准农田1.5万亩。\n上坝村建成高标准农田1500亩。",
        "新建产业路8.6公里。\n安装产业路护栏860米。",
        "竹溪大桥全长286米。\n柳溪大桥全长268米。",
        "高岭水库除险加固工程总投资8600万元。\n高岭水库除险加固工程完成投资6800万元。",
        "城北污水处理厂一期工程总投资1.35亿元。\n城北污水处理厂二期工程总投资1.53亿元。",
    ],
    bases.find_bases: [
        "税收收入4860万元。\n二、2024年工作打算\n税收收入在2023年4860万元的基础上增长8%。",
        "税收收入4860万元。\n二、2024年工作打算\n税收收入在2022年4460万元的基础上增长18%。",
        "税收收入4860万元。\n二、2024年工作打算\n税收收入达到5250万元，增长8%。",
    ],
}


def document(text: str, folder: Path, period: str = "2023年度") -> Document:
    """Return a review as a draft that has been read from a file."""
    path = folder / f"{period}.txt"
    path.write_text(HEAD.format(period, text), encoding="utf-8")
    [found] = read(path, path.name)
    return found


def figures(text: str, folder: Path, previous: Document | None = None, period: str = "2023年度") -> list[Finding]:
    """Return the findings of the rule on a review."""
    result = check(document(text, folder, period), build_index([]), previous=previous)
    return [finding for finding in result.findings if finding.rule == "figures"]


def test_every_check_has_examples_of_both_kinds() -> None:
    with_own_tests = {"find_earlier"}
    assert {each.__name__ for each in (*FAULTY,)} == {each.__name__ for each in (*CLEAN,)}
    assert {each.__name__ for each in CHECKS} == {each.__name__ for each in (*FAULTY,)} | with_own_tests


@pytest.mark.parametrize("text", [text for texts in FAULTY.values() for text in texts])
def test_a_fault_is_found_once(text: str, tmp_path: Path) -> None:
    [finding] = figures(text, tmp_path)
    assert finding.message
    assert finding.suggestion.startswith(("请", "如"))


@pytest.mark.parametrize("text", [text for texts in CLEAN.values() for text in texts])
def test_what_is_right_is_left_alone(text: str, tmp_path: Path) -> None:
    assert figures(text, tmp_path) == []


def test_a_message_names_both_values_and_both_places(tmp_path: Path) -> None:
    [finding] = figures("粮食总产量达2.16万吨。\n夏粮秋粮双丰收，粮食总产量2.61万吨。", tmp_path)
    assert finding.text == "2.61万吨"
    assert finding.message == "“粮食总产量”前后不一致：这里是2.61万吨，第 3 段是2.16万吨"


def test_a_change_is_computed(tmp_path: Path) -> None:
    [finding] = figures("财政总收入4210万元，上年同期为4056万元，同比增长8.3%。", tmp_path)
    assert finding.message == "同比写的是“增长8.3%”，按4210万元和上年同期4056万元计算，应为增长3.8%"


def test_two_faults_of_a_sentence_have_ids_that_last(tmp_path: Path) -> None:
    text = "参保率达103.6%，火点数同比下降120%。"
    first, second = figures(text, tmp_path)
    assert first.id != second.id
    assert {first.id, second.id} == {each.id for each in figures(f"开头加一句话。\n{text}", tmp_path)}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("财政总收入3100万元。", "财政总收入2980万元。", "累计数只会增加，不会减少"),
        ("规上工业总产值12.4亿元。", "规上工业总产值18.6万元。", "相差约6667倍"),
    ],
)
def test_a_later_report_of_the_year_is_held_against_the_earlier(
    before: str, after: str, words: str, tmp_path: Path
) -> None:
    last = document(before, tmp_path, "2023年上半年")
    [finding] = figures(after, tmp_path, last, "2023年前三季度")
    assert words in finding.message
    assert finding.matches[0].text.endswith(before)
    assert finding.matches[0].source == "2023年上半年.txt"


def test_the_base_of_a_change_is_held_against_the_report_of_the_year_before(tmp_path: Path) -> None:
    last = document("财政总收入4056万元。", tmp_path, "2022年度")
    [finding] = figures("财政总收入4210万元，上年同期为3956万元。", tmp_path, last)
    assert finding.message == "“财政总收入”的上年同期这里是3956万元，2022年报告里是4056万元"
    assert figures("财政总收入4210万元，同比增长3.8%。", tmp_path, last) == []
    [finding] = figures("财政总收入4210万元，同比增长9.8%。", tmp_path, last)
    assert finding.message.endswith("应为增长3.8%")


def test_a_growing_value_and_a_rate_are_left_alone(tmp_path: Path) -> None:
    last = document("财政总收入3100万元。参保率达98.6%。在册党员1286名。", tmp_path, "2023年上半年")
    text = "财政总收入4400万元。参保率达97.4%。在册党员1274名。"
    assert figures(text, tmp_path, last, "2023年前三季度") == []
