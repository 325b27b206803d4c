"""Of the 100 best frames of the sample corpus at least 95 are usable as they stand, and none carries a foreign fact.

Each frame was read; `judged.tsv` says what was found. One that nobody has judged counts as not usable.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.library.corpus import join
from drafter.library.digest import digest
from drafter.library.frames import mine_frames
from drafter.library.ground import lay_out
from drafter.model import Frame

BEST = 100
USABLE_AT_LEAST = 95

JUDGED = Path(__file__).with_name("judged.tsv")
CORPUS = Path(__file__).parents[3] / "corpus"


def mined() -> tuple[Frame, ...]:
    """Return the frames of the sample corpus, best first: the one place here that knows how they are mined."""
    files = sorted(path for path in CORPUS.glob("*.txt") if path.stem != "README")
    digests = [digest(document) for path in files for document in read(path, path.name)]
    return mine_frames(lay_out(join(digests)))


@pytest.fixture(scope="module")
def best() -> tuple[Frame, ...]:
    """Return the best frames of the sample corpus."""
    return mined()[:BEST]


@pytest.fixture(scope="module")
def judged() -> dict[tuple[str, str], tuple[str, str]]:
    """Return (verdict, reason) of each judged frame by text and indicator."""
    lines = JUDGED.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(text, indicator): (verdict, reason) for verdict, text, indicator, reason in rows[1:]}


def test_the_best_frames_are_usable(best: tuple[Frame, ...], judged: dict[tuple[str, str], tuple[str, str]]) -> None:
    verdicts = {(frame.text, frame.indicator): judged.get((frame.text, frame.indicator)) for frame in best}
    assert len(verdicts) == BEST
    unread = [frame for frame, verdict in verdicts.items() if verdict is None]
    poor = [(frame, verdict[1]) for frame, verdict in verdicts.items() if verdict and verdict[0] != "可用"]
    assert BEST - len(unread) - len(poor) >= USABLE_AT_LEAST, f"not judged: {unread}; not usable: {poor}"


def test_none_of_the_best_frames_carries_a_foreign_fact(
    best: tuple[Frame, ...], judged: dict[tuple[str, str], tuple[str, str]]
) -> None:
    reasons = [judged.get((frame.text, frame.indicator), ("", ""))[1] for frame in best]
    assert not [reason for reason in reasons if reason.startswith("夹带")]


def test_every_verdict_against_a_frame_has_its_reason(judged: dict[tuple[str, str], tuple[str, str]]) -> None:
    for frame, (verdict, reason) in judged.items():
        assert (verdict, bool(reason)) in {("可用", False), ("不可用", True)}, frame
