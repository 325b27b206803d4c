"""What is new held against all there is, and a part of the year against the whole: 新增246户，累计达到218户."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.figured import RATES, SAID, WORD, Figured
from drafter.model import Span

_NEW = re.compile(
    "新(?:增|建成?|发展|培育|认定|登记|注册|引进|入库|改建|开发|栽植?|装|购|添|创建?|吸纳|培训|安装|流转|办|设|打造)"
    rf"(?P<noun>{WORD}{{1,12}}?)(?P<new>#)|(?:净增|(?:今年|全年|年内|本年度?)(?:共|累计)?(?:建成|完成|发展|培育|打造|引进|培养))(?P<noun2>{WORD}{{1,12}}?)(?P<new2>#)"
)
_ALL = re.compile(
    rf"(?:累计|总数|总量|总计|总面积|总里程|保有量|已有|存量|现有|共有){WORD}{{0,10}}?$|(?:达到?|增至)了?$"
)
_THERE = re.compile(f"(?:共有|现有|拥有|已有){WORD}{{2,12}}$")
_ANEW = re.compile("新增|净增|新发展|新培育|新认定|新建|新引进|新栽|新装")
_TOTAL = re.compile("累计|总数|总量|总计|总面积|总里程|保有量|存量|增至")
_NOT_ALL = re.compile(
    "其中|投资|带动|惠及|吸纳|服务(?!站|中心|点|队|体系)|产值|新增|投入|每|千|百|均|今年|全年|规模以上|销售"
)
_NO_NAME = re.compile(  # what a total is called besides what it is of
    "[国省市县]家?级(?:以上)?|累计|总数|总量|总计|总面积|总里程|保有量|存量|增至|达到?|已|建成|培育|发展|认定|安装|拥有|获得|有|建设|建|全[镇乡]|突破|超过?|[，、；“”]|目前|至今|现|共|就|为|通车|总?(?:人数|户数|人员)|总额|规模"
)
_PART = re.compile(
    rf"(?P<part>上半年|前三季度|[一二三]季度|1[-—－至]\d+月|截至\d+月底?){SAID}{{0,14}}?(?P<name>{WORD}{{3}})(?P<one>#)"
    rf"[^\n]{{0,60}}?(?P<whole>全年|年底|到年底|截至年底|今年|年末){SAID}{{0,14}}?(?P=name)(?P<all>#)"
)
_STOCK = re.compile("存栏|余额|在建|增[速幅]|率|均")


def find_growing(account: Account) -> Iterator[Fault]:
    """Yield what is new that is more than all there is, and parts of a year that are more than the year."""
    text = account.figured
    for match in _NEW.finditer(text.signs):
        yield from _more_than_all(text, match)
    for match in _PART.finditer(text.signs):
        one, every = text.at(match, "one"), text.at(match, "all")
        if one.unit != every.unit or one.unit in RATES or not (one.value and every.value):
            continue
        if not _STOCK.search(match.group()) and one.value.low > every.value.high:
            message = f"{match['part']}是{one.printed}，{match['whole']}却只有{every.printed}"
            yield Fault("part", Span(one.span.start, every.span.end), message, "请核对这两个数")


def _more_than_all(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    """Yield what is new that is more than a total told in the same sentence, behind it or before it."""
    name = "new" if match["new"] else "new2"
    new, number = text.at(match, name), text.number(match.start(name))
    sentence = text.sentence(match.start())
    behind = takewhile(
        lambda each: not _ANEW.search(text.words(each)), range(number + 1, min(number + 5, sentence.stop))
    )
    for each in (*behind, *range(max(number - 2, sentence.start), number)):
        words, total = text.words(each), text.told[each]
        there = _ALL.search(words) if each > number else _THERE.search(words)
        if not there or new.unit != total.unit or not new.unit or _NOT_ALL.search(words):
            continue
        one_thing = _one_thing(match["noun"] or match["noun2"], words, new.unit)
        if one_thing and new.value and total.value and new.value.low > total.value.high:
            message = f"新增写的是{new.printed}，总数却只有{total.printed}"
            span = Span(min(new.span.start, total.span.start), max(new.span.end, total.span.end))
            yield Fault("part", span, message, "请核对新增数和总数")


def _one_thing(noun: str, words: str, unit: str) -> bool:
    """Tell whether a total is of what is new: it ends as that does, or is not named at all."""
    name, new = (_NO_NAME.sub("", said) for said in (words, noun))
    if unit == "亩" and name[:1] == new[:1]:
        return True  # 新栽茶树, 茶园总面积
    return new.endswith(name) and bool(name or _TOTAL.search(words))
