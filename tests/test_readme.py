"""The READMEs show only commands, options and make targets that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.cli.main import COMMANDS, facts, library, outline, run

ROOT = Path(__file__).parents[1]
README = pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
GROUPS = {id(outline): "outline ", id(library): "library ", id(facts): "facts "}
KNOWN = {GROUPS.get(id(group), "") + name for group, name, _, _ in COMMANDS}
CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.S)


def shown(readme: str, program: str) -> list[list[str]]:
    """Return what stands behind `program` wherever a README shows it as code, word by word."""
    code = "\n".join(map("".join, CODE.findall((ROOT / readme).read_text(encoding="utf-8"))))
    commands = [part.split() for line in code.splitlines() for part in line.partition(" #")[0].split("&&")]
    return [words[1:] for words in commands if words and re.split(r"[\\/]", words[0])[-1] == program]


@README
def test_every_command_shown_exists(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(readme, "drafter")
    for words in shown(readme, "drafter"):
        command = next((words[:count] for count in (2, 1) if " ".join(words[:count]) in KNOWN), [])
        assert command or not words, words
        assert run([*command, "--help"]) == 0
        options = [word for word in words if word.startswith("-")]
        assert set(options) <= set(re.findall(r"--?[a-z-]+", capsys.readouterr().out)), words


@README
def test_every_make_target_shown_exists(readme: str) -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert {word for words in shown(readme, "make") for word in words} <= set(targets)
