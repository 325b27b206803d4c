"""Of the 100 best frames of the sample corpus at least 95 are usable as they stand, and none carries a foreign fact."""

from __future__ import annotations

from pathlib import Path

from drafter.library.frames import mine_frames
from drafter.library.ground import Ground

from ..conftest import Measured
from ..judged import assert_usable, read_judged

JUDGED = Path(__file__).with_name("judged.tsv")
BEST, USABLE_AT_LEAST = 100, 95


def test_the_best_frames_are_usable(sample_ground: Ground, measured: Measured) -> None:
    best = [(frame.text, frame.indicator) for frame in mine_frames(sample_ground)[:BEST]]
    assert len(best) == BEST
    usable = assert_usable(best, read_judged(JUDGED), USABLE_AT_LEAST)
    measured("usable of the 100 best frames of the samples, foreign facts none", usable, "≥ .95")
