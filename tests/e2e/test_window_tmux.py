"""The session's window in a real terminal, by real keys, narrow and wide."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Terminal

pytestmark = pytest.mark.e2e

Terminals = Callable[..., "Terminal"]
SIZES = pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
LAST_SECOND = 1.0  # what a kill may cost, and no more
KILLS = 6


@SIZES
def test_an_outline_is_filled_built_and_checked(terminals: Terminals, outline: Path, columns: int, rows: int) -> None:
    terminal = terminals(columns, rows)
    terminal.run("session", outline.name)
    terminal.wait_for("F1帮助")
    terminal.keys("PageDown", "PageDown", "C-a", "C-k")
    terminal.type("做强特色产业，全面推进乡czx")
    terminal.wait_for("乡村振兴")
    terminal.keys("Down")
    terminal.wait_for("做强特色产业，全面推进乡村振兴")
    terminal.keys("Enter", "Down", "F7", "Enter")
    terminal.wait_for("已加：事项")
    terminal.type("新修水渠3公里")
    terminal.keys("F9")
    terminal.wait_for(f"已生成：{outline.stem}.docx")
    terminal.keys("F10")
    terminal.wait_for("要看的地方")
    terminal.keys("Escape", "C-q")
    terminal.wait_for("[exit 0]")
    text = outline.read_text(encoding="utf-8")
    assert "标题: 做强特色产业，全面推进乡村振兴" in text
    assert "新修水渠3公里" in text
    assert outline.with_suffix(".docx").stat().st_size > 5_000


@SIZES
def test_a_finding_leads_to_its_field(terminals: Terminals, outline: Path, columns: int, rows: int) -> None:
    text = outline.read_text(encoding="utf-8")
    first, second = (line for line in text.splitlines() if "导语: 我们" in line)
    outline.write_text(text.replace(second, first), encoding="utf-8")
    terminal = terminals(columns, rows)
    terminal.run("session", outline.name)
    terminal.wait_for("要看 2")  # one is the sample's own: a passage written after a report of the corpus
    terminal.keys("F10")
    terminal.wait_for("要看的地方")
    terminal.keys("Down", "Enter")
    terminal.wait_for("回顾（二）")
    terminal.keys("C-q")
    terminal.wait_for("[exit 0]")


def test_the_window_follows_the_size_of_the_terminal(terminals: Terminals, outline: Path) -> None:
    terminal = terminals(80, 24)
    terminal.run("session", outline.name)
    terminal.wait_for("F1帮助")
    terminal.keys("PageDown", "PageDown")
    assert "预览" not in terminal.wait_for("回顾（一）").splitlines()[0]
    terminal.resize(160, 48)
    assert "回顾（五）" in terminal.wait_for("│ 预览")
    terminal.resize(40, 12)
    terminal.wait_for("回顾（一）")
    terminal.resize(100, 30)
    terminal.keys("C-q")
    terminal.wait_for("[exit 0]")


def test_no_colour_means_no_window(terminals: Terminals, outline: Path) -> None:
    terminal = terminals()
    terminal.run("session", outline.name, NO_COLOR="1")
    terminal.wait_for("[目录]")
    terminal.line("退出")
    terminal.wait_for("[exit 0]")


def test_kills_cost_at_most_the_last_second(terminals: Terminals, outline: Path) -> None:
    terminal, chance, kept = terminals(), random.Random(7), ""
    for turn in range(KILLS):
        terminal.run("session", outline.name)
        if turn:
            terminal.wait_for("上次有没保存的修改，要恢复吗？")
            terminal.keys("Enter")
        terminal.wait_for("F1帮助")
        terminal.keys("PageDown", "PageDown", "Down", "Down", "End")
        terminal.wait_for("回顾（一）")
        terminal.wait_for(kept or "稳中有进")
        kept = f"第{'零一二三四五六七八九'[turn]}回加的话"
        terminal.type(f"，{kept}")
        terminal.wait_for(kept)
        time.sleep(LAST_SECOND + chance.random())
        terminal.type("这一句可以丢")
        time.sleep(chance.random() / 2)
        terminal.kill()
    terminal.run("session", "--plain", outline.name)
    terminal.wait_for("上次有没保存的修改，要恢复吗？")
    terminal.line("是")
    terminal.wait_for("已恢复")
    terminal.line("保存")
    terminal.wait_for("已保存")
    text = outline.read_text(encoding="utf-8")
    assert all(f"第{number}回加的话" in text for number in "零一二三四五"[:KILLS])
