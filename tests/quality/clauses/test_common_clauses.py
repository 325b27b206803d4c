"""Clauses of the sample corpus that any town could say: pure ones of five localities and more, all of them read.

The composer may put these into a draft. No formal floor was set beforehand for their share.
"""

from __future__ import annotations

from pathlib import Path

from drafter.compose.stock import LOCALITIES
from drafter.library.gathering import gather_clauses
from drafter.library.ground import Ground

from ..conftest import Measured
from ..judged import assert_usable, read_judged

JUDGED = Path(__file__).with_name("judged.tsv")
USABLE_SHARE_AT_LEAST = 0.9  # measured 0.93


def test_common_pure_clauses_claim_what_any_town_does(sample_ground: Ground, measured: Measured) -> None:
    clauses = gather_clauses(sample_ground)
    common = [(clause.text,) for clause in clauses if clause.pure and clause.localities >= LOCALITIES]
    assert len(common) > 150
    usable = assert_usable(common, read_judged(JUDGED), round(USABLE_SHARE_AT_LEAST * len(common)))
    measured("usable of the pure clauses of five localities and more of the samples", usable, "")
