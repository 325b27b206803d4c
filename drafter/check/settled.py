"""What is done held against what there is to do: 应参保28500人，已参保27360人，参保率98%; 办结 more than was 受理."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.account import Account, Fault, told
from drafter.check.amounts import last_place
from drafter.check.figured import WORD, Figured, Told
from drafter.model import Span

WHOLE = 100  # per cent

_RATE = re.compile(
    rf"(?P<done>#){WORD}{{0,8}}?[，、（](?P<lead>{WORD}{{0,8}}?)(?:(?P<what>[\u4e00-\u9fff]{{2}})率|(?P<share>占比|占(?P<of>{WORD}{{0,10}}?)(?:的?比例|的?比重|的|(?=%))))"
    rf"(?:[只仅]?有|均|已|就?达到?|为|约|是|超过?|近)*(?P<rate>%)"
)
_ITS_OWN = re.compile("按[时期]|及时|限期|一次|初次|满意|增长|同比|下降|群众|全[县市区省国州]|任务|目标|计划|规范|平均")
_DUE = re.compile(
    "应|需|任务|计划|目标|排查|摸排|发现|受理|收到|接到|交办|反馈|共|总|发放|梳理|办理|承办|接报|立案|符合条件|现有|全[镇乡]"
)
_MORE_BEFORE = re.compile("连同|结转|遗留|加上|另有|往年|历年|上年|去年|以前|累计")
_IN = re.compile("其中|中[，已有]")
_AMONG = re.compile(f"(?P<all>#){WORD}{{0,8}}中(?:，(?:已经?|共|现)?有?|(?:已经?|共|现)有?|有)(?P<some>#)")
_PLAIN = re.compile("^(?:其|总|全部|所有|全[镇乡村])+|(?:总数|总量|总额|总人数|总户数|总面积|数|比)+$")
_DONE = re.compile(
    "已|实|完成|整改|化解|办结|调处|销号|办理|答复|接种|建|验收|通过|回收|签约|检|改|治|处|解决|到位|成功"
)
_FOUND = re.compile(
    f"(?:排查|摸排|发现|受理|收到|接到|交办|反馈|接待|梳理|承办|接访|征集|查出|排查出|上报|收集|登记|接报)(?:出|到|了)?"
    f"(?:[各群][类众])?{WORD}{{0,14}}$"
)
_SETTLED = re.compile(
    "(?:成功|已|均|全部|完成|现已|及时|妥善|当场|共|有效|按期|当年|目前|累计|其中)*"
    f"(?:整改|办结|化解|销号|调处|答复|处置|调解|处理|解决|回复|办理|消除|整治|采纳|落实)(?:成功|到位|完成|完毕)?了?{WORD}{{0,4}}$"
)
_DUE_DONE = re.compile(
    rf"(?<![供响相反适感效])应(?![用急对当届邀聘变])(?P<verb>[\u4e00-\u9fff]){WORD}{{0,12}}?(?P<due>#){WORD}{{0,4}}[，、]"
    rf"(?:目前|现|已|实际|实|均|共)+(?P=verb){WORD}{{0,3}}?(?P<done>#)"
)
_ASK = "请核对这几个数"


def find_settled(account: Account) -> Iterator[Fault]:
    """Yield rates that the amounts before them belie, and more that is done than there was to do."""
    text = account.figured
    for match in _RATE.finditer(text.signs):
        yield from _rates(text, match)
    for number in range(1, len(text.told)):
        yield from _overdone(text, number)
    for match in _AMONG.finditer(text.signs):
        every, some = text.at(match, "all"), text.at(match, "some")
        if every.unit == some.unit != "" and every.value and some.value and some.value.low > every.value.high:
            message = f"一共{every.printed}，其中却有{some.printed}"
            yield Fault("part", Span(every.span.start, some.span.end), message, "请核对这两个数")
    for match in _DUE_DONE.finditer(text.signs):
        due, done = text.at(match, "due"), text.at(match, "done")
        if due.unit == done.unit and due.value and done.value and done.value.low > due.value.high:
            message = f"应{match['verb']}{due.printed}，已{match['verb']}的却有{done.printed}"
            yield Fault("part", Span(due.span.start, done.span.end), message, _ASK)


def _rates(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    done, rate = text.at(match, "done"), text.at(match, "rate")
    if _ITS_OWN.search(f"{match['lead']}{match['what'] or ''}") or (match["share"] and _ITS_OWN.search(match["share"])):
        return
    number = text.number(match.start("done"))
    lead = text.signs[match.start("done") - len(text.words(number)) : match.start("done")]
    wholes = _wholes(text, number, match["what"] or "", match["of"] or "", lead)
    value, given = done.value, rate.value
    if not wholes or value is None or given is None:
        return
    room = last_place(rate.printed) if rate.figure.unit == "%" else 0
    for whole in wholes:
        size = whole.value
        if size is None or size.low <= 0:
            return
        expected = value.over(size)
        if given.widened(room).meets(expected) or expected.low > WHOLE:  # type: ignore[arg-type]
            return
    whole = wholes[0]
    expected = value.over(whole.value or value)
    name = f"{match['what']}率" if match["what"] else "占比"
    message = f"{name}写的是{rate.printed}，按{done.printed}和{whole.printed}计算，应为{told(expected.middle)}%"
    yield Fault("completion" if match["what"] else "share", Span(whole.span.start, rate.span.end), message, _ASK)


def _wholes(text: Figured, number: int, what: str, of: str, lead: str) -> list[Told]:
    """Return what a part may be of, the likeliest first; none where it is not said to be part of anything."""
    done, sentence = text.told[number], text.sentence(text.places[number])
    before = [each for each in range(number - 1, sentence.start - 1, -1) if text.told[each].unit == done.unit]
    if not before or not done.unit:
        return []
    said = text.signs[text.places[sentence.start] - len(text.words(sentence.start)) : text.places[number]]
    if _MORE_BEFORE.search(said) or "；" in text.signs[text.places[before[0]] : text.places[number]]:
        return []
    if not what:
        share_of = _PLAIN.sub("", of)
        if not _IN.search(text.signs, text.places[before[0]], text.places[number]) or number - before[0] > 3:
            return []
        return [text.told[each] for each in before if not share_of or share_of in text.words(each)]
    if not _DONE.search(lead) or number - before[0] > 2:
        return []
    first = text.words(before[0])
    due = _DUE.search(first) and (what not in first or re.search(f"[应需]{WORD}{{0,3}}{what}|共|总|全[镇乡]", first))
    known = any(each in lead for each in what) or re.search("已|实", lead)
    named = re.search("已|实|成功|完成", lead) if all(each in lead for each in what) else None
    among = re.search("中(?:已|有|共)", lead)
    return [text.told[each] for each in before] if (due and known) or named or among else []


def _overdone(text: Figured, number: int) -> Iterator[Fault]:
    """Yield what is settled that is more than what was found."""
    found, done = text.told[number - 1], text.told[number]
    words = text.words(number)
    if found.unit != done.unit or found.unit in {"", "%", "‰", "个百分点"} or words[:1] not in {"，", "、", "（"}:
        return
    if not _SETTLED.match(words[1:]) or _MORE_BEFORE.search(words) or not _FOUND.search(text.words(number - 1)):
        return
    whole, part = found.value, done.value
    around = text.lead(text.places[number - 1]) + text.signs[text.places[number] :][:16]
    if whole and part and part.low > whole.high and not _MORE_BEFORE.search(around):
        message = f"一共{found.printed}，办了的却有{done.printed}"
        yield Fault("part", Span(found.span.start, done.span.end), message, "请核对这两个数")
