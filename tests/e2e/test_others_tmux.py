"""换一个 in a real terminal: a paragraph is settled, a figure in it changed, and the draft built has both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter import app

if TYPE_CHECKING:
    from tests.e2e.conftest import Terminal

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_a_settled_paragraph_follows_its_figures(
    terminals: Callable[..., Terminal], outline: Path, columns: int, rows: int
) -> None:
    terminal = terminals(columns, rows)
    terminal.run("session", outline.name)
    terminal.wait_for("F1帮助")
    terminal.keys("PageDown", "PageDown", *["Down"] * 9)
    terminal.wait_for("事项1")
    terminal.keys("F2")
    terminal.wait_for("起句")
    terminal.keys("Tab", "Tab")
    terminal.wait_for("●深入实施“藏粮于地、藏粮于技”战略")
    terminal.keys("Down", "Enter")
    terminal.wait_for("整段已定下")
    terminal.keys(*["Up"] * 7, "C-a", "C-k")
    terminal.type("2.05万")
    terminal.keys("F9")
    terminal.wait_for(f"已生成：{outline.stem}.docx")
    terminal.keys("C-q")
    terminal.wait_for("[exit 0]")
    text = outline.read_text(encoding="utf-8")
    wording = next(line for line in text.splitlines() if "定稿: " in line).partition("定稿: ")[2]
    drafted = app.read_text(outline.with_suffix(".docx"))
    assert "2.05万亩" in drafted
    assert "1.86万亩" not in drafted
    assert wording.rpartition("】")[2].strip("'") in drafted


def test_line_by_line_it_is_the_same(terminal: Terminal, outline: Path) -> None:
    terminal.run("session", "--plain", outline.name)
    terminal.wait_for("[目录]")
    terminal.line("3")
    terminal.wait_for("要点1")
    terminal.line("换 4")
    terminal.wait_for("定下哪一个")
    terminal.line("2")
    terminal.wait_for("小标题已定下")
    terminal.line("保存")
    terminal.wait_for("已保存")
    assert "小标题: 农业基础不断夯实" not in outline.read_text(encoding="utf-8")
