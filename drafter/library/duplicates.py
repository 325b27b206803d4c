"""Text that occurs twice: a report filed twice or copied by the next town counts once, and so does a passage.

Whole reports are compared by a sample of their grams, passages (paragraphs) by their masked characters.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from drafter.library.hashing import hash_runs
from drafter.library.repeats import distinct
from drafter.text.masking import Masked, gram_hashes

Ints = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

ALIKE_FROM = 0.7  # share of the smaller report's sampled grams; a town's reports of two years share under a half
LEAST = 10  # sampled grams to share; below, two short texts are alike by chance
SHORTEST_PASSAGE = 60
"""Masked characters of a paragraph that nobody writes twice by himself: of 15 samples and 164 reports, all that occur
twice are reprinted, save the salutations and openings, which are shorter."""
_GRAM = 12  # masked characters
_SAMPLE = 16  # one gram in so many is kept, by its hash, so that equal passages keep equal grams


def sample_of(masked: Masked) -> Hashes:
    """Return the sampled grams of a report, sorted."""
    hashes = gram_hashes(masked.codes, _GRAM)
    return distinct(hashes[hashes % _SAMPLE == 0])


def passages_of(text: str, masked: Masked) -> tuple[Hashes, Ints, Ints]:
    """Return the longer paragraphs of a report: the hash of each, where it starts and where it ends."""
    sizes = np.array([len(line) for line in text.split("\n")], np.int32)
    ends = np.cumsum(sizes + 1, dtype=np.int32) - 1
    starts = ends - sizes
    first, last = (np.searchsorted(masked.starts, edge).astype(np.int32) for edge in (starts, ends))
    long = last - first >= SHORTEST_PASSAGE
    return hash_runs(masked.codes, first[long], last[long]), starts[long], ends[long]


def find_families(samples: Sequence[Hashes]) -> Ints:
    """Return for each report the number of the first report that it nearly duplicates; its own number for most."""
    sizes = np.array([len(sample) for sample in samples], np.int64)
    owner = np.repeat(np.arange(len(samples)), sizes)
    hashes = np.concatenate([*samples, np.empty(0, np.uint64)])
    families = np.arange(len(samples), dtype=np.int32)
    for first, second, shared in _neighbours(hashes, owner):
        if shared >= max(LEAST, ALIKE_FROM * min(sizes[first], sizes[second])):
            earlier, later = sorted((families[first], families[second]))  # families that a third report makes one
            families[families == later] = earlier
    return families


def first_places(passages: Sequence[Hashes]) -> Ints:
    """Number the passages of all reports from 0; return for each the number of the first that equals it."""
    hashes = np.concatenate([*passages, np.empty(0, np.uint64)])
    _, first, number = np.unique(hashes, return_index=True, return_inverse=True)
    return first[number].astype(np.int32)


def _neighbours(hashes: Hashes, owner: npt.NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Return (report, later report, grams shared) for reports that follow each other among the owners of a gram.

    Near-duplicates own nearly the same grams, so they follow each other nearly everywhere; comparing only
    neighbours keeps a gram that a thousand reports share from costing a million comparisons.
    """
    order = np.lexsort((owner, hashes))
    hashes, owner = hashes[order], owner[order]
    same = np.flatnonzero(hashes[1:] == hashes[:-1])
    size = int(owner.max(initial=0)) + 1
    pairs, shared = np.unique(owner[same] * size + owner[same + 1], return_counts=True)
    return list(zip((pairs // size).tolist(), (pairs % size).tolist(), shared.tolist(), strict=True))
