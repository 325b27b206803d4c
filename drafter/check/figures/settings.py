"""When and where a figure holds: the times and places that a sentence names, as keys that can be compared."""

from __future__ import annotations

import re

from drafter.model import Period, Span

_TO = "[-—~～至到]{1,2}"
_PART = (
    rf"上半年|下半年|前三个?季度|前三季|第?[一二三四1-4]季度|\d{{1,2}}月?份?{_TO}\d{{1,2}}月|\d{{1,2}}月|全年"
    "|前[一二三四五六七八九十\\d]+个?月|[春秋夏冬]季|年初"
)
_YEAR = "(?:19|20)\\d\\d年|二[〇○零]..年|今年|本年|当年|去年|上年|前年|明年|来年"
_TIME = re.compile(
    rf"(?:(?P<year>{_YEAR})度?(?P<part>{_PART})?|(?P<alone>{_PART}))份?(?P<end>[底末初]|以来)?"
    r"|(?P<long>[“\"]?十[二三四五六]五[”\"]?(?:时期|期间|以来)?|(?<!经)[过近][去来]?[一二三四五六七八九十两几\d]+年(?:来|间)?"
    "|[三四五六七八九十\\d]年(?:来|间|累计)|历年|(?:用|未来|今后)[两三四五\\d]+年|(?:换届|任期|本届|建[镇乡]|任职|政府成立)[^，。]{0,4}(?:以来|内)|近年来|往年"
    '|(?:[“"]?(?:五一|十一|双节)[”"]?|春节|国庆|元旦|中秋|端午|清明|暑假|寒假|假日|节日)(?:节?黄金周|小?长假|假期|期间|假日|前后))'
)
_COMPARED = re.compile("[比较与同由从占自]$|相比$|对比$")
_SAME_TIME = re.compile(  # with what follows, no time of a figure: 上年同期, 年初向群众承诺的|10件
    "同期|相比|水平|增长|下降|的?基础上|的?\\d|(?<=年初)[^，；。]{0,8}?(?:承诺|确定|制定|提出|下达|部署|安排|公布|票决|预算)"
)
_OWN_PARTS = {
    "year": {"", "全年", "12月"},
    "first_half": {"", "上半年", "6月", "1-6月", "1月-6月", "前六个月", "前6个月"},
    "first_three_quarters": {"", "前三季度", "前三个季度", "9月", "1-9月", "1月-9月", "前九个月", "前9个月"},
    "second_half": {"", "下半年"},
    "fourth_quarter": {"", "四季度", "第四季度"},
}
_SHIFTS = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1}
_NUMERALS = {"〇": "0", "○": "0", "零": "0"} | {
    numeral: str(value) for value, numeral in enumerate("一二三四五六七八九", 1)
}

_BODY = "村委会|村|社区|居委会|片区|园区|公司|合作社|小学|中学|幼儿园|卫生院|敬老院|镇|乡|街道|县|市|省|区|国"
_PLACE = re.compile(
    f"(?P<own>(?:全|我|本)(?:镇|乡|街道|街|场)(?!村))|(?P<wide>(?:全|我|本)(?:县|市|区|省|国))(?!第|前)"
    f"|(?P<name>(?:(?![全我本][镇乡县市区])[\u4e00-\u9fff]){{1,4}}?(?:{_BODY}))(?![级容道民组]|(?<=乡)村)"
)
_LED = re.compile("完成|实施|建成|建设|新建|打造|推进|启动|开展|投入|改造|实现|巩固|整治|修建|提升|引导|组织")
_NO_NAME = re.compile(
    "(?:地|辖|小|校|厂|景|灾|老|特|镇|矿|林|库|牧|灌|养殖|生活|功能|开发|保护|聚|完成|实施|建成|建设|新建|打造|推进|启动|开展|投入|改造|实现|巩固|扩大|提升|各|每|行政|自然|农|乡|全|示范|涣散|后进|贫困|脱贫|重点|新|城|集|山|中心|美丽|和谐|强|弱|空壳|红|到|进|入|下|驻|个|多|余|所有|薄弱|先进|试点|文明"
    "|民营|工业|规上|企业|高新|合格|幸福|特色|工商|股份|有限|家|所|座|处|街|城市|超|上|门|菜|批发|农贸|交易|专业|农民|类|新型|商|夜|通|壮大|惠及|受益|有|共|发展|培育|扶持|组建|成立|创办|领办|培养|覆盖|涉及|中)"
    "(?:的)?$"
)


def times_named(sentence: str, own: Period | None) -> list[tuple[Span, str]]:
    """Return the times that a sentence names, in order, with their keys; "" is the report's own period.

    A time that something is only compared with (比去年, 上年同期) is none.
    """
    found = []
    for match in _TIME.finditer(sentence):
        if _COMPARED.search(sentence[: match.start()]) or _SAME_TIME.match(sentence, match.end()):
            continue
        found.append((Span(*match.span()), _time_key(match, own)))
    return found


def _time_key(match: re.Match[str], own: Period | None) -> str:
    if match["long"]:
        return match["long"]
    year, part = match["year"] or "", re.sub("[第份]", "", match["part"] or match["alone"] or "")
    part = re.sub(_TO, "-", part)
    number = _year(year, own)
    same_year = not year or (number == str(own.year) if own else number == "0")
    if same_year and match["end"] != "初" and part != "年初" and part in (_OWN_PARTS[own.part] if own else {""}):
        return ""
    since = "以来" if match["end"] == "以来" and not same_year else ""
    start = "初" if match["end"] == "初" or part == "年初" else ""
    return f"{number if year or not own else own.year}{part}{since}{start}"


def _year(written: str, own: Period | None) -> str:
    """Return a year as a number, from today's where the report's own is not known."""
    if written in _SHIFTS:
        return str((own.year if own else 0) + _SHIFTS[written])
    return "".join(_NUMERALS.get(character, character) for character in written.rstrip("年"))


def places_named(sentence: str, locality: str) -> list[tuple[Span, str]]:
    """Return the places and bodies that a sentence names, in order, with their keys; "" is the whole locality."""
    found = []
    for match in _PLACE.finditer(sentence):
        name = match["name"] or ""
        if name and _is_common(name):
            continue
        led = _LED.match(name)
        span = Span(match.start() + (led.end() if led else 0), match.end())
        own = match["own"] or (locality and name.endswith(locality))
        found.append((span, "" if own else match["wide"] or name[led.end() if led else 0 :]))
    return found


def _is_common(name: str) -> bool:
    """Tell whether a name is none: 各村, 行政村, 农民专业合作社."""
    body = next(body for body in _BODY.split("|") if name.endswith(body))
    return not name.removesuffix(body) or bool(_NO_NAME.search(name.removesuffix(body)))
