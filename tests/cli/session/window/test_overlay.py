"""Floats over wide characters."""

from __future__ import annotations

from prompt_toolkit.layout import Float, FormattedTextControl, Window
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Screen, WritePosition

from drafter.cli.session.window.overlay import Overlay


def drawn(left: int, width: int) -> str:
    """Return a line of wide characters, two cells each, under a float of so many columns."""
    page = Window(FormattedTextControl("全镇经济平稳"))
    box = Float(Window(FormattedTextControl("=" * width)), left=left, top=0, width=width, height=1)
    screen, area = Screen(), WritePosition(0, 0, 12, 1)
    Overlay(page, [box]).write_to_screen(screen, MouseHandlers(), area, "", False, None)
    screen.draw_all_floats()
    return "".join(screen.data_buffer[0][x].char for x in range(12))


def test_no_wide_character_is_left_half_covered() -> None:
    assert drawn(2, 4) == "全====济平稳"
    assert drawn(3, 4) == "全 ==== 平稳"
    assert drawn(3, 3) == "全 ===济平稳"
