"""Of the 100 best headings of the sample corpus at least 95 are usable as they stand; none carries a foreign fact."""

from __future__ import annotations

from pathlib import Path

from drafter.library.gathering import gather_headings
from drafter.library.ground import Ground

from ..conftest import Measured
from ..judged import assert_usable, read_judged

JUDGED = Path(__file__).with_name("judged.tsv")
BEST, USABLE_AT_LEAST = 100, 95  # measured 96


def test_the_best_headings_are_usable(sample_ground: Ground, measured: Measured) -> None:
    best = [(heading.text,) for heading in gather_headings(sample_ground)[:BEST]]
    assert len(best) == BEST
    usable = assert_usable(best, read_judged(JUDGED), USABLE_AT_LEAST)
    measured("usable of the 100 best headings of the samples, foreign facts none", usable, "≥ .95")
