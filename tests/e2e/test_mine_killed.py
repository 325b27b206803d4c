"""Mining that is killed, interrupted or short of disk leaves the last good library."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.config import Workspace
from drafter.library.store import open_library

pytestmark = pytest.mark.e2e

SAMPLES = Path(__file__).parents[2] / "corpus"
LATE = "高兴镇_2023年上半年_政府工作报告.txt"
KILLS = 12
INTERRUPTED = (130, -signal.SIGINT)
"""Exit codes of an interrupt, for a shell the same: where it came amid an exec() (dataclasses are made by one), Python
ends itself by the signal even though the interrupt was dealt with."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a mined workspace to which one report has been added since."""
    shutil.copytree(SAMPLES, tmp_path / "corpus", ignore=shutil.ignore_patterns(LATE))
    subprocess.run(command(), cwd=tmp_path, env=environment(), check=True, capture_output=True)
    shutil.copy(SAMPLES / LATE, tmp_path / "corpus")
    return Workspace(tmp_path)


def command() -> list[str]:
    """Return the command that mines."""
    return [sys.executable, "-m", "drafter", "mine"]


def environment() -> dict[str, str]:
    """Return an environment in which everything is UTF-8."""
    return {**os.environ, "PYTHONUTF8": "1"}


def reports(workspace: Workspace) -> int:
    """Return how many reports the library holds; it must open and answer."""
    with open_library(workspace.library) as store:
        assert store.phrases("乡村振兴")
        assert len(store.index()) == store.stats()["reports"]
        return store.stats()["reports"]


def start(workspace: Workspace) -> subprocess.Popen[bytes]:
    """Start mining."""
    return subprocess.Popen(
        command(),
        cwd=workspace.root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_killed_at_any_moment_it_leaves_a_good_library(workspace: Workspace) -> None:
    before = reports(workspace)
    begun = time.monotonic()
    with start(workspace) as whole:
        whole.communicate()
    took = time.monotonic() - begun
    assert reports(workspace) == before + 1
    rng = random.Random(7)
    for _ in range(KILLS):
        (workspace.root / "corpus" / LATE).write_text(f"政府工作报告\n一、回顾\n推进乡村振兴{rng.random()}。", "utf-8")
        with start(workspace) as running:
            time.sleep(rng.random() * took)
            running.kill()
        assert reports(workspace) == before + 1
    subprocess.run(command(), cwd=workspace.root, env=environment(), check=True, capture_output=True)
    assert reports(workspace) == before + 1


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to some processes")
@pytest.mark.parametrize("copies", [0, 12], ids=["one process", "several processes"])
def test_interrupted_it_says_so_and_leaves_the_library(workspace: Workspace, copies: int) -> None:
    text = max((path.read_text("utf-8-sig") for path in SAMPLES.glob("*.txt")), key=len)
    for number in range(copies):  # enough to share among processes
        (workspace.corpus / f"{number}.txt").write_text(f"{text}\n{number}", "utf-8")
    before = workspace.library.read_bytes()
    for moment in (0.3, 0.4, 0.5, 0.6, 0.8):
        with start(workspace) as running:
            time.sleep(moment)
            os.killpg(running.pid, signal.SIGINT)  # as a terminal does
            _, errors = running.communicate()
        if running.returncode == 0:  # it was faster
            assert workspace.library.read_bytes() != before
            return
        assert errors.decode() == "已中断。\n"
        assert running.returncode in INTERRUPTED
        assert workspace.library.read_bytes() == before
