"""Run the first screen: draw its pages, follow the keys, and end with an outline to open."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)

from drafter.cli.session.mining import mine
from drafter.cli.session.opening import drawn
from drafter.cli.session.opening.choices import Opening
from drafter.cli.session.opening.keys import bindings
from drafter.cli.session.opening.pages import Form, Listing, Page
from drafter.cli.session.opening.recent import read
from drafter.cli.session.window.floats import Floats
from drafter.cli.session.window.lines import joined, pad, wrapped
from drafter.cli.session.window.overlay import Overlay
from drafter.cli.session.window.style import STYLE
from drafter.cli.session.window.view import WIDE
from drafter.config import Workspace
from drafter.errors import DrafterError

ESCAPE = 0.1  # seconds after which Esc is taken for itself, not for the beginning of an arrow key
_BESIDE = 44  # columns of what stands beside a list


def begin(workspace: Workspace) -> Path | None:
    """Let the writer choose an outline, or make one; return None when they leave."""
    said = ""
    while True:
        start = Start(workspace, said)
        path = start.application.run()
        if not start.mines:
            return path
        said = mine(workspace)


class Start:
    """The first screen."""

    def __init__(self, workspace: Workspace, said: str = "") -> None:
        self.pages: list[Page] = []
        self.message = said
        self.mines = False  # whether it was left to mine reports
        self.choices = Opening(workspace, self.show, lambda path: self.application.exit(result=path), self._mine)
        self.buffer = Buffer(multiline=False, read_only=Condition(lambda: not self.is_typed))
        self.buffer.on_text_changed += self._take
        self.floats = Floats(lambda: self.size)
        self.input = Window(BufferControl(self.buffer), height=1, style="class:cell", width=self._input_width)
        self.application: Application[Path | None] = Application(
            layout=Layout(self._root(), focused_element=self.input),
            key_bindings=bindings(self),
            style=STYLE,
            full_screen=True,
            mouse_support=False,
        )
        self.application.ttimeoutlen = ESCAPE
        self.show(self.choices.home())
        self.application.pre_run_callables.append(self._begin)

    # --- what is on the screen ---

    @property
    def page(self) -> Page:
        """Return the page on the screen."""
        return self.pages[-1]

    @property
    def is_typed(self) -> bool:
        """Tell whether something can be typed on the page as it now is."""
        page = self.page
        return bool(page.asks) if isinstance(page, Listing) else page.here is not None and page.here.typed

    def show(self, page: Page) -> None:
        """Put a page on the screen, above the one it came from."""
        self.pages.append(page)
        self.arrive()

    def back(self) -> None:
        """Go back a page; from the first one, leave."""
        self.message = ""
        if len(self.pages) == 1:
            self.application.exit(result=None)
        else:
            self.pages.pop()
            self.arrive()

    def arrive(self) -> None:
        """Take up the text of the line under the cursor; what a form holds is marked, to be typed over."""
        page = self.page
        text = page.typed if isinstance(page, Listing) else page.here.value if page.here else ""
        self.buffer.reset(Document(text, 0 if isinstance(page, Form) else len(text)))
        if isinstance(page, Form) and text and self.is_typed:
            self.buffer.start_selection()
            self.buffer.selection_state.enter_shift_mode()  # type: ignore[union-attr]
            self.buffer.cursor_position = len(text)

    def paste(self, text: str) -> None:
        """Put in what was pasted: its first line, for there is room for one."""
        lines = text.strip().splitlines()
        if lines and self.is_typed:
            self.buffer.cut_selection()
            self.buffer.insert_text(lines[0].strip())

    def unmark(self) -> None:
        """Keep what a blank holds, to be changed from its start."""
        self.buffer.exit_selection()
        self.buffer.cursor_position = 0

    def empty(self) -> None:
        """Take out what a blank holds."""
        self.buffer.cut_selection()

    def _mine(self) -> None:
        self.mines = True
        self.application.exit(result=None)

    def help(self) -> None:
        """Show what can be done."""
        self.floats.help = drawn.HELP

    def _take(self, _: Buffer) -> None:
        """Put what is typed into the page."""
        if not self.is_typed:
            return
        if isinstance(self.page, Listing):
            self.page.row = self.page.row if self.page.typed == self.buffer.text else 0
            self.page.typed = self.buffer.text
        elif self.page.here:
            self.page.here.value = self.buffer.text

    def take(self) -> None:
        """Open what is chosen; go on to the next blank, and behind the last one hand the form in."""
        page = self.page
        with self._telling():
            if isinstance(page, Listing):
                if shown := page.shown:
                    shown[min(page.row, len(shown) - 1)].chosen()
            elif page.here is None:
                page.hand_in(page.values)
            else:
                self.move(1)

    def move(self, steps: int) -> None:
        """Go to another line."""
        self.message = ""
        if isinstance(self.page, Form):
            self.page.settle(self.page)
        self.page.move(steps)
        self.arrive()

    def turn(self, steps: int) -> None:
        """Put the next option into a blank."""
        if isinstance(self.page, Form):
            self.page.turn(steps)
            self.page.settle(self.page)
            self.arrive()

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """Say on the screen what went wrong."""
        self.message = ""
        try:
            yield
        except DrafterError as error:
            self.message = str(error)

    def _begin(self) -> None:
        self.application.create_background_task(self._read())

    async def _read(self) -> None:
        """Read the outlines while the screen is already there."""
        offered, loop = self.choices, asyncio.get_running_loop()
        for number, recent in enumerate(offered.recents):
            now = await loop.run_in_executor(None, read, recent, offered.workspace)
            offered.recents = [*offered.recents[:number], now, *offered.recents[number + 1 :]]
            self.application.invalidate()

    # --- how it is drawn ---

    @property
    def size(self) -> tuple[int, int]:
        """Return the columns and rows of the terminal."""
        size = self.application.output.get_size()
        return size.columns, size.rows

    @property
    def _columns(self) -> int:
        columns = self.size[0]
        return columns - _BESIDE - 1 if self._has_beside() else columns

    def _has_beside(self) -> bool:
        return self.size[0] >= WIDE and isinstance(self.page, Listing)

    def _input_width(self) -> Dimension:
        room = self._columns - drawn.LABEL - 1
        return Dimension.exact(max(1, min(room, drawn.VALUE) if isinstance(self.page, Form) else room))

    def _root(self) -> Overlay:
        def lines(shown: Callable[[], StyleAndTextTuples]) -> FormattedTextControl:
            return FormattedTextControl(shown)

        cell = VSplit(
            [
                Window(lines(self._label), width=drawn.LABEL),
                ConditionalContainer(self.input, Condition(lambda: self.is_typed)),
                Window(lines(self._hint)),
            ],
            height=1,
        )
        main = HSplit(
            [
                Window(lines(self._title), height=1),
                ConditionalContainer(Window(lines(self._before), dont_extend_height=True), Condition(self._has_head)),
                ConditionalContainer(cell, Condition(self._has_cell)),
                Window(lines(self._after)),
            ]
        )
        beside = ConditionalContainer(
            VSplit(
                [
                    Window(width=1, char="│", style="class:edge"),
                    Window(lines(self._beside), width=_BESIDE),
                ]
            ),
            Condition(self._has_beside),
        )
        foot = [
            Window(lines(self._told), dont_extend_height=True),
            Window(lines(self._bar), height=1),
        ]
        return Overlay(HSplit([VSplit([main, beside]), *foot]), self.floats.containers())

    def _has_cell(self) -> bool:
        page = self.page
        return bool(page.asks) if isinstance(page, Listing) else page.here is not None

    def _has_head(self) -> bool:
        return not isinstance(self.page, Listing) or bool(self.page.asks)

    def _title(self) -> StyleAndTextTuples:
        return [("class:title", pad(f" {self.page.title}", self._columns))]

    def _label(self) -> StyleAndTextTuples:
        page = self.page
        name = "输入" if isinstance(page, Listing) else page.here.label if page.here else ""
        return [("class:label.selected", drawn.label(name))]

    def _hint(self) -> StyleAndTextTuples:
        page = self.page
        if isinstance(page, Listing) or page.here is None:
            return []
        value = "" if page.here.typed else page.here.value
        return [("class:cell", value), ("class:dim", f" {page.here.hint}")]

    def _before(self) -> StyleAndTextTuples:
        page = self.page
        if isinstance(page, Form):
            return joined(drawn.before(page, self._columns))
        return [("class:dim", f"  {page.asks}")] if page.asks else [("", "")]

    def _after(self) -> StyleAndTextTuples:
        page, columns = self.page, self._columns
        if isinstance(page, Form):
            return joined(drawn.after(page, columns))
        height = self.size[1] - 3 - 2 * bool(page.asks) - len(self._message_lines())
        return joined(drawn.listing_lines(page, columns, max(3, height)))

    def _beside(self) -> StyleAndTextTuples:
        page = self.page
        return joined(list(drawn.beside_lines(page, _BESIDE))) if isinstance(page, Listing) else []

    def _message_lines(self) -> list[str]:
        return [line for line in wrapped(self.message, self.size[0] - 2) if line]

    def _told(self) -> StyleAndTextTuples:
        return joined([[("class:warn", f" {line}")] for line in self._message_lines()])

    def _bar(self) -> StyleAndTextTuples:
        return joined([drawn.bar(self.page, self.size[0])])
