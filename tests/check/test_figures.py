"""The rule for figures: a must-flag and a must-not-flag example for each check, and what is said of a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.check import (
    averages,
    balances,
    bases,
    bounds,
    calendar,
    changes,
    conflicts,
    conversions,
    counted_names,
    differences,
    extent,
    growing,
    households,
    listings,
    matters,
    multiples,
    outlook,
    portions,
    ranks,
    rates,
    ratios,
    reached,
    settled,
    shares,
    signs,
    spread,
    standings,
    sums,
    told_twice,
    totals,
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
    differences.find_differences: [
        "城镇化率由41.6%提高到45.2%，提高4.6个百分点。",
        "农民人均可支配收入24680元，较上年的22950元增加1370元。",
        "全镇发生火灾5起，上年同期8起，增加3起。",
        "规上工业增加值增长7.8%，高于全县平均水平（6.5%）2.3个百分点。",
    ],
    multiples.find_multiples: [
        "电商交易额由800万元增加到2400万元，增长3倍。",
        "村集体收入从160万元增加到580万元，翻了一番。",
        "越级上访量减少2倍。",
    ],
    averages.find_averages: [
        "为362名残疾人发放补贴43.44万元，人均12000元。",
        "种植优质稻1.2万亩，总产量6600吨，亩产850公斤。",
        "全镇16个村集体经济总收入512万元，村均收入42万元。",
    ],
    spread.find_spread: ["全年清运垃圾7300吨，日均200吨。", "城乡居民养老金发放2160元，惠及老人1.2万人。"],
    conversions.find_conversions: ["流转土地2800亩（约合18.67公顷）。"],
    reached.find_reached: [
        "放款1360万元，超额完成全年任务1500万元。",
        "年初确定的税收目标为4200万元，全年实际入库3980万元，超额完成任务。",
        "引进资金6.2亿元，为任务5.5亿元的112.7%，超额完成0.9亿元。",
    ],
    bounds.find_bounds: [
        "排查安全隐患126处，整改128处。",
        "全镇16个村中，有18个村集体收入突破20万元。",
        "应改厕620户，已改686户。",
        "总投资3200万元的冷链项目完成投资4200万元。",
    ],
    ranks.find_ranks: [
        "在14个乡镇考核中排名第16位。",
        "列全县第3位，较上年的第7位上升5位。",
    ],
    settled.find_settled: [
        "应参保28500人，已参保27360人，参保率98%。",
        "现有党员1180名，其中35岁以下236名，占比25%。",
    ],
    portions.find_portions: [
        "总投资1.2亿元的康养项目开工，其中一期投资5.6亿元。",
        "投资2680万元的小学扩建完工，其中争取补助1500万元、县级配套680万元、社会捐资400万元。",
        "粮食播种面积5194亩，其中水稻3180亩，薯类、玉米等其他作物2214亩。",
    ],
    totals.find_totals: [
        "实施项目32个，已竣工18个，正在建设11个，暂未开工5个。",
        "总人口32600人，男性16800人，女性16800人。",
        "改造公路桥梁6座、危桥3座，共10座。",
    ],
    balances.find_balances: [
        "排查隐患326处，已整改308处，剩余28处。",
        "新增经营主体386户，注销124户，净增272户。",
        "新增规上企业5家，规上企业由12家增加到16家。",
    ],
    growing.find_growing: [
        "新增经营主体246户，经营主体累计达到218户。",
        "上半年完成财政收入3260万元，全年完成财政收入2860万元。",
    ],
    households.find_households: ["现有低保对象412户286人。", "帮扶脱贫户386户7120人。"],
    counted_names.find_counted_names: [
        "新增企业4家，即恒达建材、华阳纺织、瑞丰粮油。",
        "推进产业、人才、文化、生态“五大振兴”。",
        "抓好三件事：一是抓党建，二是抓产业。",
    ],
    calendar.find_dates: [
        "2月30日召开大会。",
        "上半年（1—7月）运行平稳。",
        "三年行动（2021—2025年）圆满收官。",
    ],
    outlook.find_outlook: [
        "税收收入4860万元。\n2024年税收收入力争达到6200万元，增长8%。",
        "投资在去年4.2亿元的基础上增长15%，达到5.3亿元。",
    ],
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
    extent.find_extent: [
        "全镇总面积126平方公里。\n在162平方公里的土地上，森林覆盖率达到72%。",
        "户籍人口3.62万人，常住人口2.9万人。\n3.26万人民共享发展成果。",
    ],
    villages.find_villages: ["全镇辖21个行政村、2个社区。\n全镇20个行政村实现光纤全覆盖。"],
    listings.find_listings: [
        "建成农村公路36公里（县道12公里、乡道9公里、村道18公里）。",
        "三次产业结构比调整为22:42:38。",
        "完成老圩村、石坪村、上坝村、河口村等3个村的规划编制。",
        "一二三产业占比分别为20%、45%、40%。",
    ],
    conflicts.find_conflicts: [
        "2024年主要预期目标是：固定资产投资增长8%左右。\n确保全年固定资产投资增长10%左右。",
        "2024年，我们将新建高标准农田3000亩。\n全年计划新建高标准农田2000亩。",
        "粮食总产量达2.16万吨。\n夏粮秋粮双丰收，粮食总产量2.61万吨。",
        "固定资产投资4.5亿元。\n全年固定资产投资4.5万元。",
    ],
    told_twice.find_told_twice: [
        "选聘保洁员156名。\n健全管护机制，将165名保洁员工资纳入预算。",
        "改造农村户厕465户。\n完成户厕改造456户。",
        "实施重点项目26个。\n全年实施的28个重点项目进展顺利。",
        "全镇有党员1326名。\n组织全镇1362名党员开展集中学习。",
        "向上争取各类项目资金3200万元。\n3200亿元项目资金全部用于道路建设。",
        "建成高标准农田1.5万亩。\n1.5亩高标准农田实现旱涝保收。",
        "新建产业路8.6公里。\n全年修建产业路8.6米。",
        "竹溪大桥投入使用，大桥全长286米。\n盼了二十多年的竹溪大桥（全长268米）通车。",
        "总投资1.8亿元的鑫源冷链物流园开工。\n2024年，推动总投资2.1亿元的鑫源冷链物流园投产。",
        "组建志愿服务队14支280人。\n14支志愿服务队820人活跃在一线。",
        "实施重点项目26个，总投资38.6亿元。\n26个重点项目总投资达36.8亿元。",
        "总投资8600万元的高岭水库除险加固工程完工。\n完成高岭水库除险加固工程，总投资6800万元。",
    ],
    standings.find_standings: [
        "在全县年度综合考核中，我镇位列二类乡镇第二名。\n以全县综合考核二类乡镇第三名的成绩交出答卷。",
        "平安建设考核居全市第5名。\n社会大局稳定，平安建设考核位列全市第6。",
        "连续五年被评为全县信访工作先进乡镇。\n信访形势平稳，连续四年获评全县信访工作先进乡镇。",
    ],
    matters.find_matters: [
        "年初承诺的10件民生实事全部办结。\n十二件民生实事如期兑现。",
        "我们用心办好十件实事。\n全镇9件实事全部落地见效。",
        "年初票决的12项年度民生实事全部兑现。\n全面完成民生实事10项。",
    ],
    bases.find_bases: [
        "税收收入4860万元。\n二、2024年工作打算\n税收收入在2023年4680万元的基础上增长8%。",
        "村集体经济总收入865万元。\n二、2024年工作打算\n村集体经济总收入由856万元增加到1000万元。",
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
    differences.find_differences: [
        "城镇化率由41.6%提高到45.2%，提高3.6个百分点。",
        "农民人均可支配收入由1.62万元增加到2.18万元，年均增加1400元。",
        "规上工业增加值增长7.8%，高于全县平均水平1.3个百分点。",
    ],
    multiples.find_multiples: [
        "电商交易额由800万元增加到2400万元，是2020年的3倍。",
        "村集体收入从120万元增加到476万元，增长近3倍。",
    ],
    averages.find_averages: [
        "实现旅游收入1.8亿元，带动1260户从业，户均增收8600元。",
        "为特困人员96人发放救助金115.2万元，人均每月1000元。",
    ],
    spread.find_spread: ["全年清运垃圾7300吨，日均20吨。", "养老金发放2160万元，惠及老人1.2万人。"],
    conversions.find_conversions: ["流转土地2800亩（约合186.7公顷），新修水渠3.6公里（其中石渠2.1公里）。"],
    reached.find_reached: [
        "放款1560万元，超额完成全年任务1500万元。",
        "造林目标2600亩，截至6月底完成1380亩，超序时进度3.1个百分点。",
        "投资下降33.4%，完成目标任务的116.9%。",
    ],
    bounds.find_bounds: [
        "排查安全隐患126处，整改118处。",
        "受理群众来信96件，办结103件（含上年结转9件）。",
        "计划投资2.6亿元，完成投资2.8亿元。",
    ],
    ranks.find_ranks: ["在14个乡镇考核中排名第6位，由第9位升至第6位，前移3位。"],
    settled.find_settled: [
        "新排查纠纷136起，连同上年结转的11起，共化解145起，化解率98.6%。",
        "受理诉求320件，办结310件，按时办结率100%。",
    ],
    portions.find_portions: [
        "争取资金5200万元，其中总投资1.2亿元的污水厂已获批复。",
        "投资2600万元，其中争取中央资金1200万元、省级配套600万元，不足部分自筹。",
        "18个村集体收入全部突破15万元，其中30万元以上的村6个。",
    ],
    totals.find_totals: [
        "实施项目32个，已竣工18个，正在建设11个，暂未开工3个。",
        "筹建住房730套，续建7484套，累计建成5485套。",
        "新排查纠纷136起，连同上年结转的11起，共化解145起。",
    ],
    balances.find_balances: [
        "排查隐患326处，其中重大隐患6处，已整改308处，其余18处正在整改。",
        "新增规上企业5家，淘汰1家，规上企业由12家增加到16家。",
    ],
    growing.find_growing: [
        "新增就业860人，开展招聘会6场，达成就业意向420人。",
        "上半年生猪存栏1.6万头，全年生猪存栏1.4万头。",
    ],
    households.find_households: ["现有低保对象412户736人。", "走访脱贫户386户、监测对象42人。"],
    counted_names.find_counted_names: [
        "新增规上企业6家，包括恒达建材、华阳纺织等。",
        "推进产业、人才、文化、生态、组织“五大振兴”。",
        "抓好两件事：一是抓党建，二是抓产业。",
    ],
    calendar.find_dates: ["5月31日召开大会。", "三年行动（2021—2023年）圆满收官，前三季度（1—9月）运行平稳。"],
    outlook.find_outlook: [
        "税收收入4860万元。\n2024年税收收入力争达到5250万元，增长8%左右。",
        "投资在去年4.2亿元的基础上增长15%，达到4.83亿元。",
    ],
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
    extent.find_extent: [
        "全镇总面积126.4平方公里。\n在126平方公里的土地上，森林覆盖率达到72%。",
        "户籍人口3.62万人，常住人口2.9万人。\n近3万人民共享发展成果，全镇3.6万干部群众同心同德。",
        "户籍人口3.62万人。\n解决了2.6万群众的饮水问题，组织2.8万干部群众参加植树。",
    ],
    villages.find_villages: ["全镇辖21个行政村、2个社区。\n全镇21个村通上自来水，20个村建成广场，其中2个社区先行。"],
    listings.find_listings: ["三次产业结构比调整为22:42:36。", "完成老圩村、石坪村等5个村的规划编制。"],
    conflicts.find_conflicts: [
        "预期目标是：固定资产投资增长10%左右。\n力争固定资产投资增长10%以上。",
        "年初预期目标为固定资产投资增长10%。\n2024年，固定资产投资增长8%左右。",
        "力争税收收入增长8%，奋斗目标10%。\n预期目标是：税收收入增长8%。",
        "2022年财政总收入3980万元。\n2023年财政总收入4210万元。",
        "全县粮食总产量21.6万吨。\n我镇粮食总产量2.61万吨。",
        "财政总收入4210万元。\n财政总收入突破4200万元。",
    ],
    told_twice.find_told_twice: [
        "选聘保洁员156名。\n为26名保洁员购买保险，评选优秀保洁员15名。",
        "改造户厕465户。\n新建户厕456户。",
        "实施重点项目26个。\n22个重点项目已经竣工，4个重点项目正在推进。",
        "全镇有党员1326名。\n发展党员18名，组织236名党员到红色基地学习。",
        "向上争取项目资金3200万元。\n其中水利项目资金320万元。",
        "建成高标准农田1.5万亩。\n上坝村建成高标准农田1500亩。",
        "新建产业路8.6公里。\n安装产业路护栏860米。",
        "竹溪大桥全长286米。\n柳溪大桥全长268米。",
        "总投资2.4亿元的鑫源冷链物流园开工。\n今年计划投资8600万元的鑫源冷链物流园一期投产。",
        "组建志愿服务队14支280人。\n青年志愿服务队3支60人。",
        "实施重点项目26个，总投资38.6亿元。\n26个重点项目完成投资9.8亿元。",
        "高岭水库除险加固工程总投资8600万元。\n高岭水库除险加固工程完成投资6800万元。",
        "城北污水处理厂一期工程总投资1.35亿元。\n城北污水处理厂二期工程总投资1.53亿元。",
    ],
    standings.find_standings: [
        "综合考核位列全县第五名。\n平安建设考核位列全县第三名。",
        "上半年综合考核居全县第五名。\n全年综合考核居全县第三名。",
        "综合考核居全市第十二名。\n综合考核居全县第二名。",
        "综合考核由上年的第五名上升到第三名。\n综合考核居全县第三名。",
        "连续五年被评为全县信访工作先进乡镇。\n连续四年被评为全县安全生产先进单位。",
        "固定资产投资增速连续五年居全县第一。\n工业投资连续三年居全县第一。",
    ],
    matters.find_matters: [
        "年初承诺的10件民生实事全部办结。\n十件民生实事件件有回音。",
        "办好十件民生实事。\n承办县级民生实事5件。",
        "办好十件民生实事。\n每做一件实事，就得一分民心。2024年，我们将办好8件民生实事。",
        "十件民生实事全部办结。\n二、2024年工作打算\n办好8件民生实事。",
        "十件民生实事中，已完成9件，其中8件实事提前完成。",
        "五年来，办成民生实事50件，今年的十件实事全部兑现。\n2022年九件实事全部完成。",
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
