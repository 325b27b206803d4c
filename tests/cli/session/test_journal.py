"""The journal of a session holds what was not saved, and does not grow for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli.session.journal import Journal, Lost

OUTLINE = "提纲" * 5000


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Return the journal of an outline."""
    return Journal(tmp_path / ".drafter" / "提纲.journal")


def test_a_long_day_does_not_fill_the_disk(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.cli.session.journal.LARGEST", 100_000)
    for number in range(40):
        journal.edited(f"{OUTLINE}{number}")
        assert journal.recover() == Lost(f"{OUTLINE}{number}")
    assert journal.path.stat().st_size < 200_000
    assert [path.name for path in journal.path.parent.iterdir()] == [journal.path.name]


def test_what_is_typed_after_a_new_beginning_stands_on_the_outline(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.cli.session.journal.LARGEST", 10)
    journal.edited(OUTLINE)
    monkeypatch.setattr("drafter.cli.session.journal.INTERVAL", 0)
    journal.typing(OUTLINE, ("结语",), "写到一半")
    assert journal.recover() == Lost(OUTLINE, ("结语",), "写到一半")
