"""The rule for formulations: fixed wordings that are misquoted, with the right wording as suggestion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.members import WrongList, find_members
from drafter.check.misspelt import find_misspelt
from drafter.check.near_misses import find_near_misses
from drafter.check.number_terms import find_number_terms
from drafter.check.reading import Taken
from drafter.check.slips import find_slips
from drafter.check.swapped import find_swapped
from drafter.check.typos import find_typos
from drafter.model import Finding, Severity, Span
from drafter.text.formulations import unscrubbed
from drafter.text.sentences import sentences

_SAYINGS = re.compile(
    "(?:学习|贯彻|落实|领会|践行|牢记|遵循|按照|对照|宣传|传达)[^，。；：]{0,18}?重要(?:讲话|指示|批示|论述|回信|指示批示|讲话和指示)(?:和?重要(?:讲话|指示|批示|论述))*(?:精神)?"
)
_SPEAKERS = re.compile(
    "习近平|总书记|总理|主席|书记|省长|市长|县长|区长|部长|领导|同志|中央|国务院|省委|市委|县委|区委"
)
# 学习在中央农村工作会议上的重要讲话: the speaker would stand before 在
_WHERE_ONLY = re.compile(
    "(?:学习|贯彻|落实|领会|践行|牢记|宣传|传达)+(?:在|关于|视察|考察)[^，。；：]{2,24}重要(?:讲话|指示|批示|论述)(?:精神)?"
)
_PEOPLE = re.compile("习近平|总书记|总理|主席|同志|书记|省长|市长")
SURE = 8  # characters that are a scrubbed wording whatever stands before them; 经济思想 needs a 学习 or 践行
_LEADS = re.compile("(?:学习|贯彻|践行|领会|落实)$")
_LISTS = {
    "missing_member": "漏了“{}”",
    "foreign_member": "“{}”不在其中",
    "repeated_member": "“{}”写了两遍",
    "order": "各项的次序不对",
}


def find_misquotes(case: Case) -> Iterator[Finding]:
    """Yield the fixed wordings that are not quoted word for word, each stretch once."""
    taken = Taken(len(case.document.raw))
    for matcher in MATCHERS:
        for found in matcher(case):
            if not taken.meets(found.span):
                taken.take(found.span)
                yield found


def _scrubbed(case: Case) -> Iterator[Finding]:
    for start, end, right in unscrubbed(case.document.text):
        span = Span(start, end)
        if len(span) < SURE and not _LEADS.search(case.document.text, max(0, start - 2), start):
            continue
        message = f"“{span.of(case.document.text)}”里的姓名被抹去或写错了"
        yield _finding(case, span, "scrubbed", message, right, severity="error")


def _nobodys(case: Case) -> Iterator[Finding]:
    text = case.document.text
    for sentence in sentences(text):
        for match in _SAYINGS.finditer(text, sentence.start, sentence.end):
            alone = _WHERE_ONLY.fullmatch(match.group()) and not _PEOPLE.search(text, sentence.start, match.end())
            if alone or not _SPEAKERS.search(text, sentence.start, match.end()):
                message = f"“{match.group()}”没有说是谁的，姓名职务多半被抹去了"
                yield _finding(case, Span(*match.span()), "scrubbed", message, "", severity="error")


def _numbers(case: Case) -> Iterator[Finding]:
    for each in find_number_terms(case.document.text):
        wrong, kind = ("数字", "wrong_number") if each.is_number else ("用字", "wrong_character")
        message = f"“{each.span.of(case.document.text)}”是“{each.right}”之误，{wrong}不对"
        yield _finding(case, each.span, kind, message, each.right, severity="error")


def _members(case: Case) -> Iterator[Finding]:
    period = case.own.period
    for each in find_members(case.document.text):
        if period and each.since > f"{period.year}-12":
            continue  # 四个自信 were three in 2015
        yield _finding(case, each.span, each.fault, _told(each), each.right, severity="warning")


def _told(wrong: WrongList) -> str:
    return f"列举的内容与规范表述不一致：{_LISTS[wrong.fault].format(wrong.words)}"


def _swaps(case: Case) -> Iterator[Finding]:
    for each in find_swapped(case.document.text):
        message = f"“{each.span.of(case.document.text)}”前后颠倒或动词搭配不对"
        yield _finding(case, each.span, "order", message, each.right, severity="warning")


def _slips(case: Case) -> Iterator[Finding]:
    period = case.own.period
    for each in find_slips(case.masked):
        if each.since and (period is None or each.since > f"{period.year}-12"):
            continue
        span = case.masked.span(each.span.start, each.span.end)
        message = f"“{span.of(case.document.text)}”是误写"
        found = _finding(case, span, "wrong_character", message, each.right, severity="error")
        yield replace(found, suggestion=f"应为：{each.right}")


def _near_misses(case: Case) -> Iterator[Finding]:
    for miss in (*find_near_misses(case.masked), *find_typos(case.masked)):
        span = case.masked.span(miss.span.start, miss.span.end)
        message = f"“{span.of(case.document.text)}”与规范表述差 {miss.distance} 个字"
        yield _finding(case, span, "wrong_character", message, miss.wording, severity="warning")


def _misspelt(case: Case) -> Iterator[Finding]:
    for each in find_misspelt(case):
        span = case.masked.span(each.span.start, each.span.end)
        message = f"“{span.of(case.document.text)}”像是“{each.right}”的误写：大家都写后者"
        found = _finding(case, span, "wrong_character", message, each.right, severity="warning")
        yield replace(found, suggestion=f"请核对，多半应为：{each.right}")


MATCHERS: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    _scrubbed,
    _nobodys,
    _slips,
    _members,
    _swaps,
    _numbers,
    _near_misses,
    _misspelt,
)


def _finding(case: Case, span: Span, kind: str, message: str, right: str, *, severity: Severity) -> Finding:
    suggestion = f"规范表述是：{right}" if right else "请补上是谁的讲话或批示"
    return finding(case, span, rule="formulation", kind=kind, message=message, severity=severity, suggestion=suggestion)
