"""What became of the last report's promises, in pairs of a plan and the next review written by hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from .conftest import Measured
from .kept import judge, load

FOLDER = Path(__file__).parent / "promises"
HASHES = {
    "development.tsv": "d2406e31396ef550",
    "held_out.tsv": "b85bd5fdf9dbd2a3",
}
FLOORS = {"development": 1.0, "held_out": 0.83}


@pytest.mark.parametrize("name", HASHES)
def test_the_pairs_are_those_that_were_labelled(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:16] == HASHES[name]


@pytest.mark.parametrize("name", FLOORS)
def test_promises_are_judged_as_by_hand(name: str, tmp_path: Path, measured: Measured) -> None:
    judged = list(judge(load(FOLDER / f"{name}.tsv"), tmp_path))
    right = sum(each.right == each.said for each in judged) / len(judged)
    measured(f"promises, {name}: accuracy", right, "")
    assert right >= FLOORS[name], [each for each in judged if each.right != each.said]
