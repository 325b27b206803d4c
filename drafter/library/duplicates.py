"""Near-duplicates among reports: a report filed twice, or copied by the next town, counts once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from drafter.model import Document
from drafter.text.masking import gram_hashes, mask

ALIKE_FROM = 0.7  # share of the smaller report's sampled grams; a town's reports of two years share under a half
LEAST = 10  # sampled grams to share; below, two short texts are alike by chance
_GRAM = 12  # masked characters
_SAMPLE = 16  # one gram in so many is kept, by its hash, so that equal passages keep equal grams


def find_families(documents: Sequence[Document]) -> npt.NDArray[np.int32]:
    """Return for each report the number of the first report that it nearly duplicates; its own number for most."""
    samples = [_sample(document) for document in documents]
    sizes = np.array([len(sample) for sample in samples], np.int64)
    owner = np.repeat(np.arange(len(samples)), sizes)
    hashes = np.concatenate([*samples, np.empty(0, np.uint64)])
    families = np.arange(len(documents), dtype=np.int32)
    for first, second, shared in _neighbours(hashes, owner):
        if shared >= max(LEAST, ALIKE_FROM * min(sizes[first], sizes[second])):
            families[families == families[second]] = families[first]
    return families


def _sample(document: Document) -> npt.NDArray[np.uint64]:
    hashes = gram_hashes(mask(document.text).codes, _GRAM)
    return np.unique(hashes[hashes % _SAMPLE == 0])


def _neighbours(hashes: npt.NDArray[np.uint64], owner: npt.NDArray[np.int64]) -> list[tuple[int, int, int]]:
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
