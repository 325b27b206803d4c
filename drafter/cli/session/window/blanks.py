"""The blanks of a wording that was taken over: one after the other is typed over, and what does not fit is told.

A blank is a gap as the draft has it, 【待补：数值（亩）】: one that is forgotten shows in yellow, and a check finds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer

from drafter.text.typed import bare_unit, parse_amount

if TYPE_CHECKING:
    from drafter.cli.session.window.screen import Screen

_BLANK = re.compile("【待补：([^】（]*)(?:（([^）】]*)）)?】")
_SLOT = re.compile(r"\{([^}:]+)(?::([^}]*))?\}")
_INDICATOR = "指标"
_FIGURES = frozenset(("数值", "同比", "完成率", "占比"))


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank that is being typed over."""

    name: str  # 数值, 地名
    unit: str  # 亩, 公里; "" where none is due
    start: int  # where it begins in the text
    behind: str  # what stands behind it

    def typed(self, text: str) -> str | None:
        """Return what stands in its place now, None when the text around it has been changed."""
        end = len(text) - len(self.behind)
        return text[self.start : end] if end >= self.start and text.endswith(self.behind) else None


def with_blanks(frame: str, indicator: str) -> str:
    """Return a frame with an indicator in its first slot for one, and blanks for all its other slots."""
    named = frame.replace(f"{{{_INDICATOR}}}", indicator, 1)
    return _SLOT.sub(lambda slot: f"【待补：{slot[1]}{f'（{slot[2]}）' if slot[2] else ''}】", named)


def misfit(blank: Blank, typed: str) -> str:
    """Return what is wrong with what was typed into a blank, "" when it fits."""
    is_figure = blank.name in _FIGURES or bool(blank.unit)
    if not is_figure:
        return ""
    amount = parse_amount(typed)
    if amount is None:
        return f"这里要填数字{f'，单位是{blank.unit}' * bool(blank.unit)}，“{typed}”不是数字"
    if blank.unit and amount.unit and bare_unit(amount.unit) != bare_unit(blank.unit):
        return f"这里的单位是“{blank.unit}”，写的是“{amount.unit}”"
    return ""


class Blanks:
    """Knows which blank of the cell is being typed over."""

    def __init__(self, buffer: Buffer) -> None:
        self.buffer = buffer
        self.now: Blank | None = None
        self._told = ""  # what was already said to be wrong

    def forget(self) -> None:
        """Leave the blank: another cell has been taken up."""
        self.now, self._told = None, ""

    def next(self, start: int = 0) -> bool:
        """Mark the next blank from `start` on, to be typed over; return False when there is none."""
        text = self.buffer.text
        match = _BLANK.search(text, start)
        self.forget()
        if match is None:
            return False
        self.now = Blank(match[1], match[2] or "", match.start(), text[match.end() :])
        self.buffer.exit_selection()
        self.buffer.cursor_position = match.start()
        self.buffer.start_selection()
        if self.buffer.selection_state:
            self.buffer.selection_state.enter_shift_mode()
        self.buffer.cursor_position = match.end()
        return True

    def settle(self) -> str:
        """Finish the blank: add the unit that was left out; return what is wrong, the first time it is asked."""
        blank = self.now
        typed = blank.typed(self.buffer.text) if blank else None
        if blank is None or not typed or _BLANK.fullmatch(typed):
            return ""
        wrong = misfit(blank, typed)
        if wrong and wrong != self._told:
            self._told = wrong
            return wrong
        amount = parse_amount(typed)
        if blank.unit and amount and not amount.unit:
            self.buffer.cursor_position = blank.start + len(typed)
            self.buffer.insert_text(blank.unit)
        return ""


def on(screen: Screen) -> bool:
    """Finish the blank under the cursor and go to the next one; return False when there is none left.

    What does not fit is told, and the cursor stays; asked again it goes on.
    """
    blanks = screen.editor.blanks
    if wrong := blanks.settle():
        screen.view.message = wrong
        return True
    if not blanks.next(screen.editor.buffer.cursor_position):
        return False
    tell(screen)
    return True


def tell(screen: Screen) -> None:
    """Say what goes into the blank under the cursor."""
    blank = screen.editor.blanks.now
    if blank:
        unit = f"（{blank.unit}）" if blank.unit else ""
        screen.view.message = f"直接输入{blank.name}{unit}，Tab 到下一个空"
