"""Lines on a screen: width of Han, marks at line ends, pipes."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from drafter.render.terminal_lines import columns, is_plain, put, wrap


def lines(text: str, width: int) -> list[str]:
    """Return `text` wrapped."""
    return [line.plain for line in wrap(Text(text), width)]


def test_han_takes_two_columns() -> None:
    assert lines("乡村振兴全面推进", 8) == ["乡村振兴", "全面推进"]


def test_no_line_begins_with_a_mark_or_ends_with_an_opening_one() -> None:
    assert lines("产业兴旺，生态宜居", 8) == ["产业兴", "旺，生态", "宜居"]
    assert lines("打造全县（乡镇）", 10) == ["打造全县", "（乡镇）"]
    assert lines("另外还有 1 篇", 8) == ["另外还", "有 1 篇"]


def test_a_figure_stays_whole() -> None:
    assert lines("投资完成123.45亿元", 10) == ["投资完成", "123.45亿元"]


def test_colours_survive_the_cut() -> None:
    cut = list(wrap(Text.assemble("乡村", ("振兴全面", "red")), 8))
    assert [span.style for line in cut for span in line.spans] == ["red", "red"]


@example("1“1。。", 5)
@given(st.text(alphabet="乡村振兴，。（“a1.5 ", max_size=60), st.integers(4, 30))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    cut = lines(text, width)
    assert "".join(cut) == text
    assert all(cell_len(line) <= width for line in cut)


def test_columns_align_by_what_the_screen_shows() -> None:
    assert list(columns([("农业", "1"), ("a", "2")])) == ["农业  1", "a     2"]
    assert list(columns([("农业", "12"), ("a", "")])) == ["农业  12", "a       "]


def test_a_pipe_gets_whole_plain_lines() -> None:
    pipe = Console(file=io.StringIO(), width=20)
    put(pipe, Text("全面推进乡村振兴" * 9, "red"), label="本稿", indent=4)
    assert pipe.file.getvalue() == "    本稿  " + "全面推进乡村振兴" * 9 + "\n"  # type: ignore[attr-defined]


def test_a_terminal_gets_lines_hanging_under_their_label() -> None:
    screen = Console(file=io.StringIO(), width=28, force_terminal=True, color_system=None)
    put(screen, "全面推进乡村振兴战略，改善人居环境", label="本稿")
    assert screen.file.getvalue() == "本稿  全面推进乡村振兴战略，\n      改善人居环境\n"  # type: ignore[attr-defined]


def test_a_text_goes_under_a_label_that_leaves_no_room() -> None:
    screen = Console(file=io.StringIO(), width=30, force_terminal=True, color_system=None)
    put(screen, "见于桂竹帽镇的工作总结与计划", label="全面推进乡村振兴  12")
    assert screen.file.getvalue() == "全面推进乡村振兴  12\n    见于桂竹帽镇的工作总结与计\n    划\n"  # type: ignore[attr-defined]


def test_no_color_and_pipes_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert is_plain(Console(file=io.StringIO()))
    assert not is_plain(Console(file=io.StringIO(), force_terminal=True, color_system="standard"))
    monkeypatch.setenv("NO_COLOR", "1")
    assert is_plain(Console(file=io.StringIO(), force_terminal=True, color_system="standard"))
