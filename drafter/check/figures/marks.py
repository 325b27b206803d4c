"""Marks that a value is said to pass or to be short of: 1.96亿元，首次突破2亿元大关; 距目标3.5亿元还差1.6亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.figured import WORD, Figured
from drafter.model import Span
from drafter.text.quantities import SCALES

_MARK = (
    "(?P<verb>突破|超过|迈[过上进入]{1,2}|跨[过越上]{1,2}|站上|跃[上升]至?|冲破|达到)?了?"
    "(?:(?P<mark>#)|(?P<bare>[百十千]?[万亿])元)"
)
_END = f"(?P<end>{WORD}{{0,2}}(?:大关|关口|台阶|门槛))"
_PASSED = (
    re.compile(
        f"(?P<value>#){WORD}{{0,2}}(?:[，、（]?(?:同比|比上年|较上年|比去年|较去年|比上年同期)?(?:净?增[长加收]?|增幅)(?:达|为|了)?[#%]）?)?"
        f"，(?:再次|首次|一举|成功|历史性地?|实现|历史|顺利|正式|已|并|提前|强势|第一次|连续|均)*{_MARK}{_END}?"
    ),
    re.compile(f"{_MARK}{_END}?，(?:全年)?(?:达到?|完成|实现|为)了?(?P<value>#)"),
    re.compile(
        f"(?:全部|全面|[均都]){_MARK}(?P<end>[以之]上)?{WORD}{{0,6}}，(?:其中)?最[低少]{WORD}{{0,10}}?(?P<value>#)"
    ),
)
_FIRST = re.compile("首次|一举|历史性|成功|全部|全面|均|都")
_BARE = {"": 1, "十": 10, "百": 100, "千": 1000}
_SHORT = (  # compiled where a draft tells of a gap
    f"(?:(?:距|离|与|较|比){WORD}{{0,12}}?(?P<goal>#)?{WORD}{{0,6}}(?:目标|任务|计划|指标)数?{WORD}{{0,6}}?(?:仍|还|尚|相)*(?:差|缺|少|有(?=#{WORD}{{0,2}}缺口))"
    f"|(?:[仍还尚，](?:差|缺|欠)))了?{WORD}{{0,3}}(?P<gap>#)"
)
_GOAL = re.compile("(?:目标|任务|计划|指标|应)[^，；]{0,10}$")
_NO_RESULT = re.compile("上年|去年|同期|其中|总投资")


def find_marks(account: Account) -> Iterator[Fault]:
    """Yield values below the mark that they are said to pass, and gaps that goal and result do not leave."""
    text = account.figured
    for pattern in _PASSED:
        for match in pattern.finditer(text.signs):
            yield from _passed(text, match)
    if any(word in text.signs for word in ("还差", "尚差", "还有", "缺口", "，欠", "，差", "相差")):
        for match in re.finditer(_SHORT, text.signs):
            yield from _short(text, match)


def _passed(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    value, mark = text.at(match, "value"), None if match["bare"] else text.at(match, "mark")
    printed = mark.printed if mark else f"{match['bare']}元"
    least = mark.figure.value if mark else Decimal(_BARE[match["bare"][:-1]]) * SCALES[match["bare"][-1]]
    verb = match["verb"] or next((each for each in ("突破", "超过", "超") if printed.startswith(each)), "")
    before = match.start("value") > match.start("verb" if match["verb"] else "bare" if match["bare"] else "mark")
    known = match["end"] or (verb and ((before and verb != "达到") or _FIRST.search(match.group())))
    if not (known and value.value and least and value.unit) or value.unit != (mark.unit if mark else "元"):
        return
    if value.value.high < least:
        message = f"实际是{value.printed}，没有到{printed.removeprefix(verb)}，不是“{verb or match['end']}”"
        shift = value.span.start - match.start("value")
        ends = [value.span, mark.span if mark else Span(*match.span("bare")).shift(shift)]
        span = Span(min(each.start for each in ends), max(each.end for each in ends))
        yield Fault("completion", span, message, "请核对这两个数，或改掉这个说法")


def _short(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    """Yield a gap that is not the difference of the goal and the result told with it."""
    number = text.number(match.start("gap"))
    gap, sentence = text.told[number], text.sentence(match.start())
    alike = [each for each in sentence if each < number and text.told[each].unit == gap.unit]
    goals = [text.number(match.start("goal"))] if match["goal"] else []
    goals = goals or [each for each in alike if _GOAL.search(text.words(each))]
    results = [each for each in alike if each not in goals]
    if not results and number + 1 < sentence.stop and re.search("已|完成", text.words(number + 1)):
        results = [number + 1]
    if len(goals) != 1 or len(results) != 1 or any(_NO_RESULT.search(text.words(each)) for each in results):
        return
    goal, result = text.told[goals[0]], text.told[results[0]]
    if not (goal.value and result.value and gap.value) or len({goal.unit, result.unit, gap.unit}) > 1:
        return
    expected = goal.value - result.value
    if not expected.meets(gap.value):
        message = (
            f"目标是{goal.printed}，完成{result.printed}，还差{told(expected.middle)}{gap.unit}，写的是{gap.printed}"
        )
        spans = [each.span for each in (goal, result, gap)]
        span = Span(min(each.start for each in spans), max(each.end for each in spans))
        yield Fault("completion", span, message, "请核对这几个数")
