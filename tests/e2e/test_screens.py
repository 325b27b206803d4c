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
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Terminal

pytestmark = pytest.mark.e2e

SETTLED = 0.6  # seconds without a change after which a screen is taken for finished
PATIENCE = 60.0  # seconds
UNFINISHED = ("正在更新", "正在成稿", "正在想")
FOREIGN = "涌山镇党委召开林长制工作推进会"  # of another town: the check finds it
NO_CLIPBOARD = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with its sample reports mined, and no outline but the sample."""
    folder = tmp_path_factory.mktemp("工作区")
    for arguments in (["init", "."], ["mine"]):
        subprocess.run([sys.executable, "-m", "drafter", *arguments], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_a_half_year_report_from_nothing(
    terminals: Callable[..., Terminal], golden: Callable[[str, str], None], workspace: Path, columns: int, rows: int
) -> None:
    terminal = terminals(columns, rows)
    outline = f"半年{columns}"
    for old in workspace.glob("半年*"):
        old.unlink()
    number = 0

    def kept(name: str) -> None:
        nonlocal number
        number += 1
        golden(f"session/{columns}x{rows}/{number:02}_{name}.txt", settled(terminal))

    terminal.run(**NO_CLIPBOARD)
    terminal.wait_for("已填满")
    kept("开始")
    terminal.keys("2")
    screen = terminal.wait_for("建好提纲，开始写")
    for _ in range(4):
        if "半年报告" in screen:
            break
        terminal.keys("Right")
        screen = settled(terminal)
    terminal.keys("Down", "C-a", "C-k")
    terminal.type("2024年上半年")
    terminal.keys("Enter")
    terminal.type("高兴镇")
    terminal.keys("Enter", "F2", "Down", "Down", "Down", "C-a", "C-k")
    terminal.type(outline)
    kept("新建")
    terminal.keys("Enter", "Enter")
    terminal.wait_for("F1帮助 ")
    kept("基本情况")

    terminal.keys("PageDown", "PageDown")
    terminal.type("做强特色产业，全面推进乡czx")
    terminal.wait_for("乡村振兴")
    kept("补全")
    terminal.keys("Down", "Enter", "Down", "Down", "Down", "Down")
    terminal.type("2.2万")
    terminal.keys("Enter", "Enter")
    terminal.type("建成高标准农田1.1万亩")
    terminal.keys("Enter", "Enter", "Up", "Up", "F7")
    kept("增加")
    terminal.keys("Enter")
    terminal.type(FOREIGN)
    terminal.keys("Enter", "Up")
    kept("一节")
    terminal.keys("F2")
    kept("换一个")
    terminal.keys("Escape")
    terminal.keys("F3")
    kept("找词")
    terminal.keys("Escape", "F5")
    kept("数据表")
    terminal.keys("F5", "F9")
    terminal.wait_for(f"已生成：{outline}.docx")
    kept("成稿")
    terminal.keys("F10")
    terminal.wait_for("要看的地方")
    kept("检查")
    terminal.keys("Enter")
    kept("跳到那里")
    terminal.keys("F10", "F8")
    kept("忽略")
    terminal.keys("Enter")
    kept("忽略之后")
    terminal.keys("F7")
    kept("看忽略的")
    terminal.keys("Escape", "F1")
    kept("帮助")
    terminal.keys("Escape", "C-p")
    kept("命令")
    terminal.keys("Escape", "C-q")
    terminal.wait_for("[exit 0]")
    text = (workspace / f"{outline}.yaml").read_text(encoding="utf-8")
    assert "标题: 做强特色产业，全面推进乡村振兴" in text
    assert "县: 兴国县" in text
    assert (workspace / f"{outline}.docx").exists()


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
