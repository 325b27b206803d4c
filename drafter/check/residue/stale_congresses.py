"""Party congresses of a province other than the one in force: 省委十一届十次全会 in 湖南 in 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import period_of, read
from drafter.check.residue.own_chain import province_of
from drafter.config import table
from drafter.model import Finding, Span

YEARS = 5  # of a term; in its last year the next one may begin
_HAN = "[一二三四五六七八九十]{1,3}"
_NAMED = {
    "省": "(?:省委|省)",
    "市": "(?:市委|市)",  # of the four cities that are provinces
    "区": "(?:自治区党委|自治区|区党委)",
}
_MEETING = f"第?(?P<term>{_HAN})(?:次(?:党代会|党的代表大会|代表大会)|届(?:历次|{_HAN}次|{_HAN}中)全(?:会|体会议))"

_PAST = re.compile("以来|上届|过去|历届|20\\d\\d年|同期")


def find_stale_congresses(case: Case) -> Iterator[Finding]:
    """Yield the congresses and plenary sessions of the own province that belong to another term."""
    own, period = case.own.locality, period_of(case)
    province = province_of(own) if own else ""
    if period is None or province not in _congresses():
        return
    term, since = _congresses()[province]
    if period.year <= int(since[:4]) or period.year >= int(since[:4]) + YEARS:
        return
    reading = read(case.document)
    for match in _pattern(province[-1]).finditer(reading.text):
        span = Span(*match.span())
        past = _PAST.search(reading.clause(span).of(reading.text))
        if match["term"] != term and not past and not reading.is_annexed(span):
            yield finding(
                case,
                span,
                rule="residue",
                kind="session",
                severity="error",
                message=f"“{match.group()}”的届次不对：{province}本届党代会是第{term}次",
                suggestion=f"请改为第{term}届（次）的会议；回顾沿革的，请写明年份",
            )


@cache
def _congresses() -> dict[str, tuple[str, str]]:
    """Return the number and the month of the last congress of each province."""
    return {province: (term, since) for province, term, since in table("congresses.tsv")}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(f"(?<![县各区乡镇州盟旗兄]){_NAMED[kind]}{_MEETING}")
