"""Findings are ignored, shown on demand, and let back in; what is still open is counted by the outline alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from prompt_toolkit.completion import DummyCompleter

from drafter.app import Preview
from drafter.cli.session.desk import Desk
from drafter.cli.session.window import moves
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.run import run, window
from drafter.cli.session.window.screen import Screen
from drafter.cli.session.window.side import tree_lines
from drafter.cli.session.window.triage import set_aside, show_ignored
from drafter.cli.session.window.troubles import heading, place_in_words, trouble_lines, troubles
from drafter.model import CheckResult, Finding, Gap, Paragraph, Piece, Report, Span

TEXT = "建成育秧中心，【待补：油菜种植面积（亩）】"
REPORT = Report(
    "题",
    "镇",
    (
        Paragraph(
            "body",
            (
                Piece("建成育秧中心", "author", "回顾[0].要点[0].事项[0]"),
                Piece("，", "template"),
                Piece("【待补：油菜种植面积（亩）】", "placeholder", "回顾[0].要点[0].数据[1]"),
            ),
        ),
    ),
    0,
    missing=(Gap("回顾 > 农业 > 油菜种植面积", "没有填"), Gap("会议名称", "没有填"), Gap("单位·县", "没有填")),
)
FOUND = (
    Finding("aaa", "residue", "place", "warning", Span(0, 6), "建成育秧中心", "别处的地名"),
    Finding("bbb", "residue", "gap", "error", Span(7, 21), "【待补：油菜种植面积（亩）】", "还没有填"),
)


@pytest.fixture
def at_check(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Return a screen in the list of findings, with a draft that has one, and one gap."""
    monkeypatch.setattr(Live, "follow", lambda *_: None)
    screen = window(desk, None, DummyCompleter()).screen
    screen.live.preview = Preview(REPORT, CheckResult("提纲.docx", TEXT, FOUND, 20))
    screen.view.side, screen.view.pane = "check", "side"
    return screen


def kinds(screen: Screen) -> list[str]:
    """Return what is listed."""
    return [trouble.kind for trouble in screen.troubles]


def choose(screen: Screen, row: int) -> None:
    """Choose from the menu that is open."""
    assert screen.floats.menu is not None
    screen.floats.menu.row = row
    moves.take_from_menu(screen)


def test_what_is_open_stands_behind_and_is_listed_once(at_check: Screen) -> None:
    assert kinds(at_check) == ["残留：外地地名", "待补", "待补", "待补"]
    assert [trouble.asks for trouble in at_check.troubles] == [True, False, False, False]
    assert heading(at_check.troubles) == " 要看的地方　1 处，待补 3"
    assert "!1" in "".join(text for line in tree_lines(at_check.view, at_check.troubles, 30) for _, text in line)


@pytest.mark.parametrize(("way", "key"), [(0, "提纲.docx"), (1, "")])
def test_a_finding_is_ignored_seen_and_let_back_in(at_check: Screen, way: int, key: str) -> None:
    set_aside(at_check)
    choose(at_check, way)
    assert kinds(at_check) == ["待补"] * 3
    assert at_check.view.pane == "side"
    notes = at_check.view.desk.workspace.ignored.read_text(encoding="utf-8")
    assert (key in notes) if key else '"本稿忽略": {}' in notes
    show_ignored(at_check)
    assert kinds(at_check)[-1] == "残留：外地地名"
    shown = "".join(text for line in trouble_lines(at_check.view, at_check.troubles, 40) for _, text in line)
    assert "4. 已忽略　残留：外地地名" in shown
    assert heading(at_check.troubles).endswith("待补 3，已忽略 1")
    set_aside(at_check)
    assert kinds(at_check)[0] == "残留：外地地名"
    assert "aaa" not in at_check.view.desk.workspace.ignored.read_text(encoding="utf-8")


def test_what_is_open_cannot_be_ignored(at_check: Screen) -> None:
    at_check.view.chosen = 1
    set_aside(at_check)
    assert at_check.floats.menu is None
    assert "不能忽略" in at_check.view.message


def test_nothing_ignored_is_said(at_check: Screen) -> None:
    show_ignored(at_check)
    assert at_check.view.message == "没有忽略过的"
    show_ignored(at_check)
    assert not at_check.view.message


def test_a_damaged_note_is_told(at_check: Screen) -> None:
    notes = at_check.view.desk.workspace.ignored
    notes.parent.mkdir(parents=True, exist_ok=True)
    notes.write_text("[", encoding="utf-8")
    set_aside(at_check)
    choose(at_check, 0)
    assert "忽略了哪些问题的文件读不了" in at_check.view.message


def test_words_lead_to_a_field_where_no_path_does(desk: Desk) -> None:
    assert place_in_words(desk.parts, "会议名称") == ()
    assert place_in_words(desk.parts, "单位县") == ("单位", "县")
    assert place_in_words(desk.parts, "回顾 > 夯实产业根基，发展步伐更稳 > 农业提质增效 > 油菜种植面积")[-1] == "数值"


def test_a_key_for_the_page_does_nothing_to_it_from_beside(
    desk: Desk, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Live, "follow", lambda *_: None)
    press("PageDown", "F6", "F8", "F6", "F6", "F10", "F8", "F7", "^Q")
    run(desk, None, DummyCompleter())
    assert not desk.sheet.changed


def test_without_a_draft_there_is_nothing() -> None:
    assert troubles(None) == []
