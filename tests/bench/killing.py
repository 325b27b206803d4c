"""Kill the session at random moments while somebody types, and see what is lost.

The session runs in a pseudo terminal. Keys are pressed one by one, each with its time; at a random moment the process
is killed as a power cut would. What the journal gives back is then held against what was typed.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import random
import shutil
import struct
import subprocess
import sys
import termios
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from drafter.cli.session.journal import journal_of
from drafter.compose.outline import load_outline
from drafter.config import Workspace
from drafter.errors import DrafterError

KEYS = "\x1b[6~\x1b[6~\x1b[B\x1b[B"  # to the introduction of the first section
SAVE = "\x13"
TEXT = "我们把心思用在干事上把功夫下在落实上一件一件办好群众关心的事让乡亲们的日子一天比一天好"
SAVED = 0.3  # share of the turns in which the outline is saved while somebody types
READY = b"F1"
PATIENCE = 60.0  # seconds for the window to come up
PAUSES = (0.0, 0.12)  # seconds between two keys
LIVES = (0.1, 3.0)  # seconds of typing before the kill


@dataclass(frozen=True, slots=True)
class Killed:
    """What one kill cost."""

    typed: int  # characters
    lost: int  # of them
    oldest: float  # seconds before the kill at which the first lost one was typed; 0 when none was
    is_valid: bool  # whether the outline file can still be read


def kill_once(workspace: Workspace, sample: Path, chance: random.Random) -> Killed:
    """Start the session on a copy of a sample outline, type, kill, and look."""
    outline = workspace.root / f"稿{chance.randrange(10**9)}.yaml"
    shutil.copy(sample, outline)
    master, process = _started(workspace, outline)
    keys: list[tuple[str, float]] = []
    try:
        os.write(master, KEYS.encode())
        time.sleep(0.3)
        end = time.monotonic() + chance.uniform(*LIVES)
        saves_at = chance.randrange(5, 30) if chance.random() < SAVED else -1
        while (now := time.monotonic()) < end:
            sign = TEXT[len(keys) % len(TEXT)]
            os.write(master, (SAVE if len(keys) == saves_at else "").encode() + sign.encode())
            keys.append((sign, now))
            time.sleep(chance.uniform(*PAUSES))
    finally:
        process.kill()
        killed = time.monotonic()
        process.wait()
    return _cost(workspace, outline, keys, killed)


def _started(workspace: Workspace, outline: Path) -> tuple[int, subprocess.Popen[bytes]]:
    """Return the keyboard's end of a terminal in which the session's window has come up, and the process."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "drafter", "session", outline.name]
    process = subprocess.Popen(
        command, cwd=workspace.root, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    )
    os.close(slave)
    up = threading.Event()
    threading.Thread(target=_read, args=(master, up), daemon=True).start()
    if not up.wait(PATIENCE):
        process.kill()
        raise TimeoutError("the window does not come up")
    return master, process


def _read(master: int, up: threading.Event) -> None:
    """Read what the session draws until it is gone; tell when the window is up, and say where the cursor is."""
    with contextlib.suppress(OSError):
        while drawn := os.read(master, 65536):
            if b"\x1b[6n" in drawn:
                os.write(master, b"\x1b[1;1R")
            if READY in drawn:
                up.set()
    os.close(master)


def _cost(workspace: Workspace, outline: Path, keys: list[tuple[str, float]], killed: float) -> Killed:
    typed = "".join(sign for sign, _ in keys)
    journal = journal_of(outline, workspace)
    lost = journal.recover()
    kept = (lost.outline + lost.typed if lost else "") + outline.read_text(encoding="utf-8")
    length = next((n for n in range(len(typed), -1, -1) if typed[:n] in kept), 0)
    first = keys[length][1] if length < len(keys) else killed
    cost = Killed(len(typed), len(typed) - length, killed - first, _is_valid(outline))
    for path in (outline, journal.path, journal.claim.path):
        path.unlink(missing_ok=True)
    return cost


def _is_valid(outline: Path) -> bool:
    try:
        load_outline(outline)
    except DrafterError:
        return False
    return True
