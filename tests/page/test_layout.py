"""The layout constants agree with each other."""

from __future__ import annotations

import pytest

from drafter import page
from drafter.page import standard


def test_margins_and_text_make_the_paper() -> None:
    across = standard.LEFT_MARGIN.value.mm + standard.TEXT_WIDTH.value.mm + standard.RIGHT_MARGIN.value.mm
    down = standard.TOP_MARGIN.value.mm + standard.TEXT_HEIGHT.value.mm + standard.BOTTOM_MARGIN.value.mm
    assert (across, down) == (standard.PAPER_WIDTH.value.mm, standard.PAPER_HEIGHT.value.mm)


def test_the_page_holds_22_lines_and_not_23() -> None:
    lines = standard.TEXT_HEIGHT.value.emu / standard.LINE_PITCH.value.emu
    assert standard.LINES_PER_PAGE.value <= lines < standard.LINES_PER_PAGE.value + 1


def test_the_line_holds_28_characters_and_not_29() -> None:
    square = page.STYLES["body"].size.emu + page.STYLES["body"].tightening.emu
    squares = standard.TEXT_WIDTH.value.emu / square
    assert standard.CHARS_PER_LINE.value <= squares < standard.CHARS_PER_LINE.value + 1


@pytest.mark.parametrize("style", page.STYLES.values(), ids=page.STYLES.keys())
def test_lines_that_are_broken_fit_the_page(style: page.Style) -> None:
    assert style.max_chars * (style.size.emu + style.tightening.emu) <= standard.TEXT_WIDTH.value.emu


def test_lengths_convert() -> None:
    assert page.mm(25.4) == page.pt(72) == page.twips(1440)
    assert (page.mm(37).twips, page.pt(28.95).twips, page.twips(-5).pt) == (2098, 579, -0.25)
