"""Put a text on the clipboard, where there is one; never wait long for it."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence

_PATIENCE = 2.0  # seconds


def copy(text: str) -> bool:
    """Hand a text to the system's clipboard program; return False when there is none, or it does not take it."""
    content = text.encode("utf-16" if os.name == "nt" else "utf-8")
    return any(_takes(program, content) for program in _programs() if shutil.which(program[0]))


def _takes(program: Sequence[str], content: bytes) -> bool:
    quiet = subprocess.DEVNULL
    try:  # a fixed program, no shell
        subprocess.run(program, input=content, timeout=_PATIENCE, check=True, stdout=quiet, stderr=quiet)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _programs() -> Iterator[tuple[str, ...]]:
    """Yield the programs that may do it here, with their arguments."""
    if os.name == "nt":
        yield ("clip",)
    elif sys.platform == "darwin":
        yield ("pbcopy",)
    elif os.environ.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",)
    if os.environ.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard")
        yield ("xsel", "--clipboard", "--input")


def escape_sequence(text: str) -> str:
    """Return what tells a terminal to put a text on the clipboard (OSC 52); one that cannot passes it over."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a"
