"""For sentences of a draft, alone and in rows, the place of a report whose words mean what theirs mean.

A word of the draft is found in a report by itself or by a near-synonym, and weighs the more, the fewer places of the
library have either. What two towns write of one matter adds up, too: so the best place is compared with those of other
reports. Several sentences in a row that one report has close together count together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Floats, Members, Numbers, Region
from drafter.check.rewording import Words
from drafter.model import ReuseIndex, Span
from drafter.text.masking import Hashes, Masked
from drafter.text.near_synonyms import near_synonyms

STEP = 40  # masked characters: a cell of a report is twice as long, and overlaps the next by half
MOST_CELLS = 0.135  # share of the library's cells that may have a word or a nearer near-synonym than another …
MOST_LOOKED_AT = 800  # … and how many of them at most: the time of a check must not grow with the library
NEARNESS_POWER = 2  # a word counts by its nearness to this power
CLOSE = 2  # cells: how far the places of sentences in a row may lie from the strongest one's
SENTENCES = 4  # in a row, and …
LONGEST = 300  # … masked characters that are looked at together
SHORTEST = 36  # masked characters
FEWEST = 4  # words that are found somewhere
RIVAL = 3  # reports that have a better place than the one which tells what there is by chance

FINE = 1000  # steps of a weight of 1, where weight and cell are ranked as one number …
_CELL_BITS = 32  # … of which the lower bits are the cell's

_END = re.compile("[。！？；\n]")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for the likest place at first look."""

    weight: float  # of the words in common, by the root of the number of words
    clear: float  # how much more that is than in the RIVAL
    length: float  # logarithm of masked characters


@dataclass(frozen=True, slots=True)
class _Best:
    """The best cell of each report for each sentence: arrays of sentences × reports."""

    spans: tuple[Span, ...]
    words: Numbers  # of each sentence that are found somewhere
    weights: Floats
    cells: npt.NDArray[np.int64]


def likest(
    text: str, masked: Masked, words: Words, index: ReuseIndex, left_out: npt.NDArray[np.bool_]
) -> Iterator[tuple[Region, Signs]]:
    """Yield for each row of sentences the likest place, which may reach past its report's end.

    Sentences that lie for the most part in what is `left_out` (masked characters) are passed over.
    """
    spans = tuple(span for span in _sentences(text, masked) if left_out[span.start : span.end].mean() < 0.5)
    if not spans or len(index) < 2:
        return
    best = _best(spans, words, index)
    for first in range(len(spans)):
        for last in range(first + 1, min(first + SENTENCES, len(spans)) + 1):
            whole = spans[first].union(spans[last - 1])
            if len(whole) > LONGEST and last > first + 1:
                break
            if len(whole) >= SHORTEST and best.words[first:last].sum() >= FEWEST:
                yield _likest(best, first, last, whole)


def _sentences(text: str, masked: Masked) -> Iterator[Span]:
    ends = np.searchsorted(masked.starts, [*(match.end() for match in _END.finditer(text)), len(text)])
    bounds = np.unique(np.append(ends, 0)).tolist()
    return (Span(start, end) for start, end in pairwise(bounds))


def _likest(best: _Best, first: int, last: int, whole: Span) -> tuple[Region, Signs]:
    weights, cells = best.weights[first:last], best.cells[first:last]
    strongest = cells[weights.argmax(axis=0), np.arange(weights.shape[1])]
    close = (np.abs(cells - strongest) <= CLOSE) & (weights > 0)
    sums = np.where(close, weights, 0.0).sum(axis=0)
    report = int(sums.argmax())
    own = cells[close[:, report], report]
    source = Span(max(0, (int(own.min(initial=strongest[report])) - 1) * STEP), (int(own.max(initial=0)) + 1) * STEP)
    return Region(report, whole, source, 0.0), signs(sums, int(best.words[first:last].sum()), len(whole))


def signs(weights: Floats, words: int, length: int) -> Signs:
    """Return what the weights of all reports tell of the heaviest one."""
    heaviest = np.sort(np.append(weights, np.zeros(RIVAL)))[::-1]
    scale = math.sqrt(words + 3)
    return Signs(heaviest[0] / scale, (heaviest[0] - heaviest[RIVAL]) / scale, math.log(length))


def _best(spans: tuple[Span, ...], words: Words, index: ReuseIndex) -> _Best:
    distinct, number = np.unique(words.hashes, return_inverse=True)
    cells, weights, bounds, starts = _found(distinct, index)
    reports = len(starts) - 1
    shape = len(spans), reports
    best = _Best(spans, np.zeros(len(spans), np.int32), np.zeros(shape), np.zeros(shape, np.int64))
    held = np.diff(bounds) > 0
    numbers = np.arange(int(starts[-1]))
    for row, span in enumerate(spans):
        first, last = np.searchsorted(words.places, (span.start, span.end))
        own = np.unique(number[first:last])
        own = own[held[own]]
        sums = np.zeros(int(starts[-1]), np.float32)
        for word in own.tolist():
            part = slice(bounds[word], bounds[word + 1])
            sums[cells[part][::-1]] += weights[part][::-1]  # the last of a cell counts: the heaviest
        best.words[row] = len(own)
        ranked = np.maximum.reduceat((sums * FINE).astype(np.int64) << _CELL_BITS | numbers, starts[:-1])
        best.weights[row] = (ranked >> _CELL_BITS) / FINE
        best.cells[row] = (ranked & (1 << _CELL_BITS) - 1) - starts[:-1]
    return best


def _found(distinct: Hashes, index: ReuseIndex) -> tuple[Members, npt.NDArray[np.float32], Members, Members]:
    """Return the cells that have each word or a near-synonym, the heaviest first, with weights; bounds of both.

    The bounds of a word's cells come first, then those of a report's among all cells.
    """
    starts = np.concatenate(([0], np.cumsum(index.sizes // STEP + 2)))
    asked, others, nearness = near_synonyms().of(distinct)
    counts = _running(index.word_count(others), asked)
    few = counts <= min(MOST_CELLS * starts[-1], MOST_LOOKED_AT)
    weights = -np.log(np.maximum(counts, 1) / starts[-1]) * nearness**NEARNESS_POWER  # falls from one to the next
    pair, reports, places = index.word_postings(others[few])
    cells: Members = np.empty(2 * len(places), np.intp)
    cells[::2] = starts[reports] + places // STEP
    cells[1::2] = cells[::2] + 1
    bounds = 2 * np.searchsorted(asked[few][pair], np.arange(len(distinct) + 1))
    return cells, np.repeat(weights[few].astype(np.float32)[pair], 2), bounds, starts


def _running(counts: Numbers, asked: Members) -> npt.NDArray[np.int64]:
    """Add up counts word by word: how many there are of each word of its near-synonyms and those nearer."""
    sums = np.cumsum(counts, dtype=np.int64)
    begins = np.searchsorted(asked, asked)
    return sums - sums[begins] + counts[begins]
