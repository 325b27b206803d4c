"""A half-year report from the first screen to the last, by real keys; every screen on the way is kept as a golden text.

Times of day and the folder are taken out; all else stands as the writer sees it. `pytest -m e2e --regen` writes the
screens anew: look at each before you keep it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Terminal

pytestmark = pytest.mark.e2e

SETTLED = 0.6  # seconds without a change after which a screen is taken for finished
PATIENCE = 60.0  # seconds
UNFINISHED = ("正在更新", "正在成稿", "正在检查", "正在想")
FOREIGN = "涌山镇党委召开林长制工作推进会"  # of another town: the check finds it
NO_CLIPBOARD = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with its sample reports mined, and no outline but the sample."""
    folder = tmp_path_factory.mktemp("工作区")
    for arguments in (["init", "."], ["mine"]):
        subprocess.run([sys.executable, "-m", "drafter", *arguments], cwd=folder, check=True, capture_output=True)
    return folder


@dataclass
class Walk:
    """A writer at the terminal; what they look at is kept."""

    terminal: Terminal
    golden: Callable[[str, str], None]
    folder: str  # of the golden screens
    kept: int = 0

    def keys(self, *keys: str) -> None:
        """Press keys."""
        self.terminal.keys(*keys)

    def type(self, text: str, *keys: str) -> None:
        """Type a text, and press keys behind it."""
        self.terminal.type(text)
        self.terminal.keys(*keys)

    def look(self, name: str, *, until: str = "") -> str:
        """Compare the screen, once `until` stands on it, with the golden one."""
        if until:
            self.terminal.wait_for(until)
        screen = settled(self.terminal)
        self.kept += 1
        self.golden(f"session/{self.folder}/{self.kept:02}_{name}.txt", screen)
        return screen


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_a_half_year_report_from_nothing(
    terminals: Callable[..., Terminal], golden: Callable[[str, str], None], workspace: Path, columns: int, rows: int
) -> None:
    walk = Walk(terminals(columns, rows), golden, f"{columns}x{rows}")
    for old in workspace.glob("半年*"):
        old.unlink()
    name = f"半年{columns}"
    walk.terminal.run(**NO_CLIPBOARD)
    begin(walk, name)
    fill(walk)
    choose(walk)
    finish(walk, name)
    text = (workspace / f"{name}.yaml").read_text(encoding="utf-8")
    assert "标题: 做强特色产业，全面推进乡村振兴" in text
    assert "县: 兴国县" in text
    assert (workspace / f"{name}.docx").exists()


def begin(walk: Walk, name: str) -> None:
    """Begin a half-year report on the first screen, whatever kind the time of the year suggests."""
    walk.look("开始", until="已填满")
    walk.keys("2")
    walk.terminal.wait_for("建好提纲，开始写")
    while "半年报告" not in settled(walk.terminal):
        walk.keys("Right")
    walk.keys("Down", "C-a", "C-k")
    walk.type("2024年上半年", "Enter")
    walk.type("高兴镇", "Enter", "F2", "Down", "Down", "Down", "C-a", "C-k")
    walk.type(name)
    walk.look("新建")
    walk.keys("Enter", "Enter")
    walk.look("基本情况", until="F1帮助 ")


def fill(walk: Walk) -> None:
    """Fill a section: a heading with completion, a figure, two deeds."""
    walk.keys("PageDown", "PageDown")
    walk.type("做强特色产业，全面推进乡czx")
    walk.look("补全", until="乡村振兴")
    walk.keys("Down", "Enter", "Down", "Down", "Down", "Down")
    walk.type("2.2万", "Enter", "Enter")
    walk.type("建成高标准农田1.1万亩", "Enter", "Enter", "Up", "Up", "F7")
    walk.look("增加")
    walk.keys("Enter")
    walk.type(FOREIGN, "Enter", "Up")
    walk.look("一节")


def choose(walk: Walk) -> None:
    """Look at what else could stand here, at what the library has, at all figures."""
    walk.keys("F2")
    walk.look("换一个")
    walk.keys("Down", "Enter")
    walk.look("定下")
    walk.keys("C-z", "F3")
    walk.look("找词")
    walk.keys("Escape", "F5")
    walk.look("数据表")
    walk.keys("F5")


def finish(walk: Walk, name: str) -> None:
    """Build, check, jump to a finding, ignore it, and leave."""
    walk.keys("F9")
    walk.look("成稿", until=f"已生成：{name}.docx")
    walk.keys("F10")
    walk.look("检查", until="要看的地方")
    walk.keys("Enter")
    walk.look("跳到那里")
    walk.keys("F10", "F8")
    walk.look("忽略")
    walk.keys("Enter")
    walk.look("忽略之后")
    walk.keys("F7")
    walk.look("看忽略的")
    walk.keys("Escape", "F1")
    walk.look("帮助")
    walk.keys("Escape", "C-p")
    walk.look("命令")
    walk.keys("Escape", "C-q")
    walk.terminal.wait_for("[exit 0]")


def settled(terminal: Terminal) -> str:
    """Return the screen once it no longer changes, without what another day and folder would change."""
    end, before, since = time.monotonic() + PATIENCE, "", time.monotonic()
    while time.monotonic() < end:
        screen = terminal.tmux("capture-pane", "-p")
        if screen != before or any(word in screen for word in UNFINISHED):
            before, since = screen, time.monotonic()
        elif time.monotonic() - since >= SETTLED:
            return steady(screen)
        time.sleep(0.1)
    raise AssertionError(f"The screen never settles:\n{before}")


def steady(screen: str) -> str:
    """Return a screen without times of day, the ends of its lines trimmed."""
    text = re.sub(r"(今天|昨天) \d\d:\d\d", r"\1 时:分", screen)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
