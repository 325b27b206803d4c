"""Leave a finding as it is, in this draft or in every draft; see those left, and let them count again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter import app
from drafter.cli.session.window.floats import Menu
from drafter.errors import DrafterError
from drafter.model import CheckResult

if TYPE_CHECKING:
    from drafter.cli.session.window.screen import Screen

_HERE, _ALWAYS = "本稿忽略", "以后都忽略"


def set_aside(screen: Screen) -> None:
    """Ask how the chosen finding is to be ignored; one that is ignored counts again."""
    view, found = screen.view, screen.troubles
    trouble = found[min(view.chosen, len(found) - 1)] if found else None
    if trouble is None:
        return
    if trouble.ignored:
        _decide(screen, lambda result: app.restore(view.desk.workspace, result, [trouble.id]), "已恢复，重新计入")
    elif not (trouble.id and trouble.asks):
        view.message = "这一处改好或填上就没有了，不能忽略"
    else:
        screen.open_menu(Menu("这一处不用改？", lambda _: _WAYS, lambda way: _ignore(screen, trouble.id, way)))


_WAYS = ((_HERE, "这份稿子里不再提"), (_ALWAYS, "别的稿子里同样的话也不再提"))


def _ignore(screen: Screen, finding: str, way: str) -> None:
    workspace, always = screen.view.desk.workspace, way == _ALWAYS
    told = f"已忽略，{'以后都' if always else '这一稿'}不再提；F7 可以看到，再按 F8 恢复"
    _decide(screen, lambda result: app.ignore(workspace, result, [finding], always=always), told)


def _decide(screen: Screen, decide: Callable[[CheckResult], CheckResult], told: str) -> None:
    """Note a decision, and take what it leaves for the present state of the draft."""
    preview = screen.live.preview
    if preview is None or preview.result is None:
        return
    try:
        screen.live.preview = replace(preview, result=decide(preview.result))
        screen.view.message = told
        screen.view.chosen = max(0, min(screen.view.chosen, len(screen.troubles) - 1))
    except DrafterError as error:
        screen.view.message = str(error)


def show_ignored(screen: Screen) -> None:
    """Show the findings that are ignored behind the others, or take them away again."""
    view = screen.view
    view.ignored = not view.ignored
    found = screen.troubles
    left: Sequence[int] = [number for number, trouble in enumerate(found) if trouble.ignored]
    if view.ignored:
        view.chosen = left[0] if left else view.chosen
        view.message = "已忽略的排在后面，F8 恢复" if left else "没有忽略过的"
    else:
        view.chosen, view.message = 0, ""
