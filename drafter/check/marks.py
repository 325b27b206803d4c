"""Marks that a value is said to pass or to be short of: 1.96亿元，首次突破2亿元大关; 距目标3.5亿元还差1.6亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.account import Account, Fault, told
from drafter.check.figured import WORD, Figured
from drafter.model import Span
from drafter.text.quantities import SCALES

_PASSED = re.compile(
    f"(?P<value>#){WORD}{{0,2}}(?:[，、（]?(?:同比|比上年|较上年|比去年|较去年|比上年同期)?(?:净?增[长加收]?|增幅)(?:达|为|了)?[#%]）?)?"
    "，(?:再次|首次|一举|成功|历史性地?|实现|历史|顺利|正式|已|并|提前|强势|第一次|连续|均)*"
    f"(?P<verb>突破|超过|迈[过上进入]{{1,2}}|跨[过越上]{{1,2}}|站上|跃[上升]至?|冲破|达到)?了?(?:(?P<mark>#)|(?P<bare>[百十千]?[万亿])元)(?P<end>{WORD}{{0,2}}(?:大关|关口|台阶|门槛))?"
)
_BARE = {"": 1, "十": 10, "百": 100, "千": 1000}
_FIRST = re.compile("首次|一举|历史性|成功")
_SHORT = re.compile(
    f"(?:(?:距|离|与|较|比){WORD}{{0,12}}?(?P<goal>#)?{WORD}{{0,6}}(?:目标|任务|计划|指标)数?{WORD}{{0,6}}?(?:仍|还|尚|相)*(?:差|缺|少)|(?:仍|还|尚)(?:差|缺))"
    f"{WORD}{{0,3}}(?P<gap>#)"
)
_GOAL = re.compile("(?:目标|任务|计划|指标|应)[^，；]{0,10}$")
_NOT_DONE = re.compile("上年|去年|同期|其中|总投资")


def find_marks(account: Account) -> Iterator[Fault]:
    """Yield values below the mark that they are said to pass, and gaps that goal and result do not leave."""
    text = account.figured
    for match in _PASSED.finditer(text.signs):
        yield from _passed(text, match)
    if "差" in text.signs or "缺" in text.signs:
        for match in _SHORT.finditer(text.signs):
            yield from _short(text, match)


def _passed(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    value, mark = text.at(match, "value"), None if match["bare"] else text.at(match, "mark")
    printed = mark.printed if mark else f"{match['bare']}元"
    least = mark.figure.value if mark else Decimal(_BARE[match["bare"][:-1]]) * SCALES[match["bare"][-1]]
    verb = match["verb"] or next((each for each in ("突破", "超过", "超") if printed.startswith(each)), "")
    known = match["end"] or (verb and _FIRST.search(match.group()))
    if not (known and verb and value.value and least) or value.unit != (mark.unit if mark else "元") or not value.unit:
        return
    if value.value.high < least:
        message = f"实际是{value.printed}，没有到{printed.removeprefix(verb)}，不是“{verb}”"
        end = value.span.end + match.end("mark" if mark else "bare") - match.start("value")
        yield Fault(
            "completion", Span(value.span.start, mark.span.end if mark else end), message, f"请核对，或改掉“{verb}”"
        )


def _short(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    """Yield a gap that is not the difference of the goal and the result before it."""
    number = text.number(match.start("gap"))
    gap, sentence = text.told[number], text.sentence(match.start())
    alike = [each for each in sentence if each < number and text.told[each].unit == gap.unit]
    if match["goal"]:
        goals = [text.number(match.start("goal"))]
    else:
        goals = [each for each in alike if _GOAL.search(text.words(each))]
    results = [each for each in alike if each not in goals]
    if len(goals) != 1 or len(results) != 1 or any(_NOT_DONE.search(text.words(each)) for each in results):
        return
    goal, result = text.told[goals[0]], text.told[results[0]]
    if not (goal.value and result.value and gap.value) or goal.unit != gap.unit:
        return
    expected = goal.value - result.value
    if not expected.meets(gap.value):
        message = (
            f"目标是{goal.printed}，完成{result.printed}，还差{told(expected.middle)}{gap.unit}，写的是{gap.printed}"
        )
        start = min(goal.span.start, result.span.start)
        yield Fault("completion", Span(start, gap.span.end), message, "请核对这几个数")
