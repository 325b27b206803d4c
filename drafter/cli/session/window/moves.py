"""What the keys do in each pane: move from cell to cell, take a completion, choose, jump, paste."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.cli.session.completer import PhraseCompletion
from drafter.cli.session.window import blanks, figures
from drafter.cli.session.window.listing import begin_next, end_list, paste_items
from drafter.cli.session.window.others import take
from drafter.cli.session.window.pasting import paste_cells
from drafter.cli.session.window.refs import place_at_line, place_of
from drafter.cli.session.window.troubles import place_in_words
from drafter.cli.session.window.view import READ

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completion

    from drafter.cli.session.window.screen import Screen
    from drafter.cli.session.window.view import View


def arrive(screen: Screen) -> None:
    """Take up the cell that the cursor has come to."""
    if screen.editor.field != screen.view.cell:
        screen.editor.open()
    screen.focus()


# --- the page --------------------------------------------------------------------------------------------------------


def move(screen: Screen, rows: int = 0, columns: int = 0) -> None:
    """Put what is typed into the outline and go to another cell.

    Behind the last one of a row comes the next row, behind the last row of a part the next part, and so backwards.
    """
    screen.editor.commit()
    view = screen.view
    wrong = figures.fault(view)
    if end_list(screen.editor):
        rows, columns = min(rows + columns, 0), 0  # the next row stands here now
    cells = len(view.rows[view.row].cells) if view.row < len(view.rows) else 1
    further, view.column = divmod(view.column + columns, cells)
    row = view.row + rows + further
    if not view.in_table and not 0 <= row < len(view.rows):
        _to_neighbour(view, 1 if row > 0 else -1)
    else:
        view.row = max(0, min(row, len(view.rows) - 1))
    view.message = wrong
    screen.editor.open()
    screen.focus()


def _to_neighbour(view: View, steps: int) -> None:
    """Go on into the next part, or back to the end of the one before; at the ends of the outline stay."""
    if 0 <= view.part + steps < len(view.parts):
        view.turn(steps)
        view.row = 0 if steps > 0 else max(0, len(view.rows) - 1)


def up(screen: Screen) -> None:
    """Go up: in the list of completions, in the text, to the cell above."""
    buffer = screen.editor.buffer
    if buffer.complete_state:
        buffer.complete_previous()
    elif buffer.document.cursor_position_row:
        buffer.cursor_up()
    else:
        move(screen, rows=-1)


def down(screen: Screen) -> None:
    """Go down, likewise."""
    buffer = screen.editor.buffer
    if buffer.complete_state:
        buffer.complete_next()
    elif buffer.document.cursor_position_row < buffer.document.line_count - 1:
        buffer.cursor_down()
    else:
        move(screen, rows=1)


def enter(screen: Screen) -> None:
    """Take the completion that is chosen; where none is, go to the next row, behind the last item to a new one."""
    state = screen.editor.buffer.complete_state
    if state and state.current_completion:
        screen.editor.buffer.complete_state = None
    elif wrong := screen.editor.blanks.settle():
        screen.view.message = wrong
    elif begin_next(screen.editor):
        screen.focus()
    else:
        move(screen, rows=1)


def tab(screen: Screen) -> None:
    """Take the first word of what is offered; where nothing is, go to the next blank, or to the next cell."""
    state = screen.editor.buffer.complete_state
    if state and state.completions:
        _take_word(screen, state.current_completion or state.completions[0])
    elif not blanks.on(screen):
        move(screen, columns=1)


def _take_word(screen: Screen, completion: Completion) -> None:
    """Take as many whole words of a completion as reach over what was typed, and offer what goes on from there."""
    buffer = screen.editor.buffer
    typed = -completion.start_position
    words = completion.words if isinstance(completion, PhraseCompletion) else ""
    end = next((at for at in range(max(typed, 1), len(words)) if words[at] == "1"), len(completion.text))
    state = buffer.complete_state
    buffer.complete_state = None
    if state:
        buffer.document = state.original_document
    buffer.delete_before_cursor(typed)
    buffer.insert_text(completion.text[:end])
    buffer.start_completion()


def back(screen: Screen) -> None:
    """Go to the cell before."""
    move(screen, columns=-1)


def new_line(screen: Screen) -> None:
    """Begin a new paragraph of a text; a figure has but one line."""
    field = screen.editor.field
    if field and not field.fact and not screen.view.in_table:
        screen.editor.buffer.newline(copy_margin=False)


def paste(screen: Screen, data: str) -> None:
    """Put in what was pasted; a block of cells from a spreadsheet goes into the table."""
    text = data.replace("\r\n", "\n").replace("\r", "\n")
    if screen.view.in_table and ("\t" in text or "\n" in text.strip("\n")):
        screen.editor.commit()
        paste_cells(screen.view, text)
        screen.editor.open()
    elif not paste_items(screen.editor, text):
        screen.editor.buffer.cut_selection()
        screen.editor.buffer.insert_text(text, fire_event=False)  # no menu: nothing was begun that wants an end


def turn(screen: Screen, steps: int) -> None:
    """Go to another part of the outline."""
    screen.editor.commit()
    end_list(screen.editor)
    screen.view.turn(steps)
    screen.editor.open()
    screen.focus()


# --- the tree --------------------------------------------------------------------------------------------------------


def turn_in_tree(screen: Screen, steps: int) -> None:
    """Go to another part, and stay in the tree."""
    turn(screen, steps)
    screen.view.pane = "tree"
    screen.focus()


def to_page(screen: Screen) -> None:
    """Go to the page."""
    screen.view.pane = "page"
    arrive(screen)


def type_on(screen: Screen, text: str) -> None:
    """Go back to the page with what was typed: nothing can be typed in the other panes, and nothing shall be lost."""
    if text.isprintable():
        leave_side(screen)
        screen.editor.buffer.insert_text(text)


# --- the side pane ---------------------------------------------------------------------------------------------------


def choose(screen: Screen, steps: int) -> None:
    """Choose another line of the side pane; read on where there is nothing to choose."""
    view = screen.view
    if view.side in READ:  # how far there is to read is known when it is drawn
        view.chosen = max(0, view.chosen + steps)
        return
    listed: Mapping[str, Sequence[object]] = {"check": screen.troubles, "others": screen.others.found}
    most = len(listed.get(view.side, screen.hints)) - 1
    view.chosen = max(0, min(view.chosen + steps, most))


def leave_side(screen: Screen) -> None:
    """Go back to the page; what was found stays beside it, anything else gives way to the preview."""
    view = screen.view
    view.message = ""
    if view.side != "check":
        view.side = "preview"
    to_page(screen)


def use(screen: Screen) -> None:
    """Jump to the chosen finding, or take the chosen hint or alternative over."""
    view = screen.view
    if view.side == "others" and screen.others.found:
        take(screen)
        return
    if view.side == "check" and screen.troubles:
        _jump(screen)
        return
    if view.side == "hints" and view.chosen < len(screen.hints):
        hint = screen.hints[view.chosen]
        if hint.whole:
            screen.editor.replace(hint.text)
        else:
            screen.editor.insert(hint.text, hint.instead)
    leave_side(screen)
    blanks.tell(screen)


def not_here(screen: Screen) -> None:
    """Do nothing to a page that the writer is not in."""
    screen.view.message = "请先按 Esc 回到正文，把光标移到要删的地方"


def _jump(screen: Screen) -> None:
    """Go to what the chosen finding is about."""
    view, found = screen.view, screen.troubles
    trouble = found[min(view.chosen, len(found) - 1)]
    if trouble.line:
        place = place_at_line(view.desk, trouble.line)
    else:
        place = place_of(view.desk, trouble.ref) if trouble.ref else place_in_words(view.parts, trouble.where)
    if place and view.go(place):
        arrive(screen)
        view.message = f"{trouble.kind}：{trouble.message.rstrip('。')}；F10 回到清单"
    else:
        view.message = "这一处提纲里没有对应的一项"


# --- the menu --------------------------------------------------------------------------------------------------------


def move_in_menu(screen: Screen, steps: int) -> None:
    """Choose another line of the menu."""
    if screen.floats.menu:
        screen.floats.menu.row += steps


def take_from_menu(screen: Screen) -> None:
    """Do what is chosen in the menu."""
    menu, items = screen.floats.menu, screen.floats.items
    screen.close_menu()
    if menu and items:
        menu.chosen(items[max(0, min(menu.row, len(items) - 1))][0])
    if screen.floats.menu is None:
        arrive(screen)
