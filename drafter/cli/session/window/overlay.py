"""Floats over wide characters: none is left half covered.

A terminal drops a wide character of which half is written over, while prompt_toolkit believes the other half is still
there and does not draw it anew when the float has gone.
"""

from __future__ import annotations

from prompt_toolkit.layout import FloatContainer
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Char, Screen, WritePosition

_ON_TOP = 10**9  # drawn after every float: the menu of completions has 10**8


class Overlay(FloatContainer):
    """A window with floats that blank what they cover half of."""

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,
        write_position: WritePosition,
        parent_style: str,
        erase_bg: bool,
        z_index: int | None,
    ) -> None:
        """Draw all, then blank the halves."""
        super().write_to_screen(screen, mouse_handlers, write_position, parent_style, erase_bg, z_index)
        screen.draw_with_z_index(_ON_TOP, lambda: _blank_halves(screen, write_position))


def _blank_halves(screen: Screen, area: WritePosition) -> None:
    """Put a blank where one half of a wide character is left: its second half is the empty cell behind it."""
    for y in range(area.ypos, area.ypos + area.height):
        row, wide = screen.data_buffer[y], False
        for x in range(area.xpos, area.xpos + area.width):
            cell = row[x]
            if wide and cell.char:
                row[x - 1] = Char(" ", row[x - 1].style)
            elif not wide and not cell.char:
                row[x] = Char(" ", cell.style)
            wide = cell.width > 1
