"""An index without the draft itself, for a draft that has been mined into the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Numbers
from drafter.model import IndexedText, ReuseIndex, Span
from drafter.text.masking import SEED_LENGTH, Hashes, Masked, gram_hashes, mask

SAME_FROM = 0.9  # share of the draft's grams that the corpus must have before its own report is looked for


@dataclass(frozen=True, slots=True)
class Others:
    """A ReuseIndex with one report left out."""

    index: ReuseIndex
    own: int  # number of that report
    grams: Hashes  # its grams, sorted, each once

    def __len__(self) -> int:
        return len(self.index)

    @property
    def localities(self) -> Numbers:
        """Return for each report the number of its locality."""
        return self.index.localities

    @property
    def sizes(self) -> Numbers:
        """Return how many masked characters each report has."""
        return self.index.sizes

    def postings(self, grams: Hashes) -> tuple[Numbers, ...]:
        """Look up gram hashes in the other reports."""
        found = self.index.postings(grams)
        kept = found[1] != self.own
        return tuple(array[kept] for array in found)

    def gram_frequency(self, grams: Hashes) -> tuple[Numbers, npt.NDArray[np.float32]]:
        """Return in how many other reports each gram occurs, and what share of the background's localities use it."""
        frequency, common = self.index.gram_frequency(grams)
        return frequency - np.isin(grams, self.grams), common

    def word_postings(self, hashes: Hashes) -> tuple[Numbers, ...]:
        """Look up words in the other reports."""
        found = self.index.word_postings(hashes)
        kept = found[1] != self.own
        return tuple(array[kept] for array in found)

    def word_frequency(self, hashes: Hashes) -> tuple[Numbers, npt.NDArray[np.float32]]:
        """Return in how many other reports each word occurs, and what share of the background's localities use it."""
        frequency, common = self.index.word_frequency(hashes)
        own = np.zeros(len(hashes), np.bool_)
        asked, reports, _ = self.index.word_postings(hashes[frequency > 0])
        own[np.flatnonzero(frequency)[asked[reports == self.own]]] = True
        return frequency - own, common

    def word_count(self, hashes: Hashes) -> Numbers:
        """Return how many times each word stands in the reports, the draft's own among them."""
        return self.index.word_count(hashes)

    def names(self, text: str) -> Iterator[tuple[Span, tuple[int, ...]]]:
        """Yield where names of the other reports stand in a text, unless the draft's own report has them too."""
        return (found for found in self.index.names(text) if self.own not in found[1])

    def report(self, number: int) -> IndexedText:
        """Return a report by its number."""
        return self.index.report(number)


def without(path: str, masked: Masked, index: ReuseIndex) -> ReuseIndex:
    """Return the index without the report of this path, if that is where the draft comes from."""
    grams = gram_hashes(masked.codes, SEED_LENGTH)
    frequency, _ = index.gram_frequency(grams)
    known = frequency > 0
    if not known.any() or known.mean() < SAME_FROM:
        return index
    rarest = grams[frequency == frequency[known].min()]
    holders = np.bincount(index.postings(rarest)[1])
    for number in np.argsort(-holders)[: np.count_nonzero(holders)].tolist():
        report = index.report(number)
        if report.source.path == path:
            return Others(index, number, np.unique(gram_hashes(mask(report.text).codes, SEED_LENGTH)))
    return index
