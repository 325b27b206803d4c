"""Where a draft may have been copied from: rare four-grams it shares with a report, gathered into regions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from drafter.model import ReuseIndex, Span
from drafter.text.masking import SEED_LENGTH, Hashes, Masked, gram_hashes

Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Members = npt.NDArray[np.intp]  # numbers of seeds

# Measured on planted drafts over city and province reports, 13 to 146 of them, and 1,000 with noise added.
RARE_PART = 75  # what one report in so many has is as rare as can be: 50 flags more custom, 100 finds fewer edits
BACKGROUND = 48
FAINTEST_WEIGHT = 0.02  # grams of more than seven reports only make work as seeds: the same is found without them


@dataclass(frozen=True, slots=True)
class Gaps:
    """What parts regions: masked characters without a seed, in the draft and in the source; and the least weight."""

    draft: int
    source: int
    least: float


GRAM_GAPS = Gaps(draft=20, source=42, least=4.0)  # in the source a reordered passage leaves wider gaps
GRAM_GROWTH = 0.7  # of the least weight, for every e times as many reports as few
FEW_REPORTS = 13
LENGTHENED = 1.2  # times the draft's stretch that a source's may be long, where it has the same things twice
NEARLY = 0.9  # share of the seeds that one such stretch must have


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the draft beside a stretch of a report, in masked characters."""

    report: int
    draft: Span
    source: Span
    weight: float  # of the seeds in it


@dataclass(frozen=True, slots=True)
class Grams:
    """The four-grams of a draft, with the number of reports that hold each."""

    masked: Masked
    hashes: Hashes
    frequency: Numbers
    common: npt.NDArray[np.float32]  # share of the background's localities that use each
    reports: int  # in the index

    @property
    def weights(self) -> Floats:
        """Return how rare each gram is: 1 when it is as rare as can be, falling with the square of its frequency.

        Rare is what a single report has, or one in `RARE_PART` of many. Nothing is cut off.
        """
        return self._weights(self.frequency)

    @property
    def proofs(self) -> Floats:
        """Return what a match of each gram proves: its weight, with the background's localities as further reports.

        Stock phrases so prove next to nothing, however long they are and however few the reports.
        """
        return self._weights(np.maximum(self.frequency, self.common * BACKGROUND))

    def _weights(self, used: npt.NDArray[np.floating | np.integer]) -> Floats:
        rare = max(1.0, self.reports / RARE_PART)
        return np.where(self.frequency > 0, np.minimum(1.0, rare / np.maximum(used, 1)) ** 2, 0.0)


@dataclass(frozen=True, slots=True)
class Seeds:
    """Grams that the draft shares with reports: parallel arrays of masked positions, report numbers and weights."""

    draft: Numbers
    report: Numbers
    source: Numbers
    weight: Floats

    def of(self, members: Members) -> Seeds:
        """Return some of the seeds."""
        return Seeds(self.draft[members], self.report[members], self.source[members], self.weight[members])


def grams_of(masked: Masked, index: ReuseIndex) -> Grams:
    """Return the grams of a draft as the index knows them."""
    hashes = gram_hashes(masked.codes, SEED_LENGTH)
    return Grams(masked, hashes, *index.gram_frequency(hashes), len(index))


def seeds_of(grams: Grams, index: ReuseIndex) -> Seeds:
    """Look up where the grams of a draft stand that prove something."""
    weights = grams.proofs
    places = np.flatnonzero(weights >= FAINTEST_WEIGHT).astype(np.int32)
    asked, reports, positions = index.postings(grams.hashes[places])
    return Seeds(places[asked], reports, positions, weights[places[asked]])


def growth(reports: int) -> float:
    """Return the logarithm of how many times as many reports there are as few: chance has more to choose from."""
    return math.log(max(1.0, reports / FEW_REPORTS))


def regions(seeds: Seeds, reports: int = 1) -> Iterator[Region]:
    """Yield, report by report, the regions in which grams lie close together and weigh enough among `reports`."""
    gaps = replace(GRAM_GAPS, least=GRAM_GAPS.least + GRAM_GROWTH * growth(reports))
    for members in clusters(seeds, gaps):
        found = _once(seeds.of(members))
        yield Region(
            int(found.report[0]), _cover(found.draft), _cover(found.source), float(seeds.weight[members].sum())
        )


def _once(seeds: Seeds) -> Seeds:
    """Return the seeds without what a source says a second time: a plan repeats what the review has.

    They are those of a stretch of the source hardly longer than the draft's, where it has nearly all of them.
    """
    order = np.argsort(seeds.source, kind="stable")
    draft, source = seeds.draft[order].tolist(), seeds.source[order].tolist()
    length = LENGTHENED * len(_cover(seeds.draft))
    if source[-1] - source[0] <= length:
        return seeds
    held: Counter[int] = Counter()  # draft places with a seed in the stretch, and how many
    start, most, best = 0, (0, 0), slice(0)
    for end, place in enumerate(draft):
        held[place] += 1
        while source[end] - source[start] > length or held[draft[start]] > 1:
            held[draft[start]] -= 1
            if not held[draft[start]]:
                del held[draft[start]]
            start += 1
        if (len(held), source[start] - source[end]) > most:  # of equal ones the shorter
            most, best = (len(held), source[start] - source[end]), slice(start, end + 1)
    return seeds.of(order[best]) if most[0] >= NEARLY * len(set(draft)) else seeds


def clusters(seeds: Seeds, gaps: Gaps) -> Iterator[Members]:
    """Yield, report by report, the seeds that lie close together and weigh enough.

    They are split at gaps in the draft and at gaps in the source in turn, until neither side has any.
    """
    everything = np.lexsort((seeds.draft, seeds.report))
    far = np.diff(seeds.draft[everything]) > gaps.draft
    other_report = np.diff(seeds.report[everything]) != 0
    waiting = [(part, 1, 1) for part in _parts(everything, far | other_report, seeds, gaps.least)]
    while waiting:
        members, side, whole = waiting.pop()  # seeds, the side to split at next, how many sides have no gap
        places, gap = (seeds.source, gaps.source) if side else (seeds.draft, gaps.draft)
        members = members[np.argsort(places[members], kind="stable")]
        cuts = np.diff(places[members]) > gap
        if cuts.any():
            waiting += [(part, 1 - side, 1) for part in _parts(members, cuts, seeds, gaps.least)]
        elif whole < 2:
            waiting.append((members, 1 - side, 2))
        else:
            yield members


def _parts(members: Members, cuts: npt.NDArray[np.bool_], seeds: Seeds, least: float) -> Iterator[Members]:
    """Split seeds where `cuts` says so (between one and the next); leave out what weighs less than `least`."""
    if not len(members):
        return
    bounds = np.concatenate(([0], np.flatnonzero(cuts) + 1, [len(members)]))
    sums = np.add.reduceat(seeds.weight[members], bounds[:-1])
    for part in np.flatnonzero(sums >= least):
        yield members[bounds[part] : bounds[part + 1]]


def _cover(places: Numbers) -> Span:
    return Span(int(places.min()), int(places.max()) + SEED_LENGTH)
