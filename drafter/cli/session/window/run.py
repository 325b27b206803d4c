"""Run the window: draw, follow what is typed, and do what takes time or asks back."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.completion import CompleteEvent, Completer
from prompt_toolkit.document import Document
from rich.console import Console

from drafter import app
from drafter.cli.session.completer import PhraseCompleter
from drafter.cli.session.desk import Desk
from drafter.cli.session.journal import Lost
from drafter.cli.session.window import clipboard
from drafter.cli.session.window.actions import ACTIONS
from drafter.cli.session.window.figures import LastYears
from drafter.cli.session.window.floats import Menu
from drafter.cli.session.window.keys import bindings
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.screen import Screen
from drafter.cli.session.window.style import STYLE
from drafter.cli.session.window.view import View
from drafter.errors import DrafterError
from drafter.model import Library
from drafter.render.terminal import show_built

TICK = 0.2  # seconds between two looks at what was typed
ESCAPE = 0.1  # seconds after which Esc is taken for itself, not for the beginning of an arrow key
REDRAWN = 0.5  # seconds after which an idle window is drawn again
_SAVE, _DROP, _STAY = "保存并退出", "不保存，退出", "继续写"
_BACK, _GIVEN_UP = "恢复", "不要了"
_ONE_LINE = 1000  # columns: lines are wrapped when they are shown


def run(desk: Desk, library: Library | None, completer: Completer, notice: str = "") -> None:
    """Let the writer go on where they left off; say `notice` first, and offer what the last session left unsaved."""
    host = window(desk, library, completer)
    host.screen.view.message = notice
    if place := desk.journal.marked():
        host.screen.view.go(place)
        host.screen.editor.open()
    if lost := desk.lost():
        offer(host.screen, lost)
    host.run()


def offer(screen: Screen, lost: Lost) -> None:
    """Ask whether what the last session left unsaved is to be taken up again."""
    desk = screen.view.desk

    def chosen(answer: str) -> None:
        if answer == _BACK:
            desk.bring_back(lost)
            screen.editor.open()
            screen.view.message = "已恢复，^S 存盘"
        else:
            desk.journal.clear()

    items = [(_BACK, "接着上次的写"), (_GIVEN_UP, "从存盘的内容写起")]
    screen.open_menu(Menu("上次有没保存的修改，要恢复吗？", lambda _: items, chosen))


def window(desk: Desk, library: Library | None, completer: Completer) -> Host:
    """Return the window on an outline, ready to run."""
    live = Live(desk.workspace.root, desk.sheet.path.resolve())
    shown = [(action.shown, action.name) for action in ACTIONS if action.shown]
    screen = Screen(View(desk), live, library, completer, shown)
    application: Application[None] = Application(
        layout=screen.layout,
        key_bindings=bindings(screen),
        style=STYLE,
        full_screen=True,
        mouse_support=False,
        refresh_interval=REDRAWN,
    )
    application.ttimeoutlen = ESCAPE
    if isinstance(completer, PhraseCompleter):
        completer.said = lambda: desk.sheet.text + (live.preview.text if live.preview else "")
    live.changed = application.invalidate
    screen.editor.buffer.on_text_changed += lambda _: live.touch()
    screen.host = host = Host(screen, application)
    return host


def warm_up(completer: Completer) -> None:
    """Ask for some completion, so that the phrases are loaded before the first letter is typed."""
    for _ in completer.get_completions(Document("工作"), CompleteEvent()):
        pass


class Host:
    """Does for the window what reaches beyond it: save, build, leave, follow what is typed."""

    def __init__(self, screen: Screen, application: Application[None]) -> None:
        self.screen, self.application = screen, application
        self.desk = screen.view.desk
        self.last_years = LastYears(screen.view, screen.live, application.invalidate)

    def run(self) -> None:
        """Run the window until the writer leaves."""
        try:
            self.application.run(pre_run=self._begin)
        finally:
            self.screen.editor.commit()
            self.screen.live.close()
            self.desk.journal.mark(self.desk.at)

    def _begin(self) -> None:
        self.application.create_background_task(self._follow())
        asyncio.get_running_loop().run_in_executor(None, warm_up, self.screen.editor.buffer.completer)

    async def _follow(self) -> None:
        """Look at what was typed, again and again: it goes into the journal, at a pause into outline and draft."""
        while True:
            self.desk.claim.renew()
            self.screen.editor.note()
            self._look_outside()
            if self.screen.live.is_idle:
                self.screen.editor.commit()
                self.screen.live.follow(self.desk.sheet.text)
                self.last_years.follow()
            await asyncio.sleep(TICK)

    def _look_outside(self) -> None:
        """Read the outline anew when it was changed elsewhere and nothing here would be lost."""
        sheet, editor = self.desk.sheet, self.screen.editor
        if sheet.changed or editor.is_changed or not sheet.is_touched():
            return
        if sheet.changed_outside and sheet.reread():
            editor.open()
            self.screen.view.message = "提纲在别处改过，已重新读入"
            self.application.invalidate()

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save the outline, and go on; ask first when the file was changed elsewhere."""

        def chosen(answer: str) -> None:
            if answer == "盖掉":
                self._save(then)

        if self.desk.sheet.changed_outside:
            items = [("盖掉", "用这里的内容"), ("先不存", "这里的修改都还在")]
            self.screen.open_menu(Menu("提纲文件在别处改过了", lambda _: items, chosen))
        else:
            self._save(then)

    def _save(self, then: Callable[[], None]) -> None:
        try:
            self.desk.sheet.save()
        except DrafterError as error:
            self._tell(error)
            return
        self.desk.journal.clear()
        self.screen.view.message = "已保存"
        then()

    def build(self) -> None:
        """Save, and build the Word draft beside the outline while the writer goes on."""

        def begun() -> None:
            self.application.create_background_task(self._build())

        self.save(begun)

    async def _build(self) -> None:
        view = self.screen.view
        view.message = "正在成稿……"
        self.application.invalidate()
        work, path = self.desk.workspace, self.desk.sheet.path
        try:
            built = await asyncio.get_running_loop().run_in_executor(None, app.build, work, path)
        except DrafterError as error:
            self._tell(error)
            return
        told = io.StringIO()
        show_built(Console(file=told, width=_ONE_LINE), built.report, built.output, built.reuse)
        view.result = tuple(told.getvalue().splitlines())
        copied = await self._copy(str(built.output.resolve()))
        view.side, view.chosen, view.message = "result", 0, f"已生成：{built.output.name}" + "，路径已复制" * copied
        if not self.screen.is_wide:
            view.pane = "side"
        self.screen.focus()
        self.application.invalidate()

    async def _copy(self, text: str) -> bool:
        """Put a text on the clipboard; return False when nobody says that it is there."""
        copied = await asyncio.get_running_loop().run_in_executor(None, clipboard.copy, text)
        if not copied and os.name != "nt":
            self.application.output.write_raw(clipboard.escape_sequence(text))
            self.application.output.flush()
        return copied

    def _tell(self, error: DrafterError) -> None:
        """Show what went wrong, and how to mend it, beside the page."""
        view = self.screen.view
        view.result = tuple(str(error).splitlines())
        view.side, view.chosen, view.message = "result", 0, "没有做成，原因见旁栏"
        if not self.screen.is_wide:
            view.pane, view.message = "side", "没有做成，Esc 回去"
        self.screen.focus()
        self.application.invalidate()

    def leave(self) -> None:
        """End the session; ask about what is not saved."""
        if not self.desk.sheet.changed:
            self.application.exit()
            return

        def chosen(answer: str) -> None:
            if answer == _SAVE:
                self.save(self.application.exit)
            elif answer == _DROP:
                self.desk.journal.clear()
                self.application.exit()

        items = [(_SAVE, ""), (_DROP, "这次的修改就不要了"), (_STAY, "")]
        self.screen.open_menu(Menu("提纲还没有保存", lambda _: items, chosen))
