"""What floats over the window: a list to choose from, and the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    Float,
    FormattedTextControl,
    HSplit,
    Window,
)

from drafter.cli.session.window.lines import joined, pad

Items = Sequence[tuple[str, str]]  # names, and what is said of each

_MENU = (56, 18)  # columns and rows of a list
_NAME = 18  # columns of the names in it
_HELP = 74  # columns


@dataclass(slots=True)
class Menu:
    """A list that floats over the window until something is chosen."""

    title: str
    items: Callable[[str], Items]  # what is typed -> what it leaves to choose from
    chosen: Callable[[str], None]
    row: int = 0


class Floats:
    """The list and the help, shown while there is one."""

    def __init__(self, size: Callable[[], tuple[int, int]]) -> None:
        self.size = size  # columns and rows of the terminal
        self.menu: Menu | None = None
        self.help: Sequence[str] = ()
        self.typed = Buffer(multiline=False)  # what narrows the list down
        self.input = Window(BufferControl(self.typed), height=1, style="class:float")

    def open(self, menu: Menu) -> None:
        """Show a list."""
        self.typed.reset()
        self.menu = menu

    @property
    def items(self) -> Items:
        """Return what there is to choose from now."""
        return self.menu.items(self.typed.text) if self.menu else ()

    def containers(self) -> list[Float]:
        """Return what floats."""
        title = Window(FormattedTextControl(self._title), height=1)
        menu = HSplit(
            [title, self.input, Window(FormattedTextControl(self._list))],
            style="class:float",
            width=lambda: Dimension.exact(self._columns),
            height=lambda: Dimension.exact(min(_MENU[1], len(self.items) + 3, self.size()[1] - 4)),
        )
        told = Window(
            FormattedTextControl(lambda: joined([[("", f"  {line}")] for line in self.help])),
            style="class:float",
            width=lambda: Dimension.exact(min(_HELP, self.size()[0] - 2)),
            height=lambda: Dimension.exact(min(len(self.help), self.size()[1] - 3)),
        )
        return [
            Float(ConditionalContainer(menu, Condition(lambda: self.menu is not None))),
            Float(ConditionalContainer(told, Condition(lambda: bool(self.help)))),
        ]

    @property
    def _columns(self) -> int:
        return min(_MENU[0], self.size()[0] - 2)

    def _title(self) -> StyleAndTextTuples:
        return [("class:float.title", f"  {self.menu.title}")] if self.menu else []

    def _list(self) -> StyleAndTextTuples:
        items = self.items
        if self.menu is None or not items:
            return [("", "  没有这一项，请换个说法。")]
        self.menu.row = max(0, min(self.menu.row, len(items) - 1))
        room = _MENU[1] - 3
        first = max(0, self.menu.row - room + 1)
        return joined(
            [
                [("reverse" if number == self.menu.row else "", pad(f"  {pad(name, _NAME)} {told}", self._columns))]
                for number, (name, told) in enumerate(items)
            ][first : first + room]
        )
