"""Games, fairs and feasts that are over, still being prepared for: 做好杭州亚运会服务保障 in a plan for 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import period_of, read
from drafter.check.residue.tense import first_month, years_before, years_of_term
from drafter.config import table
from drafter.model import Finding, Span
from drafter.text.lookout import Lookout

# What is done for an event before it and while it lasts …
_PREPARED = re.compile(
    "筹备|筹办|备战|迎接|喜迎|迎战|盛迎|[“迎]|保障|护航|做好|办好|倒计时|冲刺|助力|当好|决战|服务|举办|承办|协办|参与|安保|维稳|确保|全力"
    "|期间|前夕|东道主|志愿者|营造|契机|为主线"
)
# … and what is said of it when it is over.
_OVER = re.compile(
    "效应|遗产|红利|经验|精神|以来|[之以]?后|曾|赛后|冠军|金牌|奖牌|获奖|荣获|回顾|成果|场馆(?:惠民|开放|利用|运营)|火炬手|打响|传承|历史|圆满|成功|顺利|比"
)
_NEVER = "9999-12"
_AHEAD = re.compile("确保|力争|将|全力|奋力|要")


def find_stale_events(case: Case) -> Iterator[Finding]:
    """Yield the events that were over before the time a sentence speaks of, where they are spoken of as to come."""
    period = period_of(case)
    if period is None:
        return
    reading = read(case.document)
    years = years_of_term(reading.text)
    for span in _lookout().find(reading.text):
        name = span.of(reading.text)
        rest = reading.clause(span).of(reading.text).replace(name, "", 1)
        if _AHEAD.search(rest):
            rest = rest.replace("圆满", "").replace("成功", "").replace("顺利", "")
        over, again = _lives()[name]
        month = first_month(reading, span, period)
        if not over <= years_before(month, years) < again or not _PREPARED.search(rest) or _OVER.search(rest):
            continue
        if not reading.is_annexed(span):
            yield _finding(case, span, name, over)


@cache
def _lives() -> dict[str, tuple[str, str]]:
    """Return for each event the month in which it is over, and the one in which the next of its name is prepared."""
    rows = (row for row in table("eras.tsv") if row[0] == "盛会")
    return {name: (until[:7], since[:7] or _NEVER) for _, since, until, names in rows for name in names.split("|")}


@cache
def _lookout() -> Lookout:
    return Lookout(_lives())


def _finding(case: Case, span: Span, name: str, over: str) -> Finding:
    return finding(
        case,
        span,
        rule="residue",
        kind="slogan",
        severity="error",
        message=f"“{name}”在 {over} 以前已经结束，疑为旧稿的残留",
        suggestion="请删去，或换成本年度的活动；回顾往年的，请写明年份",
    )
