"""Commands that look things up, save, build, check and leave."""

from __future__ import annotations

from pathlib import Path

from drafter import app
from drafter.cli import show
from drafter.cli.session.desk import Desk

SHOWN = 12  # phrases of a look-up: what a screen holds beside the dialogue


def phrases(desk: Desk, words: str) -> None:
    """Look phrases up in the library."""
    if not words:
        desk.say("请在后面写要查的字或拼音首字母，例如：查词 乡村振兴")
        return
    show.phrases(app.phrases(desk.workspace, words, limit=SHOWN))


def save(desk: Desk, _: str) -> None:
    """Save the outline."""
    desk.save()
    desk.say(f"已保存：{desk.sheet.path}")


def build(desk: Desk, _: str) -> None:
    """Save the outline and build the Word draft beside it."""
    new_draft(desk)


def new_draft(desk: Desk) -> Path:
    """Save the outline, build the Word draft beside it and say so; return its path."""
    desk.save()
    built = app.build(desk.workspace, desk.sheet.path)
    show.built(built)
    desk.draft, desk.drafted = built.output, desk.sheet.text
    return built.output


def check(desk: Desk, _: str) -> None:
    """Check the draft; build it first when there is none of the outline as it now is."""
    draft = desk.draft if desk.drafted == desk.sheet.text else None
    desk.checked = app.check(desk.workspace, draft or new_draft(desk)).result
    show.findings(desk.checked)
    if desk.checked.pending:
        desk.say("有一处不用改：忽略 1；别的稿子里也不用改：忽略 1 以后都")


def leave(desk: Desk, _: str) -> bool:
    """End the session; ask about what is not saved."""
    if desk.sheet.changed:
        answer = desk.agree("提纲还没有保存，要保存吗？按 Ctrl+C 可以不退出")
        if answer is None:
            return False
        if answer:
            save(desk, "")
        else:
            desk.journal.clear()
    desk.say("再见。")
    return True
