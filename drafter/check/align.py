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
KEPT_AT_FIRST, KEPT_LEAST, KEPT_MOST = 0.65, 0.5, 0.95  # share of bigrams that an edited copy keeps
MOST_CHANCE = 0.9


@dataclass(frozen=True, slots=True)
class DraftBigrams:
    """The bigrams of a draft, numbered."""

    numbers: npt.NDArray[np.intp]
    known: Hashes  # the bigram of each number

    def number(self, source: Masked) -> npt.NDArray[np.intp]:
        """Return the numbers of a source's bigrams; those that the draft has not share the number past the last."""
        hashes = gram_hashes(source.codes, 2)
        numbers = np.searchsorted(self.known, hashes)
        same = self.known[np.minimum(numbers, len(self.known) - 1)] == hashes
        return np.where(same, numbers, len(self.known))


def bigrams_of(masked: Masked) -> DraftBigrams:
    """Number the bigrams of a draft."""
    known, numbers = np.unique(gram_hashes(masked.codes, 2), return_inverse=True)
    return DraftBigrams(numbers, known)


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft beside one source, both as bigram numbers."""

    draft: npt.NDArray[np.intp]
    source: npt.NDArray[np.intp]
    chance: Floats  # of each number to stand in a window of the source by accident

    def align(self, region: Region) -> Region | None:
        """Return the region with both stretches grown and trimmed to the copy; None when nothing is left."""
        draft, source, kept = region.draft, region.source, KEPT_AT_FIRST
        for _ in range(ROUNDS):
            before = draft, source
            near = Span(max(0, source.start - MARGIN), source.end + MARGIN)
            draft = self._grown(self.draft, draft, self._held(self.source, near), kept)
            source = self._grown(self.source, source, self._held(self.draft, draft), kept)
            kept = self._kept(draft, source)
            draft = self._trimmed(self.draft, draft, self._held(self.source, source), kept)
            source = self._trimmed(self.source, source, self._held(self.draft, draft), kept)
            if (draft, source) == before:
                break
        return replace(region, draft=draft, source=source) if len(draft) and len(source) else None

    def _held(self, numbers: npt.NDArray[np.intp], span: Span) -> npt.NDArray[np.bool_]:
        """Return for each bigram number whether it stands in the span; the unknown one never does."""
        held = np.zeros(len(self.chance), np.bool_)
        held[numbers[span.start : max(span.start, span.end - 1)]] = True
        held[-1] = False
        return held

    def _kept(self, draft: Span, source: Span) -> float:
        """Return the share of bigrams that the two stretches have in common, seen from the side with fewer."""
        shares = [
            held[numbers[span.start : span.end - 1]].mean() if len(span) > 1 else 0.0
            for numbers, span, held in (
                (self.draft, draft, self._held(self.source, source)),
                (self.source, source, self._held(self.draft, draft)),
            )
        ]
        return float(np.clip(min(shares), KEPT_LEAST, KEPT_MOST))

    def _ratios(self, numbers: npt.NDArray[np.intp], held: npt.NDArray[np.bool_], kept: float) -> Floats:
        """Return the log-likelihood ratio (nats) of each bigram: copied against there by chance."""
        chance = self.chance[numbers]
        likely = np.minimum(np.maximum(kept, chance + 0.02), 0.98)
        return np.where(held[numbers], np.log(likely / chance), np.log((1 - likely) / (1 - chance)))

    def _grown(self, numbers: npt.NDArray[np.intp], span: Span, held: npt.NDArray[np.bool_], kept: float) -> Span:
        """Return the span grown on both sides to where the sum of the ratios is largest."""
        low, high = max(0, span.start - REACH), min(len(numbers), span.end - 1 + REACH)
        before = self._ratios(numbers[low : span.start], held, kept)
        after = self._ratios(numbers[span.end - 1 : high], held, kept)
        patience = -PATIENCE * np.log(1 - kept)
        return Span(span.start - _best_length(before[::-1], patience), span.end + _best_length(after, patience))

    def _trimmed(self, numbers: npt.NDArray[np.intp], span: Span, held: npt.NDArray[np.bool_], kept: float) -> Span:
        """Return the part of the span with the largest sum of ratios (empty when no part has any)."""
        sums = np.cumsum(np.concatenate(([0.0], self._ratios(numbers[span.start : span.end - 1], held, kept))))
        end = int(np.argmax(sums - np.minimum.accumulate(sums)))
        start = int(np.argmin(sums[: end + 1]))
        return Span(span.start + start, span.start + end + 1) if end > start else Span(span.start, span.start)


def pair_of(draft: DraftBigrams, source: Masked) -> Pair:
    """Set a draft beside a source."""
    numbers = draft.number(source)
    counts = np.bincount(numbers, minlength=len(draft.known) + 1) + 0.5
    counts[-1] = 0.5
    chance = np.minimum(1 - np.exp(-counts * WINDOW / max(LEAST_LENGTH, len(numbers))), MOST_CHANCE)
    return Pair(draft.numbers, numbers, chance)


def _best_length(ratios: Floats, patience: float) -> int:
    """Return how many ratios from the first to take for the largest sum, giving up once it falls by `patience`."""
    sums = np.cumsum(ratios)
    peak = np.maximum.accumulate(np.maximum(sums, 0))
    fallen = np.flatnonzero(sums < peak - patience)
    sums = sums[: fallen[0]] if len(fallen) else sums
    best = int(np.argmax(sums)) if len(sums) else 0
    return best + 1 if len(sums) and sums[best] > 0 else 0
