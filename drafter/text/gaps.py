"""Gaps in a draft, marked for the eye: 【待补：固定资产投资（亿元）】, 【待更新：旧值 3.2亿元】."""

from __future__ import annotations

import re
from collections.abc import Iterator

_GAP = re.compile("(【待(?:补|更新)[^】]*】)")
_BLANK = re.compile(r"【待更新(?:[：:]\s*(?:旧值)?\s*([^】]*))?】")


def begins_with_gap(text: str) -> bool:
    """Tell whether a text begins with a gap."""
    return bool(_GAP.match(text))


def holds_gap(text: str) -> bool:
    """Tell whether a text holds a gap: what is to come there may be of any length."""
    return bool(_GAP.search(text))


def cut_at_gaps(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, each with whether it is a gap."""
    for index, part in enumerate(_GAP.split(text)):
        if part:
            yield part, index % 2 == 1


def old_value(text: object) -> str | None:
    """Return the value of the old report that a blank tells: 【待更新：旧值 2.2万】; None when `text` is no blank."""
    match = _BLANK.fullmatch(text.strip()) if isinstance(text, str) else None
    return (match[1] or "").strip() if match else None


def blank(old: str) -> str:
    """Return the blank that stands in an outline for a value of the old report."""
    return f"【待更新：旧值 {old}】"
