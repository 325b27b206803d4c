"""Faults in figures, planted by hand: how many are found, and how many findings are on one."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from drafter.check.checker import check
from drafter.ingest.reader import read
from drafter.library.postings import build_index

from .conftest import CORPUS, Measured
from .figure_faults import load, score

FOLDER = Path(__file__).parent / "figures"
HASHES = {
    "development.tsv": "01b98db9df96e26c",
    "held_out.tsv": "89427f8099b81361",
    "unread.tsv": "4d320bc1ec265fa3",
    "fourth.tsv": "8e90f2276a6b9ac6",
    "third.tsv": "36c17c072089be51",
    "told_twice.tsv": "361595998f352551",
    "told_twice_later.tsv": "8196d52221a2e4db",
    "neutral.tsv": "f7ae4c78a2a9c23b",
    "neutral_second.tsv": "fa78806132936ac5",
    "neutral_third.tsv": "7d97f6787dc2b13f",
    "neutral_fourth.tsv": "eb4825dd55069a5e",
    "neutral_fifth.tsv": "4d5206fe355f477d",
    "told_again.tsv": "8b5cb3c5d6a757bd",
    "arithmetic.tsv": "a544655a3f66fdd8",
    "twins.tsv": "6d71574598f13add",
}
RECALL, PRECISION = 0.85, 0.9
FLOORS = {
    "development": (1.0, 1.0),
    "held_out": (1.0, 1.0),
    "unread": (0.96, 1.0),
    "third": (0.96, 0.96),
    "fourth": (1.0, 1.0),
    "told_twice": (1.0, 1.0),
    "told_twice_later": (0.88, 1.0),
    "neutral": (1.0, 1.0),
    "neutral_second": (1.0, 1.0),
    "neutral_third": (1.0, 1.0),
    "neutral_fourth": (0.85, 0.92),
    "neutral_fifth": (0.82, 0.95),
    "told_again": (0.92, 1.0),
    "arithmetic": (1.0, 1.0),
    "twins": (0.94, 1.0),
}
# When first measured those after the first had a recall of 0.73, 0.90, 0.82, 1.0, a precision of 1.0, 0.96, 0.96, 1.0.
# `neutral` 0.43 at 0.89, `neutral_second` 0.63 at 1.0, `neutral_third` 0.75 at 1.0; `neutral_fourth` and
# `neutral_fifth` were kept apart until all was done: 0.85 at 0.92, 0.825 at 0.97 (0.775 and 0.8 halfway).
MOST_ALARMS = 0.5  # on 10,000 characters of the sample reports


@pytest.mark.parametrize("name", HASHES)
def test_the_paragraphs_are_those_that_were_labelled(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:16] == HASHES[name]


@pytest.mark.parametrize("name", FLOORS)
def test_faults_are_found_and_nothing_else(name: str, tmp_path: Path, measured: Measured) -> None:
    found = score(load(FOLDER / f"{name}.tsv"), "figures", tmp_path)
    measured(f"figures, {name}: recall", found.recall, f"{RECALL}")
    measured(f"figures, {name}: precision", found.precision, f"{PRECISION}")
    recall, precision = FLOORS[name]
    assert found.recall >= recall, [each.text for each in found.missed]
    assert found.precision >= precision, [finding.message for _, finding in found.wrong]


def test_reports_that_were_delivered_raise_few_alarms(measured: Measured) -> None:
    files = sorted(path for path in CORPUS.glob("*.txt") if path.stem != "README")
    documents = [document for path in files for document in read(path, path.name)]
    alarms = [
        finding
        for document in documents
        for finding in check(document, build_index([])).findings
        if finding.rule == "figures"
    ]
    share = 10_000 * len(alarms) / sum(len(document.text) for document in documents)
    measured("figures, alarms on 10,000 characters of corpus/", share, f"{MOST_ALARMS}")
    assert share <= MOST_ALARMS, [finding.message for finding in alarms]
