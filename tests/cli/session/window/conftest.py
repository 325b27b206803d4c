"""A window that is worked by keys sent through a pipe; the draft is not worked out unless a test says so."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest
from prompt_toolkit.completion import DummyCompleter
from prompt_toolkit.input import PipeInput

from drafter.cli.session.desk import Desk
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.run import run

KEYS = {
    "Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "PageUp": "\x1b[5~", "PageDown": "\x1b[6~",
    "F1": "\x1bOP", "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS", "F5": "\x1b[15~", "F6": "\x1b[17~",
    "F7": "\x1b[18~", "F8": "\x1b[19~", "F9": "\x1b[20~", "F10": "\x1b[21~", "Tab": "\t", "Enter": "\r",
    "NewLine": "\n", "^S": "\x13", "^Z": "\x1a", "^Y": "\x19", "^P": "\x10", "^Q": "\x11", "Clear": "\x01\x0b",
}  # fmt: skip


@pytest.fixture
def press(keys: PipeInput) -> Callable[..., None]:
    """Return a function that presses keys by their names; anything else is typed."""
    return lambda *pressed: keys.send_text("".join(KEYS.get(each, each) for each in pressed))


@pytest.fixture
def worked(
    desk: Desk, screen: StringIO, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Desk]:
    """Return a function that works the window by keys, leaves without saving, and returns the desk."""
    assert screen is not None
    monkeypatch.setattr(Live, "follow", lambda *_: None)

    def worked(*pressed: str) -> Desk:
        press(*pressed, "^Q")
        press("Down", "Enter")  # leave without saving, where that is asked
        run(desk, None, DummyCompleter())
        return desk

    return worked
