"""A real terminal for the end-to-end tests of the session: tmux presses the keys and reads the screen."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds to wait for a screen before giving up


class Terminal:
    """A terminal under a tmux server of its own, so that nobody's sessions are touched."""

    def __init__(self, folder: Path) -> None:
        assert shutil.which("tmux"), "tmux is missing: make e2e-tools installs it"
        self.folder = folder
        self.server = ["tmux", "-u", "-L", f"drafter-{uuid.uuid4().hex[:8]}", "-f", os.devnull]
        self.tmux("new-session", "-d", "-x", "100", "-y", "40", "cat")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def tmux(self, *arguments: str) -> str:
        """Give tmux a command and return what it prints."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        done = subprocess.run([*self.server, *arguments], check=True, capture_output=True, env=environment)
        return done.stdout.decode()

    def run(self, *arguments: str, **environment: str) -> None:
        """Run drafter in the terminal, which is emptied first; its exit code is printed at the end."""
        settings = [f"{name}={value}" for name, value in environment.items()]
        command = shlex.join(["env", *settings, sys.executable, "-m", "drafter", *arguments])
        self.tmux("respawn-pane", "-k", "-c", str(self.folder), f"{command}; echo [exit $?]; exec cat")
        self.tmux("clear-history")

    def keys(self, *keys: str) -> None:
        """Press keys by tmux's names."""
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type `text` as it stands."""
        self.tmux("send-keys", "-l", text)

    def line(self, text: str) -> None:
        """Type a line and end it."""
        self.type(text)
        self.keys("Enter")

    def wait_for(self, text: str) -> str:
        """Wait until `text` stands on the screen, over a line's end if need be; return the screen."""
        end, wanted = time.monotonic() + PATIENCE, "".join(text.split())
        while wanted not in "".join((screen := self.tmux("capture-pane", "-p")).split()):
            assert time.monotonic() < end, f"{text} does not come up:\n{screen}"
            time.sleep(0.1)
        return screen

    def kill(self) -> None:
        """Kill drafter, as a power cut would."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        children = subprocess.run(["pgrep", "-P", shell], check=True, capture_output=True, text=True)
        os.kill(int(children.stdout), signal.SIGKILL)
        self.wait_for("[exit 137]")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with the sample reports mined and the sample outline."""
    folder = tmp_path_factory.mktemp("工作区")
    for arguments in (["init", "."], ["mine", str(ROOT / "corpus")]):
        subprocess.run([sys.executable, "-m", "drafter", *arguments], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def outline(workspace: Path) -> Path:
    """Return a fresh copy of the sample outline, under a name that no journal knows."""
    path = workspace / f"提纲{uuid.uuid4().hex[:4]}.yaml"
    shutil.copy(ROOT / "templates" / "outlines" / "示例_半年报告.yaml", path)
    return path


@pytest.fixture
def terminals(workspace: Path) -> Iterator[Callable[[int, int], Terminal]]:
    """Give what opens terminals of a size (columns, rows) in the workspace."""
    opened: list[Terminal] = []

    def terminal(columns: int = 100, rows: int = 40) -> Terminal:
        opened.append(Terminal(workspace))
        opened[-1].resize(columns, rows)
        return opened[-1]

    yield terminal
    for each in opened:
        each.tmux("kill-server")


@pytest.fixture
def terminal(terminals: Callable[..., Terminal]) -> Terminal:
    """Return a terminal in the workspace."""
    return terminals()
