"""The keys of the first screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition, Filter, has_selection
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from drafter.cli.session.opening.drawn import NUMBERED
from drafter.cli.session.opening.pages import Form, Listing

if TYPE_CHECKING:
    from drafter.cli.session.opening.run import Start

_PAGE = 10  # lines that PgUp and PgDn go


def bindings(start: Start) -> KeyBindings:
    """Return what each key does."""
    keys = KeyBindings()
    in_help = Condition(lambda: bool(start.floats.help))
    in_form = ~in_help & Condition(lambda: isinstance(start.page, Form))
    in_list = ~in_help & Condition(lambda: isinstance(start.page, Listing))
    untyped = in_list & Condition(lambda: not start.is_typed)
    fixed = in_form & Condition(lambda: not start.is_typed)

    def add(names: str, action: Callable[[], None], when: Filter) -> None:
        for name in names.split():
            keys.add(name, filter=when, eager=name == "escape")(lambda _: action())

    add("down tab", lambda: start.move(1), ~in_help)
    add("up s-tab", lambda: start.move(-1), ~in_help)
    add("pagedown", lambda: start.move(_PAGE), in_list)
    add("pageup", lambda: start.move(-_PAGE), in_list)
    add("enter", start.take, ~in_help)
    add("escape", start.back, ~in_help)
    add("c-q c-c", lambda: start.application.exit(result=None), ~in_help)
    add("f1", start.help, ~in_help)
    add("f2", lambda: start.turn(1), in_form)
    add("right", lambda: start.turn(1), fixed)
    add("left", lambda: start.turn(-1), fixed)
    add("c-a", start.unmark, in_form & has_selection)
    add("c-k c-u", start.empty, in_form & has_selection)
    for number in range(NUMBERED):
        add(str(number + 1), lambda number=number: _choose(start, number), untyped)  # type: ignore[misc]
    _add_help(keys, start, in_help)

    @keys.add(Keys.BracketedPaste, filter=~in_help)
    def paste(event: KeyPressEvent) -> None:
        start.paste(event.data)

    return keys


def _choose(start: Start, number: int) -> None:
    """Open the choice that a digit stands before."""
    page = start.page
    if isinstance(page, Listing) and number < len(page.shown):
        page.row = number
        start.take()


def _add_help(keys: KeyBindings, start: Start, when: Filter) -> None:
    """Let any key take the help away."""

    def close(_: KeyPressEvent) -> None:
        start.floats.help = ()

    for key in (Keys.Any, "enter", "up", "down", "f1"):
        keys.add(key, filter=when)(close)
    keys.add("escape", filter=when, eager=True)(close)
