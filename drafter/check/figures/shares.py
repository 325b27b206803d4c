"""Shares held against part and whole: 总人口3.6万人，其中老年人7200人，占总人口的25%; 占农业总产值的四成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, amount, same_unit, told
from drafter.check.figures.amounts import Interval, interval, last_place
from drafter.check.figures.entries import Entry
from drafter.check.figures.numerals import number_of

WHOLE = 100  # per cent; what is more than the whole is no part of it
ROOM = Decimal(5)  # per cent on either side of 四成
LEAST = 2  # characters by which a whole is known

# What stands before a share: 占比, 占总数的, 占总人口的比重达
_OF = re.compile(
    "(?:占比|占(?P<of>[^，。；\\d]{0,14}?)的?(?:比例|比重|份额)?|比例|比重)(?:约|近|超过?)?(?:为|达到?|约|近|超过?|了)*$"
)
_PLAIN = re.compile("^(?:全[镇乡村]|我[镇乡]|本[镇乡]|其|总|全部|所有|辖区)+|(?:总数|总量|总额|总人数|总户数|数|的)+$")
_ABOVE = re.compile("全[县市区省国州]|任务|目标|计划|预算|GDP|生产总值")
_TENTHS = re.compile("^(?P<tenths>[一二三四五六七八九\\d])成(?P<half>半)?$")
_ASK = "请核对这几个数"


def find_shares(account: Account) -> Iterator[Fault]:
    """Yield shares that are not what part and whole come to."""
    for _, found in account.by_sentence():
        for number, part in enumerate(found):
            share, whole = _share(part), _whole(part, found[:number])
            value, total = amount(part), amount(whole) if whole else None
            if not (whole and share and value and total) or total.low <= 0:
                continue
            expected = value.over(total)
            if expected.low <= WHOLE and not share.meets(expected):
                yield Fault(
                    "share",
                    part.span("value", "share"),
                    f"占比写的是{part.stated.share}，按{part.printed('value')}和总数{whole.printed('value')}计算，"
                    f"应为{told(expected.middle)}%",
                    _ASK,
                )


def _share(part: Entry) -> Interval | None:
    """Return what a share may stand for, in per cent; None where it is no share."""
    printed = part.stated.share
    if tenths := _TENTHS.match(printed):
        middle = Decimal(10 * number_of(tenths["tenths"]) + 5 * bool(tenths["half"]))
        return Interval(middle - ROOM, middle + ROOM)
    found = interval(printed) if "%" in printed else None
    return found.widened(last_place(printed)) if found else None


def _whole(part: Entry, before: Sequence[Entry]) -> Entry | None:
    """Return the entry that a share is of: the one named in 占…的, or the one that its own name goes on from."""
    match = _OF.search(part.before("share"))
    if match is None or not part.stated.share:
        return None
    named = _PLAIN.sub("", _PLAIN.sub("", match["of"] or ""))
    if _ABOVE.search(match["of"] or ""):
        return None
    for whole in reversed(before):
        if same_unit(whole, part) and whole.stated.value and _is_of(part, whole, named):
            return whole
    return None


def _is_of(part: Entry, whole: Entry, named: str) -> bool:
    if named:
        return len(named) >= LEAST and (named in whole.key or (len(whole.key) >= LEAST and whole.key in named))
    return part.stated.indicator.startswith(f"{whole.stated.indicator}（")
