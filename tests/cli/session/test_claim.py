"""Two sessions on one outline are noticed, a dead one is not taken for alive."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from drafter.cli.session.claim import STALE, Claim


@pytest.fixture
def claim(tmp_path: Path) -> Claim:
    """Return the claim on an outline."""
    return Claim(tmp_path / ".drafter" / "提纲-1234.open")


def test_nobody_has_an_outline_at_first(claim: Claim) -> None:
    assert not claim.is_taken()


def test_ones_own_claim_is_no_other(claim: Claim) -> None:
    claim.renew()
    assert not claim.is_taken()


def test_another_process_has_it_while_it_runs(claim: Claim) -> None:
    claim.renew()
    claim.path.write_text(str(os.getppid()), encoding="utf-8")
    assert claim.is_taken()
    claim.release()
    assert claim.path.exists()  # it is the other's to take away


@pytest.mark.skipif(os.name == "nt", reason="there only the age of the file tells")
def test_a_process_that_was_killed_has_nothing(claim: Claim) -> None:
    claim.renew()
    claim.path.write_text("999999999", encoding="utf-8")
    assert not claim.is_taken()


def test_an_old_sign_of_life_is_none(claim: Claim) -> None:
    claim.renew()
    claim.path.write_text(str(os.getppid()), encoding="utf-8")
    past = time.time() - STALE - 1
    os.utime(claim.path, (past, past))
    assert not claim.is_taken()


def test_a_claim_is_taken_away_in_the_end(claim: Claim) -> None:
    claim.renew()
    claim.release()
    assert not claim.path.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", "乱写".encode()])
def test_a_damaged_claim_is_none(claim: Claim, content: bytes) -> None:
    claim.path.parent.mkdir()
    claim.path.write_bytes(content)
    assert not claim.is_taken()
