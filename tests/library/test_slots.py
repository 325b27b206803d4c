"""The facts of a clause and the slots that stand for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from drafter.library.slots import Slot, Word, slots
from drafter.model import Locality
from drafter.text.places import places

Reader = Callable[[str], tuple[Slot, ...] | None]
OWN = Locality("高兴镇", "兴国县", "赣州市", "江西省")


@pytest.fixture(scope="module")
def read(as_words: Callable[[str], list[Word]]) -> Reader:
    """Return a function that finds the slots of a clause of 高兴镇."""
    return lambda clause: slots(clause, as_words(clause), [place.span for place in places(clause, OWN)])


def named(clause: str, found: Sequence[Slot] | None) -> list[tuple[str, str]] | None:
    """Return (slot, what stands there) of each slot."""
    return None if found is None else [(slot.name, clause[slot.start : slot.end]) for slot in found]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("完成固定资产投资近3.2亿元", [("数值:元", "近3.2亿元")]),
        ("现场签约3家", [("数值:家", "3家")]),
        ("发放补贴5万元以上", [("数值:元", "5万元以上")]),
        ("完成固定资产投资XX亿元", [("数值:元", "XX亿元")]),
        ("栽种油菜1000—1200亩", [("数值:亩", "1000—1200亩")]),
        ("农业增加值同比增长8.5%", [("同比:%", "8.5%")]),
        ("财政收入同比提高3.2个百分点", [("同比:个百分点", "3.2个百分点")]),
        ("完成全年任务的45%", [("完成率:%", "45%")]),
        ("占总人口的12%", [("占比:%", "12%")]),
        ("绿化覆盖率提升至45%", [("数值:%", "45%")]),
        ("排名全市第2位", [("排名", "全市第2位")]),
        ("上半年检查企业160家次", [("时期", "上半年"), ("数值:家次", "160家次")]),
        ("2023年发放补贴5万元", [("时期", "2023年"), ("数值:元", "5万元")]),
        ("1—6月完成财政收入3亿元", [("时期", "1—6月"), ("数值:元", "3亿元")]),
        ("截至6月底发放补贴5万元", [("时期", "截至6月底"), ("数值:元", "5万元")]),
        ("在老圩村发放慰问金5万元", [("地名", "老圩村"), ("数值:元", "5万元")]),
        ("老圩村、文溪村新建公厕5座", [("地名", "老圩村、文溪村"), ("数值:座", "5座")]),
        ("XX村新建公厕2座", [("地名", "XX村"), ("数值:座", "2座")]),
        ("镇卫生院完成体检200人次", [("单位", "镇卫生院"), ("数值:人次", "200人次")]),
        ("县住建局组织培训3场", [("单位", "县住建局"), ("数值:场", "3场")]),
        ("高兴镇富民种养专业合作社带动农户20户", [("单位", "高兴镇富民种养专业合作社"), ("数值:户", "20户")]),
        ("推进高兴镇污水治理工程征地20亩", [("项目", "高兴镇污水治理工程"), ("数值:亩", "20亩")]),
        ("开展“送戏下乡”活动12场", [("引语", "“送戏下乡”"), ("数值:场", "12场")]),
        ("印发《高兴镇移风易俗实施方案》500份", [("引语", "《高兴镇移风易俗实施方案》"), ("数值:份", "500份")]),
    ],
)
def test_a_fact_has_its_slot(read: Reader, clause: str, expected: list[tuple[str, str]]) -> None:
    assert named(clause, read(clause)) == expected


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("第三产业增加值增长5%", "第三产业"),
        ("开展党的二十大精神宣讲20场", "二十大"),
        ("一期工程完成投资2亿元", "一期"),
        ("落实三农资金500万元", "三农"),
        ("12345热线受理事项132件", "12345"),
        ("接110报警电话30次", "110"),
        ("为“一老一小”提供服务300人次", "“一老一小”"),
        ("完成全年任务45%", "全年任务"),
        ("在县委、县政府领导下新增企业3家", "县委、县政府"),
    ],
)
def test_what_is_no_fact_stays(read: Reader, clause: str, kept: str) -> None:
    found = read(clause)
    at = clause.index(kept)
    assert found
    assert not [slot for slot in found if slot.name and slot.start < at + len(kept) and at < slot.end]


@pytest.mark.parametrize(
    "clause",
    [
        "建成第3座桥梁",  # an ordinal
        "小元头道路改造完成89",  # a number of nothing
        "建成110千瓦变电站的3",  # neither number is all of a fact
        "企业利润为12%",  # a share of what?
        "桐树坞新建公厕5座",  # a place that nobody knows for one
    ],
)
def test_a_fact_that_fits_no_slot_spoils_the_clause(read: Reader, clause: str) -> None:
    assert read(clause) is None


def test_a_clause_without_facts_has_no_slots(read: Reader) -> None:
    assert read("扎实推进乡村振兴") == ()
