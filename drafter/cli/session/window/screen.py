"""The screen: panes side by side where there is room, one at a time where there is not, and what floats over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Protocol

from prompt_toolkit.application import get_app
from prompt_toolkit.completion import Completer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    DynamicContainer,
    Float,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.layout.menus import CompletionsMenu

from drafter.app import Preview
from drafter.cli.session.window import figures, side
from drafter.cli.session.window.bar import bar, counted, status
from drafter.cli.session.window.editor import Editor
from drafter.cli.session.window.floats import Floats, Menu
from drafter.cli.session.window.hints import Hint, hints
from drafter.cli.session.window.lines import Line, joined, pad, width, wrapped
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.others import Others, other_lines
from drafter.cli.session.window.overlay import Overlay
from drafter.cli.session.window.page import Page, label_width, page
from drafter.cli.session.window.processors import Steady
from drafter.cli.session.window.troubles import Trouble, heading, trouble_lines, troubles
from drafter.cli.session.window.view import READ, SIDE, TREE, WIDE, View
from drafter.model import Library, Report

_MOST_LINES = 8  # of the cell that is typed in
_FEWEST_BEHIND = 3  # lines of the page kept in sight behind it


class Host(Protocol):
    """What the window may have done that reaches beyond it."""

    def save(self) -> None:
        """Save the outline."""

    def build(self) -> None:
        """Build the Word draft."""

    def leave(self) -> None:
        """End the session."""


class Screen:
    """All that stands on the screen, drawn from the view."""

    def __init__(
        self,
        view: View,
        live: Live,
        library: Library | None,
        completer: Completer,
        keys: Sequence[tuple[str, str]],
    ) -> None:
        self.keys = keys  # shown at the foot: key, and what it does
        self.view, self.live, self.library = view, live, library
        self.editor = Editor(view, completer)
        self.floats = Floats(lambda: self.size)
        self.others = Others(live)
        self.host: Host
        self._laid_out: tuple[tuple[object, ...], Page] | None = None
        self._troubles: tuple[Preview | None, bool, list[Trouble]] = (None, False, [])
        self.cell = Window(
            BufferControl(self.editor.buffer, input_processors=[Steady()]), wrap_lines=True, style="class:cell",
            height=self._cell_height, width=lambda: Dimension.exact(self.laid_out.columns),
        )  # fmt: skip
        self._outer = {
            "tree": self._pane(lambda columns: side.tree_lines(view, self.troubles, columns), "tree"),
            "side": self._pane(self._side_lines, "side"),
        }
        self._page = self._page_pane()
        self.editor.open()
        self.layout = Layout(self._root(), focused_element=self.cell if self.editor.field else self.above)

    # --- what is known of the draft ---

    @property
    def preview(self) -> Preview | None:
        """Return the draft as last worked out."""
        return self.live.preview

    @property
    def report(self) -> Report | None:
        """Return the composed draft, None while there is none."""
        return self.preview.report if self.preview else None

    @property
    def troubles(self) -> list[Trouble]:
        """Return what there is to look at."""
        preview, ignored = self.preview, self.view.ignored
        if self._troubles[0] is not preview or self._troubles[1] != ignored:
            self._troubles = preview, ignored, troubles(preview, ignored=ignored)
        return self._troubles[2]

    @property
    def hints(self) -> list[Hint]:
        """Return what the library offers for the cell."""
        return hints(self.view, self.library, self.editor.buffer.document.text_before_cursor)

    # --- what floats over the window ---

    def open_menu(self, menu: Menu) -> None:
        """Let the writer choose from a list, narrowed down by what they type."""
        self.floats.open(menu)
        self.layout.focus(self.floats.input)

    def close_menu(self) -> None:
        """Take the list away."""
        self.floats.menu = None
        self.focus()

    def focus(self) -> None:
        """Give the keys to the pane the writer is in."""
        if self.view.pane == "page":
            self.layout.focus(self.cell if self.editor.field is not None else self.above)
        else:
            self.layout.focus(self._outer[self.view.pane])

    # --- sizes ---

    @property
    def size(self) -> tuple[int, int]:
        """Return the columns and rows of the terminal."""
        size = get_app().output.get_size()
        return size.columns, size.rows

    @property
    def is_wide(self) -> bool:
        """Tell whether the three panes have room side by side."""
        return self.size[0] >= WIDE

    def columns_of(self, pane: str) -> int:
        """Return the width of a pane."""
        whole = self.size[0]
        if not self.is_wide:
            return whole
        share = max(SIDE, (whole - TREE) * 2 // 5)
        page = whole - TREE - 1 - (share + 1) * self._has_side()
        return {"tree": TREE, "side": share, "page": page}[pane]

    def _has_side(self) -> bool:
        """Tell whether the side pane stands beside the page; the table of figures takes its room."""
        return not self.view.in_table or self.view.pane == "side"

    @property
    def height(self) -> int:
        """Return the rows of a pane: two are kept for the status and the keys."""
        return max(5, self.size[1] - 2)

    # --- the page ---

    @property
    def laid_out(self) -> Page:
        """Return the page as it is laid out now; a screen asks for it many times."""
        view, columns = self.view, self.columns_of("page")
        state = (view.desk.sheet.text, view.part, view.row, view.column, view.in_table, view.last, columns)
        if self._laid_out is None or self._laid_out[0] != state:
            self._laid_out = state, page(view, columns)
        return self._laid_out[1]

    def _cell_height(self) -> Dimension:
        if self.view.in_table:
            return Dimension.exact(1)
        lines = len(wrapped(self.editor.buffer.text, max(1, self.laid_out.columns - 1)))
        return Dimension.exact(max(1, min(lines, _MOST_LINES, self.height - 4)))

    def _page_pane(self) -> HSplit:
        """Return the page: what stands above the cell, the cell in its line, what stands below."""
        above = FormattedTextControl(lambda: joined(self.laid_out.above(self._above())), focusable=True)
        self.above = Window(above, height=lambda: Dimension.exact(self._above()))
        left = FormattedTextControl(lambda: joined([self.laid_out.left]))
        cell = VSplit(
            [
                Window(left, width=lambda: Dimension.exact(label_width(self.laid_out))),
                self.cell,
                Window(FormattedTextControl(lambda: joined([self.laid_out.right]))),
            ],
            height=self._cell_height,
            window_too_small=Window(FormattedTextControl(" 窗口太小")),
        )
        has_cell = Condition(lambda: self.editor.field is not None)
        below = Window(FormattedTextControl(lambda: joined(self.laid_out.below(self._below()))))
        return HSplit(
            [self.above, ConditionalContainer(cell, has_cell), below],
            width=lambda: Dimension.exact(self.columns_of("page")),
        )

    def _above(self) -> int:
        """Return how many lines above the cell there is room for."""
        laid, room = self.laid_out, self._around()
        behind = min(len(laid.after), max(_FEWEST_BEHIND, room - len(laid.before)))
        return max(1, min(len(laid.before), room - behind))

    def _below(self) -> int:
        """Return how many lines below it there is room for."""
        return max(1, self._around() - self._above())

    def _around(self) -> int:
        return self.height - (self._cell_height().preferred if self.editor.field else 0)

    # --- the outer panes ---

    def _pane(self, lines: Callable[[int], list[Line]], pane: str) -> Window:
        def text() -> StyleAndTextTuples:
            shown = lines(self.columns_of(pane))
            return joined(shown[self._first_shown(shown, pane) :][: self.height])

        return Window(FormattedTextControl(text, focusable=True), width=lambda: Dimension.exact(self.columns_of(pane)))

    def _first_shown(self, lines: list[Line], pane: str) -> int:
        """Return the line a pane begins at, so that the chosen one is in sight; a text is read line by line."""
        view = self.view
        if pane == view.pane == "side" and view.side in READ:
            view.chosen = min(view.chosen, max(0, len(lines) - self.height))
            return view.chosen
        marked = [n for n, line in enumerate(lines) if any("here" in style for style, _ in line)]
        return max(0, marked[-1] - self.height + 2) if marked else 0

    def _side_lines(self, columns: int) -> list[Line]:
        view = self.view
        if view.side == "hints":
            return [[("class:title", pad(" 可选的说法", columns))], *side.hint_lines(view, self.hints, columns)]
        if view.side == "others":
            listed = other_lines(self.others, view.chosen, focused=view.pane == "side", columns=columns)
            return [[("class:title", pad(" 换一个", columns))], *listed]
        if view.side == "check":
            counted = heading(self.troubles)
            return [
                [("class:title", pad(counted, columns))],
                *trouble_lines(view, self.troubles if self.preview else None, columns),
            ]
        if view.side == "result":
            told = [line for text in view.result for line in wrapped(f" {text}", columns - 1)]
            return [[("class:title", pad(" 成稿", columns))], *([("", line)] for line in told)]
        title = " 预览" if self.live.made_from == view.desk.sheet.text else " 预览（正在更新）"
        return [[("class:title", pad(title, columns))], *side.preview_lines(view, self.preview, columns)]

    # --- the whole ---

    def _root(self) -> Overlay:
        edge = Window(width=1, char="│", style="class:edge")
        beside = VSplit([Window(width=1, char="│", style="class:edge"), self._outer["side"]])
        wide = VSplit([self._outer["tree"], edge, self._page, ConditionalContainer(beside, Condition(self._has_side))])
        body = DynamicContainer(lambda: wide if self.is_wide else self._alone())
        whole = HSplit(
            [
                body,
                Window(FormattedTextControl(self._status), height=1),
                Window(FormattedTextControl(self._keys), height=1),
            ]
        )
        completions = Float(CompletionsMenu(max_height=10, scroll_offset=1), xcursor=True, ycursor=True)
        return Overlay(whole, [completions, *self.floats.containers()])

    def _alone(self) -> AnyContainer:
        return self._page if self.view.pane == "page" else self._outer[self.view.pane]

    def _status(self) -> StyleAndTextTuples:
        view, preview = self.view, self.preview
        unsaved = view.desk.sheet.changed or self.editor.is_changed
        asking = sum(each.asks for each in self.troubles)
        behind = self.editor.is_changed or self.live.made_from != view.desk.sheet.text
        counts = counted(view, preview, asking, behind=behind)
        message = view.message or figures.told(view)
        name = PurePath(view.desk.sheet.path).name + "（未保存）" * unsaved
        return [("class:status", status(name, counts, message, self.size[0]))]

    def _keys(self) -> StyleAndTextTuples:
        """Return the bar of keys, as many as there is room for."""
        text: StyleAndTextTuples = []
        used = 0
        for key, name in bar(self.view, self.keys):
            used += width(key + name) + 1
            if used <= self.size[0]:
                text += [("class:bar", key), ("", f"{name} ")]
        return text
