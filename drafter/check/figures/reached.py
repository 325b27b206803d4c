"""A result held against its goal where words say how it stands to it: 目标4200万元，实际入库3980万元，超额完成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, told
from drafter.check.figures.amounts import Interval, last_place, ratio
from drafter.check.figures.figured import SAID, WORD, Figured, Told
from drafter.model import Span

WHOLE = 100  # per cent

_GOAL = "(?:任务|目标|计划|指标|预算|预期)"
_WHOSE = "(?:年度|全年|年初|当年|今年|县定?|县里|县级|上级|下达|既定|预定|预期|确定|总|工作|绩效|考核|建设|的)*"
_MET = (
    "高于[预目计][算标划]|超额|超计划|超目标|超任务|超收|圆满完成|全面完成|顺利完成|如期完成|提前完成|胜利完成|提前超额"
)
_SHORT = "低于[预目计][算标划]|未能?完成|没有完成|尚未完成|未达|短收|欠收|仅完成|差距"
_SURPASSES = "超额完成|超过|超出|高于|突破|超|圆满完成|完成"
_FALLS_SHORT = "低于[预目计][算标划]|低于|未完成|未达到?|少于|不及"
_GOAL_FIRST = re.compile(  # 目标A，实际完成B，超额完成
    rf"{_GOAL}(?:数|总数|任务|值)?{WORD}{{0,10}}?(?P<goal>[#%]){WORD}{{0,6}}[，；。]?(?P<between>{SAID}{{0,20}}?)(?P<result>[#%])"
    rf"{WORD}{{0,4}}[，、（](?P<said>{WORD}{{0,8}}?(?:(?P<met>{_MET})|(?P<short>{_SHORT})))(?!{WORD}{{0,4}}序)"
)
_RESULT_FIRST = re.compile(  # B，超额完成A的任务; B，超过目标A
    rf"(?P<result>[#%]){WORD}{{0,4}}[，、（](?P<said>{WORD}{{0,4}}?(?:(?P<met>{_SURPASSES})|(?P<short>{_FALLS_SHORT})))"
    rf"了?{WORD}{{0,12}}?(?:{_GOAL}{WORD}{{0,6}}?(?<!的)(?P<goal>[#%])|(?P<other>[#%]){_WHOSE}{_GOAL})(?P<by>的|{WORD}{{0,3}}[#%±])?"
)
_REACHED = re.compile("完成|实现|达|已|实际|建成|入库|到位|落实|增长|累计|征收|引进|签约|签订")
_AHEAD = re.compile("确保|力争|争取|期间|五年|“十")
_BY = (
    f"(?:(?:超额?完成|超收|超目标|超任务|超计划|超额|超出?|多){WORD}{{0,4}}?(?P<more>[#%])"
    f"|(?:短收|欠收|差|少){WORD}{{0,4}}?(?P<less>#))"
)
_SURPLUS = re.compile(  # B，为任务A的112%，超额完成C
    rf"(?P<result>#){WORD}{{0,4}}[，、（](?:为|占|完成|是){WORD}{{0,12}}?{_GOAL}{WORD}{{0,6}}?(?P<goal>#)(?:的%)?{WORD}{{0,2}}[，、]{_BY}"
)
_SURPLUS_OF = re.compile(  # B，超额完成A的任务，超出C
    rf"(?P<result>#){WORD}{{0,4}}[，、（](?:超额?)?完成了?(?P<goal>#){_WHOSE}{_GOAL}{WORD}{{0,2}}[，、]{_BY}"
)
_RATED = re.compile(  # 完成任务A的90%，超额完成
    rf"(?:占|完成|为){WORD}{{0,12}}?{_GOAL}{WORD}{{0,6}}?#?的?(?P<rate>%)，{WORD}{{0,2}}(?:(?P<met>{_MET})|(?P<short>{_SHORT}))(?!{WORD}{{0,4}}序)"
)
_SURPLUS_BEHIND = re.compile(  # 目标A，实际完成B，超额C
    rf"{_GOAL}{WORD}{{0,10}}?(?P<goal>#){WORD}{{0,4}}[，；]{WORD}{{0,16}}?(?P<result>#){WORD}{{0,4}}[，、]{_BY}"
)
_ASK = "请核对，或改掉“{}”"


def find_reached(account: Account) -> Iterator[Fault]:
    """Yield results that do not stand to their goal as is said, and surpluses that are not their difference."""
    text = account.figured
    for match in _GOAL_FIRST.finditer(text.signs):
        if _REACHED.search(match["between"]) and not re.search(_GOAL, match["between"]):
            yield from _fault(text.at(match, "goal"), text.at(match, "result"), match)
    for match in _RESULT_FIRST.finditer(text.signs):
        goal = text.at(match, "goal" if match["goal"] else "other")
        plain = match["met"] == "完成" and (goal.unit == "%" or _AHEAD.search(match.group()))
        if not match["by"] and not plain:
            yield from _fault(goal, text.at(match, "result"), match)
    for match in _RATED.finditer(text.signs):
        yield from _rated(text.at(match, "rate"), match["met"] or "", match["short"] or "")
    for pattern in (_SURPLUS, _SURPLUS_OF, _SURPLUS_BEHIND):
        for match in pattern.finditer(text.signs):
            yield from _surplus(text, match)


def _fault(goal: Told, result: Told, match: re.Match[str]) -> Iterator[Fault]:
    low, high = goal.value, result.value
    if not (low and high) or goal.unit != result.unit or ratio(low, high) >= SLIPPED:
        return
    span = Span(min(goal.span.start, result.span.start), max(goal.span.end, result.span.end))
    said = match["met"] or match["short"]
    if (match["met"] and high.high < low.low) or (match["short"] and high.low > low.high):
        message = f"目标是{goal.printed}，实际是{result.printed}，不是“{said}”"
        yield Fault("completion", span, message, _ASK.format(said))


def _rated(rate: Told, met: str, short: str) -> Iterator[Fault]:
    """Yield a rate below 100 % that is called a goal reached, one above that is not."""
    value = rate.value
    if value and ((met and value.high < WHOLE) or (short and value.low > WHOLE)):
        message = f"完成率是{rate.printed}，不是“{met or short}”"
        yield Fault("completion", rate.span, message, _ASK.format(met or short))


def _surplus(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    goal, result = text.at(match, "goal"), text.at(match, "result")
    by = text.at(match, "more" if match["more"] else "less")
    low, high, given = goal.value, result.value, by.value
    rate = by.unit == "%"
    units = {goal.unit, result.unit} if rate else {goal.unit, result.unit, by.unit}
    if not (low and high and given) or len(units) > 1 or "%" in units or ratio(low, high) >= SLIPPED or low.low <= 0:
        return
    expected = high - low if match["more"] else low - high
    if rate:
        expected, given = high.over(low) - Interval(Decimal(100), Decimal(100)), given.widened(last_place(by.printed))
    if not expected.meets(given):
        span = Span(min(goal.span.start, result.span.start), by.span.end)
        difference = abs(expected.middle)
        message = f"目标是{goal.printed}，实际是{result.printed}，相差{told(difference)}{by.unit}，写的是{by.printed}"
        yield Fault("completion", span, message, "请核对这几个数")
