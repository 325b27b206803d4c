"""Faults of layout planted one at a time into good files are found, and the good files raise nothing."""

from __future__ import annotations

import pytest

from .conftest import Measured
from .layout_planting import FAULTS
from .layout_scoring import Score, scores

LEAST_FOUND = 0.95
MOST_RAISED = 0


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> list[Score]:
    """Return the scores of all good files and plants."""
    return list(scores(tmp_path_factory.mktemp("planted"), [0]))


def test_good_files_raise_nothing(scored: list[Score], measured: Measured) -> None:
    good = [score for score in scored if not score.fault]
    assert len(good) >= 9
    raised = {score.file: score.raised for score in good if score.raised}
    measured("layout: raised on good files", float(sum(map(len, raised.values()))), str(MOST_RAISED))
    assert not raised


def test_planted_faults_are_found(scored: list[Score], measured: Measured) -> None:
    plants = [score for score in scored if score.fault]
    assert {score.fault for score in plants} == set(FAULTS)
    missed = [(score.file, score.fault) for score in plants if not score.found]
    share = 1 - len(missed) / len(plants)
    measured("layout: planted faults found", share, str(LEAST_FOUND))
    assert share >= LEAST_FOUND, missed
