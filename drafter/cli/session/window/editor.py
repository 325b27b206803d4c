"""The cell under the cursor, typed in place: what is typed goes into the outline when the writer moves on or pauses."""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import Completer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition

from drafter.cli.session.fields import Field
from drafter.cli.session.sheet import Place
from drafter.cli.session.window.blanks import Blanks
from drafter.cli.session.window.view import View


class Editor:
    """Holds the text of one cell between the screen and the outline."""

    def __init__(self, view: View, completer: Completer) -> None:
        self.view = view
        self.field: Field | None = None
        self._opened = ""  # what the cell held when the writer came to it
        self.begun: Place | None = None  # item of a list that was begun by Enter
        self.buffer = Buffer(
            completer=completer,  # so quick that no thread is needed: the menu is drawn with the letter
            complete_while_typing=Condition(lambda: not view.in_table),
            multiline=True,
            read_only=Condition(lambda: self.field is None),
        )
        self.blanks = Blanks(self.buffer)

    @property
    def is_changed(self) -> bool:
        """Tell whether something is typed that the outline does not hold yet."""
        return self.field is not None and self.buffer.text != self.field.value

    def open(self) -> None:
        """Take the cell under the cursor up, its end first."""
        if self.field is not None:
            self.view.desk.follow(self.field.place, self._opened)
        self.field = self.view.cell
        self.view.desk.at = self.field.place if self.field else ()
        text = self.field.value if self.field else ""
        self._opened = text
        self.buffer.reset(Document(text, len(text)))
        self.blanks.forget()

    def commit(self) -> None:
        """Put what is typed into the outline."""
        if self.field is not None and self.is_changed:
            self.view.desk.put(self.field.place, self.buffer.text or None)
            self.field = self.view.cell

    def note(self) -> None:
        """Write what is being typed down in the journal."""
        if self.field is not None and self.is_changed:
            self.view.desk.journal.typing(self.view.desk.sheet.text, self.field.place, self.buffer.text)

    def drop(self) -> bool:
        """Give up what is typed and not yet in the outline; return False when there is nothing."""
        if not self.is_changed:
            return False
        self.open()
        return True

    def replace(self, text: str) -> None:
        """Put a text in place of all that the cell holds."""
        self.buffer.document = Document(text, len(text))

    def insert(self, text: str, instead: str = "") -> None:
        """Put a text in at the cursor, in place of `instead` and of the characters it goes on from; mark its blank."""
        if instead and self.buffer.document.text_before_cursor.endswith(instead):
            self.buffer.delete_before_cursor(len(instead))
        before = self.buffer.document.text_before_cursor
        shared = next((n for n in range(min(len(before), len(text)), 0, -1) if before.endswith(text[:n])), 0)
        start = self.buffer.cursor_position - shared
        self.buffer.insert_text(text[shared:])
        self.blanks.next(start)
