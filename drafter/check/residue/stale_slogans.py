"""Slogans past their life, or not yet born, and what is said of another year (`data/formulations.tsv`, `eras.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import Reading, period_of, read
from drafter.check.residue.tense import FIRST_MONTH, first_month, years_before, years_of_term
from drafter.config import table
from drafter.model import Finding, Period, Span
from drafter.text.formulations import formulations
from drafter.text.lookout import Lookout
from drafter.text.periods import find_date

_LAST_MONTH = {"year": 12, "first_half": 6, "second_half": 12, "first_three_quarters": 9, "fourth_quarter": 12}
GRACE = 3  # months after the period in which a report on it is given, and a new slogan may come into it
# What looks back on a slogan may name it after its life.
_REMEMBERED = re.compile(
    "巩固|拓展|成果|(?<![春国][节庆])(?<!假日)期间|时期|收官|圆满|历史|如期|以来|回顾|经验|总结|时代|打赢了|胜利|取得|实现了|全面完成|三年|五年|[之以]后|结束|转段|衔接"
    "|顺利|[比较](?![例重武学好高低大多])|相当于|成就|曾|当年|获|荣|称号|纪念|的[\\d.]+倍|档案|教育、.*教育|验收|评估|人口|对象|系统|资产|项目库"
)
# What is still to be done is not remembered: 确保圆满完成“十三五”各项目标任务.
_DONE = re.compile("收官|圆满|如期|总结|打赢了|胜利|取得|实现了|全面完成|顺利|验收|评估|获|荣|称号|转段|结束|完成")
LONG_PAST = 10  # months after which nobody tells any more that it was done
_AHEAD = re.compile("确保|力争|奋力|誓|将继续|我们将|全[镇乡]将|坚决(?:打赢|夺取)|全力(?:完成|冲刺)")
_ENDED = re.compile("圆满|如期|全面完成|胜利|顺利|取得|收官|(?<=[五”])(?:期间|时期)|^(?:期间|时期)")
_OF_YEAR = re.compile(
    "“(?P<plan>十[二三四五六]五)”(?:规划)?(?:实施)?(?:的)?(?P<soon>圆满|胜利|顺利|即将)?(?P<what>开局|收官|收尾|起步)(?:之年|年|之战)?"
    "|(?P<spirit>党的(?:二十|十九)大(?:精神)?|二十大(?:精神)?)的?(?P<turn>开局|召开|胜利召开)之年"
    "|(?:今年|是|恰逢|迎来|正值|喜迎|时值|庆祝|迎接)[^，。；]{0,6}(?P<born>新中国|中华人民共和国|中国共产党|建党|建国|改革开放)(?:成立)?(?P<count>\\d{2,3})周年(?![^。；]*周年)"
)
_TO_COME = re.compile("迎接|喜迎|献礼")  # what says so is over with what it awaits, and no plan names it again
# Slogans that are also plain words count only where their matter is spoken of.
_MATTER = dict.fromkeys(("动态清零", "“动态清零”", "联防联控机制"), re.compile("疫|防控|核酸|方针|病例"))
# Words that are said of other matters too.
_OTHER_MATTER = dict.fromkeys(
    ("疫情防控", "疫情防控工作"),
    re.compile("动物|畜|禽|猪|牛|羊|流感|登革|手足口|诺如|鼠疫|传染病|松材|虫|过去|三年|新冠|转段|放开"),
)
_OF_MEETING = re.compile("党的.{1,3}大|全会")
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_SPIRITS = {"十九大开局": 2018, "十九大召开": 2017, "二十大开局": 2023, "二十大召开": 2022}
_BORN = {"新中国": 1949, "中华人民共和国": 1949, "建国": 1949, "中国共产党": 1921, "建党": 1921, "改革开放": 1978}
_FORMER = re.compile("原[省市县区旗镇乡]?$")  # 原工商局
_SAID_YEAR = re.compile(r"(20\d\d)年(?!底前|以前)", re.ASCII)
_SAID = re.compile(r"(20\d\d)年[^，。；]{0,12}$", re.ASCII)


def find_stale_slogans(case: Case) -> Iterator[Finding]:
    """Yield the slogans that were not in use in the draft's time, and the years that are called what another is."""
    period = period_of(case)
    if period is None:
        return
    reading = read(case.document)
    yield from _out_of_life(case, reading, period)
    yield from _of_another_year(case, reading, period)


def _out_of_life(case: Case, reading: Reading, period: Period) -> Iterator[Finding]:
    years = years_of_term(reading.text)
    opening = f"{period.year}-{FIRST_MONTH.get(period.part, 1):02}"
    last = _given(case, period)
    for span in _mortal().find(reading.text):
        words = span.of(reading.text)
        life = _lives().get(words)
        if life is None or reading.is_annexed(span) or not _is_meant(reading, span):
            continue
        rest = reading.clause(span).of(reading.text).replace(words, "", 1)
        if _in_life(rest, life) or _FORMER.search(reading.text, max(0, span.start - 2), span.start):
            continue
        month = first_month(reading, span, period) if _TO_COME.search(words) else opening
        first = years_before(month, years)
        clause = reading.clause(span)
        if _AHEAD.search(rest) or "，我们将" in reading.text[clause.end - 1 : clause.end + 4]:
            rest = _ENDED.sub("", rest)
        if life.until and _months(first) - _months(life.until) > LONG_PAST:
            rest = _DONE.sub("", rest)
        if life.until and life.until < first and not _REMEMBERED.search(rest):
            yield _finding(case, span, f"“{words}”是 {life.until} 以前的提法，已经过时", _successor(words, last))
        elif life.since > last and _OF_MEETING.search(words):
            yield _finding(case, span, f"“{words}”始于 {life.since}，晚于本稿的时段（{period}）", "")


def _in_life(clause: str, life: Life) -> bool:
    """Tell whether a clause says of which year it speaks, and the wording was in use then: 于2020年实现脱贫摘帽."""
    return any(life.since[:4] <= year <= life.until[:4] for year in _SAID_YEAR.findall(clause))


def _months(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def _is_meant(reading: Reading, span: Span) -> bool:
    """Tell whether words that are also plain ones are the slogan: its matter is spoken of in the sentence."""
    words, sentence = span.of(reading.text), reading.sentence(span).of(reading.text)
    matter, other = _MATTER.get(words), _OTHER_MATTER.get(words)
    return not (matter and not matter.search(sentence)) and not (other and other.search(sentence))


def _successor(words: str, day: str) -> str:
    """Return what is said now instead: the wording of the Party meetings in force, or a way out."""
    if _OF_MEETING.search(words) and not _TO_COME.search(words):
        spirits = [row for row in table("eras.tsv") if row[0] == "精神"]
        spirit = next((text for _, since, until, text in spirits if since[:7] <= day < until), "")
        return f"请改为“{spirit}”" if spirit else ""
    return "请删去，或换成现行的提法；回顾沿革的，请写明是往年的事"


def _finding(case: Case, span: Span, message: str, advice: str) -> Finding:
    suggestion = advice or "请换成当时已有的提法"
    return finding(case, span, rule="residue", kind="slogan", message=message, suggestion=suggestion)


@dataclass(frozen=True, slots=True)
class Life:
    """The months in which a wording is in use; "" where nothing is known."""

    since: str
    until: str  # the last one


@cache
def _lives() -> dict[str, Life]:
    """Return the wordings that have a beginning or an end."""
    lives = {wording: Life(each.since, each.until) for each in formulations() for wording in each.wordings}
    for kind, since, until, words in table("eras.tsv"):
        if kind == "提法":
            lives |= dict.fromkeys(words.split("|"), Life(since[:7], _month_before(until)))
    return {wording: life for wording, life in lives.items() if life.since or life.until}


def _month_before(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}"


@cache
def _mortal() -> Lookout:
    """Return what finds the wordings; longer ones go first, those without a known life too."""
    return Lookout({wording for each in formulations() for wording in each.wordings} | set(_lives()))


def _given(case: Case, period: Period) -> str:
    """Return the month a report is given in: by its date line, or at the latest some months after its period."""
    for block in case.document.blocks:
        if block.role == "dateline" and (date := find_date(block.span.of(case.document.text))):
            return f"{date.year}-{date.month:02}"
    month = _LAST_MONTH[period.part] + GRACE
    return f"{period.year + (month > 12)}-{(month - 1) % 12 + 1:02}"


def _of_another_year(case: Case, reading: Reading, period: Period) -> Iterator[Finding]:
    for match in _OF_YEAR.finditer(reading.text):
        meant = _year_of(match)
        span = Span(*match.span())
        said = _SAID.search(reading.text, max(0, span.start - 40), span.start)
        if (
            meant is None
            or reading.is_annexed(span)
            or (int(said[1]) == meant if said else meant in {period.year, period.year + 1})
            or (match["soon"] and meant < period.year)
        ):
            continue
        yield _finding(
            case,
            span,
            f"“{match.group()}”说的是 {meant} 年，与{'前面的年份' if said else f'本稿的时段（{period}）'}不符",
            "请改为本稿年份的说法，或删去",
        )


def _year_of(match: re.Match[str]) -> int | None:
    """Return the year that is called so, None when the table does not know."""
    if plan := match["plan"]:
        return _PLANS[plan] + (0 if match["what"] in {"开局", "起步"} else 4) if plan in _PLANS else None
    if spirit := match["spirit"]:
        name = "十九大" if "十九" in spirit else "二十大"
        return _SPIRITS[name + ("开局" if match["turn"] == "开局" else "召开")]
    return _BORN[match["born"]] + int(match["count"])
