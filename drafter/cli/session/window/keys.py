"""The keys of the window: who may press what where, and what it does."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from drafter.cli.session.window import moves
from drafter.cli.session.window.actions import ACTIONS, Action
from drafter.cli.session.window.figures import take_last
from drafter.cli.session.window.listing import end_list
from drafter.cli.session.window.others import next_kind
from drafter.cli.session.window.screen import Screen
from drafter.cli.session.window.triage import set_aside, show_ignored

Handler = Callable[[Screen], None]

_PAGE = 10  # lines that PgUp and PgDn go in the side pane

PAGE: tuple[tuple[tuple[str, ...], Handler], ...] = (
    (("up",), moves.up),
    (("down",), moves.down),
    (("enter",), moves.enter),
    (("tab",), moves.tab),
    (("s-tab",), moves.back),
    (("escape", "enter"), moves.new_line),
    (("c-j",), moves.new_line),
    (("pageup",), lambda screen: moves.turn(screen, -1)),
    (("pagedown",), lambda screen: moves.turn(screen, 1)),
)
TREE: tuple[tuple[tuple[str, ...], Handler], ...] = (
    (("up",), lambda screen: moves.turn_in_tree(screen, -1)),
    (("down",), lambda screen: moves.turn_in_tree(screen, 1)),
    (("enter",), moves.to_page),
    (("right",), moves.to_page),
    (("tab",), moves.to_page),
)
SIDE: tuple[tuple[tuple[str, ...], Handler], ...] = (
    (("up",), lambda screen: moves.choose(screen, -1)),
    (("down",), lambda screen: moves.choose(screen, 1)),
    (("pageup",), lambda screen: moves.choose(screen, -_PAGE)),
    (("pagedown",), lambda screen: moves.choose(screen, _PAGE)),
    (("enter",), moves.use),
    (("left",), moves.leave_side),
    (("tab",), next_kind),
)
MENU: tuple[tuple[tuple[str, ...], Handler], ...] = (
    (("up",), lambda screen: moves.move_in_menu(screen, -1)),
    (("down",), lambda screen: moves.move_in_menu(screen, 1)),
    (("enter",), moves.take_from_menu),
    (("c-c",), lambda screen: screen.close_menu()),
)


def bindings(screen: Screen) -> KeyBindings:
    """Return what each key does."""
    keys = KeyBindings()
    in_menu = Condition(lambda: screen.floats.menu is not None)
    in_help = Condition(lambda: bool(screen.floats.help))
    free = ~in_menu & ~in_help
    in_page, in_tree, in_side = (free & _in_pane(screen, pane) for pane in ("page", "tree", "side"))
    offering = in_page & Condition(lambda: bool(screen.editor.buffer.complete_state))
    for table, when in ((PAGE, in_page), (TREE, in_tree), (SIDE, in_side), (MENU, in_menu)):
        for pressed, handler in table:
            keys.add(*pressed, filter=when)(_call(screen, handler))
    for when, handler in (
        (in_menu, lambda screen: screen.close_menu()),
        (in_tree, moves.to_page),
        (in_side, moves.leave_side),
        (offering, lambda screen: screen.editor.buffer.cancel_completion()),
    ):
        keys.add("escape", filter=when, eager=True)(_call(screen, handler))
    for action in ACTIONS:
        if action.key:
            keys.add(action.key, filter=free)(_act(screen, action))
    in_check = in_side & Condition(lambda: screen.view.side == "check")
    for key, when, handler in (
        ("f8", in_tree | in_side, moves.not_here),
        ("f8", in_check, set_aside),
        ("delete", in_check, set_aside),
        ("f7", in_check, show_ignored),
    ):
        keys.add(key, filter=when)(_call(screen, handler))
    in_table = in_page & Condition(lambda: screen.view.in_table)
    keys.add("f2", filter=in_table)(_call(screen, take_last))
    _add_help(keys, screen, in_help)

    @keys.add(Keys.BracketedPaste, filter=free)
    def paste(event: KeyPressEvent) -> None:
        if screen.view.pane != "page":
            moves.leave_side(screen)
        moves.paste(screen, event.data)

    @keys.add(Keys.Any, filter=in_tree | in_side)
    def type_on(event: KeyPressEvent) -> None:
        moves.type_on(screen, event.data)

    return keys


def _in_pane(screen: Screen, pane: str) -> Filter:
    return Condition(lambda: screen.view.pane == pane)


def _call(screen: Screen, handler: Handler) -> Callable[[KeyPressEvent], None]:
    return lambda _: handler(screen)


def _act(screen: Screen, action: Action) -> Callable[[KeyPressEvent], None]:
    """Return what runs an action; what is being typed goes into the outline before it."""

    def run(_: KeyPressEvent) -> None:
        if not action.keeps_typing:
            screen.editor.commit()
            end_list(screen.editor)
        screen.view.message = ""
        action.run(screen)
        if screen.floats.menu is None:
            moves.arrive(screen)

    return run


def _add_help(keys: KeyBindings, screen: Screen, when: Filter) -> None:
    """Let any key take the help away."""

    def close(_: KeyPressEvent) -> None:
        screen.floats.help = ()

    for key in (Keys.Any, "enter", "up", "down", "f1"):
        keys.add(key, filter=when)(close)
    keys.add("escape", filter=when, eager=True)(close)
