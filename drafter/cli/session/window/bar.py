"""The foot: what is counted and said, and the keys, first those that do something where the writer is."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.app import Preview
from drafter.cli.session.window.lines import cut, width
from drafter.cli.session.window.view import View

Keys = Sequence[tuple[str, str]]  # key, and what it does

_SHORT_NAME = 12  # columns the outline's name is cut down to where a message needs the room
_LATE = frozenset(("^P", "F6", "^Z", "^Y"))  # where there is little room these are the ones to do without
_TABLE: Keys = (("Tab", "下一格"), ("F2", "填去年数"), ("F5", "回去"))
_HINTS: Keys = (("↑↓", "挑选"), ("回车", "用上"), ("Esc", "回去"))
_OTHERS: Keys = (("↑↓", "挑选"), ("Tab", "下一类"), ("回车", "定下"), ("Esc", "回去"))
_READING: Keys = (("↑↓", "翻看"), ("Esc", "回去"))
_FINDINGS: Keys = (("↑↓", "挑选"), ("回车", "跳到那里"), ("Esc", "回去"), ("F8", "忽略"), ("F7", "看忽略的"))
_TREE: Keys = (("↑↓", "挑选"), ("回车", "去写"), ("F6", "旁栏"))


def bar(view: View, keys: Keys) -> Keys:
    """Return the keys to show, of all the `keys` there are."""
    here: Keys = ()
    if view.pane == "side":
        here = {"hints": _HINTS, "check": _FINDINGS, "others": _OTHERS}.get(view.side, _READING)
    elif view.pane == "tree":
        here = _TREE
    elif view.in_table:
        here = _TABLE
    taken = {key for key, _ in here}
    rest = sorted((each for each in keys if each[0] not in taken), key=lambda each: each[0] in _LATE)
    return (*here, *rest)


def counted(view: View, preview: Preview | None, asking: int) -> list[str]:
    """Return the figures of the draft, what matters least first; `asking` is how much there is to look at."""
    waiting = sum(part.open for part in view.parts)
    counts = [f"{preview.result.chars} 字"] if preview and preview.result else []
    counts += [f"雷同 {preview.reuse:.1%}"] if preview and preview.reuse is not None else []
    return counts + [f"空着 {waiting}"] * bool(waiting) + [f"要看 {asking}"] * bool(asking)


def status(name: str, counts: Sequence[str], message: str, columns: int) -> str:
    """Return the line of status: the outline, as many counts as there is room for beside the message."""
    shown = list(counts)
    while shown and width("  ".join([name, *shown, message])) + 3 > columns:
        del shown[0]
    short = cut(name, max(_SHORT_NAME, columns - width(message) - 4))
    return cut(f" {'  '.join([short, *shown])}   {message}", columns)
