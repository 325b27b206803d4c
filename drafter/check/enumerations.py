"""Things named one by one held against how many are said to be: 新增4家，即A、B、C; 抓好三件事：一是…二是…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.account import Account, Fault
from drafter.check.figured import WORD, Figured
from drafter.model import Span

_HAN = {"两": 2, "双": 2} | {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_NUMERAL = "[两三四五六七八九十]"
_ITEM = r"[^，。；：、\n#%±×（）“”和及与等]"
_NAMED = re.compile(  # 4家，即A、B、C
    rf"(?P<count>#)(?P<noun>{WORD}{{0,10}}?)(?:，?(?P<all>即|分别是|分别为|依次是|依次为)|（(?P<bracket>))"
    rf"(?P<list>[^，。；：\n#%±×（）等]{{2,80}})(?(bracket)(?=）)|(?=[，。；]))"
)
_COUNTED = re.compile("^[个家所座条处项名位类种件支户镇乡村批期场]$")
_QUOTED = re.compile(  # A、B、C“三项”行动, A、B“三大”行动
    rf"(?P<list>(?:{_ITEM}{{2,8}}、)+{_ITEM}{{1,8}}(?:[和及与]{_ITEM}{{1,8}})?)(?P<etc>等)?“(?P<count>{_NUMERAL})(?P<unit>[项大个类])(?P<what>[^”\n]{{0,4}})”"
)
_ANNOUNCED = re.compile(
    rf"(?P<count>{_NUMERAL})(?P<unit>个方面|方面|件事|项工作|项任务|项重点|个着力|点(?=意见|建议|要求|打算|体会)|个重点|个问题|条措施|项措施|个突破|个坚持|个到位|个环节|个关键)"
    r"(?P<between>[^。；\n]{0,16}[：。，])(?P<first>一(?:是|要))"
)
_LEADS = re.compile("(?:^|[，。；：\n]|开展|推进|实施|推动|落实|聚焦|围绕|抓好|做好|打好|坚持|统筹|完善|健全|强化)$")
_ORDINALS = "一二三四五六七八九十"
_VERBS = re.compile("^(?:荣获|获得|获评|创建|完成|实现|推进|开展|举办|实施|新建|建成|打造|建设|引进|培育)")


def find_enumerations(account: Account) -> Iterator[Fault]:
    """Yield lists of names, and of points, that are not as many as is said."""
    yield from _named(account.figured)
    yield from _quoted(account.text)
    yield from _announced(account.text)


def _named(text: Figured) -> Iterator[Fault]:
    for match in _NAMED.finditer(text.signs):
        counted = text.at(match, "count")
        value, names = counted.value, match["list"]
        if value is None or not _COUNTED.match(counted.unit) or counted.figure.hedge or "、" not in names:
            continue
        least, most = _how_many(names)
        alike = match["all"] or _bodies_alike(names, counted.unit + match["noun"])
        number = int(value.middle)
        if alike and not least <= number <= most and number < 20:
            shown = str(least) if least == most else f"{least}到{most}"
            end = counted.span.end + match.end("list") - match.end("count")
            message = f"写的是{counted.printed}，列出的名称有{shown}个"
            yield Fault("sum", Span(counted.span.start, end), message, "请核对名称和个数", severity="warning")


def _how_many(names: str) -> tuple[int, int]:
    """Return how many names a list holds at least and at most: 和 may stand within one."""
    least = names.count("、") + 1
    last = names.rpartition("、")[2]
    return least, least + len(re.findall("(?<=[^和及与])[和及与](?=[^和及与])", last)) + names.rpartition("、")[
        0
    ].count("和")


def _bodies_alike(names: str, noun: str) -> bool:
    """Tell whether names are of one kind, which is what is counted: A村、B村 and 5个村."""
    ends = {name[-1] for name in re.split("[、和及与]", names) if name}
    return len(ends) == 1 and next(iter(ends)) in noun and not re.search("[是为有达]", names)


def _quoted(text: str) -> Iterator[Fault]:
    for match in _QUOTED.finditer(text):
        least, most = _how_many(match["list"])
        count = _HAN[match["count"]]
        short = most < count and not match["etc"]
        if (match["what"] and match["unit"] != "大") or _VERBS.match(match["what"] or ""):
            continue
        if not _even(text[: match.start()], match["list"]):
            continue
        if (short and most < count) or least > count:
            message = f"列出的有{least}个，写的却是“{match['count']}{match['unit']}{match['what']}”"
            yield Fault("sum", Span(*match.span()), message, "请核对名称和个数", severity="warning")


def _even(before: str, names: str) -> bool:
    """Tell whether names are as long as each other; before the first may be a verb, and must be of two."""
    first, *others = names.split("、")
    length = len(others[0])
    if any(len(other) != length for other in others) or re.search("[和及与]", others[-1]):
        return False
    led = _LEADS.search(f"{before[-6:]}{first[:-length]}") if len(others) == 1 else True
    return bool(led) and len(first) >= length


def _announced(text: str) -> Iterator[Fault]:
    for match in _ANNOUNCED.finditer(text):
        mark = match["first"][1:]
        reached, place = 1, match.end()
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        while reached < len(_ORDINALS):
            following = text.find(_ORDINALS[reached] + mark, place, end)
            again = text.find(f"一{mark}", place, end)
            if following < 0 or 0 <= again < following:
                break
            reached, place = reached + 1, following + 1
        count = _HAN[match["count"]]
        if reached not in (1, count):
            message = f"说的是{match['count']}{match['unit']}，往下数只有{reached}条"
            message = message if reached < count else f"说的是{match['count']}{match['unit']}，往下数却有{reached}条"
            span = Span(match.start("count"), match.end("unit"))
            yield Fault("sum", span, message, "请核对条数和序号", severity="warning")
