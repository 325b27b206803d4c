"""The session line by line in a real terminal: tmux presses the keys, the screen is read as the writer sees it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Terminal

pytestmark = pytest.mark.e2e

TYPED_BEFORE_KILL = 1.0  # seconds: what a kill may cost, and no more


def test_an_outline_is_filled_built_and_checked(terminal: Terminal, outline: Path) -> None:
    terminal.run("session", "--plain", outline.name)
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
    terminal.run("session", "--plain", outline.name)
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
    terminal.run("session", "--plain", outline.name)
    terminal.wait_for("[目录]")
    terminal.line("3")
    terminal.wait_for("要点1")
    terminal.line("增 正文")
    terminal.wait_for("正文：")
    terminal.type("这句话还没有写完")
    terminal.wait_for("这句话还没有写完")
    time.sleep(TYPED_BEFORE_KILL)
    terminal.kill()
    terminal.run("session", "--plain", outline.name)
    terminal.wait_for("上次有没保存的修改，要恢复吗？")
    terminal.line("是")
    terminal.wait_for("已恢复")
    terminal.line("保存")
    terminal.wait_for("已保存")
    assert "正文: 这句话还没有写完" in outline.read_text(encoding="utf-8")


def test_without_an_outline_one_is_picked_or_made(terminal: Terminal, workspace: Path) -> None:
    terminal.run("session", "--plain")
    screen = terminal.wait_for("请输入编号")
    number = next(line.split()[0] for line in screen.splitlines() if "新建：半年报告" in line)
    terminal.line(number)
    terminal.wait_for("[目录]")
    terminal.line("退出")
    terminal.wait_for("[exit 0]")
    assert "报告类型: 半年报告" in (workspace / "提纲.yaml").read_text(encoding="utf-8")


def test_a_past_report_is_rolled_forward_line_by_line(terminal: Terminal, workspace: Path) -> None:
    terminal.run("session", "--plain")
    screen = terminal.wait_for("请输入编号")
    terminal.line(next(line.split()[0] for line in screen.splitlines() if "照旧报告推出" in line))
    screen = terminal.wait_for("照哪一份？")
    terminal.line(next(line.split()[0] for line in screen.splitlines() if "高兴镇_2023年上半年" in line))
    terminal.wait_for("新报告的期间")
    terminal.keys("Enter")
    terminal.wait_for("[目录]")
    terminal.line("退出")
    terminal.wait_for("[exit 0]")
    assert "名称: 高兴镇" in max(workspace.glob("提纲*.yaml"), key=lambda path: path.stat().st_mtime).read_text("utf-8")
