"""What the writer can tell the session to do: a table of commands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from drafter.cli.session import adding, deciding, editing, finishing, screen, swapping, tabling
from drafter.cli.session.desk import Desk
from drafter.cli.usage import pad, width


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the session."""

    name: str
    initials: str  # pinyin initials, for those who find typing them quicker
    help: str
    run: Callable[[Desk, str], bool | None]  # takes what stands behind the name; True ends the session
    takes: str = ""  # what may stand behind the name, for the help


def contents(desk: Desk, _: str) -> None:
    """Show the table of contents."""
    desk.part = None
    desk.say(*screen.contents(desk.parts))


def enter(desk: Desk, words: str) -> None:
    """Go into a part and show it."""
    number = editing.number_in(words)
    if number is None or not 1 <= number <= len(desk.parts):
        desk.say(f"请给出编号，1 到 {len(desk.parts)}，例如：进 2")
        return
    desk.part = number - 1
    desk.say(*screen.page(desk.parts[desk.part]))


def show(desk: Desk, _: str) -> None:
    """Show the part again."""
    part = desk.here
    desk.say(*(screen.page(part) if part else screen.contents(desk.parts)))


def help_all(desk: Desk, _: str) -> None:
    """Show all commands."""
    desk.say("输入命令后按回车。命令可以写中文，也可以写拼音首字母；直接输入编号，就是进入这一部分或改这一项。")
    column = max(width(f"{command.name} {command.takes}") for command in COMMANDS) + 2
    for command in COMMANDS:
        desk.say(f"  {pad(f'{command.name} {command.takes}', column)}{command.initials:<5}{command.help}")


COMMANDS = (
    Command("目录", "ml", "看提纲有哪些部分，哪里空着", contents),
    Command("进", "j", "进入一部分", enter, "编号"),
    Command("看", "k", "再看一遍现在这一部分", show),
    Command("改", "g", "改一项；数据可以指明改同比、单位等", editing.change, "编号 [项目]"),
    Command("增", "z", "增加要点、事项、数据、正文，或回顾、打算、问题", adding.add, "什么 [要点号]"),
    Command("删", "s", "删去一项、一个要点，或在目录里删去一个部分", editing.delete, "编号或要点号"),
    Command("换", "h", "换一个标题、小标题，或要点的起句、收句、整段，选中就定下", swapping.swap, "编号"),
    Command("数据", "sj", "全部数据列成一张表，空着的在前；也可以改其中一项", tabling.figures, "[编号 [项目]]"),
    Command("撤销", "cx", "退回上一步", editing.undo),
    Command("重做", "cz", "恢复刚撤销的一步", editing.redo),
    Command("查词", "cc", "在语料库里查短语", finishing.phrases, "汉字或首字母"),
    Command("保存", "bc", "存盘", finishing.save),
    Command("成稿", "cg", "保存并生成 Word 初稿", finishing.build),
    Command("检查", "jc", "检查生成的稿子", finishing.check),
    Command("忽略", "hl", "检查出的一处不用改；加上 以后都，别的稿子里也不再提", deciding.ignore, "编号 [以后都]"),
    Command("恢复", "hf", "看忽略了哪些，把其中一处找回来", deciding.restore, "[编号]"),
    Command("帮助", "bz", "显示这张表", help_all),
    Command("退出", "tc", "离开起草台", finishing.leave),
)
OTHER_NAMES = {"?": "帮助", "help": "帮助", "返回": "目录", "q": "退出", "quit": "退出", "exit": "退出"}


def obey(desk: Desk, line: str) -> bool:
    """Do what `line` says; return True when the session is over."""
    text = unicodedata.normalize("NFKC", line).strip()
    if not text:
        return False
    if text.isdecimal():
        text = f"{'改' if desk.here else '进'} {text}"
    command, rest = find(text)
    if command is None:
        desk.say(f"没有“{text}”这个命令。输入 帮助 看有哪些命令。")
        return False
    return bool(command.run(desk, rest))


def find(text: str) -> tuple[Command | None, str]:
    """Return the command that `text` begins with, and the rest: 改 3, 改3, g 3, g3."""
    word = re.match(r"[a-z?]+", text.lower())
    if word:
        name, rest = word[0], text[word.end() :]
        known = OTHER_NAMES.get(name, name)
        return next((command for command in COMMANDS if known in (command.initials, command.name)), None), rest.strip()
    for command in sorted(COMMANDS, key=lambda command: -len(command.name)):
        if text.startswith(command.name):
            return command, text[len(command.name) :].strip()
    return find(OTHER_NAMES[text]) if text in OTHER_NAMES else (None, "")
