"""Where a draft says in other words what a report says: rare words that both have within a sentence or two.

Their order does not matter. Words are those of the reports; a draft is cut by their vocabulary alone, since a word that
no report has can prove nothing. A shared word weighs the more, the fewer reports and background localities use it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Floats, Gaps, Members, Numbers, Region, Seeds, clusters, growth
from drafter.model import ReuseIndex, Span
from drafter.text.masking import WORD_LENGTHS, Hashes, Masked, gram_hashes
from drafter.text.near_synonyms import near_synonyms

# Measured on rewrites by hand and on planted drafts over the samples, reports of districts and 1,000 pieces of reports.
TOKENS = 300  # different words that a report uses of each; sets the price of one word more in a cut
FAINTEST_WEIGHT = 0.05
OF_CORPUS = 0.3  # part of a word's weight that the corpus alone gives; the rest it loses where everybody uses it
RAREST = 0.02  # share of the background's localities; of words rarer than that nobody knows how rare they are
CONTINUED = 0.3  # weight of a word right behind another shared one: a name of several words is one piece of evidence
REACH = 40  # masked characters to either side of a shared word in which others back it, in draft and source
LEAST_AROUND = 0.8  # weight of the distinct words around one, its own among them, that is worth a look …
AROUND_GROWTH = 0.05  # … and more of it for every e times as many reports as few
PART = 0.35  # the same that a word must have around it to belong to the region
CROWDED = 0.9  # share of it that all words near one must weigh together, or it is not looked at further
PAIRS = 1_000_000  # of words that are looked at in one go
GAPS = Gaps(draft=2 * REACH, source=2 * REACH, least=0.0)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a draft that reports have, too, or may have near-synonyms of: parallel arrays, masked positions."""

    places: Numbers
    lengths: Numbers
    hashes: Hashes
    weights: Floats


def words_of(masked: Masked, index: ReuseIndex) -> Words:
    """Cut a draft by the words of the reports, and those with near-synonyms, into what is likeliest together."""
    hashes = {length: gram_hashes(masked.codes, length) for length in WORD_LENGTHS}
    known = near_synonyms().knows
    frequencies = {length: np.maximum(index.word_frequency(own)[0], known(own)) for length, own in hashes.items()}
    cut = _likeliest(len(masked), {length: own.tolist() for length, own in frequencies.items()}, len(index))
    places, lengths = (np.array([each[side] for each in cut], np.int32) for side in (0, 1))
    keys = np.array([hashes[length][place] for place, length in cut], np.uint64)
    frequency, common = index.word_frequency(keys)
    rare = np.log((len(index) + 1) / np.maximum(frequency, 1)) / np.log(2 * (len(index) + 1))
    unusual = np.log(np.maximum(common, RAREST)) / np.log(RAREST)
    return Words(places, lengths, keys, rare * (OF_CORPUS + (1 - OF_CORPUS) * unusual))


def _likeliest(size: int, frequencies: Mapping[int, Sequence[int]], reports: int) -> list[tuple[int, int]]:
    """Return place and length of the words of the likeliest cut; a character outside them is as rare as can be."""
    cost = [0.0] * (size + 1)  # of what stands from each place on, in nats
    step = [1] * (size + 1)
    alone = math.log(TOKENS * (reports + 1))
    for place in range(size - 1, -1, -1):
        cost[place] = cost[place + 1] + alone
        for length, own in frequencies.items():
            if place < len(own) and own[place]:
                whole = cost[place + length] + alone - math.log(own[place])
                if whole < cost[place]:
                    cost[place], step[place] = whole, length
    cut, place = [], 0
    while place < size:
        if step[place] > 1:
            cut.append((place, step[place]))
        place += step[place]
    return cut


def reworded(words: Words, index: ReuseIndex, left_out: npt.NDArray[np.bool_]) -> Iterator[Region]:
    """Yield the regions in which a draft and a report share rare words; their weight is that of the densest place.

    Words that lie wholly in what is `left_out` (masked characters) do not count.
    """
    least = LEAST_AROUND + AROUND_GROWTH * growth(len(index))
    before = np.concatenate(([0], np.cumsum(left_out)))
    inside = before[words.places + words.lengths] - before[words.places] == words.lengths
    asking = np.flatnonzero((words.weights >= FAINTEST_WEIGHT) & ~inside)
    asked, reports, places = index.word_postings(words.hashes[asking])
    word = asking[asked]
    seeds = Seeds(words.places[word], reports, places, words.weights[word])
    seeds.weight[_continued(seeds, words.lengths[word])] *= CONTINUED
    crowded = np.flatnonzero(_neighbourhoods(seeds) >= CROWDED * least)
    seeds, word = seeds.of(crowded), word[crowded]
    around = _around(words.hashes[word], seeds)
    anchors = np.flatnonzero(around >= PART)
    seeds, sizes = replace(seeds.of(anchors), weight=around[anchors]), words.lengths[word[anchors]]
    for members in clusters(seeds, GAPS):
        if seeds.weight[members].max() >= least:
            draft, source = (_cover(side[members], sizes[members]) for side in (seeds.draft, seeds.source))
            yield Region(int(seeds.report[members[0]]), draft, source, float(seeds.weight[members].max()))


def _cover(places: Numbers, lengths: Numbers) -> Span:
    return Span(int(places.min()), int((places + lengths).max()))


def _neighbourhoods(seeds: Seeds) -> Floats:
    """Return for each seed an upper bound of the weight around it: that of its square and the eight next to it."""
    size = int(seeds.source.max(initial=0)) // REACH + 3
    rows, columns = seeds.draft // REACH, seeds.report.astype(np.int64) * size + seeds.source // REACH + 1
    width = int(columns.max(initial=0)) + 2
    squares, number = np.unique(rows * width + columns, return_inverse=True)
    sums = np.bincount(number, seeds.weight, minlength=len(squares))
    total = np.zeros(len(squares))
    for step in (-width - 1, -width, -width + 1, -1, 0, 1, width - 1, width, width + 1):
        at = np.minimum(np.searchsorted(squares, squares + step), len(squares) - 1)
        total += np.where(squares[at] == squares + step, sums[at], 0)
    return total[number]


def _continued(seeds: Seeds, lengths: Numbers) -> npt.NDArray[np.bool_]:
    """Return which words stand right behind another shared one on both sides: a name of several words is one."""
    shift = seeds.source - seeds.draft
    order = np.lexsort((seeds.draft, shift, seeds.report))
    behind = seeds.draft[order][1:] == (seeds.draft + lengths)[order][:-1]
    same = (np.diff(shift[order]) == 0) & (np.diff(seeds.report[order]) == 0)
    continued = np.zeros(len(order), np.bool_)
    continued[order[1:][same & behind]] = True
    return continued


def _around(hashes: Hashes, seeds: Seeds) -> Floats:
    """Return for each seed the weight of the distinct words within reach of it on both sides, its own among them."""
    _, word = np.unique(hashes, return_inverse=True)
    order = np.lexsort((seeds.draft, seeds.report))
    sorted_seeds, word = seeds.of(order), word[order]
    line = sorted_seeds.report.astype(np.int64) * (int(seeds.draft.max(initial=0)) + 2 * REACH) + sorted_seeds.draft
    first, last = np.searchsorted(line, line - REACH), np.searchsorted(line, line + REACH, "right")
    around = np.zeros(len(order))
    blocks = np.flatnonzero(np.diff(np.cumsum(last - first) // PAIRS, prepend=-1))
    for block in np.split(np.arange(len(order)), blocks[1:]):
        around[order[block]] = _weigh_pairs(block, first[block], last[block] - first[block], word, sorted_seeds)
    return around


def _weigh_pairs(block: Members, first: Members, counts: Members, word: Members, seeds: Seeds) -> Floats:
    """Return for each seed of a block the weight of the distinct words among the seeds next to it in the draft."""
    of = np.repeat(np.arange(len(block)), counts)
    other = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(len(of))
    near = np.abs(seeds.source[block[of]] - seeds.source[other]) <= REACH
    of, other = of[near], other[near]
    heaviest = np.lexsort((-seeds.weight[other], word[other], of))
    of, other = of[heaviest], other[heaviest]
    new = np.ones(len(of), np.bool_)
    new[1:] = (np.diff(of) != 0) | (np.diff(word[other]) != 0)
    return np.bincount(of[new], seeds.weight[other[new]], minlength=len(block)).astype(np.float64)
