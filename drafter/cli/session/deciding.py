"""The commands 忽略 and 恢复: leave a finding as it is, let it count again."""

from __future__ import annotations

from drafter import app
from drafter.cli.session.desk import Desk
from drafter.cli.session.editing import number_in
from drafter.model import CheckResult, Finding
from drafter.render.labels import label
from drafter.render.terminal_check import listed

ALWAYS = "以后都"


def ignore(desk: Desk, words: str) -> None:
    """Leave the finding of a number as it is, in this draft or in every draft."""
    result = checked(desk)
    if result is not None and (finding := _chosen(desk, listed(result), words, "忽略 1")):
        always = ALWAYS in words
        desk.checked = app.ignore(desk.workspace, result, [finding.id], always=always)
        desk.say(
            f"已忽略：{_told(finding)}。{'别的稿子里也不再提' if always else '这份稿子里不再提'}，输入 恢复 可以找回。"
        )


def restore(desk: Desk, words: str) -> None:
    """List what is ignored, or let the finding of a number count again."""
    result = checked(desk)
    if result is None:
        return
    left = [finding for finding in result.findings if finding.id in result.ignored]
    if number_in(words) is None:
        desk.say(*(f"{number:>4}  {_told(finding)}" for number, finding in enumerate(left, 1)))
        desk.say("要恢复哪一处，请写编号，例如：恢复 1" if left else "没有忽略过的。")
    elif finding := _chosen(desk, left, words, "恢复 1"):
        desk.checked = app.restore(desk.workspace, result, [finding.id])
        desk.say(f"已恢复：{_told(finding)}")


def checked(desk: Desk) -> CheckResult | None:
    """Return what the last check found; say so when there was none, or the outline has changed since."""
    if desk.checked is None or desk.drafted != desk.sheet.text:
        desk.say("请先输入 检查，看有哪些问题。")
        return None
    return desk.checked


def _chosen(desk: Desk, found: list[Finding], words: str, example: str) -> Finding | None:
    number = number_in(words)
    if number is None or not 1 <= number <= len(found):
        desk.say(f"请给出编号，1 到 {len(found)}，例如：{example}" if found else "没有可以选的。")
        return None
    return found[number - 1]


def _told(finding: Finding) -> str:
    text = " ".join(finding.text.split())
    return f"{label(finding)}　{text[:30]}{'…' * (len(text) > 30)}" if text else f"{label(finding)}　{finding.message}"
