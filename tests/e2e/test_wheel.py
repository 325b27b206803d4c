"""An installed drafter works with no checkout: the wheel carries templates, corpus and data."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it where no checkout is near."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("drafter-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def drafter(site: Path, workspace: Path, *arguments: str) -> str:
    """Run the unpacked drafter in `workspace`; return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "drafter", *arguments]
    done = subprocess.run(
        command, cwd=workspace, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_carries_what_the_writer_needs(installed: Path) -> None:
    shipped = {path.relative_to(installed).parts[1] for path in (installed / "drafter").rglob("*") if path.is_file()}
    assert {"templates", "corpus", "data", "cli"} <= shipped


def test_from_a_new_workspace_to_a_word_file(installed: Path, tmp_path: Path) -> None:
    drafter(installed, tmp_path, "init", ".")
    drafter(installed, tmp_path, "mine")
    (outline,) = tmp_path.glob("*.yaml")
    drafter(installed, tmp_path, "build", str(outline), "-o", "稿子.docx")
    drafter(installed, tmp_path, "check", "稿子.docx", "--html", "检查.html")
    assert (tmp_path / "稿子.docx").stat().st_size > 10_000
    assert (tmp_path / "检查.html").exists()
