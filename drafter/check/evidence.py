"""How likely a stretch of a draft is one of a report in other words: three observations, weighed as their fit says.

Two towns that write of one matter share the rare words of that matter. Whoever rewrites a passage keeps them in its
order, too, and the common words between them. `data/rewording.tsv` has the weights of a logistic regression, and says
what they were fitted to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Numbers, Region, growth
from drafter.check.rewording import FAINTEST_WEIGHT, Words
from drafter.config import table
from drafter.model import Span
from drafter.text.masking import Masked

COMMON_WEIGHT = 0.1  # of words from here down everybody writes
EDGE = 16  # masked characters: how far a region is drawn out to the ends of its clauses
LEAST_LIKELY = 0.8  # log-odds from which a region is a rewording, with few reports …
LIKELY_GROWTH = 0.1  # … and more by so much for every e times as many

_MARK = re.compile("[，。；！？：、\n]")


@dataclass(frozen=True, slots=True)
class Observations:
    """What speaks for a rewording; none is negative."""

    dense: float  # weight of the distinct words in common around the one that has the most
    ordered: float  # how many distinct rarer words in common stand in one order on both sides
    common: float  # share of the draft's distinct common words that the source has, 0–1


@dataclass(frozen=True, slots=True)
class Clauses:
    """A text in masked characters, with where its clauses begin; the last of these is its end."""

    text: str
    bounds: Numbers

    def whole(self, span: Span) -> Span:
        """Return a span drawn out to the ends of its clauses, if they are near."""
        start = int(self.bounds[np.searchsorted(self.bounds, span.start, "right") - 1])
        end = int(self.bounds[np.searchsorted(self.bounds, span.end)])
        return Span(start if span.start - start <= EDGE else span.start, end if end - span.end <= EDGE else span.end)


def clauses_of(text: str, masked: Masked) -> Clauses:
    """Find the clauses of a text in its masked characters."""
    marks = [match.end() for match in _MARK.finditer(text)]
    return Clauses(masked.text, np.unique(np.append(np.searchsorted(masked.starts, marks), [0, len(masked)])))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A draft's words beside the reports that share some with it."""

    draft: Clauses
    words: Words
    fetch: Callable[[int], Clauses]
    reports: int

    def weighed(self, regions: Iterable[Region]) -> Iterator[Region]:
        """Yield the regions, whole clauses of them, that are likelier rewordings than not; their weight says how.

        The weight of a region that is given is that of its densest place.
        """
        for region in regions:
            whole = self.whole(region)
            weight = self._likelihood(whole, region.weight)
            if weight >= 0:
                yield replace(whole, weight=weight)

    def supports(self, region: Region) -> bool:
        """Tell whether a region that grams prove is likely by its words, too, however unlike the sentences."""
        return self._likelihood(self.whole(region)) >= 0

    def of(self, region: Region, dense: float | None = None) -> Observations:
        """Observe a region; where its densest place is not known, all of it is taken for one."""
        source = region.source.of(self.fetch(region.report).text)
        words = self._distinct(region.draft)
        weights, found = self.words.weights[words], self._found(words, source)
        held, common = found >= 0, weights < COMMON_WEIGHT
        return Observations(
            dense=float(weights[held].sum()) if dense is None else dense,
            ordered=_longest_rising(found[held & (weights >= FAINTEST_WEIGHT)].tolist()),
            common=(np.count_nonzero(held & common) + 0.5) / (np.count_nonzero(common) + 1),  # of none, a half
        )

    def whole(self, region: Region) -> Region:
        """Return a region drawn out to whole clauses on both sides."""
        source = self.fetch(region.report)
        return replace(region, draft=self.draft.whole(region.draft), source=source.whole(region.source))

    def within(self, region: Region) -> Region:
        """Return a region whose source may reach past its report's end, cut there, in whole clauses."""
        size = int(self.fetch(region.report).bounds[-1])
        source = Span(min(region.source.start, size - 1), min(region.source.end, size))
        return self.whole(replace(region, source=source))

    def _likelihood(self, region: Region, dense: float | None = None) -> float:
        return likelihood(self.of(region, dense)) - LEAST_LIKELY - LIKELY_GROWTH * growth(self.reports)

    def _distinct(self, span: Span) -> npt.NDArray[np.intp]:
        """Return the distinct words of a stretch of the draft, each where it first stands, in order."""
        first, last = np.searchsorted(self.words.places, (span.start, span.end))
        if last > first and self.words.places[last - 1] + self.words.lengths[last - 1] > span.end:
            last -= 1
        distinct = np.unique(self.words.hashes[first:last], return_index=True)[1]
        places: npt.NDArray[np.intp] = np.sort(distinct) + first
        return places

    def _found(self, words: npt.NDArray[np.intp], source: str) -> npt.NDArray[np.intp]:
        """Return where each word first stands in a stretch of the source, -1 where it does not."""
        starts, lengths = self.words.places[words].tolist(), self.words.lengths[words].tolist()
        text = self.draft.text
        return np.array([source.find(text[at : at + size]) for at, size in zip(starts, lengths, strict=True)], np.intp)


def likelihood(observations: Observations) -> float:
    """Return the log-odds that a region is a rewording."""
    constant, *weights = _weights()
    return constant + sum(
        weight * float(np.log1p(seen)) for weight, seen in zip(weights, astuple(observations), strict=True)
    )


@cache
def _weights() -> tuple[float, ...]:
    return tuple(float(weight) for _, weight in table("rewording.tsv"))


def _longest_rising(places: Sequence[int]) -> int:
    """Return the length of the longest rising series."""
    ends: list[int] = []
    for place in places:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
    return len(ends)
