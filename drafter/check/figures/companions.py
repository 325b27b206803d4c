"""A second figure of what is counted alike in two places, and itself not alike: 26个，总投资38.6亿元, and 36.8亿元."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import ratio
from drafter.check.figures.conflicts import lookalike
from drafter.check.figures.figured import RATES, Told
from drafter.check.figures.mentions import Mention
from drafter.check.figures.things import one_name
from drafter.check.findings import paragraph
from drafter.model import Span

NEAR = 14  # characters between a figure and its second
OTHER = Decimal("1.6")  # times; second figures further apart are of different things

_EMPTY = re.compile(
    "[，、（的]|总计|合计|共计|计划|合同|协议|预计|概算|总(?=投资|引资|里程)|共|达到?|约|为|均|涉及|参加|参与|参训|人员|总?面积|总?里程|全长|[额长]$"
)
_NO_SECOND = re.compile(
    "[。；！\n：]|其中|比|较|增|减|新|另|占|年|已|第|每|平均|[户人村亩]均|完成|到位|惠及|受益|带动|整改"
)
_ASK = "请核对，全文用同一个数；如不是同一批，请写明"


@dataclass(frozen=True, slots=True)
class _Second:
    """A figure that says more of what another counts."""

    mention: Mention
    what: str  # what it is of, "" where nothing is said
    told: Told


def find_companions(account: Account, mentioned: Sequence[Mention]) -> Iterator[Fault]:
    """Yield second figures that differ though what they are of is counted alike."""
    groups: defaultdict[tuple[str, str, str, str], list[_Second]] = defaultdict(list)
    for mention in mentioned:
        if second := _second(account, mention):
            groups[mention.noun, mention.printed, mention.setting.place, second.told.unit].append(second)
    for group in groups.values():
        for number, second in enumerate(group):
            other = next((other for other in group[:number] if _differ(other, second)), None)
            if other:
                yield _fault(account, other, second)


def _second(account: Account, mention: Mention) -> _Second | None:
    """Return the figure next to a mention that says more of the same, None where there is none."""
    figured = account.figured
    number = bisect_left(figured.told, mention.span.end, key=lambda told: told.figure.span.start)
    if number == len(figured.told):
        return None
    told = figured.told[number]
    between = account.text[mention.span.end : told.span.start]
    if len(between) > NEAR or told.unit in RATES | {"", mention.unit} or _NO_SECOND.search(between):
        return None
    what = _EMPTY.sub("", one_name(between).replace(mention.noun, "").replace(mention.said, ""))
    return _Second(mention, what, told)


def _differ(first: _Second, second: _Second) -> bool:
    one, other = first.mention, second.mention
    if one.saying is other.saying or one.setting.aim != other.setting.aim or one.setting.time != other.setting.time:
        return False
    if one.deed and other.deed and one.deed != other.deed:
        return False
    here, there = second.told.value, first.told.value
    if here is None or there is None or here.meets(there):
        return False
    if first.what != second.what and first.what and second.what:
        return False
    printed = [each.told.printed.removesuffix(each.told.figure.unit) for each in (first, second)]
    return lookalike(printed[0], printed[1]) or (first.what == second.what and ratio(here, there) <= OTHER)


def _fault(account: Account, first: _Second, second: _Second) -> Fault:
    here, there = second.told.printed, first.told.printed
    where = paragraph(account.text, first.told.span.start)
    counted = second.mention.span.of(account.text)
    message = f"同是{counted}{second.mention.noun}，前后不一致：这里是{here}，{where}是{there}"
    span = Span(second.mention.span.start, second.told.span.end)
    return Fault("conflict", span, message, _ASK, severity="warning")
