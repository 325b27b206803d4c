"""The rule for figures: what a draft's numbers say against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drafter.check.account import Account, Fault
from drafter.check.case import Case
from drafter.check.changes import find_changes
from drafter.check.conflicts import find_conflicts
from drafter.check.entries import entries
from drafter.check.findings import finding
from drafter.check.listings import find_listings
from drafter.check.rates import find_rates
from drafter.check.signs import find_signs
from drafter.check.sums import find_sums
from drafter.model import Finding

CHECKS: tuple[Callable[[Account], Iterable[Fault]], ...] = (
    find_signs,
    find_changes,
    find_rates,
    find_sums,
    find_listings,
    find_conflicts,
)


def find_figures(case: Case) -> Iterator[Finding]:
    """Yield the figures of a draft that cannot all be right; of faults over the same figures the first counts."""
    account = Account(case, entries(case.document, case.own))
    found: list[Fault] = []
    for check in CHECKS:
        for fault in check(account):
            if not any(fault.span.overlap(other.span) for other in found):
                found.append(fault)
    for fault in found:
        yield finding(
            case,
            fault.span,
            rule="figures",
            kind=fault.kind,
            message=fault.message,
            suggestion=fault.suggestion,
            severity=fault.severity,
        )
