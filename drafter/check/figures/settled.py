"""Rates held against what is done and what there was: 应参保28500人，已参保27360人，参保率98%; 其中9个，占比49%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import last_place
from drafter.check.figures.figured import WORD, Figured, Told
from drafter.model import Span

WHOLE = 100  # per cent

# words by which what is done is of more than the figure before it counts
CARRIED_OVER = re.compile("连同|结转|遗留|加上|另有|往年|历年|上年|去年|以前|累计")

_IS = "(?:[只仅]?有|均|已|就?达到?|为|约|是|超过?|近)*"
_RATE = re.compile(
    rf"(?P<done>#){WORD}{{0,8}}?[，、（](?P<lead>{WORD}{{0,8}}?)(?P<what>[\u4e00-\u9fff]{{2}})(?P<measure>率|进度|面){_IS}(?P<rate>%)"
)
_SHARE = re.compile(
    rf"(?P<done>#){WORD}{{0,8}}?[，、（](?P<lead>{WORD}{{0,8}}?)(?:占比|(?:占|完成|为)(?P<of>{WORD}{{0,10}}?)(?:的?比例|的?比重|的|(?=%)))"
    rf"{_IS}(?P<rate>%)"
)
_ITS_OWN = re.compile(
    "精简|压[减缩]|[缩减]减|减少|按[时期]|及时|限期|一次|初次|满意|增长|同比|下降|群众|全[县市区省国州]|任务|目标|计划|规范|平均"
)
_DUE = re.compile(
    "应|需|任务|计划|目标|排查|摸排|发现|受理|收到|接到|交办|反馈|共|总|发放|梳理|办理|承办|接报|立案|符合条件|现有|全[镇乡]|抽检|检查"
)
_DONE = re.compile(
    "已|实|完成|整改|化解|办结|调处|销号|办理|答复|接种|建|验收|通过|回收|签约|检|改|治|处|解决|到位|成功|合格|满意|收|就业"
)
_OF_ALL = frozenset(("完成", "办结", "开工", "竣工", "完工", "整改", "化解", "销号", "落实", "实施", "安装", "建成"))
_AMONG = re.compile("其中|中[，已有]")
_INVESTED = frozenset(("投资", "计划投资", "工程量", "贷款"))
_THERE_ARE = re.compile("(?:共有|现有|共|全[镇乡村])$")
_PLAIN = re.compile("^(?:其|总|全部|所有|全[镇乡村])+|(?:总数|总量|总额|总人数|总户数|总面积|数|比)+$")


def find_settled(account: Account) -> Iterator[Fault]:
    """Yield rates of what is done, and shares, that the amounts before them belie."""
    text = account.figured
    for match in _RATE.finditer(text.signs):
        if not _ITS_OWN.search(match["lead"] + match["what"]):
            number = text.number(match.start("done"))
            aged = match["what"] == "龄化"  # 老龄化率 is of all people
            wholes = _all_of(text, number, "") if aged else _to_do(text, number, match["what"])
            yield from _fault(text, match, wholes, "completion", match["what"] + match["measure"])
    for match in _SHARE.finditer(text.signs):
        if not _ITS_OWN.search(match["lead"] + (match["of"] or "")):
            number = text.number(match.start("done"))
            if match["lead"][-2:] not in text.words(number):
                continue  # 能繁母猪1860头，规模养殖占比82%
            wholes = _all_of(text, number, match["of"] or "")
            yield from _fault(text, match, wholes, "share", "占比")


def _fault(text: Figured, match: re.Match[str], wholes: Sequence[Told], kind: str, name: str) -> Iterator[Fault]:
    """Yield a rate that is right for none of the wholes it may be of."""
    done, rate = text.at(match, "done"), text.at(match, "rate")
    value, given = done.value, rate.value
    sizes = [whole.value for whole in wholes]
    if not (value and given and sizes):
        return
    room = last_place(rate.printed) if rate.figure.unit == "%" else Decimal(0)
    for size in sizes:
        if size is None or size.low <= 0 or value.low <= 0:
            return
        if value.over(size).low > WHOLE and not given.widened(room).meets(size.over(value)):
            return  # what is done is of more than this, unless both changed places
        if given.widened(room).meets(value.over(size)):
            return
    expected = value.over(sizes[0] or value)
    message = f"{name}写的是{rate.printed}，按{done.printed}和{wholes[0].printed}计算，应为{told(expected.middle)}%"
    yield Fault(kind, Span(wholes[0].span.start, rate.span.end), message, "请核对这几个数")


def _before(text: Figured, number: int) -> list[int]:
    """Return the figures before one in its sentence, and not beyond a ；, that have its unit; the nearest first."""
    sentence, unit = text.sentence(text.places[number]), text.told[number].unit
    since = text.signs.rfind("；", 0, text.places[number])
    found = [each for each in range(number - 1, sentence.start - 1, -1) if text.told[each].unit == unit]
    return [each for each in found if unit and text.places[each] > since]


def _to_do(text: Figured, number: int, what: str) -> list[Told]:
    """Return what there was to do, where that is said before what is done."""
    before, lead = _before(text, number), text.words(number)
    if not before or number - before[0] > 2 or not _DONE.search(lead) or "其中" in lead:
        return []
    if CARRIED_OVER.search(text.lead(text.places[number], 60)):
        return []
    first, beside = text.words(before[0]), number - before[0] == 1
    anew = what not in first or re.search(f"[应需]{WORD}{{0,3}}{what}|共|总|全[镇乡]", first)
    due = _DUE.search(first) and anew and (any(each in lead for each in what) or re.search("已|实", lead))
    named = all(each in lead for each in what) and (
        re.search("已|实|成功|完成|帮", lead) or (beside and what not in first)
    )
    among = re.search("中(?:已|有|共)", lead) or (what in _OF_ALL and "已" in lead and beside)
    return [text.told[each] for each in before] if due or named or among else []


def _all_of(text: Figured, number: int, of: str) -> list[Told]:
    """Return what a share may be of: what 其中 takes apart, named as the share says, or a sum to invest."""
    before = _before(text, number)
    if not before:
        return []
    named, beside = _PLAIN.sub("", "生产总值" if "GDP" in of else of), number - before[0] == 1
    first = text.words(before[0])
    if named in _INVESTED and beside and named in first:
        return [text.told[before[0]]]
    if beside and not named and (first[-2:] == text.words(number)[-2:] or _THERE_ARE.search(first)):
        return [text.told[before[0]]]
    among = _AMONG.search(text.signs, text.places[before[0]], text.places[number])
    if not among or number - before[0] > 3 or CARRIED_OVER.search(text.lead(text.places[number], 60)):
        return []
    return [text.told[each] for each in before if not named or named in text.words(each)]
