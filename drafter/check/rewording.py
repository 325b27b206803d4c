"""Where a draft says in other words what a report says: rare words that both have within a sentence or two.

Their order does not matter. Words are those of the reports; a draft is cut by their vocabulary alone, since a word that
no report has can prove nothing. A shared word weighs the more, the fewer reports and background localities use it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Floats, Gaps, Numbers, Region, Seeds, clusters
from drafter.model import ReuseIndex, Span
from drafter.text.masking import WORD_LENGTHS, Hashes, Masked, gram_hashes

# Measured on rewrites by hand and on planted drafts over the samples, reports of districts and 1,000 pieces of reports.
TOKENS = 300  # different words that a report uses of each; sets the price of one word more in a cut
FAINTEST_WEIGHT = 0.1
OF_CORPUS = 0.3  # part of a word's weight that the corpus alone gives; the rest it loses where everybody uses it
RAREST = 0.02  # share of the background's localities; of words rarer than that nobody knows how rare they are
CONTINUED = 0.3  # weight of a word right behind another shared one: a name of several words is one piece of evidence
REACH = 40  # masked characters to either side of a shared word in which others back it, in draft and source
PROOF = 1.5  # weight of the distinct words around one that is proof: half of what has less is kinship of topic …
PROOF_GROWTH = 0.1  # … and more of it the more reports there are: each time there are e times as many
FEW_REPORTS = 13
LEAST = 0.6  # of that proof: what shared grams may make up for
PART = 0.5  # of that proof: what a word must have around it to belong to the passage
GAPS = Gaps(draft=2 * REACH, source=2 * REACH, least=0.0)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a draft that reports have, too: parallel arrays, masked positions."""

    places: Numbers
    lengths: Numbers
    hashes: Hashes
    weights: Floats


def words_of(masked: Masked, index: ReuseIndex) -> Words:
    """Cut a draft by the vocabulary of the reports, into the words that are likeliest together."""
    hashes = {length: gram_hashes(masked.codes, length) for length in WORD_LENGTHS}
    frequencies = {length: index.word_frequency(own)[0] for length, own in hashes.items()}
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


def reworded(masked: Masked, index: ReuseIndex, left_out: npt.NDArray[np.bool_]) -> Iterator[Region]:
    """Yield the regions in which a draft and a report share rare words; one that they prove weighs 1 and more.

    Words that lie wholly in what is `left_out` (masked characters) do not count.
    """
    proof = PROOF + PROOF_GROWTH * np.log(max(1.0, len(index) / FEW_REPORTS))
    words = words_of(masked, index)
    before = np.concatenate(([0], np.cumsum(left_out)))
    inside = before[words.places + words.lengths] - before[words.places] == words.lengths
    asking = np.flatnonzero((words.weights >= FAINTEST_WEIGHT) & ~inside)
    asked, reports, places = index.word_postings(words.hashes[asking])
    word = asking[asked]
    seeds = Seeds(words.places[word], reports, places, words.weights[word])
    seeds.weight[_continued(seeds, words.lengths[word])] *= CONTINUED
    crowded = np.flatnonzero(_neighbourhoods(seeds) >= LEAST * proof)
    for own in _by_report(crowded, reports):
        around = _around(words.hashes[word[own]], seeds, own)
        part = around >= PART * proof
        kept = own[part]
        anchors = Seeds(seeds.draft[kept], reports[kept], places[kept], around[part] / proof)
        sizes = words.lengths[word[kept]]
        for members in clusters(anchors, GAPS):
            if anchors.weight[members].max() >= LEAST:
                draft, source = (_cover(side[members], sizes[members]) for side in (anchors.draft, anchors.source))
                yield Region(int(anchors.report[members[0]]), draft, source, float(anchors.weight[members].max()))


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


def _by_report(members: npt.NDArray[np.intp], reports: Numbers) -> Iterator[npt.NDArray[np.intp]]:
    order = members[np.argsort(reports[members], kind="stable")]
    yield from np.split(order, np.flatnonzero(np.diff(reports[order])) + 1) if len(order) else ()


def _around(hashes: Hashes, seeds: Seeds, own: npt.NDArray[np.intp]) -> Floats:
    """Return for each seed the weight of the distinct words within reach of it on both sides, its own among them."""
    draft, source, weight = seeds.draft[own], seeds.source[own], seeds.weight[own]
    distinct, number = np.unique(hashes, return_inverse=True)
    weights = np.zeros(len(distinct))
    np.maximum.at(weights, number, weight)
    near = (np.abs(draft[:, None] - draft) <= REACH) & (np.abs(source[:, None] - source) <= REACH)
    is_word = np.zeros((len(own), len(distinct)), np.float32)
    is_word[np.arange(len(own)), number] = 1
    around: Floats = ((near.astype(np.float32) @ is_word) > 0) @ weights
    return around
