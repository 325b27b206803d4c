"""Lines on a screen: Han is two columns wide, a line never begins with a mark, and a pipe gets plain whole lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

_NEVER_FIRST = frozenset(" ，。、；：？！”’）》〉】〕」』…%,.;:?!)]")
_NEVER_LAST = frozenset("“‘（《〈【〔「『([")
_NARROWEST = 20  # columns; on a narrower screen lines run over rather than fall apart
_GAP = "  "
_UNDER = 4  # columns by which a text is set in under a label that leaves no room beside it


def is_plain(console: Console) -> bool:
    """Say whether colours would be lost: a pipe, a file, NO_COLOR, a dumb terminal."""
    return not console.is_terminal or console.no_color or console.color_system is None


def put(console: Console, text: Text | str, *, label: Text | str = "", indent: int = 0) -> None:
    """Print `text` behind `label`, or under a long one, wrapped on a terminal, whole in a pipe."""
    head = Text.assemble(" " * indent, label, _GAP if label else "")
    body = text if isinstance(text, Text) else Text(text)
    lines = [body]
    if console.is_terminal:
        room = console.width - head.cell_len
        if label and body.cell_len > room < _NARROWEST:  # no room beside the label
            head.rstrip()
            console.print(head, soft_wrap=True, highlight=False)
            head = Text(" " * (indent + _UNDER))
        lines = list(wrap(body, max(_NARROWEST, console.width - head.cell_len)))
    for number, line in enumerate(lines):
        start = Text(" " * head.cell_len) if number else head
        whole = Text.assemble(start, line)
        whole.rstrip()
        console.print(whole, soft_wrap=True, highlight=False)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines, every column filled to the same width."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell}{' ' * (width - cell_len(cell))}" for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(cells)


def wrap(text: Text, width: int) -> Iterator[Text]:
    """Cut `text` into lines of at most `width` columns."""
    plain, start, used = text.plain, 0, 0
    breaks: list[int] = []
    for position, character in enumerate(plain):
        used += cell_len(character)
        if used > width:
            start = _break(plain, start, position, width)
            breaks.append(start)
            used = cell_len(plain[start : position + 1])
    yield from text.divide(breaks)


def _break(text: str, start: int, end: int, width: int) -> int:
    """Return the last good place at or before `end` to begin a new line, `end` itself when there is none.

    What goes over to the new line, `end` included, has to fit it.
    """
    fitting = takewhile(lambda place: cell_len(text[place : end + 1]) <= width, range(end, start, -1))
    return next((place for place in fitting if _may_part(text[place - 1], text[place])), end)


def _may_part(last: str, first: str) -> bool:
    if first in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    return not (_is_latin(last) and _is_latin(first))


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".-/_")
