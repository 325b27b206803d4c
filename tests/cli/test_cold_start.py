"""A command loads no more than it needs: help and text come at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "numpy",
    "jieba",
    "docx",
    "lxml",
    "pypdfium2",
    "pydantic",
    "jinja2",
    "prompt_toolkit",
    "rich",
    "opencc",
    "pypinyin",
    "rapidfuzz",
)
PROBE = """
import json, sys
from drafter.cli.main import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def modules_after(*arguments: str) -> set[str]:
    """Run drafter in a fresh Python and return the modules that it loaded."""
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    code, modules = json.loads(done.stderr)
    assert code == 0
    return set(modules)


@pytest.fixture
def draft(tmp_path: Path) -> str:
    """Return the path of a short draft."""
    path = tmp_path / "稿子.txt"
    path.write_text("上半年工作回顾\n今年以来，全镇上下团结一心。\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not modules_after(*arguments) & set(HEAVY)


def test_text_loads_nothing_heavy(draft: str) -> None:
    assert not modules_after("text", draft) & set(HEAVY)
