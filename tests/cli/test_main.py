"""What each ending of a command means to the shell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from drafter import __version__, app
from drafter.cli.main import run


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `drafter text` raise `error`."""

    def read_text(_: Path) -> str:
        raise error

    monkeypatch.setattr(app, "read_text", read_text)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"drafter {__version__}\n"


def test_interrupting_ends_in_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fail_with(KeyboardInterrupt(), monkeypatch)
    assert run(["text", "稿子.txt"]) == 130
    assert capsys.readouterr().err == "已中断。\n"


def test_a_disk_that_fails_is_no_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fail_with(OSError(28, "No space left on device", "稿子.txt"), monkeypatch)
    assert run(["text", "稿子.txt"]) == 2
    assert capsys.readouterr().err == "稿子.txt：读写时出错。请检查文件名、磁盘空间和读写权限。\n"


def test_a_bug_ends_in_an_apology_and_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / ".drafter").mkdir()
    monkeypatch.chdir(tmp_path)
    fail_with(ZeroDivisionError("一除以零"), monkeypatch)
    assert run(["text", "稿子.txt"]) == 70
    shown = capsys.readouterr().err
    (log,) = (tmp_path / ".drafter").iterdir()
    assert shown.startswith("对不起，drafter 自己出了错")
    assert str(log) in shown
    assert "Traceback" not in shown
    assert "ZeroDivisionError: 一除以零" in log.read_text(encoding="utf-8")


def test_the_session_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert capsys.readouterr().err.startswith("起草台要在终端窗口里用。")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    draft = tmp_path / "长稿.txt"
    draft.write_text("上半年，全镇上下团结一心。\n" * 50_000, encoding="utf-8")
    command = [sys.executable, "-m", "drafter", "text", str(draft)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_closed_output_is_no_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run(["phrases"]) == 2
    assert "缺少参数" in capsys.readouterr().err
    assert run(["--version"]) == 0
