"""What the writer can have done in the window: one table for keys, help and the list of commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.cli.session.window.floats import Menu
from drafter.cli.session.window.others import show_others
from drafter.cli.session.window.screen import Screen
from drafter.cli.session.window.structure import add, choices, remove, remove_group
from drafter.cli.session.window.view import PANES, READ


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done."""

    name: str
    initials: str  # pinyin initials
    key: str  # as prompt_toolkit names it; "" when only the list of commands has it
    shown: str  # the key as people call it
    help: str
    run: Callable[[Screen], None]
    keeps_typing: bool = False  # what is being typed does not go into the outline before it


def _hints(screen: Screen) -> None:
    screen.view.side, screen.view.pane, screen.view.chosen = "hints", "side", 0
    screen.view.message = "↑↓ 挑选，回车用上，Esc 回去"


def _preview(screen: Screen) -> None:
    view = screen.view
    shown = view.side == "preview" and (screen.is_wide or view.pane == "side")
    view.side, view.pane, view.chosen = "preview", "page" if shown or screen.is_wide else "side", 0


def _table(screen: Screen) -> None:
    view = screen.view
    view.pane, view.row = "page", 0
    if view.in_table:
        view.in_table, view.column = False, 0
    else:
        view.open_table()
        view.column = 1
    view.message = "Tab 到下一格，可以从 Excel 整块粘贴；再按 F5 回去" if view.in_table else ""


def _next_pane(screen: Screen) -> None:
    view, order = screen.view, PANES
    view.pane = order[(order.index(view.pane) + 1) % len(order)]
    if view.side in READ:
        view.chosen = 0


def _add(screen: Screen) -> None:
    def chosen(what: str) -> None:
        add(screen.view, what)
        screen.editor.open()
        screen.view.message = f"已加：{what}，直接输入；不要了按 ^Z"

    screen.open_menu(Menu("增加什么？", lambda _: [(name, "") for name in choices(screen.view)], chosen))


def _remove(screen: Screen) -> None:
    _removed(screen, remove(screen.view))


def _remove_group(screen: Screen) -> None:
    _removed(screen, remove_group(screen.view))


def _removed(screen: Screen, what: str) -> None:
    screen.editor.open()
    screen.view.message = f"已删：{what}，^Z 可以找回" if what else "这里没有可以删的"


def _undo(screen: Screen) -> None:
    if screen.editor.drop():
        screen.view.message = "已退回这一项原来的内容"
    else:
        _turn_back(screen, screen.view.desk.sheet.undo, "已撤销一步", "没有可以撤销的了")


def _redo(screen: Screen) -> None:
    _turn_back(screen, screen.view.desk.sheet.redo, "已重做一步", "没有可以重做的了")


def _turn_back(screen: Screen, turn: Callable[[], bool], done: str, nothing: str) -> None:
    """Undo or redo an edit, and go to where it was made."""
    view, before = screen.view, screen.view.values()
    if not turn():
        view.message = nothing
        return
    view.desk.journal.edited(view.desk.sheet.text)
    now = view.values()
    place = next((place for place in (*now, *before) if now.get(place) != before.get(place)), ())
    if place and not view.in_table:
        view.go(place)
    screen.editor.open()
    view.message = done


def _check(screen: Screen) -> None:
    view = screen.view
    view.side, view.pane, view.chosen = "check", "side", 0
    view.message = "↑↓ 挑选，回车跳到那里，Esc 回去"


def _commands(screen: Screen) -> None:
    def fitting(typed: str) -> list[tuple[str, str]]:
        word = typed.strip().lower()
        return [(a.name, f"{a.shown:<6}{a.help}") for a in ACTIONS if word in a.name or a.initials.startswith(word)]

    def chosen(name: str) -> None:
        next(action for action in ACTIONS if action.name == name).run(screen)

    screen.open_menu(Menu("要做什么？输入名称或拼音首字母", fitting, chosen))


def _help(screen: Screen) -> None:
    lines = ["把光标移到要填的地方，直接输入；回车或 ↓ 到下一项，PgUp PgDn 换部分。"]
    lines += [f"{action.shown:<8}{action.name}：{action.help}" for action in ACTIONS]
    screen.floats.help = [*lines, *_MORE_HELP]


_MORE_HELP = (
    "数据表里 F2 填上去年同期的数；检查清单里 F8 忽略一处，F7 看忽略的。",
    "输入时会提示常用的说法：↓ 挑选，Tab 取一截，回车取整句。按任意键关闭。",
)

ACTIONS = (
    Action("帮助", "bz", "f1", "F1", "看这张表", _help),
    Action("换一个", "hyg", "f2", "F2", "换一个标题、起句、收句或整段，选中就定下", show_others),
    Action("找词", "zc", "f3", "F3", "从语料库里挑一句", _hints),
    Action("预览", "yl", "f4", "F4", "看这一部分写出来的样子", _preview),
    Action("数据", "sj", "f5", "F5", "全部数据列成一张表来填", _table),
    Action("换栏", "hl", "f6", "F6", "目录、正文、旁栏之间换", _next_pane),
    Action("增", "z", "f7", "F7", "增加事项、数据、要点或板块", _add),
    Action("删", "s", "f8", "F8", "删去这一项", _remove),
    Action("删要点", "syd", "", "", "删去整个要点，没有要点时删去整个板块", _remove_group),
    Action("成稿", "cg", "f9", "F9", "保存并生成 Word 初稿", lambda screen: screen.host.build()),
    Action("检查", "jc", "f10", "F10", "看哪里空着、哪里有问题", _check),
    Action("命令", "ml", "c-p", "^P", "按名称找命令", _commands),
    Action("保存", "bc", "c-s", "^S", "存盘", lambda screen: screen.host.save()),
    Action("撤销", "cx", "c-z", "^Z", "退回上一步", _undo, keeps_typing=True),
    Action("重做", "cz", "c-y", "^Y", "恢复刚撤销的一步", _redo),
    Action("退出", "tc", "c-q", "^Q", "离开起草台", lambda screen: screen.host.leave()),
)
