"""What a draft has from the office's last report, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Numbers, Region, grams_of, regions, seeds_of
from drafter.check.passages import aligned, choose, proof_of
from drafter.model import Document, IndexedText, Span
from drafter.text.masking import SEED_LENGTH, Hashes, Masked, gram_hashes, mask

SHORTEST = 24  # masked characters of a paragraph that is looked for; shorter ones are headings

Places = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class LastReport:
    """A ReuseIndex of one report."""

    indexed: IndexedText
    grams: Hashes  # sorted
    places: Numbers  # where each stands

    def __len__(self) -> int:
        return 1

    @property
    def localities(self) -> Numbers:
        """Return the number of the report's locality, the only one."""
        return np.zeros(1, np.int32)

    @property
    def sizes(self) -> Numbers:
        """Return how many masked characters the report has."""
        return np.array([len(mask(self.indexed.text))], np.int32)

    def postings(self, grams: Hashes) -> tuple[Numbers, ...]:
        """Look up gram hashes; return parallel arrays (index into `grams`, report number, masked position)."""
        begins, ends = (np.searchsorted(self.grams, grams, side) for side in ("left", "right"))
        counts = ends - begins
        asked = np.repeat(np.arange(len(grams), dtype=np.int32), counts)
        within = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        return asked, np.zeros(len(asked), np.int32), self.places[np.repeat(begins, counts) + within]

    def gram_frequency(self, grams: Hashes) -> tuple[Numbers, npt.NDArray[np.float32]]:
        """Return 1 for each gram that the report has; what everybody writes is the office's own here, too."""
        return np.isin(grams, self.grams).astype(np.int32), np.zeros(len(grams), np.float32)

    def word_postings(self, hashes: Hashes) -> tuple[Numbers, ...]:
        """Return nothing: what was reworded since the last report is new."""
        del hashes
        return (np.zeros(0, np.int32),) * 3

    def word_frequency(self, hashes: Hashes) -> tuple[Numbers, npt.NDArray[np.float32]]:
        """Return 0 for each word."""
        return np.zeros(len(hashes), np.int32), np.zeros(len(hashes), np.float32)

    def word_count(self, hashes: Hashes) -> Numbers:
        """Return 0 for each word."""
        return np.zeros(len(hashes), np.int32)

    def names(self, text: str) -> Iterator[tuple[Span, tuple[int, ...]]]:  # noqa: ARG002 - as the Protocol has it
        """Yield nothing: the office's own report has no foreign names."""
        return iter(())

    def report(self, number: int) -> IndexedText:
        """Return the report; `number` is 0."""
        del number
        return self.indexed


def last_report(document: Document) -> LastReport:
    """Index the last report."""
    hashes = gram_hashes(mask(document.text).codes, SEED_LENGTH)
    order = np.argsort(hashes, kind="stable")
    indexed = IndexedText(document.source, document.text, document.offsets)
    return LastReport(indexed, hashes[order], order.astype(np.int32))


def kept_passages(masked: Masked, fixed: Places, text: str, last: Document) -> tuple[Region, ...]:
    """Return the passages of a draft that the last report has too, in order, none longer than its paragraph.

    `masked` and `fixed` are of the draft's `text`. Each paragraph is looked for by itself, so that one that stands
    unchanged between others that are new is found as well as a whole chapter.
    """
    index, source = last_report(last), mask(last.text)
    return tuple(
        region for paragraph in paragraphs(masked, text) for region in _kept(paragraph, masked, fixed, index, source)
    )


def paragraphs(masked: Masked, text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text that are long enough, in masked characters."""
    breaks = np.flatnonzero(np.frombuffer(text.encode("utf-32-le"), np.uint32) == ord("\n"))
    bounds = [0, *np.searchsorted(masked.starts, breaks).tolist(), len(masked)]
    for start, end in pairwise(bounds):
        if end - start >= SHORTEST:
            yield Span(start, end)


def _kept(paragraph: Span, masked: Masked, fixed: Places, index: LastReport, source: Masked) -> Iterator[Region]:
    inside = slice(paragraph.start, paragraph.end)
    part = Masked(masked.codes[inside], masked.starts[inside], masked.ends[inside])
    grams = grams_of(part, index)
    found = aligned(part, fixed[inside], regions(seeds_of(grams, index)), lambda _: source)
    for passage in choose(found, proof_of(grams, fixed[inside], lambda _: source)):
        best = passage.best
        yield Region(0, best.draft.shift(paragraph.start), best.source, best.weight)
