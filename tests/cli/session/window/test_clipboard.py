"""The path of a draft goes to the clipboard, by a program where there is one, else by the terminal."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from drafter.cli.session.window.clipboard import copy, escape_sequence


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder that programs are looked for in, with a screen to copy on."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return tmp_path


def put(folder: Path, name: str, script: str) -> None:
    """Write a program."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_the_program_is_handed_the_text(programs: Path) -> None:
    put(programs, "xclip", f"cat > '{programs}/copied'")
    assert copy("/甲/提纲.docx")
    assert (programs / "copied").read_text(encoding="utf-8") == "/甲/提纲.docx"


def test_another_one_is_asked_when_it_fails(programs: Path) -> None:
    put(programs, "xclip", "exit 1")
    put(programs, "xsel", f"cat > '{programs}/copied'")
    assert copy("甲")
    assert (programs / "copied").exists()


def test_one_that_hangs_is_not_waited_for(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.cli.session.window.clipboard._PATIENCE", 0.2)
    put(programs, "xclip", "exec sleep 60")
    put(programs, "xsel", "exit 1")
    assert not copy("甲")


def test_without_a_screen_the_terminal_is_told(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    put(programs, "xclip", "exit 0")
    assert not copy("甲")
    head, content = escape_sequence("甲").rstrip("\a").rsplit(";", 1)
    assert head == "\x1b]52;c"
    assert base64.b64decode(content).decode() == "甲"
