"""A place in one ranking told twice, and not alike: 综合考核列全县第二名, and 第三名; 连续五年, 连续四年."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.conflicts import MOST_VALUES
from drafter.check.figures.numerals import NUMBER, number_of
from drafter.check.findings import paragraph
from drafter.model import Span

LEAST = 4  # characters of what is ranked, and of an honour, that name it
LONGEST = 60  # characters before a place that may say of what it is

_PLACED = re.compile(rf"第(?P<rank>{NUMBER})(?:[名位]|(?=[，。；、）]|的成绩))|连续(?P<years>{NUMBER})年")
# What follows is compiled only for a draft that tells of places.
_BEGINS = "[。；！\n：]"
_WIDE = "全[国省市县区镇州]|全自治[区州县]"
_CLASS = "[一二三四ABC]类|[东南西北中]部|山区"
_JUDGED = "考核|考评|考察|评价|测评|评比|综合排名|综合成绩|指数|满意度|增[速幅]|增长率|总量"
_OTHER_TIME = (  # or not reached yet, or only come to from another
    "[上去前明]年|[上下]半年|季|月|以来|力争|争取|确保|目标(?!管理|考核|责任)|进入|保持在|期间|[五三]年|年均|[由从比较]$|一度|曾|[二三四]次"
)
_YEAR = "20\\d\\d(?=年)"
_EMPTY = (
    f"20\\d\\d年?度?|年度|全年|年终|本年度?|{_CLASS}|{_WIDE}|[我本全][镇乡]|乡镇(?:街道)?|镇街|街镇|[（）街]|过去一年|一年来|先后|连续|位列|位居|荣?获得?"
    "|被评为|取得|成为|名列|排名?|综合性|中(?![小药医央心])|居(?!民)|列(?!入)|和(?!谐)|[在以的是，、]"
)
_HONOUR = (
    "[，、]?(?:先后|均|都)?(?:被评为|被授予|获评|荣获|荣膺|获得?|评为|蝉联|保持|位列|位居)?([^，。；、\n\\d]{4,24})"
)
_TITLE = "先进|优秀|文明|示范|标兵|模范|红旗|一等奖|丰收|连增|无|零"
_ASK = "请核对，全文用同一个说法；如不是同一项考核或同一时期，请写明"


@dataclass(frozen=True, slots=True)
class _Standing:
    """A place, or a row of years, where a report tells of it."""

    name: str
    number: int
    span: Span


def find_standings(account: Account) -> Iterator[Fault]:
    """Yield places and rows of years that differ from what was told of the same before."""
    groups: defaultdict[tuple[str, ...], list[_Standing]] = defaultdict(list)
    for key, standing in _standings(account):
        groups[key].append(standing)
    for group in groups.values():
        if len({each.number for each in group}) > MOST_VALUES:
            continue
        for each in group[1:]:
            if each.number != group[0].number:
                yield _fault(account, group[0], each)
                break


def _standings(account: Account) -> Iterator[tuple[tuple[str, ...], _Standing]]:
    own = account.case.own.period
    reached = 0  # end of the place before
    wide = ""  # within what the place before was
    for match in _PLACED.finditer(account.text):
        span = Span(*match.span())
        begin = span.start - len(re.split(_BEGINS, account.text[max(0, span.start - LONGEST) : span.start])[-1])
        if match["years"]:
            if key := _honour(account.text, span.end):
                yield key, _Standing(f"连续…年{key[1]}", number_of(match["years"]), span)
            continue
        first = begin >= reached
        begin, reached = max(begin, reached), span.end
        told = account.text[begin : span.start]
        found = re.findall(_WIDE, told)
        wide = found[-1] if found else "" if first else wide
        year = re.search(_YEAR, told)
        if not wide or re.search(_OTHER_TIME, told) or (year and own and year[0] != str(own.year)):
            continue
        if name := _ranked(told):
            group = re.search(_CLASS, told)
            yield ("rank", wide, group[0] if group else "", name), _Standing(name, number_of(match["rank"]), span)


def _ranked(told: str) -> str:
    """Return what the words before a place say is ranked: 综合考核 of 在全县年度综合考核中，我镇位列."""
    judged = list(re.finditer(_JUDGED, told))
    if not judged:
        return ""
    clause = max(told.rfind(mark, 0, judged[-1].start()) for mark in "，、") + 1
    name = re.sub(_EMPTY, "", told[clause : judged[-1].end()])
    return name if len(name) >= LEAST else ""


def _honour(text: str, at: int) -> tuple[str, ...] | None:
    """Return what was won so many years in a row."""
    match = re.compile(_HONOUR).match(text, at)
    if not match or not re.search(_TITLE, match[1]):
        return None
    what = re.sub("[“”]|称号|荣誉$", "", match[1])
    return ("years", what) if len(re.sub(_WIDE, "", what)) >= LEAST else None


def _fault(account: Account, first: _Standing, second: _Standing) -> Fault:
    here, there = second.span.of(account.text), first.span.of(account.text)
    where = paragraph(account.text, first.span.start)
    message = f"“{second.name}”前后不一致：这里是{here}，{where}是{there}"
    return Fault("rank", second.span, message, _ASK, severity="warning")
