"""Parts held against their whole: 其中a、b, a、b共计N."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from drafter.check.figures.account import SLIPPED, Account, Fault, amount, is_rate, same_unit, told
from drafter.check.figures.amounts import Interval, added, ratio
from drafter.check.figures.entries import Entry
from drafter.check.figures.indicators import is_measured

ASK = "请核对各分项和总数"
OTHERS = 3  # times; a total so far off counts other things: 16个村、2个社区，共286个小组
LONGEST_PART = 6  # characters of the bare name of a further part: 严重警告5人

_OTHER_MEASURE = re.compile("总投资|年产值|历年|累计|产值|带动|计划|储备|总产量|税收总额|规模$")
OVERLAPPING = re.compile(
    "女|岁|学历|大专|本科|少数民族|党员(?!.{0,4}[队岗])|残疾|以上|以下|重点|优秀|脱贫|困难|低保|规上"
)
_ALL_PARTS = re.compile(
    "[一二三][产次]|男|女|公办|民办|[省市县]级|国家级|城镇|农村|续建|新建|改建|扩建|国税|地税|税收收入|非税"
)
_INTO_PARTS = re.compile("[，、；：（]?其中")
_ENOUGH = re.compile("[；。）]|，(?:同比|累计|全年|并|占|较|比|共|合计|全[镇乡县])")  # where the parts are over
_DONE = re.compile(
    "已|均|现已|(?:全部)?(?:办结|整改|化解|调处|办理|答复|销号|查处|处置)|结案|审结|侦破"
)  # of the whole, no part
_DOES = re.compile("带动|新增|注销|惠及|受益|发放|完成|投入|实现|吸纳|引进|争取|解决|覆盖|共|同比|比|较|达|占|为")
_PER_HEAD = re.compile("每[^，。；]{1,3}$|[人户亩]均[^，。；]{0,12}$")
_GAIN = re.compile("净增|新增$|增加$")  # what only grew by so much may have larger parts


def find_sums(account: Account) -> Iterator[Fault]:
    """Yield parts that exceed their whole, and sums that do not add up."""
    for _, found in account.by_sentence():
        yield from _parts(found)
        yield from _totals(found)
        yield from _outliers(found)


def _parts(found: Sequence[Entry]) -> Iterator[Fault]:
    """Yield what 其中 takes apart: a part larger than the whole, all parts together larger."""
    for number, whole in enumerate(found):
        total = amount(whole)
        values = [(part, value) for part in _parts_of(whole, found[number + 1 :]) if (value := amount(part))]
        if total is None or not values:
            continue
        most = _together(found[:number], whole, total)
        over = [_part_fault(whole, part, value, total) for part, value in values if value.low > most]
        yield from over
        if not over and len(values) > 1:
            yield from _sum_fault(whole, values, total)


def _together(before: Sequence[Entry], whole: Entry, total: Interval) -> Decimal:
    """Return what a whole comes to at most with those told in one list before it: 建议26件、提案12件，其中A类28件."""
    listed = [value for each in before if same_unit(each, whole) and (value := amount(each))]
    return sum((value.high for value in listed), total.high) if not whole.total else total.high


def _parts_of(whole: Entry, behind: Sequence[Entry]) -> list[Entry]:
    """Return the entries that 其中 makes parts of one."""
    end = whole.span().end - whole.sentence.start
    if not behind or not _INTO_PARTS.match(whole.said, end):
        return []
    if _PER_HEAD.search(whole.before()) or _GAIN.search(whole.stated.indicator):
        return []
    stop = _ENOUGH.search(whole.said, end + 1)
    limit = (stop.start() if stop else len(whole.said)) + whole.sentence.start
    inside = takewhile(
        lambda each: each.span().start < limit and bool(each.stated.value) and same_unit(each, whole), behind
    )
    parts = takewhile(lambda each: each is behind[0] or _alike(each, whole), inside)
    return [part for part in parts if not _is_otherwise_measured(part, whole) and not is_rate(part)]


def _one_list(parts: Sequence[Entry]) -> list[Entry]:
    """Return the parts of one list, which keeps to one mark: 小学教师186名、初中教师140名，骨干教师42名."""
    marks = [re.findall("[，、；：和及与]|其中", part.before())[-1:] == ["，"] for part in parts]
    return [part for number, part in enumerate(parts) if number < 2 or marks[1 : number + 1] == [marks[1]] * number]


def _is_otherwise_measured(part: Entry, whole: Entry) -> bool:
    """Tell whether a part is told in what its whole is not: 总投资 of 项目; but 产值 of 产值."""
    other = _OTHER_MEASURE.search(_own_name(part, whole))
    return other is not None and other[0] not in whole.stated.indicator


def _alike(part: Entry, whole: Entry) -> bool:
    """Tell whether a further part is named after its whole, or after the same measure: 非税|收入 of 财政总|收入."""
    name, of = part.stated.indicator, whole.stated.indicator
    before = re.split("[，、和]", part.before())[-1]
    if _DONE.match(before):
        return False
    if name.startswith(f"{of}（") or (name[-2:] == of[-2:] and is_measured(name)):
        return True
    return len(before) <= LONGEST_PART and not _DOES.match(before) and not is_measured(name)


def _own_name(part: Entry, whole: Entry) -> str:
    """Return the name of a part without that of its whole."""
    return part.stated.indicator.removeprefix(whole.stated.indicator).strip("（）") or part.stated.indicator


def _part_fault(whole: Entry, part: Entry, value: Interval, total: Interval) -> Fault:
    named = f"其中“{_own_name(part, whole)}”{part.printed('value')}"
    if ratio(value, total) >= SLIPPED:
        message = f"{named}，是总数{whole.printed('value')}的{told(ratio(value, total), 0)}倍"
        return Fault("unit", part.span("value"), message, "请核对单位，看“万”“亿”有没有写错")
    message = f"{named}，超过了“{whole.stated.indicator}”的总数{whole.printed('value')}"
    return Fault("part", part.span("value"), message, ASK)


def _sum_fault(whole: Entry, values: Sequence[tuple[Entry, Interval]], total: Interval) -> Iterator[Fault]:
    """Yield parts that together are more than the whole, or less where they are all there are."""
    parts = [part for part, _ in values]
    names = [_own_name(part, whole) for part in parts]
    behind = whole.said[whole.span().end - whole.sentence.start :]
    exhaustive = behind.startswith(("，分别", "，其中分别")) or all(map(_ALL_PARTS.search, names))
    overlapping = not exhaustive and any(_overlaps(name, whole) for name in names)
    summed = added([value for _, value in values])
    listed = added([value for part, value in values if part in _one_list(parts)])
    if (listed.low > total.high and not overlapping) or (exhaustive and not summed.meets(total)):
        yield Fault(
            "sum",
            whole.span("value").union(parts[-1].span("value")),
            f"“{whole.stated.indicator}”总数是{whole.printed('value')}，其中各项相加（{_listed(parts)}）"
            f"是{told(summed.middle)}{whole.stated.unit}",
            ASK,
        )


def _overlaps(name: str, whole: Entry) -> bool:
    """Tell whether a part may share members with others: 女党员, but not 农村党员 of 党员."""
    return any(match.group() not in whole.stated.indicator for match in OVERLAPPING.finditer(name))


def _totals(found: Sequence[Entry]) -> Iterator[Fault]:
    """Yield sums behind their parts that are not what these add up to: a、b、c，共计N."""
    for number, whole in enumerate(found):
        total = amount(whole)
        parts = _run(found[:number], whole) if whole.total and total else []
        known = [value for part in parts if (value := amount(part))]
        if total is None or len(known) < max(2, len(parts)):
            continue
        summed = added(known)
        if not summed.meets(total) and ratio(summed, total) < OTHERS:
            yield Fault(
                "sum",
                parts[0].span("value").union(whole.span("value")),
                f"各项相加（{_listed(parts)}）是{told(summed.middle)}{whole.stated.unit}，"
                f"合计写的是{whole.printed('value')}",
                ASK,
            )


def _run(before: Sequence[Entry], whole: Entry) -> list[Entry]:
    """Return the entries with the unit of a sum that stand unbroken before it, back to the last ；."""
    end = whole.span().start - whole.sentence.start
    begin = whole.said.rfind("；", 0, end) + whole.sentence.start
    backwards = takewhile(
        lambda each: (
            each.span().start >= begin and bool(each.stated.value) and same_unit(each, whole) and not each.total
        ),
        reversed(before),
    )
    run = list(backwards)[::-1]
    inside = whole.said[run[0].span().start - whole.sentence.start : end] if run else ""
    return [] if "其中" in inside else run


def _outliers(found: Sequence[Entry]) -> Iterator[Fault]:
    """Yield what is given in 亿 in a list of amounts in 万, and so is far more than all of them."""
    money = [entry for entry in found if entry.stated.unit == "元" and entry.stated.value and "人均" not in entry.key]
    high = [entry for entry in money if "亿" in entry.stated.value]
    others = [value for entry in money if "万" in entry.stated.value and (value := amount(entry))]
    if len(high) != 1 or len(others) < 2 or len(others) + 1 < len(money):
        return
    if all(high[0].key[-2:] != entry.key[-2:] for entry in money if entry is not high[0]):
        return
    value, most = amount(high[0]), max(others, key=lambda each: each.middle)
    if value and ratio(value, most) >= SLIPPED:
        message = f"“{high[0].stated.indicator}”写的是{high[0].printed('value')}，同一句里的其他数都以万元计，相差悬殊"
        yield Fault("unit", high[0].span("value"), message, "请核对单位，“亿元”可能是“万元”")


def _listed(parts: Sequence[Entry]) -> str:
    return "＋".join(part.printed("value") for part in parts)
