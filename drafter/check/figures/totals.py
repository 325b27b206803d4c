"""Totals held against all there is of them: a sum behind its parts; 26个，竣工15个，在建9个，暂缓3个; 男 and 女."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import added, ratio
from drafter.check.figures.figured import WORD, Figured
from drafter.check.figures.portions import UNMEASURED, Sized, sized, unequal
from drafter.check.figures.sums import OTHERS

_ALL_IN_ALL = re.compile(
    f"^[，、；（]{WORD}{{0,6}}?(?:(?P<all>合计|共计|总计|总共|一共|共有?)|累计)$|^，(?P<called>总(?:支出|收入|投入))$"
    f"|^，{WORD}{{0,4}}?共(?P<again>[\u4e00-\u9fff]{{2}}){WORD}{{0,10}}$"
)
_LIST = re.compile(f"^{WORD}{{0,6}}[、，和及与；]{WORD}{{1,14}}$")
_NO_LIST = re.compile("其中|比|较|增长|同比|目标|计划|累计|平均|每|剩余|占|达|惠及|带动|服务|受益|覆盖")
_STATES = (
    re.compile("竣工|完工|建成|投产|办结|化解|完成|销号|验收"),
    re.compile("在建|正在|推进|处理中|办理中|开工|动工"),
    re.compile("暂缓|前期|停工|筹备|取消|剩余|未"),
)
_HALVED = re.compile(f"男性?(?:人口|党员)?#[，、]女性?(?:人口|党员)?#|上半年{WORD}{{0,6}}#[，、]下半年{WORD}{{0,6}}#")


def find_totals(account: Account) -> Iterator[Fault]:
    """Yield totals that those figures do not add up to which are all there is of them."""
    text = account.figured
    yield from _summed(text)
    for match in _HALVED.finditer(text.signs):
        first = text.number(match.start())
        yield from _held(text, first - 1, first + 2)
    for number in range(len(text.told) - 3):
        if all(state.search(text.words(number + each)) for each, state in enumerate(_STATES, 1)):
            yield from _held(text, number, number + 4)


def _summed(text: Figured) -> Iterator[Fault]:
    """Yield totals behind their parts: A、B，共计C."""
    for number in range(2, len(text.told)):
        match = _ALL_IN_ALL.match(text.words(number))
        if not match:
            continue
        begin = text.sentence(text.places[number]).start
        first = number - 1
        while first > begin and _goes_on(text, first, number):
            first -= 1
        found = [each for one in range(first, number + 1) if (each := sized(text, one))]
        if number - first < 2 or len(found) < number - first + 1 or _NO_LIST.search(text.words(first)):
            continue
        if match["again"] and not _told_again(match["again"], text.words(first), text.words(first + 1)):
            continue
        *parts, whole = found
        summed = added([part.size for part in parts])
        if ratio(summed, whole.size) >= OTHERS:
            continue
        if summed.low > whole.size.high or (
            (match["all"] or match["called"] or match["again"]) and not summed.meets(whole.size)
        ):
            yield unequal(whole, parts)


def _told_again(verb: str, first: str, second: str) -> bool:
    """Tell whether a total is of what a list is, by its verb: 争取…，共争取; 新建…、改建…，共新改建."""
    return verb in first or (verb in {"新改", "新扩", "改扩"} and verb[0] in first and verb[1] in second)


def _goes_on(text: Figured, number: int, last: int) -> bool:
    """Tell whether a figure goes on a list of what the last one may sum up."""
    words, unit = text.words(number), text.told[last].unit
    alike = text.told[number].unit == text.told[number - 1].unit == unit != ""
    return alike and bool(_LIST.match(words)) and not _NO_LIST.search(words)


def _held(text: Figured, first: int, stop: int) -> Iterator[Fault]:
    """Yield a whole that the figures behind it do not add up to."""
    found: list[Sized] = [each for n in range(first, stop) if n >= 0 and (each := sized(text, n))]
    apart = first < 0 or text.sentence(text.places[first]).stop < stop or "；" in text.words(first + 1)
    alike = len(found) == stop - first and len({each.told.unit for each in found} - UNMEASURED) == 1
    if apart or not alike or re.search("比|较|平均|连同|结转", "".join(map(text.words, range(first + 1, stop)))):
        return
    if not added([each.size for each in found[1:]]).meets(found[0].size):
        yield unequal(found[0], found[1:])
