"""The rule for figures: what a draft's numbers say against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drafter.check.case import Case
from drafter.check.figures.account import Account, Fault
from drafter.check.figures.averages import find_averages
from drafter.check.figures.balances import find_balances
from drafter.check.figures.bases import find_bases
from drafter.check.figures.bounds import find_bounds
from drafter.check.figures.calendar import find_dates
from drafter.check.figures.changes import find_changes
from drafter.check.figures.conflicts import find_conflicts
from drafter.check.figures.conversions import find_conversions
from drafter.check.figures.counted_names import find_counted_names
from drafter.check.figures.differences import find_differences
from drafter.check.figures.earlier import find_earlier
from drafter.check.figures.entries import entries_of
from drafter.check.figures.extent import find_extent
from drafter.check.figures.figured import figured
from drafter.check.figures.flows import find_flows
from drafter.check.figures.graded import find_graded
from drafter.check.figures.growing import find_growing
from drafter.check.figures.households import find_households
from drafter.check.figures.hundreds import find_hundreds
from drafter.check.figures.listings import find_listings
from drafter.check.figures.marks import find_marks
from drafter.check.figures.matters import find_matters
from drafter.check.figures.multiples import find_multiples
from drafter.check.figures.outlook import find_outlook
from drafter.check.figures.paired import find_paired
from drafter.check.figures.periods import find_periods
from drafter.check.figures.portions import find_portions
from drafter.check.figures.products import find_products
from drafter.check.figures.ranks import find_ranks
from drafter.check.figures.rates import find_rates
from drafter.check.figures.ratios import find_ratios
from drafter.check.figures.reached import find_reached
from drafter.check.figures.sayings import sayings
from drafter.check.figures.settled import find_settled
from drafter.check.figures.shares import find_shares
from drafter.check.figures.signs import find_signs
from drafter.check.figures.spread import find_spread
from drafter.check.figures.standings import find_standings
from drafter.check.figures.sums import find_sums
from drafter.check.figures.told_twice import find_told_twice
from drafter.check.figures.totals import find_totals
from drafter.check.figures.triples import find_triples
from drafter.check.figures.villages import find_villages
from drafter.check.findings import beside, finding
from drafter.model import Finding, Span

CHECKS: tuple[Callable[[Account], Iterable[Fault]], ...] = (
    find_ranks,
    find_signs,
    find_changes,
    find_rates,
    find_triples,
    find_differences,
    find_multiples,
    find_ratios,
    find_averages,
    find_spread,
    find_conversions,
    find_reached,
    find_bounds,
    find_settled,
    find_sums,
    find_portions,
    find_paired,
    find_graded,
    find_products,
    find_hundreds,
    find_totals,
    find_periods,
    find_balances,
    find_flows,
    find_marks,
    find_growing,
    find_households,
    find_shares,
    find_listings,
    find_counted_names,
    find_dates,
    find_outlook,
    find_conflicts,
    find_told_twice,
    find_standings,
    find_matters,
    find_bases,
    find_villages,
    find_extent,
    find_earlier,
)


def find_figures(case: Case) -> Iterator[Finding]:
    """Yield the figures of a draft that cannot all be right; of faults over the same figures the first counts."""
    said = tuple(sayings(case.document, case.own))
    account = Account(case, said, entries_of(said), figured(case.document.text))
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
            about=_sentence(account.text, fault.span),
            kind=fault.kind,
            message=fault.message,
            suggestion=fault.suggestion,
            severity=fault.severity,
            matches=[beside(case, *fault.beside, fault.span)] if fault.beside else (),
        )


def _sentence(text: str, span: Span) -> str:
    """Return the sentence that a span begins in, by which its finding is known."""
    begin = max(text.rfind(mark, 0, span.start) for mark in "。\n") + 1
    ends = [end for mark in "。\n" if (end := text.find(mark, span.end)) >= 0]
    return text[begin : min(ends, default=len(text))]
