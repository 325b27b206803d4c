"""Mining bit by bit gives the library that mining all at once gives."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from drafter import app
from drafter.config import Workspace

SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "corpus").glob("*.txt"))


def mined(workspace: Workspace) -> str:
    """Mine a workspace; return everything its library holds."""
    app.mine(workspace, [], lambda *_: None)
    with closing(sqlite3.connect(workspace.library)) as connection:
        return "\n".join(connection.iterdump())


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the library of all samples, mined from nothing."""
    workspace = Workspace(tmp_path_factory.mktemp("at_once"))
    shutil.copytree(SAMPLES[0].parent, workspace.corpus)
    return mined(workspace)


@pytest.mark.parametrize("late", [0, 2, len(SAMPLES) - 1])
def test_a_file_added_later_gives_the_same_library(tmp_path: Path, at_once: str, late: int) -> None:
    workspace = Workspace(tmp_path)
    workspace.corpus.mkdir()
    for number, path in enumerate(SAMPLES):
        if number != late:
            shutil.copy(path, workspace.corpus)
    assert mined(workspace) != at_once
    shutil.copy(SAMPLES[late], workspace.corpus)
    assert mined(workspace) == at_once


def test_a_file_taken_out_again_leaves_no_trace(tmp_path: Path, at_once: str) -> None:
    workspace = Workspace(tmp_path)
    shutil.copytree(SAMPLES[0].parent, workspace.corpus)
    more = workspace.corpus / "再来一篇.txt"
    more.write_text("青石镇政府工作报告\n一、工作回顾\n扎实推进乡村振兴，常态化开展巡查。", encoding="utf-8")
    assert mined(workspace) != at_once
    more.unlink()
    assert mined(workspace) == at_once
