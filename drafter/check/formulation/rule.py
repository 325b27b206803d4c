"""The rule for formulations: fixed wordings that are misquoted, with the right wording as suggestion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.formulation.halves import find_half_right
from drafter.check.formulation.members import find_members
from drafter.check.formulation.misspelt import find_misspelt
from drafter.check.formulation.near_misses import find_near_misses
from drafter.check.formulation.number_terms import find_number_terms
from drafter.check.formulation.scrubbed import find_scrubbed
from drafter.check.formulation.sessions import find_sessions
from drafter.check.formulation.slips import find_slips
from drafter.check.formulation.swapped import find_swapped
from drafter.check.formulation.typos import find_typos
from drafter.check.reading import Taken
from drafter.model import Finding, Severity, Span

MOST = 0.8  # of what is nearly a wording, that an enumeration known to be right may take
_STOP = re.compile("[，。；：（）\n]")
_PARTED = re.compile("[、，；（]")
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
    text = case.document.text
    for each in find_scrubbed(text):
        told = "里的姓名被抹去或写错了" if each.right else "没有说是谁的，姓名职务多半被抹去了"
        yield _finding(case, each.span, "scrubbed", f"“{each.span.of(text)}”{told}", each.right, severity="error")


def _sessions(case: Case) -> Iterator[Finding]:
    for each in find_sessions(case.document.text):
        message = f"没有“{each.span.of(case.document.text)}”这样的会议或提法"
        found = _finding(case, each.span, "wrong_number", message, each.right, severity="error")
        yield found if each.right else replace(found, suggestion="请核对届次")


def _numbers(case: Case) -> Iterator[Finding]:
    for each in find_number_terms(case.document.text):
        wrong, kind = ("数字", "wrong_number") if each.is_number else ("用字", "wrong_character")
        message = f"“{each.span.of(case.document.text)}”是“{each.right}”之误，{wrong}不对"
        yield _finding(case, each.span, kind, message, each.right, severity="error")


def _members(case: Case) -> Iterator[Finding]:
    period = case.own.period
    for each in find_members(case.document.text):
        if each.fault is None or (period and each.since > f"{period.year}-12"):
            continue  # 四个自信 were three in 2015
        message = f"列举的内容与规范表述不一致：{_LISTS[each.fault].format(each.words)}"
        yield _finding(case, each.span, each.fault, message, each.right, severity="warning")


def _swaps(case: Case) -> Iterator[Finding]:
    for each in find_swapped(case.document.text):
        message = f"“{each.span.of(case.document.text)}”前后颠倒或动词搭配不对"
        yield _finding(case, each.span, "order", message, each.right, severity="warning")


def _half_right(case: Case) -> Iterator[Finding]:
    for each in find_half_right(case.document.text):
        message = f"“{each.span.of(case.document.text)}”只对了一半"
        yield _finding(case, each.span, "wrong_character", message, each.right, severity="warning")


def _slips(case: Case) -> Iterator[Finding]:
    period = case.own.period
    for each in find_slips(case.masked, case.document.text):
        if each.since and (period is None or each.since > f"{period.year}-12"):
            continue
        span = case.masked.span(each.span.start, each.span.end)
        message = f"“{span.of(case.document.text)}”是误写"
        found = _finding(case, span, "wrong_character", message, each.right, severity="error")
        yield replace(found, suggestion=f"应为：{each.right}")


def _near_misses(case: Case) -> Iterator[Finding]:
    right = [each.span for each in find_members(case.document.text) if not each.fault]
    for miss in (*find_near_misses(case.masked), *find_typos(case.masked)):
        span = case.masked.span(miss.span.start, miss.span.end)
        said, listed = span.of(case.document.text), any(span.overlap(each) >= MOST * len(span) for each in right)
        if listed or (_STOP.search(said) and not _PARTED.search(miss.wording)):
            continue  # 执法公示、执法全过程记录、重大执法决定法制审核; 同时发力，新质生产力
        message = f"“{said}”与规范表述差 {miss.distance} 个字"
        yield _finding(case, span, "wrong_character", message, miss.wording, severity="warning")


def _misspelt(case: Case) -> Iterator[Finding]:
    for each in find_misspelt(case):
        span = case.masked.span(each.span.start, each.span.end)
        message = f"“{span.of(case.document.text)}”像是“{each.right}”的误写：大家都写后者"
        found = _finding(case, span, "wrong_character", message, each.right, severity="warning")
        yield replace(found, suggestion=f"请核对，多半应为：{each.right}")


MATCHERS: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    _scrubbed,
    _sessions,
    _slips,
    _members,
    _swaps,
    _half_right,
    _numbers,
    _near_misses,
    _misspelt,
)


def _finding(case: Case, span: Span, kind: str, message: str, right: str, *, severity: Severity) -> Finding:
    suggestion = f"规范表述是：{right}" if right else "请补上是谁的讲话或批示"
    return finding(case, span, rule="formulation", kind=kind, message=message, severity=severity, suggestion=suggestion)
