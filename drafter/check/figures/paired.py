"""Parts and whole told in two units at once: 448户739人，其中农村低保412户678人、城市低保36户61人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.figured import RATES, WORD, Figured, Told
from drafter.check.figures.sums import ASK
from drafter.model import Span

_PAIR = "#(?:共计?|计)?#"
_NAME = "[^，、。；：\n#%±×（）]{1,12}"
_PART = f"(?:[，、；和及]?(?:其[余他]#)?{_NAME}{_PAIR})"
_SPLIT = re.compile(
    f"(?P<first>#[、，]?(?:共计?|计)?#){WORD}{{0,6}}[，、（：；]其中：?(?P<parts>{_PART}+)(?!{WORD}{{0,4}}#)"
    f"|(?P<before>{_NAME}{_PAIR}{_PART}+)[，、；](?:合计|共计|总计|共){WORD}{{0,8}}?(?P<last>{_PAIR})"
)
_NO_PARTS = re.compile("比|较|上年|累计|新增|带动|惠及|涉及|覆盖")
_CHANGED = re.compile("[比较增减].{0,6}$")


def find_paired(account: Account) -> Iterator[Fault]:
    """Yield parts beyond their whole, or that come to it in one of two units and not in the other."""
    text = account.figured
    if "##" not in text.signs:
        return
    for match in _SPLIT.finditer(text.signs):
        behind = match["first"] is not None
        whole = _figures(text, match, "first" if behind else "last")
        parts = _figures(text, match, "parts" if behind else "before")
        said = match["parts"] or match["before"]
        changed = _CHANGED.search(text.lead(match.start("first" if behind else "last"), 10))
        if not changed and len(whole) == 2 and len(parts) % 2 == 0 and not _NO_PARTS.search(said):
            yield from _held(whole, parts, complete="其余" in said or "其他" in said)


def _figures(text: Figured, match: re.Match[str], name: str) -> list[Told]:
    """Return the figures of the pairs in a group of a match; a number within a name is none: 其余6个村186户615人."""
    numbers = range(text.number(match.start(name)), text.number(match.end(name)))
    return [
        text.told[number]
        for number in numbers
        if not (number + 1 < numbers.stop and re.match("个?[村组社]", text.words(number + 1)))
    ]


def _held(whole: Sequence[Told], parts: Sequence[Told], *, complete: bool) -> Iterator[Fault]:
    """Yield the unit in which the parts do not come to the whole."""
    offs = []
    for number, total in enumerate(whole):
        mine = parts[number::2]
        values = [value for each in mine if (value := each.value)]
        if total.value is None or len(values) < len(mine) or total.unit in RATES:
            return
        if any(each.unit != total.unit for each in mine):
            return
        summed = sum((value.middle for value in values), Decimal(0))
        room = sum((value.high - value.middle for value in values), total.value.high - total.value.middle)
        beyond = any(value.low > total.value.high for value in values)
        offs.append((total, mine, summed, summed - total.value.middle, room, beyond))
    complete = complete or (len(parts) > 2 and any(abs(off) <= room for *_, off, room, _ in offs))
    for total, mine, summed, off, room, beyond in offs:
        if beyond or (complete and abs(off) > room):
            places = [each.span for each in (*whole, *mine)]
            shown = "＋".join(each.printed for each in mine)
            yield Fault(
                "sum",
                Span(min(place.start for place in places), max(place.end for place in places)),
                f"总数写的是{total.printed}，各项相加（{shown}）是{told(summed)}{total.figure.unit}",
                ASK,
            )
