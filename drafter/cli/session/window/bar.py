"""The bar of keys at the foot: first those that do something where the writer is."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.cli.session.window.view import View

Keys = Sequence[tuple[str, str]]  # key, and what it does

_LATE = frozenset(("^P", "F6", "^Z", "^Y"))  # where there is little room these are the ones to do without
_TABLE: Keys = (("Tab", "下一格"), ("F2", "填去年数"), ("F5", "回去"))
_HINTS: Keys = (("↑↓", "挑选"), ("回车", "用上"), ("Esc", "回去"))
_OTHERS: Keys = (("↑↓", "挑选"), ("Tab", "下一类"), ("回车", "定下"), ("Esc", "回去"))
_FINDINGS: Keys = (("↑↓", "挑选"), ("回车", "跳到那里"), ("Esc", "回去"), ("F8", "忽略"), ("F7", "看忽略的"))
_TREE: Keys = (("↑↓", "挑选"), ("回车", "去写"), ("F6", "旁栏"))


def bar(view: View, keys: Keys) -> Keys:
    """Return the keys to show, of all the `keys` there are."""
    here: Keys = ()
    if view.pane == "side":
        here = {"hints": _HINTS, "check": _FINDINGS, "others": _OTHERS}.get(view.side, _HINTS[-1:])
    elif view.pane == "tree":
        here = _TREE
    elif view.in_table:
        here = _TABLE
    taken = {key for key, _ in here}
    rest = sorted((each for each in keys if each[0] not in taken), key=lambda each: each[0] in _LATE)
    return (*here, *rest)
