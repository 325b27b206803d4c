"""Paths that a command names."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli.corpus import expanded


def test_a_pattern_the_shell_has_left_alone_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("乙.docx", "甲.docx", "[1]甲.txt"):
        (tmp_path / name).touch()
    assert expanded("*.docx") == [Path("乙.docx"), Path("甲.docx")]
    assert expanded(f"{tmp_path}/甲*") == [tmp_path / "甲.docx"]


@pytest.mark.parametrize("word", ["没有.docx", "没有*.docx", "[1]甲.txt"])
def test_any_other_word_stands_for_itself(word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert expanded(word) == [Path(word)]
