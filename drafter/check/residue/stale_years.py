"""Years in a draft that belong to another year's report: as its topic, not as history, comparison or goal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import Reading, period_of, read
from drafter.model import Finding, Period, Span
from drafter.text.periods import find_date

_YEAR = re.compile(
    r"(?<![\d〔\[—–~～到-])(?<!(?<!截)至)(20\d\d)年(?:度)?(?!\d{1,2}月\d{1,2}日|前(?!三个?季度)|底前|以前|后|之后)",
    re.ASCII,
)
_SPANS = re.compile(r"^(?:底|末)?(?:以来|起|至|到|[—–~～-])")
# A year is the topic where a sentence sets out with it, or where the work of a whole year is called by it.
_SETS_OUT = re.compile(
    r"(?:^|[。；！？\n：]|各位代表，|同志们，)(?:在|回顾|总结|展望|过去的|刚刚过去的|一、|（[一二三四五六]）)?$"
)
_GOES_ON = re.compile(
    "(?:上半年|下半年|前三季度|全年)?(?:以来)?(?:，(?!(?:国家|中央|省|市委|县委))"
    "|我[们镇乡街]|全[镇乡街县市区]|镇|乡|街道|本[镇乡]|是|来，|工作|政府|主要|[取所](?:得|做)的|的成绩|在[^，。]{0,30}(?:领导|支持)下)"
)
_NAMES_WORK = re.compile(
    "(?:上半年|下半年|前三季度|全年|第?四季度)?(?:的)?(?:[镇乡]|街道|全[镇乡])?(?:党委|政府|人民政府)?(?:的)?"
    "(?:主要|重点|各项|经济社会发展)*(?:的)?(?:工作|目标任务|目标|任务|民生实事|预期目标)"
    "(?:情况|总结|回顾|完成情况|报告|任务|打算|计划|安排|思路|要点|重点|目标|成绩|成效|的总体要求|总体要求)*"
)
_SUMMED_UP = re.compile("(?:截至|截止|截止到|过去的|刚刚过去的|回顾)$")
_IS_A_YEAR = re.compile("是[^。；]{0,40}(?:之年|一年|元年)")
_HISTORY = re.compile(
    "荣获|获评|被评|获得|入选|列入|纳入|评为|授予|立项|成立|设立|撤[乡并镇]|换届|首次|以来|(?<!同)比(?!例|重|武)|较|同期|基数|的(?:基础|水平)上"
)
_JOINED = re.compile("(?:(?<!截)至|[到—–~～和与]|(?<![一二三四五六七八九十])、)$")
_PART_DONE = re.compile("(?:上半年|前三季度)，")  # of a year to come, a report tells no part as done
# What is told of a year as done: 2025年，街道完成一般公共预算收入1.2亿元，增长6%; none where it is hoped for.
_TOLD_AS_DONE = re.compile(
    r"(?:^|(?<=[。；！？\n：]))(20\d\d)年(?=，(?:全[镇乡街]道?|镇|乡|街道)?(?:完成|实现|新增|建成)[^，。；]{2,20}\d[^，。；]*，"
    r"(?:同比)?(?:增长|下降)\d)",
    re.ASCII | re.M,
)
_HOPED = re.compile("将|力争|确保|目标|预期|计划|争取|预计|左右|以上|突破|要|打算")
_HEAD = frozenset(("title", "dateline", "speaker"))
_AHEAD = re.compile("到|至|力争|确保|目标|计划|将|预计|打算|谋划|争取|规划|建成|实现|底|拟|迎接|开工")
# A goal set for a year that is over: 到2022年底，我们将力争…
# The report's own year where it is still to come: 做好2023年工作, 2023年，我们将…
_PLANNED = re.compile(
    r"(?<!为)(?:做好|抓好|干好|谋划好?|展望|迎战|奋战)(?P<to_do>20\d\d)年"
    r"(?:度)?(?:(?:的)?(?:各项|重点|经济社会发展|政府|全[镇乡])*(?:的)?(?:工作|目标任务)|(?<=展望20\d\d年)(?=[，、]))"
    r"|(?:^|(?<=[。；\n：！])|(?<=代表，))(?P<done>20\d\d)年(?:度)?(?:，(?:我们|全[镇乡街]道?|镇政府|街道)?(?:将(?!军|[^，。；]{1,20}(?:作为|纳入|列[为入]|摆在|放在|融入|与|转化|变成|贯穿|确定为))|要(?!求|素|闻))"
    "|，?(?:政府|全[镇乡]|经济社会发展|我们|的)*(?:工作)?的?(?:总体要求|总体思路|指导思想|主要预期目标|主要目标|预期目标|总体目标|奋斗目标|工作思路)是"
    "|的?(?:目标任务|工作任务|目标|任务|工作)(?:已经?(?:明确|确定)|[十非更]?[分常加]?(?:艰巨|繁重))"
    "|的?(?:主要|重点)?工作(?:计划|打算|安排|部署|思路|谋划)"
    "|，?(?:我们)?(?:要|将)?(?:重点|主要|着力|突出)(?:抓|做)好以下"
    "|是[^。；]{4,40}(?:之年|一年)，(?:(?:我们|全[镇乡街]道?|镇政府|街道)(?:将(?!军|[^，。；]{1,20}(?:作为|纳入|列[为入]|摆在|放在|融入|与|转化|变成|贯穿|确定为))|要(?!求|素|闻))|做好[^，。]{0,6}工作))",
    re.ASCII | re.M,
)
# Documents of a year that are to be carried out: 落实2021年中央一号文件.
_DOCUMENT = re.compile(
    r"(20\d\d)年(?:中央一号文件|中央农村工作会议|中央经济工作会议|全国“?两会”?|国务院政府工作报告)(?!以来)", re.ASCII
)
_PAST_GOAL = re.compile(
    r"(?:到|至)(?P<by>20\d\d)年(?:底|末)?，?(?:我们|全[镇乡]|街道)?(?:将|力争|确保|争取|要(?!求))"
    r"|(?:^|(?<=[，。；：！\n]))(?:力争|确保|争取|计划)(?:到|在|于)?(?P<hope>20\d\d)年"
    r"|(?:聚焦|围绕|瞄准|锚定|冲刺|紧盯)(?P<aim>20\d\d)年[^，。；]{0,12}目标",
    re.ASCII,
)


def find_stale_years(case: Case) -> Iterator[Finding]:
    """Yield the years that a report of this period does not speak of as its own."""
    period = period_of(case)
    if period is None:
        return
    reading = read(case.document)
    for span, said, advice in _stale(case, reading, period):
        if not reading.is_annexed(span):
            message = f"“{span.of(reading.text)}”{said}，疑为旧稿的残留"
            yield finding(case, span, rule="residue", kind="year", message=message, suggestion=advice)


def _stale(case: Case, reading: Reading, period: Period) -> Iterator[tuple[Span, str, str]]:
    """Yield stale years with what is wrong with each and what to do."""
    for match in _PAST_GOAL.finditer(reading.text):
        year = match["by"] or match["aim"] or match["hope"]
        if int(year) < period.year:
            yield Span(*match.span()), f"要在 {year} 年做到，这一年已经过去", "请改为今后的年份，或删去"
    for match in _PLANNED.finditer(reading.text):
        year = int(match["done"] or match["to_do"])
        if period.part == "first_half" and match["done"] and year == period.year + 1 and "将" in match.group():
            yield Span(*match.span()), "是年度报告的打算，本稿接下来的时段还在今年", "请改为“下半年”"
        if period.part == "year" and year == period.year and not _is_head(case, Span(*match.span())):
            said = f"说的是打算，而本稿报告的就是 {period.year} 年"
            yield Span(*match.span()), said, f"打算部分请改为“{period.year + 1}年”"
    for match in _DOCUMENT.finditer(reading.text):
        if int(match[1]) < period.year - 1:
            yield Span(*match.span()), f"早于本稿的时段（{period}）", "请改为当年的文件、会议，或删去"
    yield from _out_of_place(case, reading, period)


def _out_of_place(case: Case, reading: Reading, period: Period) -> Iterator[tuple[Span, str, str]]:
    """Yield the years that are told as if they were the report's own, with what is wrong and what to do."""
    for match in _TOLD_AS_DONE.finditer(reading.text):
        span = Span(*match.span())
        hoped = _HOPED.search(reading.sentence(span).of(reading.text)) or reading.is_planned(span)
        if int(match[1]) == period.year + 1 and not hoped:
            yield span, f"还没有到，本稿报告的是 {period.year} 年", f"请改为“{period.year}年”"
    for match in _YEAR.finditer(reading.text):
        year, span = match[1], Span(*match.span())
        if int(year) != period.year and _is_stale(case, reading, span, int(year), period):
            advice = f"回顾部分请改为“{period.year}年”，打算部分请写下一期；确指往年的，请写成比较或沿革"
            yield span, f"与本稿的时段（{period}）不符", advice


def _is_stale(case: Case, reading: Reading, span: Span, year: int, period: Period) -> bool:
    """Tell whether a year that is not the report's own is spoken of as if it were."""
    if _is_head(case, span):
        return year not in {period.year, period.year + 1} and not find_date(reading.text[span.start : span.start + 12])
    sentence = reading.sentence(span)
    before, after = reading.text[sentence.start : span.start], reading.text[span.end : sentence.end]
    if _SPANS.match(after) or _JOINED.search(before) or _tells_of_many(sentence.of(reading.text), period):
        return False
    named = bool(_NAMES_WORK.match(after) or _SUMMED_UP.search(before))
    sets_out = _SETS_OUT.search(reading.text[max(0, span.start - 8) : span.start])
    topical = named or bool(sets_out and _GOES_ON.match(after))
    if year > period.year:
        is_next = year == period.year + 1
        if is_next and topical and _PART_DONE.match(after) and not (_AHEAD.search(after) or reading.is_planned(span)):
            return True
        in_time = is_next and (period.part == "year" or reading.is_planned(span))
        return topical and not in_time and not _AHEAD.search(sentence.of(reading.text))
    if named or _IS_A_YEAR.match(after):
        return True
    return topical and not _HISTORY.search("，".join(after.split("，")[:2]))


def _is_head(case: Case, span: Span) -> bool:
    return any(block.role in _HEAD and block.span.covers(span) for block in case.document.blocks)


def _tells_of_many(sentence: str, period: Period) -> bool:
    """Tell whether a sentence goes through several years: the last one, this one and the next, or older ones."""
    years, ours = set(_YEAR.findall(sentence)), {str(period.year), str(period.year + 1)}
    return len(years - ours) > 1 or {str(period.year - 1), *ours} <= years
