"""Killed at any moment while somebody types, the session loses nothing older than a second; `make bench` kills more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from drafter.config import Workspace, shipped

pytest.importorskip("fcntl")

from ..bench.killing import kill_once

pytestmark = pytest.mark.e2e

KILLS = 20
LAST_SECOND = 1.0  # what a kill may cost, and no more


def test_kills_while_typing_cost_at_most_the_last_second(workspace: Path) -> None:
    chance, sample = random.Random(5), shipped("templates") / "outlines" / "示例_半年报告.yaml"
    killed = [kill_once(Workspace(workspace), sample, chance) for _ in range(KILLS)]
    assert all(each.is_valid for each in killed)
    assert max(each.oldest for each in killed) < LAST_SECOND
    assert sum(each.typed for each in killed) > 5 * KILLS
