"""What is new held against all there is, and a part of the year against the whole: 新增246户，累计达到218户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.account import Account, Fault
from drafter.check.figured import SAID, WORD
from drafter.model import Span

_NEW = re.compile(
    "新(?:增|建成?|发展|培育|认定|登记|注册|引进|入库|改建|开发|栽植?|装|购|添|创建?|吸纳|安装|流转|办|设|打造)"
    rf"(?P<noun>{WORD}{{1,12}}?)(?P<new>#)|(?:净增|(?:今年|全年|年内|本年度?)(?:共|累计)?(?:建成|完成|发展|培育|打造|引进|培养))(?P<noun2>{WORD}{{1,12}}?)(?P<new2>#)"
)
_ALL = re.compile(
    rf"(?:累计|总数|总量|总计|总面积|总里程|保有量|已有|存量|现有|共有){WORD}{{0,10}}?$|(?:达到?|增至)了?$"
)
_ANEW = re.compile("新增|净增|新发展|新培育|新认定|新建|新引进")
_TOTAL = re.compile("累计|总数|总量|总计|总面积|总里程|保有量|存量|增至")
_NOT_ALL = re.compile("其中|投资|带动|惠及|吸纳|服务|产值|新增|投入|每|千|百|均|今年|全年|规模以上|销售")
_NO_NAME = re.compile(  # what a total is called besides what it is of
    "[国省市县]家?级(?:以上)?|累计|总数|总量|总计|总面积|总里程|保有量|存量|增至|达到?|已|建成|培育|发展|认定|安装|拥有|获得|有|建设|建|全[镇乡]|突破|超过?|[，、；“”]|目前|至今|现|共|就|为"
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
        name = "new" if match["new"] else "new2"
        new, number = text.at(match, name), text.number(match.start(name))
        noun = match["noun"] or match["noun2"]
        for each in text.sentence(match.start()):
            if each <= number or each > number + 4 or text.told[each].unit != new.unit or not new.unit:
                continue
            words = text.words(each)
            if _ANEW.search(words):
                break
            if not _ALL.search(words) or _NOT_ALL.search(words) or not _one_thing(noun, words):
                continue
            total = text.told[each]
            if new.value and total.value and new.value.low > total.value.high:
                message = f"新增写的是{new.printed}，总数却只有{total.printed}"
                yield Fault("part", Span(new.span.start, total.span.end), message, "请核对新增数和总数")
            break
    for match in _PART.finditer(text.signs):
        one, every = text.at(match, "one"), text.at(match, "all")
        if one.unit != every.unit or not (one.value and every.value) or _STOCK.search(match.group()):
            continue
        if one.unit not in {"%", "‰", "个百分点"} and one.value.low > every.value.high:
            message = f"{match['part']}是{one.printed}，{match['whole']}却只有{every.printed}"
            yield Fault("part", Span(one.span.start, every.span.end), message, "请核对这两个数")


def _one_thing(noun: str, words: str) -> bool:
    """Tell whether a total is of what is new: it ends as that does, or is not named at all."""
    name = _NO_NAME.sub("", words)
    return re.sub("[“”]|[国省市县]家?级(?:以上)?", "", noun).endswith(name) and bool(name or _TOTAL.search(words))
