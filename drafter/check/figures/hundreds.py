"""Percentages that are parts of one whole: 种植业占46%、养殖业占38%、其他占16%; 满意率97%、不满意率3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import last_place
from drafter.check.figures.figured import Figured, Told
from drafter.check.figures.portions import is_halved
from drafter.check.figures.sums import OVERLAPPING
from drafter.model import Span

WHOLE = 100
FAR = 130  # per cent that no parts of one whole come to by a slip

_PART = re.compile(
    "(?P<mark>^|[，、；：和])(?:其中)?(?P<name>[^，、；：和]{1,12}?)(?:所?占(?:比例?|比重)?|比重|比例)(?:达到?|为|约)?$"
)
_SERIES = re.compile(
    "(?P<names>[^，；：]{2,30})(?:分别占(?:比|到|总[^，；]{0,6}的)?|(?:占比|比重|比例|占[^，；：]{0,10}的)分别[为是达]到?)$"
)
_JUDGED = re.compile(
    "(?P<not>不)?(?P<word>满意|合格|达标|同意|优良|通过|称职|支持)(?:率|度|的)*(?:仅|只有?|占|为|达)*$"
)
_REST = re.compile("其[他它余]|剩余")


def find_hundreds(account: Account) -> Iterator[Fault]:
    """Yield percentages of the parts of one whole that are not 100 together."""
    text, number = account.figured, 0
    while number + 1 < len(text.told):
        run = _run(text, number)
        yield from _held(text, run)
        number = run.stop


def _run(text: Figured, first: int) -> range:
    """Return the figures from one on that are percentages and follow each other without a full stop."""
    stop = first
    while stop < len(text.told) and text.told[stop].unit == "%" and (stop == first or _joined(text, stop)):
        stop += 1
    return range(first, max(stop, first + 1))


def _joined(text: Figured, number: int) -> bool:
    words = text.words(number)
    return len(words) < 16 and words[:1] in {"、", "，", "；", "和"}


def _held(text: Figured, run: range) -> Iterator[Fault]:
    if len(run) < 2:
        return
    names = []
    for number in run:
        if not (part := _PART.search(text.words(number))) or (number > run.start and part.start()):
            break
        names.append(part["name"])
    if len(names) > 1:
        yield from _parts(text.told[run.start : run.start + len(names)], names)
    elif series := _SERIES.search(text.words(run.start)):
        names = re.split("[、和及]", series["names"])
        plain = all(text.words(number) in {"、", "和", "，"} for number in run[1:])
        if plain and len(names) == len(run) > 2:
            yield from _parts(text.told[run.start : run.stop], names)
    else:
        yield from _judged(text, run)


def _parts(shares: Sequence[Told], names: Sequence[str]) -> Iterator[Fault]:
    """Yield named shares that are more than all, or less where the last of them is the rest."""
    rest, halves = bool(_REST.search(names[-1])), len(names) == 2 and is_halved(names)
    if not halves and (any(map(OVERLAPPING.search, names)) or (len(names) < 3 and not rest)):
        return
    yield from _unlike(shares, complete=rest or halves)


def _judged(text: Figured, run: range) -> Iterator[Fault]:
    """Yield 满意 and 不满意 that are more than all: 满意率98%、不满意率3%."""
    said = [_JUDGED.search(text.words(number)) for number in run]
    for last, match in enumerate(said):
        if match and match["not"]:
            first = last
            while first and (one := said[first - 1]) and one["word"] == match["word"] and not one["not"]:
                first -= 1
            if first < last:
                yield from _unlike(text.told[run[first] : run[last] + 1], complete=False)


def _unlike(shares: Sequence[Told], *, complete: bool) -> Iterator[Fault]:
    values = [value for each in shares if (value := each.value)]
    if len(values) < len(shares):
        return
    total = sum((value.middle for value in values), Decimal(0))
    room = sum((last_place(each.printed) / 2 for each in shares), Decimal(0))
    room = room if min(last_place(each.printed) for each in shares) < 1 else Decimal(len(shares) > 2)
    if WHOLE + room < total < FAR or (complete and WHOLE / 2 < total < WHOLE - room):
        shown = "＋".join(each.printed for each in shares)
        message = f"各部分的占比相加（{shown}）是{told(total)}%，不是100%"
        yield Fault("percent", Span(shares[0].span.start, shares[-1].span.end), message, "请核对各项占比")
