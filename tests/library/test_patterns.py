"""Patterns: clauses with their facts taken out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.library.patterns import Pattern, fill, joined, patterns
from drafter.library.slots import Word
from drafter.model import Locality
from drafter.text.places import places

Reader = Callable[[str], list[Pattern]]
OWN = Locality("高兴镇", "兴国县", "赣州市", "江西省")


@pytest.fixture(scope="module")
def read(as_words: Callable[[str], list[Word]]) -> Reader:
    """Return a function that finds the patterns of a clause of 高兴镇."""
    return lambda clause: list(patterns(clause, as_words(clause), [place.span for place in places(clause, OWN)]))


@pytest.mark.parametrize(
    ("clause", "pattern", "indicator"),
    [
        ("完成固定资产投资3.2亿元", "完成{指标}{数值:元}", "固定资产投资"),
        ("早稻种植面积达20090亩", "{指标}达{数值:亩}", "早稻种植面积"),
        ("固定资产投资完成3亿元", "{指标}完成{数值:元}", "固定资产投资"),
        ("绿化覆盖率提升至45%", "{指标}提升至{数值:%}", "绿化覆盖率"),
        ("整改率达99%", "{指标}达{数值:%}", "整改率"),
        ("高标准农田建设4977亩", "{指标}{数值:亩}", "高标准农田建设"),
        ("累计发放低保资金224万元", "累计发放{指标}{数值:元}", "低保资金"),
        ("新增养老床位数172张", "新增{指标}{数值:张}", "养老床位数"),
        ("成立5个志愿服务队", "成立{数值:个}{指标}", "志愿服务队"),
        ("完成固定资产投资XX亿元", "完成{指标}{数值:元}", "固定资产投资"),
        ("农业增加值同比增长8.5%", "{指标}同比增长{同比:%}", "农业增加值"),
        ("第三产业增加值增长5%", "{指标}增长{同比:%}", "第三产业增加值"),
        ("同比下降16.5%", "同比下降{同比:%}", ""),
        ("完成全年任务的45%", "完成全年任务的{完成率:%}", ""),
        ("实现全年目标任务数的67.5%", "实现全年目标任务数的{完成率:%}", ""),
        ("占总人口的12%", "占总人口的{占比:%}", ""),
        ("位居全县第3", "位居{排名}", ""),
        ("全镇完成早稻种植面积2.2万余亩", "全镇完成{指标}{数值:亩}", "早稻种植面积"),
        ("2023年发放补贴5万元", "{时期}发放{指标}{数值:元}", "补贴"),
        ("上半年累计检查生产经营单位160家次", "{时期}累计检查{指标}{数值:家次}", "生产经营单位"),
        ("2022年12月底前建成公厕3座", "{时期}前建成{指标}{数值:座}", "公厕"),
        ("在老圩村发放慰问金5万元", "在{地名}发放{指标}{数值:元}", "慰问金"),
        ("改造杭州污水管网3公里", "改造{地名}{指标}{数值:公里}", "污水管网"),
        ("县住建局组织培训3场", "{单位}组织{指标}{数值:场}", "培训"),
        ("投资500万元建成高兴镇蔬菜基地", "投资{数值:元}建成{项目}", ""),
        ("开展“送戏下乡”活动12场", "开展{引语}活动{数值:场}", ""),
        ("印发《高兴镇移风易俗实施方案》500份", "印发{引语}{数值:份}", ""),
        ("出动执法车辆500台次、检查企业2000家次", "出动执法车辆{数值:台次}、检查企业{数值:家次}", ""),
        ("为15名特困老人提供照护服务", "为{数值:名}特困老人提供照护服务", ""),
        ("12345热线受理事项132件", "12345热线受理{指标}{数值:件}", "事项"),
        ("为“一老一小”提供服务300人次", "为“一老一小”提供服务{数值:人次}", ""),
        ("开展党的二十大精神宣讲20场", "开展党的二十大精神宣讲{数值:场}", ""),
        ("一期工程完成投资2亿元", "一期工程完成{指标}{数值:元}", "投资"),
        ("落实三农资金500万元", "落实{指标}{数值:元}", "三农资金"),
        ("发放救助金、护理补贴91万元", "发放救助金、护理补贴{数值:元}", ""),
    ],
)
def test_a_clause_has_its_pattern(read: Reader, clause: str, pattern: str, indicator: str) -> None:
    assert (pattern, indicator) in [(found.text, found.indicator) for found in read(clause)]


@pytest.mark.parametrize(
    "clause",
    [
        "建成第3座桥梁",  # an ordinal
        "扎实推进乡村振兴",  # no fact
        "企业利润为12%",  # the slot would not say what it is a share of
        "投入2800万元",  # says nothing by itself
        "对全镇124名建档立卡学生",  # nor does this
        "今年新建高标准农田建设3000亩",  # one completes 建设
        "桐树坞新建公厕5座",  # a name that fits no slot
        "完成荷塘、交界等7个村体育设施安装",  # names of villages nobody knows
        "2023年全面贯彻党的二十大精神",  # a period is not worth a frame
    ],
)
def test_what_cannot_be_said_of_another_town_has_none(read: Reader, clause: str) -> None:
    assert read(clause) == []


@pytest.mark.parametrize(
    ("clause", "part", "indicator"),
    [
        ("限上批发业销售额3亿元", "批发{指标}{数值:元}", "业销售额"),
        ("各类环保不达标企业3家", "达标{指标}{数值:家}", "企业"),
        ("发放救助金、护理补贴91万元", "{指标}{数值:元}", "护理补贴"),
        ("建成高标准农田建设3000亩", "建成{指标}{数值:亩}", "高标准农田建设"),
        ("收集群众急难愁盼问题30条", "收集群众急难{指标}{数值:条}", "愁盼问题"),
    ],
)
def test_a_word_is_not_taken_apart(read: Reader, clause: str, part: str, indicator: str) -> None:
    assert (part, indicator) not in [(found.text, found.indicator) for found in read(clause)]


@pytest.mark.parametrize(
    ("clause", "head"),
    [
        ("完成固定资产投资3.2亿元", "投资"),
        ("早稻种植面积达20090亩", "面积"),
        ("完成一般公共预算收入3亿元", "收入"),
        ("新增养老床位数172张", "床位数"),
    ],
)
def test_the_head_is_the_last_word(read: Reader, clause: str, head: str) -> None:
    assert read(clause)[0].head == head


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("完成固定资产投资3.2亿元", "同比增长8.5%", "完成{指标}{数值:元}，同比增长{同比:%}"),
        ("发放补贴5万元", "惠及群众460余户", "发放{指标}{数值:元}，惠及群众{数值:户}"),
        ("完成财政收入3亿元", "完成全年任务的45%", "完成{指标}{数值:元}，完成全年任务的{完成率:%}"),
    ],
)
def test_what_follows_is_joined(read: Reader, first: str, second: str, text: str) -> None:
    one, other = read(first)[0], read(second)[0]
    both = joined(one, other)
    assert both
    assert (both.text, both.indicator) == (text, one.indicator)
    assert fill(both.text, both.facts) == f"{first}，{second}"


def test_a_clause_of_its_own_is_not_joined(read: Reader) -> None:
    assert joined(read("完成固定资产投资3.2亿元")[0], read("召开座谈会5次")[0]) is None
    assert joined(read("完成固定资产投资3.2亿元")[0], read("财政收入增长5%")[0]) is None


def test_slots_are_told_in_order(read: Reader) -> None:
    whole = read("在老圩村发放慰问金5万元")[-1]
    assert whole.slots == ("地名", "指标", "数值:元")
    assert whole.facts.split("\t") == ["老圩村", "慰问金", "5万元"]
    assert whole.whole
