"""The rule for residue: what other towns, other years and other hands have left in a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drafter.check.case import Case
from drafter.check.reading import Taken
from drafter.check.residue.broken_off import find_broken_off
from drafter.check.residue.debris import find_debris
from drafter.check.residue.doubled import find_doubled
from drafter.check.residue.foreign_landmarks import find_foreign_landmarks
from drafter.check.residue.foreign_names import find_foreign_names
from drafter.check.residue.foreign_places import find_foreign_places
from drafter.check.residue.foreign_sights import find_foreign_sights
from drafter.check.residue.leftovers import find_leftovers
from drafter.check.residue.scraps import find_scraps
from drafter.check.residue.stale_congresses import find_stale_congresses
from drafter.check.residue.stale_events import find_stale_events
from drafter.check.residue.stale_sessions import find_stale_sessions
from drafter.check.residue.stale_slogans import find_stale_slogans
from drafter.check.residue.stale_years import find_stale_years
from drafter.model import Finding

MATCHERS: tuple[Callable[[Case], Iterable[Finding]], ...] = (  # where two find the same words, the earlier one tells
    find_debris,
    find_foreign_places,
    find_foreign_landmarks,
    find_foreign_sights,
    find_leftovers,
    find_scraps,
    find_stale_years,
    find_stale_sessions,
    find_stale_congresses,
    find_stale_slogans,
    find_stale_events,
    find_foreign_names,
    find_doubled,
    find_broken_off,
)


def find_residue(case: Case) -> Iterator[Finding]:
    """Yield what should not be in a draft, each stretch of text once."""
    taken = Taken(len(case.document.raw))
    for matcher in MATCHERS:
        for finding in matcher(case):
            if not taken.meets(finding.span):
                taken.take(finding.span)
                yield finding
