"""Find where a copy begins and ends, in the draft and in its source, whatever the order of its clauses.

Each bigram of one side either stands somewhere in the other side's stretch or not; that is weighed as a likelihood
ratio between "copied, and this share of the bigrams kept" and "there by chance". A stretch grows outwards while the
sum rises and is then trimmed to where the sum is largest. The share kept is estimated anew in each round, so that a
verbatim copy ends sharply and a heavily edited one may have gaps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from drafter.check.candidates import Floats, Region
from drafter.model import Span
from drafter.text.masking import Hashes, Masked, gram_hashes

# Measured on planted drafts over city and province reports: half and double of each is worse.
WINDOW = 160  # masked characters in which a bigram has its chance to stand by accident
LEAST_LENGTH = 4000  # masked characters of a source whose own counts say how common a bigram is; of a short report
MARGIN = 60  # masked characters beside the source's stretch that the draft's may be matched in
REACH = 120  # masked characters that a stretch may grow by on either side in a round
PATIENCE = 24  # bigrams missed in a row after which a copy is over
ROUNDS = 4  # nothing moves after that
KEPT_AT_FIRST, KEPT_LEAST, KEPT_MOST = 0.55, 0.4, 0.95  # share of bigrams that an edited copy keeps
MOST_CHANCE = 0.9
FIXED_WORTH = 0.3  # what a bigram of fixed wording counts for: everybody has it


@dataclass(frozen=True, slots=True)
class Bigrams:
    """The bigrams of a text, as numbers."""

    numbers: npt.NDArray[np.intp]
    worth: Floats  # what each counts for where the other side has it, too

    def cut(self, start: int, end: int) -> Bigrams:
        """Return those from one place to another."""
        return Bigrams(self.numbers[start:end], self.worth[start:end])

    def counts(self, span: Span, size: int) -> npt.NDArray[np.intp]:
        """Return how often a stretch of masked characters has each of `size` numbers; the last is of unknown ones."""
        counts = np.bincount(self.numbers[span.start : max(span.start, span.end - 1)], minlength=size)
        counts[-1] = 0
        return counts


@dataclass(frozen=True, slots=True)
class DraftBigrams(Bigrams):
    """The bigrams of a draft, numbered."""

    known: Hashes  # the bigram of each number

    def number(self, source: Masked) -> npt.NDArray[np.intp]:
        """Return the numbers of a source's bigrams; those that the draft has not share the number past the last."""
        hashes = gram_hashes(source.codes, 2)
        numbers = np.searchsorted(self.known, hashes)
        same = self.known[np.minimum(numbers, len(self.known) - 1)] == hashes
        return np.where(same, numbers, len(self.known))


def bigrams_of(masked: Masked, fixed: npt.NDArray[np.bool_]) -> DraftBigrams:
    """Number the bigrams of a draft; those of `fixed` wording tell little of where a copy ends."""
    known, numbers = np.unique(gram_hashes(masked.codes, 2), return_inverse=True)
    return DraftBigrams(numbers, np.where(fixed[:-1] & fixed[1:], FIXED_WORTH, 1.0), known)


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft beside one source."""

    draft: Bigrams
    source: Bigrams
    chance: Floats  # of each number to stand in a window of the source by accident

    def align(self, region: Region) -> Region | None:
        """Return the region with both stretches grown and trimmed to the copy; None when nothing is left."""
        draft, source, kept = region.draft, region.source, KEPT_AT_FIRST
        size = len(self.chance)
        for _ in range(ROUNDS):
            before = draft, source
            near = Span(max(0, source.start - MARGIN), source.end + MARGIN)
            spare = self.source.counts(near, size) > self.draft.counts(draft, size)  # one matches only one
            draft = self._grown(self.draft, draft, spare, kept)
            spare = self.draft.counts(draft, size) > self.source.counts(source, size)
            source = self._grown(self.source, source, spare, kept)
            kept = self._kept(draft, source)
            draft = self._trimmed(self.draft, draft, self.source.counts(source, size) > 0, kept)
            source = self._trimmed(self.source, source, self.draft.counts(draft, size) > 0, kept)
            if (draft, source) == before:
                break
        return replace(region, draft=draft, source=source) if len(draft) and len(source) else None

    def _kept(self, draft: Span, source: Span) -> float:
        """Return the share of bigrams that the two stretches have in common, seen from the side with fewer."""
        counts = self.draft.counts(draft, len(self.chance)), self.source.counts(source, len(self.chance))
        shares = [
            ours[theirs > 0].sum() / max(1, len(span) - 1)
            for ours, theirs, span in ((*counts, draft), (*counts[::-1], source))
        ]
        return float(np.clip(min(shares), KEPT_LEAST, KEPT_MOST))

    def _ratios(self, bigrams: Bigrams, held: npt.NDArray[np.bool_], kept: float) -> Floats:
        """Return the log-likelihood ratio (nats) of each bigram: copied against there by chance."""
        chance = self.chance[bigrams.numbers]
        likely = np.minimum(np.maximum(kept, chance + 0.02), 0.98)
        hit = np.log(likely / chance) * bigrams.worth
        return np.where(held[bigrams.numbers], hit, np.log((1 - likely) / (1 - chance)))

    def _grown(self, bigrams: Bigrams, span: Span, held: npt.NDArray[np.bool_], kept: float) -> Span:
        """Return the span grown on both sides to where the sum of the ratios is largest."""
        low, high = max(0, span.start - REACH), min(len(bigrams.numbers), span.end - 1 + REACH)
        before = self._ratios(bigrams.cut(low, span.start), held, kept)
        after = self._ratios(bigrams.cut(span.end - 1, high), held, kept)
        patience = -PATIENCE * np.log(1 - kept)
        return Span(span.start - _best_length(before[::-1], patience), span.end + _best_length(after, patience))

    def _trimmed(self, bigrams: Bigrams, span: Span, held: npt.NDArray[np.bool_], kept: float) -> Span:
        """Return the part of the span with the largest sum of ratios (empty when no part has any)."""
        ratios = self._ratios(bigrams.cut(span.start, span.end - 1), held, kept)
        sums = np.cumsum(np.concatenate(([0.0], ratios)))
        end = int(np.argmax(sums - np.minimum.accumulate(sums)))
        start = int(np.argmin(sums[: end + 1]))
        return Span(span.start + start, span.start + end + 1) if end > start else Span(span.start, span.start)


def pair_of(draft: DraftBigrams, source: Masked) -> Pair:
    """Set a draft beside a source."""
    numbers = draft.number(source)
    counts = np.bincount(numbers, minlength=len(draft.known) + 1) + 0.5
    counts[-1] = 0.5
    chance = np.minimum(1 - np.exp(-counts * WINDOW / max(LEAST_LENGTH, len(numbers))), MOST_CHANCE)
    return Pair(draft, Bigrams(numbers, np.ones(len(numbers))), chance)


def _best_length(ratios: Floats, patience: float) -> int:
    """Return how many ratios from the first to take for the largest sum, giving up once it falls by `patience`."""
    sums = np.cumsum(ratios)
    peak = np.maximum.accumulate(np.maximum(sums, 0))
    fallen = np.flatnonzero(sums < peak - patience)
    sums = sums[: fallen[0]] if len(fallen) else sums
    best = int(np.argmax(sums)) if len(sums) else 0
    return best + 1 if len(sums) and sums[best] > 0 else 0
