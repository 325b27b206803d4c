"""A check on a screen and in a pipe."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from drafter.model import CheckResult, Finding, Match, Since, Span
from drafter.render.terminal_check import show_check


def shown(result: CheckResult, *, terminal: bool = False) -> str:
    """Return what a check prints, in a pipe or on a coloured terminal of 80 columns."""
    file = io.StringIO()
    show_check(
        Console(file=file, force_terminal=terminal, color_system="standard" if terminal else None, width=80), result
    )
    return file.getvalue()


def test_a_pipe_gets_plain_text(checked: CheckResult, golden: Callable[[str, str], None]) -> None:
    golden("reports/check.txt", shown(checked))


def test_the_gravest_comes_first(checked: CheckResult) -> None:
    text = shown(checked)
    assert text.index("1. 残留：村名") < text.index("2. 改写") < text.index("3. 篇幅")


def test_what_asks_nothing_is_counted_and_not_listed(checked: CheckResult) -> None:
    text = shown(checked)
    assert "规范表述 20 字" in text
    assert "固定表述" not in text


def test_a_terminal_shows_edits_in_colour_and_in_words(checked: CheckResult, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = shown(checked, terminal=True)
    assert "\x1b[4;33m扎实\x1b[0m" in text
    assert "改动  数字 3.2→4.5亿元；字句 扎实→深入、增“同比增长12%”" in text


def test_the_draft_cannot_steer_the_terminal(checked: CheckResult) -> None:
    hostile = replace(checked.findings[1], message="\x1b[2J清屏\u202e", id="\x1b]0;x\x07")
    assert "\x1b" not in shown(replace(checked, findings=(hostile,)))


def test_markup_of_the_screen_library_is_plain_text(checked: CheckResult) -> None:
    hostile = replace(checked.findings[1], message="[red]村名[/red] :smile:")
    assert "[red]村名[/red] :smile:" in shown(replace(checked, findings=(hostile,)))


def test_a_long_passage_is_shortened_in_the_middle(checked: CheckResult) -> None:
    raw = "乡村振兴" * 200
    long = replace(checked.findings[1], span=replace(checked.findings[1].span, start=0, end=800), text=raw)
    assert " …… " in shown(replace(checked, raw=raw, findings=(long,)))


def test_nothing_found_says_so() -> None:
    assert "没有发现需要处理的地方。" in shown(CheckResult("稿.txt", "", (), 0))


def test_what_another_report_says_is_quoted_without_a_likeness(checked: CheckResult) -> None:
    match = Match("上次.docx", "工作报告", Span(0, 15), "力争财政总收入突破5000万元", 0.4)
    finding = Finding("e5", "promises", "changed", "warning", Span(0, 3), "清河镇", "本次是4810万元", matches=(match,))
    text = shown(replace(checked, findings=(finding,)))
    assert "目标承诺：有出入" in text
    assert "《工作报告》（上次.docx）\n" in text
    assert "原文  力争财政总收入突破5000万元" in text


def test_promises_that_were_kept_are_not_listed(checked: CheckResult) -> None:
    finding = Finding("e5", "promises", "met", "info", Span(0, 3), "清河镇", "本次已有交代")
    assert "没有发现需要处理的地方" in shown(replace(checked, findings=(finding,)))


def test_the_last_report_is_compared_at_the_end(checked: CheckResult) -> None:
    since = Since("上次.docx", "工作报告", (Span(0, 5),), (), (Span(6, 9),), ((Span(2, 8), "去年修了路。"),))
    text = shown(replace(checked, since=since))
    end = text[text.index("与上次报告相比") :]
    assert "没有改动 1 段、有改动 0 段、新写 1 段" in end
    assert "本稿没有再写，共 1 段" in end
    assert "去年修了路。" in end
    assert "……" not in end


def test_another_offices_last_report_is_called_so(checked: CheckResult) -> None:
    since = Since("上次.txt", "涌山镇政府工作报告", (), (), (), (), "乐平市涌山镇")
    assert "--previous 给的是乐平市涌山镇的报告，不是本单位的" in shown(replace(checked, since=since))
