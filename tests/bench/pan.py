"""Score detections as PAN does for text alignment: plagdet of precision, recall and granularity.

Potthast et al., "An Evaluation Framework for Plagiarism Detection", COLING 2010. Macro-averaged over cases and
detections, counted in characters of both sides, and strict: a detection counts only with the exact source.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from planting import Plant

from drafter.model import Span


@dataclass(frozen=True, slots=True)
class Score:
    """How well detections cover the planted passages, each 0–1 (granularity from 1 up)."""

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """Return F1 divided by log2(1 + granularity)."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total / math.log2(1 + self.granularity) if total else 0.0


def score(planted: Sequence[Plant], detected: Sequence[Plant]) -> Score:
    """Compare what was planted with what was detected."""
    hits = [sum(same(case, detection) for detection in detected) for case in planted]
    found = [count for count in hits if count]
    return Score(
        precision=_covered(detected, planted),
        recall=_covered(planted, detected),
        granularity=sum(found) / len(found) if found else 1.0,
    )


def same(case: Plant, detection: Plant) -> bool:
    """Say whether a detection is of a planted passage: same source, and an overlap on both sides."""
    same_source = case.source == detection.source and case.span.overlap(detection.span) > 0
    return same_source and case.draft.overlap(detection.draft) > 0


def _covered(ones: Sequence[Plant], others: Sequence[Plant]) -> float:
    """Return the mean share of each of `ones`, both sides together, that matching `others` cover."""
    shares = [
        (
            _union(one.draft, [other.draft for other in others if same(one, other)])
            + _union(one.span, [other.span for other in others if same(one, other)])
        )
        / (len(one.draft) + len(one.span))
        for one in ones
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _union(span: Span, others: Sequence[Span]) -> int:
    """Return how many characters of `span` the `others` cover."""
    covered, reached = 0, span.start
    for other in sorted(others):
        start, end = max(reached, other.start), min(span.end, other.end)
        covered += max(0, end - start)
        reached = max(reached, end)
    return covered
