"""The layout on a screen: its constants, and what was put right in a Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from drafter.page import Layout
from drafter.page.constants import Constant, derived_constants, page_constants, style_constants
from drafter.render.terminal_lines import columns, put

_INDENT = 2


def show_layout(console: Console, layout: Layout) -> None:
    """Print the constants, then what follows from them, then what the office has set otherwise than the standard."""
    page, derived = list(page_constants(layout)), list(derived_constants(layout))
    styles = list(style_constants(layout))
    _show_rows(console, "页面", [(each.name, each.value, each.strength, each.source) for each in page])
    rows = [(style.label, _look(constants), style.strength, style.source) for style, constants in styles]
    _show_rows(console, "字体和段落", rows)
    _show_rows(console, "由上面算出来的", [(each.name, each.value, each.strength, each.source) for each in derived])
    own = [each for each in (*page, *(one for _, constants in styles for one in constants)) if each.deviates]
    put(console, "")
    if not own:
        put(console, "没有本单位自己的规定，全部按标准。要改，写在 drafter.toml 的 [版式] 一节里。")
        return
    put(console, Text("与标准不同的", "bold"))
    for each in (*own, *(each for each in derived if each.deviates)):
        put(console, f"{each.name}：{each.value}（标准是 {each.standard}）", indent=_INDENT)


def _show_rows(console: Console, title: str, rows: Sequence[tuple[str, str, str, str]]) -> None:
    put(console, Text(title, "bold"))
    for line in columns(rows):
        put(console, line, indent=_INDENT)


def _look(constants: Sequence[Constant]) -> str:
    """Return a style in a few words: 黑体 三号，首行空 2 字."""
    value = {each.key.rpartition(".")[2]: each.value for each in constants}
    parts = [f"{value['face']} {value['size']}"]
    parts += ["加粗"] if value["bold"] == "是" else []
    parts += [{"两端": "两端对齐"}.get(value["align"], value["align"])]
    parts += [f"首行空 {value['indent']}"] if value["indent"] != "0 字" else []
    parts += [f"行距 {value['pitch']}"] if "pitch" in value else []
    return "，".join(parts)


def show_fixed(console: Console, output: Path, done: Sequence[str], left: Sequence[str]) -> None:
    """Print what was put right and what is left, the same sentence once with how often it holds."""
    if not done:
        put(console, "版式没有可以代改的地方，另存了一份。" if left else "版式没有问题，另存了一份。")
    else:
        put(console, f"改好了 {len(done)} 处：")
        _show_counted(console, done)
    if left:
        put(console, f"还有 {len(left)} 处没有代改，请在 Word 里看一看：")
        _show_counted(console, left)
    put(console, "文字没有改动，原文件没有动。")
    put(console, str(output), label="存为")


def _show_counted(console: Console, sentences: Sequence[str]) -> None:
    for sentence, count in Counter(sentences).most_common():
        put(console, f"{sentence}　{count} 处" if count > 1 else sentence, indent=_INDENT)
