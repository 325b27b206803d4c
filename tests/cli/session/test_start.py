"""The session listens, edits, saves, and brings back what was lost."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.input import PipeInput

from drafter.cli.session.desk import Desk
from drafter.cli.session.start import lay_out, listen, recover, start
from drafter.errors import DrafterError

Typing = Callable[..., None]
CLEAR = "\x01\x0b"  # Ctrl+A, Ctrl+K: take away what stands in the line
CTRL_C, CTRL_D = "\x03", "\x04"


def test_a_field_is_entered_by_number_retyped_and_saved(desk: Desk, type_lines: Typing) -> None:
    type_lines("2", "3", f"{CLEAR}5.10", "保存", "退出")
    listen(desk)
    text = desk.sheet.path.read_text(encoding="utf-8")
    assert "          - {指标: 早稻种植面积, 数值: 5.10, 单位: 万亩, 同比: +3.5%}\n" in text
    assert "期间: 2031年上半年        # 回顾的时间\n" in text


def test_leaving_asks_about_what_is_not_saved(desk: Desk, screen: StringIO, type_lines: Typing) -> None:
    before = desk.sheet.path.read_text(encoding="utf-8")
    type_lines("2", "1", f"{CLEAR}新标题", "退出", "否")
    listen(desk)
    assert "还没有保存" in screen.getvalue()
    assert desk.sheet.path.read_text(encoding="utf-8") == before
    assert desk.journal.recover() is None


def test_giving_up_leaves_the_field_as_it_was(desk: Desk, keys: PipeInput, type_lines: Typing) -> None:
    type_lines("2", "1")
    keys.send_text(f"写了一半{CTRL_C}")
    type_lines("退出")
    listen(desk)
    assert not desk.sheet.changed


def test_ctrl_c_at_the_prompt_does_not_leave(desk: Desk, screen: StringIO, keys: PipeInput, type_lines: Typing) -> None:
    keys.send_text(CTRL_C)
    type_lines("退出")
    listen(desk)
    assert "要离开请输入 退出" in screen.getvalue()


def test_an_error_is_said_and_the_session_goes_on(
    desk: Desk, screen: StringIO, type_lines: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DrafterError("提纲有错")

    monkeypatch.setattr("drafter.app.build", fail)
    type_lines("成稿", "目录", "退出")
    listen(desk)
    assert "提纲有错。" in screen.getvalue()
    assert "再见" in screen.getvalue()


def test_what_was_not_saved_comes_back(desk: Desk, outline: Path, keys: PipeInput, type_lines: Typing) -> None:
    type_lines("2", "1", f"{CLEAR}新标题")
    keys.send_text(CTRL_D)  # as if the window had been closed
    with pytest.raises(EOFError):
        listen(desk)
    start_again = lay_out(desk.workspace, outline, desk.phrases)
    type_lines("是")
    recover(start_again)
    assert start_again.sheet.get(("回顾", 0, "标题")) == "新标题"
    assert start_again.sheet.changed


def test_what_was_being_typed_comes_back(desk: Desk, type_lines: Typing) -> None:
    desk.journal.typing(desk.sheet.text, ("回顾", 0, "要点", 0, "事项", 1), "新修水渠")
    type_lines("是")
    recover(desk)
    assert desk.sheet.get(("回顾", 0, "要点", 0, "事项")) == ["建成育秧中心", "新修水渠"]


def test_another_session_may_have_cleared_the_journal(desk: Desk, screen: StringIO) -> None:
    desk.journal.edited(desk.sheet.text)
    desk.journal.path.unlink()
    desk.journal.typing(desk.sheet.text, ("回顾", 0, "标题"), "新标题")
    recover(desk)
    assert not screen.getvalue()


def test_what_was_typed_elsewhere_is_not_written_over_unasked(
    desk: Desk, outline: Path, screen: StringIO, type_lines: Typing
) -> None:
    elsewhere = outline.read_text(encoding="utf-8").replace("云溪县", "云山县")
    outline.write_text(elsewhere, encoding="utf-8")
    type_lines("2", "1", f"{CLEAR}新标题", "保存", "否", "退出", "否")
    listen(desk)
    assert "提纲文件在别处改过了" in screen.getvalue()
    assert outline.read_text(encoding="utf-8") == elsewhere
    type_lines("是")
    desk.save()
    assert "新标题" in outline.read_text(encoding="utf-8")


def test_the_window_may_be_closed_at_the_first_question(
    desk: Desk, keys: PipeInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.journal.typing(desk.sheet.text, ("回顾", 0, "标题"), "新标题")
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    keys.send_text(CTRL_D)
    assert start(desk.workspace, desk.sheet.path, plain=True) == 0
    assert desk.journal.recover()


def test_nothing_is_asked_when_nothing_was_lost(desk: Desk, screen: StringIO) -> None:
    desk.journal.edited(desk.sheet.text)
    recover(desk)
    assert not screen.getvalue()
