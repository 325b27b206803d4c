"""Words of direction that the figures behind them belie: 下降-3%, 由5天缩短到8天, 由第12位上升到第15位."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.check.figures.account import Account, Fault
from drafter.model import Span
from drafter.text.quantities import Figure

_DOWN = "下降|降低|减少|回落|下滑|压减|压降|压缩|精简|缩减|缩短|跌|(?<!升)降|(?<!不)减"
_UP = "增长|增加|提高|提升|上升|上涨|增"
_SIGNED = re.compile(
    rf"(?P<way>(?P<down>{_DOWN}|降幅|减幅)|{_UP})(?:了|幅度?)?[为达]?[-－−]"
    r"(?P<figure>\d[\d.,]*[万亿]?(?:%|个百分点|[\u4e00-\u9fff]?))"
)
_FROM = re.compile(r"[由从](?:20\d\d年的?)?[^，。；由从\d]{0,14}$")
_TO = re.compile(
    rf"(?P<tail>[^，。；\d]{{0,8}}?)[，、]?(?:(?P<down>{_DOWN})|(?P<up>{_UP}|扩大|升|发展|壮大|扩))了?[到至为]"
    r"(?:了|目前的?|现在的?|今年的?|20\d\d年的?|近|约)*$"
)
_RANK = re.compile(
    r"第(?P<one>\d+)[位名][^，。；\d]{0,10}?"
    r"(?P<way>上升|提升|前移|跃升|跃居|升|晋升|进步|下降|后移|下滑|退|降)了?[到至为]?了?第(?P<other>\d+)"
)
_FALLS = re.compile("下降|后移|下滑|退|降")
_MARK = re.compile("[，；：]")
_OPPOSITE = "请核对前后两个数，或改用相反的说法"


def find_signs(account: Account) -> Iterator[Fault]:
    """Yield words of direction that the figures behind them belie."""
    for sentence, found in account.rows():
        said = sentence.of(account.text)
        yield from _signed(said, sentence.start)
        yield from _ranks(said, sentence.start)
        if len(found) > 1:
            yield from _moves(account.text, sentence, found)


def _signed(said: str, shift: int) -> Iterator[Fault]:
    """Yield a direction with a minus behind it."""
    for match in _SIGNED.finditer(said):
        way, figure = match["way"], match["figure"]
        meant = "增长" if match["down"] else "下降"
        yield Fault(
            "sign",
            Span(*match.span()).shift(shift),
            f"“{way}”后面又写了负号（{match.group()}），意思反了",
            f"如是{way}，请去掉负号，写成“{way}{figure}”；如是{meant}，请写“{meant}{figure}”",
        )


def _ranks(said: str, shift: int) -> Iterator[Fault]:
    """Yield a rank that falls where it is said to rise, and the other way round."""
    for match in _RANK.finditer(said):
        one, other = int(match["one"]), int(match["other"])
        if one != other and (other > one) != bool(_FALLS.search(match["way"])):
            message = f"位次从第{one}到第{other}，不是“{match['way']}”"
            yield Fault("sign", Span(*match.span()).shift(shift), message, "请核对位次，或改用相反的说法")


def _moves(text: str, sentence: Span, found: Sequence[Figure]) -> Iterator[Fault]:
    """Yield 由A增加到B with B below A, 由A下降到B with B above A."""
    for one, other in pairwise(found):
        at, to = one.span, other.span
        way = _TO.search(text, at.end, to.start)
        if not way or _MARK.search(text, at.end, to.start) or not _FROM.search(text, sentence.start, at.start):
            continue
        if "分别" in _MARK.split(text[sentence.start : to.start])[-1]:
            continue
        if one.value is None or other.value is None or one.upper or other.upper:
            continue
        falls = way["down"] is not None
        units_alike = not (one.unit and other.unit) or one.unit == other.unit
        if units_alike and one.value != other.value and (other.value < one.value) != falls:
            message = f"从{at.of(text)}到{to.of(text)}，不是“{way['down'] or way['up']}”"
            yield Fault("sign", Span(at.start, to.end), message, _OPPOSITE)
