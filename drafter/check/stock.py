"""Wording that is everyone's: runs of equal characters that are fixed wording or that many localities share.

They are the localities of the reports, or, run by run of four characters, those of the background.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Grams, Numbers, Region
from drafter.model import ReuseIndex, Span
from drafter.text.masking import SEED_LENGTH

SHORTEST = 13  # masked characters of a run; shorter equal runs are the language's, not a report's
BOILERPLATE_FROM = 5  # localities
FORMULA_SHARE = 0.2  # of all localities …
FORMULA_FROM = 50  # … when there are as many; of fewer a fifth says nothing

Places = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stock:
    """A stretch of stock wording in masked characters, with where else it stands, the longest first."""

    kind: Literal["formula", "boilerplate"]
    span: Span
    regions: tuple[Region, ...]  # one a report
    localities: int  # that have it


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs of masked characters that a draft and a report share: parallel arrays."""

    start: Numbers
    end: Numbers
    report: Numbers
    source: Numbers  # where the run starts in the report


def find_stock(grams: Grams, fixed: Places, taken: Places, index: ReuseIndex) -> Iterator[Stock]:
    """Yield the stock wording of a draft, in order, apart from the masked characters that are `taken`."""
    of_gram = np.lib.stride_tricks.sliding_window_view
    if len(fixed) < SEED_LENGTH:
        return
    everywhere = grams.common >= FORMULA_SHARE
    worth = (of_gram(fixed, SEED_LENGTH).any(axis=1) | everywhere) & (grams.frequency > 0)
    worth |= grams.frequency >= BOILERPLATE_FROM
    worth &= ~of_gram(taken, SEED_LENGTH).any(axis=1)
    usual = fixed.copy()  # wording that is formula wherever a report has it
    for run in _stretches(everywhere, SHORTEST - SEED_LENGTH + 1):
        usual[run.start : run.end + SEED_LENGTH - 1] = True
    for stretch in _stretches(worth, SHORTEST - SEED_LENGTH + 1):
        runs = _runs(grams, stretch, index)
        length = len(stretch) + SEED_LENGTH - 1
        localities = _localities(runs, stretch.start, length, index.localities)
        own = slice(stretch.start, stretch.start + length)
        formula = (usual[own] & (localities > 0)) | (localities >= _formula_from(index))
        stock = formula | (localities >= BOILERPLATE_FROM)
        for part in _stretches(stock, SHORTEST):
            within = slice(part.start, part.end)
            yield Stock(
                "formula" if formula[within].mean() >= 0.5 else "boilerplate",
                part.shift(stretch.start),
                _holders(runs, part.shift(stretch.start)),
                int(localities[within].max()),
            )


def _formula_from(index: ReuseIndex) -> float:
    """Return how many localities make a wording a formula."""
    localities = len(np.unique(index.localities))
    return FORMULA_SHARE * localities if localities >= FORMULA_FROM else np.inf


def _stretches(places: Places, shortest: int) -> Iterator[Span]:
    """Yield the unbroken stretches of places that are true, from `shortest` on."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], places, [False]))))
    for start, end in edges.reshape(-1, 2).tolist():
        if end - start >= shortest:
            yield Span(start, end)


def _runs(grams: Grams, stretch: Span, index: ReuseIndex) -> _Runs:
    """Return the runs that the stretch of grams shares with reports: grams that follow each other on both sides."""
    asked, reports, places = index.postings(grams.hashes[stretch.start : stretch.end])
    order = np.lexsort((asked, places - asked, reports))
    asked, reports, places = asked[order], reports[order], places[order]
    broken = (np.diff(reports) != 0) | (np.diff(asked) != 1) | (np.diff(places) != 1)
    bounds = np.concatenate(([0], np.flatnonzero(broken) + 1, [len(asked)]))
    long = np.flatnonzero(np.diff(bounds) >= SHORTEST - SEED_LENGTH + 1)
    first, last = bounds[long], bounds[long + 1] - 1
    start, end = asked[first] + stretch.start, asked[last] + stretch.start + SEED_LENGTH
    return _Runs(start, end, reports[first], places[first])


def _localities(runs: _Runs, start: int, length: int, locality_of: Numbers) -> Numbers:
    """Return for each masked character of a stretch how many localities have a run over it."""
    pairs = [
        np.column_stack((np.arange(run_start, run_end) - start, np.full(run_end - run_start, locality_of[report])))
        for run_start, run_end, report in zip(runs.start, runs.end, runs.report, strict=True)
    ]
    distinct = np.unique(np.concatenate([*pairs, np.zeros((0, 2), np.int64)]), axis=0)
    return np.bincount(distinct[:, 0].astype(np.int64), minlength=length).astype(np.int32)


def _holders(runs: _Runs, span: Span) -> tuple[Region, ...]:
    """Return where each report has the most of the span, the longest first."""
    starts, ends = np.maximum(runs.start, span.start), np.minimum(runs.end, span.end)
    found: dict[int, Region] = {}
    for number in np.argsort(starts - ends, kind="stable"):
        start, end, report = int(starts[number]), int(ends[number]), int(runs.report[number])
        if end > start:
            source = int(runs.source[number]) + start - int(runs.start[number])
            found.setdefault(report, Region(report, Span(start, end), Span(source, source + end - start), 0.0))
    return tuple(found.values())
