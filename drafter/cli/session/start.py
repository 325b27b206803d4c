"""Open the session: find the outline, bring back what was lost, then listen."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from prompt_toolkit.completion import Completer, DummyCompleter

from drafter import app
from drafter.cli.session import commands
from drafter.cli.session.completer import CommandCompleter, PhraseCompleter, phrase_completer
from drafter.cli.session.desk import IDLE, Desk
from drafter.cli.session.journal import journal_of
from drafter.cli.session.picking import pick
from drafter.cli.session.sheet import open_sheet
from drafter.cli.session.whereabouts import whereabouts
from drafter.config import Workspace
from drafter.errors import DrafterError
from drafter.model import Library

WELCOME = "drafter 起草台。输入编号进入一部分，再输入编号修改一项；输入 帮助 看全部命令，退出 离开。"


def start(workspace: Workspace, outline: Path | None, *, plain: bool = False) -> int:
    """Run the session on `outline`, or on one the writer picks, `plain` line by line; return the exit code."""
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):  # None when it is closed
        raise DrafterError("起草台要在终端窗口里用", "请打开终端再运行 drafter；成批处理请用 drafter build")
    plain = plain or is_plain()
    path = outline or (pick(workspace) if plain else begin_in_window(workspace))
    if path is not None:
        print(f"正在打开 {path.name}……")  # the window takes a second to come up
        with phrases(workspace) as (store, completer, notice):
            desk = lay_out(workspace, path, completer)
            with contextlib.suppress(EOFError), claimed(desk):  # Ctrl+D, or a closed window: the journal keeps all
                if plain:
                    begin_in_lines(desk, notice)
                else:
                    from drafter.cli.session.window.run import run

                    run(desk, store, completer, notice)
    return 0


@contextlib.contextmanager
def claimed(desk: Desk) -> Iterator[None]:
    """Hold the outline for this session. Raise DrafterError when another one has it and the writer gives way."""
    if desk.claim.is_taken() and not desk.agree("这份提纲正在另一个窗口里打开，两边一起改会互相盖掉。仍要打开吗？"):
        raise DrafterError("没有打开", "请回到那个窗口去写，或先把它关掉", path=desk.sheet.path)
    desk.claim.renew()
    desk.prompt.app.after_render += lambda _: desk.claim.renew()  # also while a question stands unanswered
    try:
        yield
    finally:
        desk.claim.release()


def is_plain() -> bool:
    """Tell whether the terminal can show no window: no colours wanted, or none to be had."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM", "") in {"dumb", "unknown"}


def begin_in_window(workspace: Workspace) -> Path | None:
    """Let the writer choose an outline, or begin one, on the first screen."""
    from drafter.cli.session.opening.run import begin

    return begin(workspace)


def begin_in_lines(desk: Desk, notice: str) -> None:
    """Work line by line until the writer leaves."""
    desk.say(*filter(None, (notice,)))
    recover(desk)
    desk.say(WELCOME)
    commands.contents(desk, "")
    listen(desk)


@contextlib.contextmanager
def phrases(workspace: Workspace) -> Iterator[tuple[Library | None, Completer, str]]:
    """Give the library, what offers its phrases, and where there is none what to say of that."""
    try:
        store = app.mined_library(workspace)
    except DrafterError as error:
        yield None, DummyCompleter(), f"没有词语提示：{error.problems[0].message}。退出后运行 drafter，选“整理历年报告”"
        return
    with store:
        yield store, phrase_completer(store), ""


def lay_out(workspace: Workspace, outline: Path, completer: Completer) -> Desk:
    """Open an outline and all that is needed to work on it."""
    desk = Desk(workspace, open_sheet(outline), journal_of(outline, workspace), app.outline_words(), completer)
    if isinstance(completer, PhraseCompleter):
        completer.where = lambda: whereabouts(desk, desk.at)
        completer.said = lambda: desk.sheet.text
    return desk


def recover(desk: Desk) -> None:
    """Offer what the last session left unsaved."""
    lost = desk.lost()
    if lost is None:
        return
    answer = desk.agree("上次有没保存的修改，要恢复吗？")
    if answer:
        desk.bring_back(lost)
        desk.say("已恢复。输入 保存 就写进提纲。")
    elif answer is False:
        desk.journal.clear()


def listen(desk: Desk) -> None:
    """Take commands until the writer leaves. Raise EOFError at Ctrl+D, or when the window is closed."""
    offered = CommandCompleter([(command.name, command.initials, command.help) for command in commands.COMMANDS])
    over = False
    while not over:
        here = desk.here
        try:
            line = desk.ask(f"[{here.name if here else '目录'}] ", completer=offered, toolbar=IDLE)
            if line is None:
                desk.say("要离开请输入 退出。")
            else:
                over = commands.obey(desk, line)
        except DrafterError as error:
            desk.say(str(error))
        except KeyboardInterrupt:
            desk.say("已停下。")
