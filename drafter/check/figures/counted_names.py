"""Things named one by one held against how many are said to be: 新增4家，即A、B、C; 抓好三件事：一是…二是…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.figured import WORD, Figured
from drafter.check.figures.numerals import number_of
from drafter.model import Span

OFF = 2  # names; by more nobody miscounts
MOST = 20  # names that anybody writes out

_NUMERAL = "[两二三四五六七八九十]"
_NAME = r"[^，。；：、\n#%±×（）“”和及与等]"
_NAMED = re.compile(  # 4家，即A、B、C; 4家（A、B、C）
    rf"(?P<count>#)(?P<noun>{WORD}{{0,10}}?)(?:(?P<all>，即(?![将时可使])|，?(?:分别是|分别为|依次是|依次为|分别位于))：?|：|（(?P<bracket>))"
    rf"(?P<list>[^，。；：\n#%±×（）等]{{2,80}})(?(bracket)(?=）)|(?=[，。；]))"
)
_CALLED = re.compile(  # “三大工程”，即A、B、C; 三个村，分别是A和B
    rf"“?(?P<count>{_NUMERAL})(?P<unit>[\u4e00-\u9fff])(?:[^“”，。；\n一二三四五六七八九]{{0,10}}”?(?:工程|行动)?，?(?:即|分别是|分别为)：?|(?P<plain>”：))"
    r"(?P<list>[^，。；：、\n等和]{2,14}[、和][^，。；：\n等]{2,60})(?=[，。；])"
)
_COUNTED = re.compile("^[个家所座条处项名位类种件支户]$")
_THINGS = "工程|项目|行动|产业|园区|片区|板块|平台|体系|基地|品牌|攻坚战?|任务|战役|集群|景区|支柱"
_SUMMED = re.compile(  # A、B、C“三项”行动; A、B、C三大工程
    rf"(?P<list>(?:(?:“{_NAME}{{2,8}}”|{_NAME}{{2,8}})、)+{_NAME}{{1,8}}(?:[和及与]{_NAME}{{1,8}})?)(?P<etc>等)?"
    rf"(?:“(?P<quoted>{_NUMERAL})(?P<unit>[项大个类轮维])(?P<what>[^”\n]{{0,4}})”|(?P<plain>{_NUMERAL})(?:大[\u4e00-\u9fff]{{0,4}}?(?:{_THINGS})|项(?:荣誉|称号|殊荣|[国省市县]家?级)|个(?:工作|专项|攻坚)?(?:小?组|专班|方面|片区|板块|领域|环节|层面|维度|示范点|示范村|村(?!民)|社区|项目|站点|基地|园区)))"
)
_ENCLOSED = re.compile(  # “A、B、C”三大建设
    rf"“(?P<list>{_NAME}{{1,10}}(?:[、—]{_NAME}{{1,10}})+)”(?P<etc>等)?(?P<count>{_NUMERAL})(?:大|级|项|类|支|位一体|个方面|个层面|[联送进讲访查帮清改])"
)
_AWARDED = re.compile(  # “A”“B”“C”等3项荣誉
    rf"(?<!和)(?<!、)(?P<list>(?:“[^“”\n]{{2,16}}”[、和]?){{2,}})(?P<etc>等|，(?:先后)?(?:荣获|获得?|共获得?))?(?P<count>\d{{1,2}}|{_NUMERAL})(?P<unit>[项个块类])"
    rf"(?={WORD}{{0,8}}?(?:荣誉|称号|奖|殊荣|牌|名片|典型|人物|模范|活动|行动|案例))"
)
_ANNOUNCED = re.compile(
    rf"(?P<count>{_NUMERAL})(?P<unit>个方面|方面|件事|项工作|项任务|项重点|个着力|点(?=意见|建议|要求|打算|体会)|个重点|个问题"
    r"|条措施|项措施|个突破|个坚持|个到位|个环节|个关键)(?P<between>[^。；\n]{0,16}[：。，])(?P<first>一(?:是|要))"
)
_ORDINALS = "一二三四五六七八九十"
_LEADS = re.compile(
    "(?:^|[，。；：\n]|开展|推进|实施|推动|落实|聚焦|围绕|抓好|做好|打好|坚持|统筹|完善|健全|强化|建设|打造|培育|了|以)$"
)
_BODY = re.compile("[村镇乡区路园司社厂校店]$")
_ASK = "请核对名称和个数"


def find_counted_names(account: Account) -> Iterator[Fault]:
    """Yield lists of names, and of points, that are not as many as is said."""
    yield from _named(account.figured)
    text = account.text
    for match in _CALLED.finditer(text):
        if not match["plain"] or len({len(name) for name in match["list"].split("、")}) == 1:
            yield from _fault(match, match["list"], number_of(match["count"]), more=False)
    for match in _SUMMED.finditer(text):
        unit = match["unit"] or "大"
        plain_off = match["plain"] and abs(_how_many(match["list"])[0] - number_of(match["plain"])) > 1
        if (
            (unit == "大" or not match["what"])
            and not plain_off
            and _even(text[: match.start()], match["list"], quoted=bool(match["quoted"]))
        ):
            yield from _fault(
                match, match["list"], number_of(match["quoted"] or match["plain"]), more=bool(match["etc"])
            )
    for match in _ENCLOSED.finditer(text):
        yield from _fault(match, match["list"], number_of(match["count"]), more=bool(match["etc"]))
    for match in _AWARDED.finditer(text):
        names = "、".join(re.findall("“([^“”]*)”", match["list"]))
        yield from _fault(match, names, number_of(match["count"]), more=match["etc"] == "等")
    yield from _announced(text)


def _named(text: Figured) -> Iterator[Fault]:
    """Yield names behind their number: 4家，即A、B、C."""
    for match in _NAMED.finditer(text.signs):
        counted = text.at(match, "count")
        value, names = counted.value, match["list"]
        if value is None or not _COUNTED.match(counted.unit) or counted.figure.hedge or not re.search("[、和]", names):
            continue
        if "、" not in names and not (match["all"] and _of_one_kind(names)):
            continue
        least, most = _how_many(names)
        if (match["all"] or _of_one_kind(names)) and not least <= int(value.middle) <= most and value.middle < MOST:
            end = counted.span.end + match.end("list") - match.end("count")
            yield _wrong(Span(counted.span.start, end), counted.printed, least, most)


def _fault(match: re.Match[str], names: str, count: int, *, more: bool) -> Iterator[Fault]:
    """Yield a list of names that is longer than is said, or shorter, unless there are `more`."""
    least, most = _how_many(names)
    if not least - OFF <= count <= most + OFF:
        return  # so far off that the list is not what is counted
    if least > count or (most < count and not more):
        place = next(match.start(name) for name in ("count", "quoted", "plain") if match.groupdict().get(name))
        said = re.split("[，：（]", match.string[place : match.end()])[0].strip("“”")
        yield _wrong(Span(*match.span()), said, least, most)


def _wrong(span: Span, said: str, least: int, most: int) -> Fault:
    shown = f"{least}" if least == most else f"{least}到{most}"
    return Fault("sum", span, f"写的是“{said}”，列出的名称有{shown}个", _ASK, severity="warning")


def _how_many(names: str) -> tuple[int, int]:
    """Return how many names a list holds at least and at most: 和 may stand within one."""
    least = len(re.findall("[、—]", names)) + 1
    return least, least + len(re.findall("[和及与]", names))


def _of_one_kind(names: str) -> bool:
    """Tell whether names are all of places or bodies, by how they end: A村、B村."""
    each = re.split("[、和及与]", names)
    alike = len({name[-2:] for name in each}) == 1
    bodies = len({name[-1:] for name in each}) == 1 and _BODY.search(each[0])
    return bool(alike or bodies) and not re.search("[是为有达]", names)


def _even(before: str, names: str, *, quoted: bool) -> bool:
    """Tell whether names are as long as each other; before the first may be a verb, and must be of two."""
    first, *others = re.sub("[“”]", "", names).split("、")
    length = len(others[0])
    if re.search("[和及与]", others[-1]):
        return False
    first = first[-length:] if len(others) > 1 and _LEADS.search(first[:-length]) else first
    if any(len(other) != length for other in others):
        return not quoted and len(others) > 1 and all(abs(len(other) - length) < 3 for other in others)
    led = _LEADS.search(f"{before[-6:]}{first[:-length]}") if len(others) == 1 else True
    return bool(led) and len(first) >= length


def _announced(text: str) -> Iterator[Fault]:
    """Yield points that are not as many as is said before them: 三件事：一是…二是…."""
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
        count = number_of(match["count"])
        if reached not in (1, count):
            message = f"说的是{match['count']}{match['unit']}，往下数{'只' if reached < count else '却'}有{reached}条"
            span = Span(match.start("count"), match.end("unit"))
            yield Fault("sum", span, message, "请核对条数和序号", severity="warning")
