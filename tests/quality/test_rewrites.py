"""Reuse against passages rewritten by hand, at three strengths: `rewrites/development.tsv` says how they were made.

The weights of `rewording.tsv` were fitted to the development half and to `calibration.tsv`, which is not measured. The
held-out half (five rewrites of each strength, each in six drafts) falls short of the bar where a third is replaced.
`unread.tsv` (twelve of each strength) was written without a look at the check, and scored only once it was whole; its
strong rewrites keep no rare words together, and next to none of them is found.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict

import pytest

from .conftest import Measured
from .rewritten import FOLDER, STRENGTHS, drafts, hits, rewrites

HASHES = {  # of the rewrites: whoever changes them sees the floors they go with
    "development.tsv": "154f6dafd539dc9b85a81998ef02b05a8745b27851119c050d50555e4bfbf7fa",
    "held_out.tsv": "de622cdefa1dd01179a8ad91db8cec64d37428f18681216cfcb762e314dbc941",
    "unread.tsv": "28d7e43ae36355c739c32f22247ee72d535c88e7fbdb547be233a58037697903",
}
BARS = {"light": 0.97, "medium": 0.85, "strong": 0.50}  # recall
# Reached: 1.0, .98, .61; held out 1.0, .66, .56; unread 1.0, .91, .01; precision .99, .98 and .90.
FLOORS = {
    "development.tsv": BARS | {"precision": 0.9},
    "held_out.tsv": {"light": 0.97, "medium": 0.6, "strong": 0.5, "precision": 0.9},
    "unread.tsv": {"light": 0.97, "medium": 0.85, "precision": 0.88},  # of strong ones next to none is found
}
PRECISION = 0.9  # the bar


@pytest.mark.parametrize("name", HASHES)
def test_the_rewrites_are_those_that_the_floors_were_set_by(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == HASHES[name]
    assert {each.strength for each in rewrites(name)} == set(STRENGTHS.values())
    assert all(40 <= len(each.passage) <= 350 for each in rewrites(name))


@pytest.mark.parametrize("name", HASHES)
def test_rewrites_are_found(name: str, measured: Measured) -> None:
    found: defaultdict[str, list[bool]] = defaultdict(list)
    right: list[bool] = []
    for draft in drafts(rewrites(name)):
        result = hits(draft)
        right += result.right
        for rewrite, hit in result.found:
            found[rewrite.strength].append(hit)
    half = name.removesuffix(".tsv")
    for strength, bar in BARS.items():
        recall = sum(found[strength]) / len(found[strength])
        measured(f"{strength} rewrites by hand found, {half}", recall, f"≥ {bar}")
        assert recall >= FLOORS[name].get(strength, 0)
    precision = sum(right) / len(right)
    measured(f"findings that are such a rewrite, {half}", precision, f"≥ {PRECISION}")
    assert precision >= FLOORS[name].get("precision", 0)
