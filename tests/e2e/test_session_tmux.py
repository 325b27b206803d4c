"""The session in a real terminal: tmux presses the keys, the screen is read as the writer sees it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds to wait for a screen before giving up
TYPED_BEFORE_KILL = 1.0  # seconds: what a kill may cost, and no more


class Terminal:
    """A terminal under a tmux server of its own, so that nobody's sessions are touched."""

    def __init__(self, folder: Path) -> None:
        assert shutil.which("tmux"), "tmux is missing: make e2e-tools installs it"
        self.folder = folder
        self.server = ["tmux", "-u", "-L", f"drafter-{uuid.uuid4().hex[:8]}", "-f", os.devnull]
        self.tmux("new-session", "-d", "-x", "100", "-y", "40", "cat")

    def tmux(self, *arguments: str) -> str:
        """Give tmux a command and return what it prints."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        done = subprocess.run([*self.server, *arguments], check=True, capture_output=True, env=environment)
        return done.stdout.decode()

    def run(self, *arguments: str) -> None:
        """Run drafter in the terminal, which is emptied first; its exit code is printed at the end."""
        command = shlex.join([sys.executable, "-m", "drafter", *arguments])
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
        """Wait until `text` stands on the screen; return the screen."""
        end = time.monotonic() + PATIENCE
        while text not in (screen := self.tmux("capture-pane", "-p")):
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
def terminal(workspace: Path) -> Iterator[Terminal]:
    """Give a terminal in the workspace."""
    terminal = Terminal(workspace)
    yield terminal
    terminal.tmux("kill-server")


def test_an_outline_is_filled_built_and_checked(terminal: Terminal, outline: Path) -> None:
    terminal.run("session", outline.name)
    terminal.wait_for("[目录]")
    terminal.line("3")
    terminal.wait_for("要点1")
    terminal.line("1")
    terminal.wait_for("标题：")
    terminal.keys("C-u")
    terminal.line("做强特色产业，发展势头更好")
    terminal.wait_for("已改：标题  做强特色产业，发展势头更好")
    terminal.line("成稿")
    terminal.wait_for(f"已生成：{outline.stem}.docx")
    terminal.line("检查")
    terminal.wait_for("雷同")
    terminal.line("退出")
    terminal.wait_for("[exit 0]")
    assert "标题: 做强特色产业，发展势头更好" in outline.read_text(encoding="utf-8")
    assert outline.with_suffix(".docx").stat().st_size > 5_000


def test_initials_bring_up_a_phrase_in_running_text(terminal: Terminal, outline: Path) -> None:
    terminal.run("session", outline.name)
    terminal.wait_for("[目录]")
    terminal.line("3")
    terminal.wait_for("要点1")
    terminal.line("增 正文")
    terminal.wait_for("正文：")
    terminal.type("今年以来，我们全面推进乡czx")
    terminal.wait_for("乡村振兴")
    terminal.keys("Down")
    terminal.wait_for("正文：今年以来，我们全面推进乡村振兴")
    terminal.keys("Enter")
    terminal.keys("Enter")
    terminal.wait_for("已加：今年以来，我们全面推进乡村振兴")


def test_a_kill_costs_at_most_the_last_second(terminal: Terminal, outline: Path) -> None:
    terminal.run("session", outline.name)
    terminal.wait_for("[目录]")
    terminal.line("3")
    terminal.wait_for("要点1")
    terminal.line("增 正文")
    terminal.wait_for("正文：")
    terminal.type("这句话还没有写完")
    terminal.wait_for("这句话还没有写完")
    time.sleep(TYPED_BEFORE_KILL)
    terminal.kill()
    terminal.run("session", outline.name)
    terminal.wait_for("上次有没保存的修改，要恢复吗？")
    terminal.line("是")
    terminal.wait_for("已恢复")
    terminal.line("保存")
    terminal.wait_for("已保存")
    assert "正文: 这句话还没有写完" in outline.read_text(encoding="utf-8")


def test_without_an_outline_one_is_picked_or_made(terminal: Terminal, workspace: Path) -> None:
    terminal.run()
    screen = terminal.wait_for("请输入编号")
    number = next(line.split()[0] for line in screen.splitlines() if "新建：半年报告" in line)
    terminal.line(number)
    terminal.wait_for("[目录]")
    terminal.line("退出")
    terminal.wait_for("[exit 0]")
    assert "报告类型: 半年报告" in (workspace / "提纲.yaml").read_text(encoding="utf-8")
