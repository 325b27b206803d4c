"""Other ways to put something in a draft, for the writer to choose from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alternative:
    """A wording that may be taken over into the outline."""

    key: str  # of the outline, where it goes: 标题, 小标题, 起句, 收句, 定稿
    text: str  # what goes there; "" takes away what stands there
    shown: str  # what it prints
    origin: str  # where it comes from, in a few words: 本稿, 自拟, 规范表述, the name of a report
    now: bool = False  # whether the draft has it now
