"""What there was, came, went and is there: 上年底12家，新增3家、退库1家，目前14家; 新增37户，退出45户，净减少8户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import Interval, added
from drafter.check.figures.figured import Figured
from drafter.model import Span

_NET = re.compile("净[增减]|净[增减]少?加?|实增|实减")
_BEGAN = re.compile("(?:上年|去年|上一年)(?:年?[末底])?|年初|期初|原有|结转|遗留")
_WENT = re.compile(
    "退|注销|减少|销号|迁出|死亡|清退|取消|核减|消除|淘汰|关停|转出|清理|剔除|调出|吊销|减员|出列|脱贫|化解|办结|整改|调处"
)
_CAME = re.compile("新|入库|纳入|转入|转正|登记|迁入|出生|引进|吸收|增加|补充|认定|受理|排查|收到")
_IS = re.compile(
    "(?:目前|现[有共在]|年[末底]|期末|总数|总量|累计|达到?|增至|减至|[到至为]|共有|仍有|在册|存量|剩余|尚有|还有)"
)
_TURNED = re.compile("[到至为](?:目前|现在|今年|20\\d\\d年)?的?$")
_COUNTED = frozenset("家户人个名头台条座所件起处")
_OTHERS = re.compile("其中|带动|惠及|比重|同比|每|均|分别|目标|计划|任务|带贫|培育")
_ASK = "请核对原有、新增、减少和现有的数"


def find_flows(account: Account) -> Iterator[Fault]:
    """Yield what there is, or was gained in all, that is not what there was with what came and without what went."""
    text, number = account.figured, 0
    while number < len(text.told):
        sentence = text.sentence(text.places[number])
        said = text.said(text.places[number])
        if len(sentence) > 2 and _WENT.search(said) and (_BEGAN.search(said) or "净" in said):
            for unit in {text.told[each].unit for each in sentence} & _COUNTED:
                yield from _held(text, [each for each in sentence if text.told[each].unit == unit])
        number = max(sentence.stop, number + 1)


def _held(text: Figured, numbers: Sequence[int]) -> Iterator[Fault]:
    """Yield the fault of a row of figures of one unit, where each has its part in an account of came and went."""
    found: dict[str, list[tuple[int, Interval]]] = {}
    for number in numbers:
        words, value = _words(text, number), text.told[number].value
        last = _part(words)
        if value is None or not last or (number > numbers[0] and _OTHERS.search(words)):
            break
        found.setdefault(last, []).append((number, value))
        if last == "net" or (last == "is" and "began" in found and "went" in found):
            break
    came, went = ([value for _, value in found.get(part, ())] for part in ("came", "went"))
    ends = [found.get(part, []) for part in ("began", "is", "net")]
    if not went or any(len(each) > 1 for each in ends):
        return
    began, end, net = (each[0] if each else None for each in ends)
    if began and end:
        start, after = began[1], end[1]
        expected = added([start, *came]) - added(went) if came else start - added(went)
        left = re.search("剩|尚有|还有", _words(text, end[0]))
        if (came or left or after.low > start.high) and not expected.meets(after):
            yield _fault(text, found, end[0], expected, "照此算应有")
    elif net and came and not began:
        expected = added(came) - added(went)
        falls = bool(re.search("[净实]减", _words(text, net[0])))
        expected = expected.negative() if falls else expected
        if not expected.meets(net[1]):
            yield _fault(text, found, net[0], expected, f"照此算是净{'减少' if falls else '增'}")


def _words(text: Figured, number: int) -> str:
    """Return what is said before a figure, or before the one that it stands right behind: 326户1126人."""
    while number and not text.words(number):
        number -= 1
    return text.words(number)


def _part(words: str) -> str:
    """Return which part a figure has in an account, by what is said before it."""
    if _NET.search(words):
        return "net"
    if _TURNED.search(words):
        return "is"
    if _BEGAN.search(words):
        return "began"
    if _WENT.search(words):
        return "went"
    if _CAME.search(words):
        return "came"
    return "is" if _IS.search(words) else ""


def _fault(
    text: Figured, found: dict[str, list[tuple[int, Interval]]], number: int, expected: Interval, lead: str
) -> Fault:
    every = [text.told[each].span for row in found.values() for each, _ in row]
    unit, printed = text.told[number].figure.unit, text.told[number].printed
    span = Span(min(each.start for each in every), max(each.end for each in every))
    return Fault("sum", span, f"{lead}{told(expected.middle)}{unit}，写的是{printed}", _ASK)
