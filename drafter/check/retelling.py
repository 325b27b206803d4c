"""Where a draft tells in its own words what a report tells.

The likest place of a report that looks promising is set beside the draft and compared word by word, with the weights of
a logistic regression: `data/retelling.tsv` has them and says what they were fitted to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Region, growth
from drafter.check.case import Case
from drafter.check.evidence import Evidence
from drafter.check.likeness import Likeness, likeness, stretch_of
from drafter.check.likest import Signs, likest
from drafter.config import table
from drafter.text.masking import Masked

PROMISING = -3.0  # log-odds at first look from which a place is compared word by word
LEAST_LIKELY = -0.25  # log-odds from which it is a retelling, with few reports …
LIKELY_GROWTH = -0.2  # … and so much less for every e times as many: of many reports the best has less of a lead


def retold(
    case: Case, evidence: Evidence, fetch: Callable[[int], Masked], left_out: npt.NDArray[np.bool_]
) -> Iterator[Region]:
    """Yield the regions in which a draft is likely to retell a report, whole clauses; their weight is the log-odds.

    Sentences that lie for the most part in what is `left_out` (masked characters) are passed over.
    """
    least = LEAST_LIKELY + LIKELY_GROWTH * growth(len(case.index))
    for region, signs in likest(case.document.text, case.masked, evidence.words, case.index, left_out):
        if first_look(signs) >= PROMISING:
            whole = evidence.within(region)
            weight = likelihood(signs, compared(whole, case.masked, fetch(whole.report))) - least
            if weight >= 0:
                yield replace(whole, weight=weight)


def compared(region: Region, draft: Masked, report: Masked) -> Likeness:
    """Return what the two sides of a region have in common."""
    ours = draft.codes[region.draft.start : region.draft.end]
    theirs = report.codes[region.source.start : region.source.end]
    return likeness(stretch_of(ours), stretch_of(theirs))


def first_look(signs: Signs) -> float:
    """Return the log-odds of a retelling as far as the signs tell."""
    return _weighed(astuple(signs), 1)


def likelihood(signs: Signs, alike: Likeness) -> float:
    """Return the log-odds of a retelling."""
    return _weighed((*astuple(signs), *astuple(alike)), 2)


def _weighed(values: Sequence[float], column: int) -> float:
    constant, *weights = _weights(column)
    return constant + sum(weight * float(value) for weight, value in zip(weights, values, strict=False))


@cache
def _weights(column: int) -> tuple[float, ...]:
    return tuple(float(row[column] or 0) for row in table("retelling.tsv"))
