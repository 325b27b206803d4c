"""What each of several times or stages came to, held against the whole: 上半年3.2亿元，下半年4.1亿元，全年7.3亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import added, ratio
from drafter.check.figures.figured import WORD, Figured
from drafter.check.figures.portions import UNMEASURED, sized, unequal
from drafter.check.figures.sums import OTHERS

# compiled where a draft has the words, which few have
_ALL = "(?:(?:全年|上半年|三年|两年)?[来间]?(?:累计|共计?|合计|总计)|全年)(?!增|新)"
_IN_TURN = (  # 一至四季度分别完成A、B、C、D，全年累计完成E; 先后投入A、B、C，累计投入D
    "(?:(?:季度|上下半年|[两三四五]年|\\d年|\\d月)[^。；，\n#%]{0,12}分别|先后)"
    f"{WORD}{{0,12}}(?P<parts>#(?:[、和，]#)+){WORD}{{0,14}}?[，、；]{_ALL}{WORD}{{0,10}}?(?P<whole>#)"
)
_BY_SEASON = (  # 上半年A，下半年B，全年C; 一季度A，二季度B，上半年C
    f"(?P<parts>(?:上半年|一季度){WORD}{{0,10}}#(?:[，、；](?:下半年|[二三四]季度){WORD}{{0,10}}#)+)"
    f"[，、；](?P<time>全年|上半年|前三季度)(?!增|新){WORD}{{0,10}}?(?P<whole>#)"
)
_BY_YEAR = (  # 三年来实施45个，2021年12个、2022年14个、2023年19个
    f"(?P<count>[两三四五])年{WORD}{{0,16}}(?P<whole>#){WORD}{{0,4}}[，：（；](?:其中)?"
    f"(?P<parts>20\\d\\d年{WORD}{{0,6}}#(?:[，、；]20\\d\\d年{WORD}{{0,6}}#)+)"
)
_BY_STAGE = (  # 总投资1.8亿元，一期0.9亿元，二期1.2亿元
    f"总投资{WORD}{{0,2}}(?P<whole>#){WORD}{{0,16}}，(?P<parts>{WORD}{{0,2}}一期{WORD}{{0,6}}#[，、；]{WORD}{{0,2}}二期{WORD}{{0,6}}#)"
)
_UNNAMED = re.compile(
    "[一1][至到—-][三四34]季度|全年|[上下]半年|前三季度|.季度|20\\d\\d年|.年|[一二]期|[先最]后|分别|累计|总?共?计?|共|完成|实现|达到?|投入|投资|入库|为|约|[来间至]"
)
_PARTS = {"两": 2, "三": 3, "四": 4, "五": 5}
_SEASONS = {"上半年": 2, "前三季度": 3, "全年": 4}


def find_periods(account: Account) -> Iterator[Fault]:
    """Yield wholes that their times or stages do not add up to."""
    text = account.figured
    for match in _told(text, _IN_TURN, "分别", "先后"):
        yield from _held(text, match, complete=True)
    for match in _told(text, _BY_SEASON, "下半年", "二季度"):
        count, halves = match["parts"].count("#"), match["parts"].startswith("上半年")
        if count == (2 if halves else _SEASONS[match["time"]]) and halves == ("季度" not in match["parts"]):
            yield from _held(text, match, complete=True)
    for match in _told(text, _BY_YEAR, "三年", "两年", "四年", "五年"):
        yield from _held(text, match, complete=match["parts"].count("#") == _PARTS[match["count"]])
    for match in _told(text, _BY_STAGE, "二期"):
        yield from _held(text, match, complete=False)


def _told(text: Figured, pattern: str, *words: str) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches, if one of the words is there at all."""
    if any(word in text.signs for word in words):
        yield from re.finditer(pattern, text.signs)


def _held(text: Figured, match: re.Match[str], *, complete: bool) -> Iterator[Fault]:
    """Yield a whole that is less than its parts, or more though they are all there are."""
    numbers = range(text.number(match.start("parts")), text.number(match.end("parts")))
    parts = [each for number in numbers if (each := sized(text, number))]
    whole = sized(text, text.number(match.start("whole")))
    if whole is None or len(parts) < len(numbers):
        return
    if len({each.told.unit for each in (*parts, whole)}) > 1 or whole.told.unit in UNMEASURED:
        return
    names = {name[-2:] for each in (*parts, whole) if (name := _UNNAMED.sub("", each.name))}
    if len(names) > 1 or ratio(whole.size, added([part.size for part in parts])) >= OTHERS:
        return
    summed = added([part.size for part in parts])
    if summed.low > whole.size.high or (complete and not summed.meets(whole.size)):
        yield unequal(whole, parts)
