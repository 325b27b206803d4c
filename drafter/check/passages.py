"""Choose among the regions a draft shares with reports: what is proof enough, one best source for each passage."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from drafter.check.align import Pair, bigrams_of, pair_of
from drafter.check.candidates import Floats, Grams, Region, growth
from drafter.model import Span
from drafter.text.masking import SEED_LENGTH, Masked, gram_hashes

# Measured on planted drafts over the samples, districts and 1,000 pieces of reports: with less, what two reports share
# by custom is taken for copied; with more, short edited passages are missed. Of many, half as much more is asked.
LEAST_PROOF = 7.0
PROOF_GROWTH = 0.7  # of it, for every e times as many reports as few
COMMON_PROOF = 19.0  # the same for what several reports share, each gram weighing the plain inverse of their number
SHORTEST = 24  # masked characters of a passage
JOIN_DRAFT, JOIN_SOURCE = 30, 60  # masked characters between two regions that are one copy with a piece put in …
ON_DRAFT, ON_SOURCE = 90, 120  # … and between two proved ones when as much lies between them there: it was edited, too
CROWD = 8  # reports in which a stretch of the draft is looked for; more than are listed, fewer than may have it
WEAK = 0.3  # weight against the strongest region over the same stretch, below which a region is no rival
SAME = 0.6  # share of a passage that another report must have as well to be listed as a further source

Fetch = Callable[[int], Masked]
Places = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Passage:
    """A copied passage: its best source first, further ones after it, best first."""

    best: Region
    others: tuple[Region, ...] = ()
    reworded: bool = False  # whether part of it is proved by words alone


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a region proves copying: by the distinct grams that both sides have, the fixed wording left out."""

    grams: Grams
    weights: Floats  # of each gram, 0 in fixed wording
    fetch: Fetch
    least: float  # weight of grams that is proof enough

    def of(self, region: Region) -> float:
        """Return the proof in a region, 1 and more where it is enough."""
        hashes = self.grams.hashes[region.draft.start : max(region.draft.start, region.draft.end - SEED_LENGTH + 1)]
        source = self.fetch(region.report).codes[region.source.start : region.source.end]
        distinct, places = np.unique(hashes, return_index=True)
        shared = np.isin(distinct, gram_hashes(source, SEED_LENGTH))
        weights = self.weights[region.draft.start + places[shared]]
        return max(float(weights.sum()) / self.least, float(np.sqrt(weights).sum()) / COMMON_PROOF)


def proof_of(grams: Grams, fixed: npt.NDArray[np.bool_], fetch: Fetch, reports: int = 1) -> Proof:
    """Weigh the grams of a draft beside so many reports: one that lies wholly in fixed wording proves nothing."""
    least = LEAST_PROOF + PROOF_GROWTH * growth(reports)
    if not len(grams.hashes):
        return Proof(grams, grams.proofs, fetch, least)
    inside = np.lib.stride_tricks.sliding_window_view(fixed, SEED_LENGTH).all(axis=1)
    return Proof(grams, np.where(inside, 0.0, grams.proofs), fetch, least)


def aligned(masked: Masked, fixed: Places, regions: Iterable[Region], fetch: Fetch) -> Iterator[Region]:
    """Yield each region grown to where its copy begins and ends, the weightiest first.

    One that lies in another of the same report is left out, and so is one whose whole stretch of the draft has been
    found in enough reports already, or in one where it weighs far more.
    """
    crowd, strongest = np.zeros(len(masked), np.int32), np.zeros(len(masked))
    bigrams = bigrams_of(masked, fixed)
    pairs: dict[int, Pair] = {}
    done: defaultdict[int, list[Region]] = defaultdict(list)
    for region in sorted(regions, key=lambda region: -region.weight):
        stretch = slice(region.draft.start, region.draft.end)
        crowded = crowd[stretch].min() >= CROWD or strongest[stretch].min() * WEAK > region.weight
        if crowded or any(_inside(region, other) for other in done[region.report]):
            continue
        if region.report not in pairs:
            pairs[region.report] = pair_of(bigrams, fetch(region.report))
        found = pairs[region.report].align(region)
        if found:
            done[region.report].append(found)
            stretch = slice(found.draft.start, found.draft.end)
            crowd[stretch] += 1
            strongest[stretch] = np.maximum(strongest[stretch], found.weight)
            yield found


def _inside(region: Region, other: Region) -> bool:
    return other.draft.covers(region.draft) and other.source.covers(region.source)


def choose(
    regions: Iterable[Region],
    proof: Proof,
    reworded: Callable[[Places], Iterable[Region]] = lambda _: (),
    kept_back: Places | None = None,
) -> list[Passage]:
    """Return the passages that are proved, in reading order; where two overlap, the stronger one keeps its whole.

    `reworded` finds, outside the masked characters that are taken, regions that only their words prove. Masked
    characters that are `kept_back` belong to none.
    """
    taken = np.zeros(len(proof.grams.masked), np.bool_) if kept_back is None else kept_back.copy()
    ranked = sorted(_joined(regions, _neighbours), key=proof.of, reverse=True)
    kept = [*untaken(ranked, taken, lambda left, _: proof.of(left) >= 1)]
    loose = sorted(reworded(taken), key=lambda region: -region.weight)
    found = [*untaken(loose, taken, lambda left, whole: len(left.draft) >= SAME * len(whole.draft))]
    best = sorted(_joined([*kept, *found], _goes_on), key=lambda region: region.draft)
    others = _others(best, [*ranked, *loose])
    return [
        Passage(each, others[number], any(_inside(other, each) for other in found)) for number, each in enumerate(best)
    ]


def untaken(ranked: Iterable[Region], taken: Places, enough: Callable[[Region, Region], bool]) -> Iterator[Region]:
    """Yield what earlier regions leave of each, if it is `enough` (what is left, the whole); mark it as taken."""
    for region in ranked:
        left = replace(region, draft=_left(region.draft, taken))
        if len(left.draft) >= SHORTEST and enough(left, region):
            taken[left.draft.start : left.draft.end] = True
            yield left


def _joined(regions: Iterable[Region], are_one: Callable[[Region, Region], bool]) -> list[Region]:
    """Join regions of one report that follow each other in the draft and are one copy."""
    joined: list[Region] = []
    for region in sorted(regions, key=lambda region: (region.report, region.draft)):
        if joined and joined[-1].report == region.report and are_one(joined[-1], region):
            last = joined[-1]
            draft, source = last.draft.union(region.draft), last.source.union(region.source)
            joined[-1] = Region(last.report, draft, source, last.weight + region.weight)
        else:
            joined.append(region)
    return joined


def _neighbours(one: Region, other: Region) -> bool:
    gap = max(other.source.start - one.source.end, one.source.start - other.source.end)
    return other.draft.start - one.draft.end <= JOIN_DRAFT and gap <= JOIN_SOURCE


def _goes_on(one: Region, other: Region) -> bool:
    apart, on = other.draft.start - one.draft.end, other.source.start - one.source.end
    return _neighbours(one, other) or (apart <= ON_DRAFT and apart / 2 <= on <= ON_SOURCE)


def _left(span: Span, taken: npt.NDArray[np.bool_]) -> Span:
    """Return what is left of a span where others took their part: one piece, or nothing when it would be two."""
    free = np.flatnonzero(~taken[span.start : span.end])
    if not len(free) or free[-1] - free[0] >= len(free):
        return Span(span.start, span.start)
    return Span(span.start + int(free[0]), span.start + int(free[-1]) + 1)


def _others(kept: Sequence[Region], ranked: Sequence[Region]) -> list[tuple[Region, ...]]:
    """Return for each passage the best region of every further report that has most of it too.

    Such a region covers the middle of the passage, and the middles of passages in reading order are sorted.
    """
    others: list[dict[int, Region]] = [{} for _ in kept]
    middles = [(best.draft.start + best.draft.end) // 2 for best in kept]
    for region in ranked:
        covered = range(bisect_left(middles, region.draft.start), bisect_left(middles, region.draft.end))
        for number in covered:
            best = kept[number]
            if region.report != best.report and region.draft.overlap(best.draft) >= SAME * len(best.draft):
                others[number].setdefault(region.report, region)
    return [tuple(found.values()) for found in others]
