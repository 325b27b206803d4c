"""The rule for promises: what the last report promised, and what this one says became of it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.case import Case
from drafter.check.findings import beside, finding
from drafter.check.fulfilment import Fulfilment, fulfilments
from drafter.check.promised import promises
from drafter.model import Document, Finding, Severity
from drafter.text.periods import next_period

_ADVICE = {
    "met": "",
    "changed": "请核对；确有调整的，请说明原因",
    "missing": "请补写完成情况，或说明为什么没有做",
}


def find_promises(case: Case) -> Iterator[Finding]:
    """Yield what became of each promise of the office's last report; nothing without one."""
    last = case.previous
    if last is None:
        return
    due = _is_due(case, last)
    for each in fulfilments(promises(last), case.document, case.own):
        yield _finding(case, last, each, due=due)


def _is_due(case: Case, last: Document) -> bool:
    """Tell whether what the last report promised for the next period should be done by the end of the draft's."""
    period, own = last.source.period, case.own.period
    if period is None or own is None:
        return True
    promised = next_period(period)
    ends = {"first_half": 6, "first_three_quarters": 9}
    return (own.year, ends.get(own.part, 12)) >= (promised.year, ends.get(promised.part, 12))


def _finding(case: Case, last: Document, each: Fulfilment, *, due: bool) -> Finding:
    severity: Severity = "info" if each.outcome == "met" or not due else "warning"
    return finding(
        case,
        each.span,
        rule="promises",
        kind=each.outcome,
        message=_message(each, due=due),
        suggestion=_ADVICE[each.outcome] if due else "",
        matches=[beside(case, last, each.promise.sentence, each.span)],
        severity=severity,
        about=f"{each.promise.name}/{each.promise.sentence.of(last.text)}",
    )


def _message(each: Fulfilment, *, due: bool) -> str:
    promised, yet = f"上次报告承诺“{each.promise.said}”", "" if due else "（期限未到）"
    if each.outcome == "missing":
        return f"{promised}，本次没有交代{yet}"
    if each.outcome == "met":
        return f"{promised}，本次已有交代{f'：{each.told}' if each.told else ''}"
    return f"{promised}，本次{'是' if each.told[:1].isdigit() else ''}{each.told}{yet}"
