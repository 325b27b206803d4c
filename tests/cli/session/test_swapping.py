"""换 line by line: the list, the choice, the outline."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from drafter.cli.session.commands import obey
from drafter.cli.session.desk import Desk
from drafter.cli.session.settle import NAMES

Typing = Callable[..., None]
POINT = ("回顾", 0, "要点", 0)


def tell(desk: Desk, *lines: str) -> None:
    """Give the session some commands."""
    for line in lines:
        obey(desk, line)


def numbers(screen: StringIO) -> dict[str, int]:
    """Return the numbers of the alternatives shown, by their texts."""
    found = {}
    for line in screen.getvalue().splitlines():
        number, _, text = line.strip().partition("  ")
        if number.isdecimal():
            found[text.partition("（")[0]] = int(number)
    return found


def test_what_is_picked_is_settled(desk: Desk, screen: StringIO, type_lines: Typing) -> None:
    type_lines("2")
    tell(desk, "2", "换 1")
    chosen = next(text for text, number in numbers(screen).items() if number == 2 and "，" in text)
    assert desk.sheet.get(("回顾", 0, "标题")) == chosen
    assert "标题已定下" in screen.getvalue()
    tell(desk, "撤销")
    assert not desk.sheet.changed


def test_a_deed_offers_clauses_and_the_whole_paragraph(desk: Desk, screen: StringIO, type_lines: Typing) -> None:
    type_lines("")
    tell(desk, "2", "换 5")
    shown = screen.getvalue()
    names = [line.strip() for line in shown.splitlines() if line.strip() in NAMES.values()]
    assert names == ["起句", "收句", "整段", "小标题"]
    assert "（本稿）" in shown
    assert "没有改动" in shown
    assert not desk.sheet.changed


def test_a_wrong_number_is_asked_again(desk: Desk, type_lines: Typing) -> None:
    type_lines("999", "甲", "2")
    tell(desk, "2", "换 1")
    assert desk.sheet.get(("回顾", 0, "标题")) != "夯实产业根基，发展步伐更稳"


def test_what_cannot_be_changed_is_said(desk: Desk, screen: StringIO) -> None:
    tell(desk, "1", "换 2", "目录", "换 1")
    assert "这一项没有可换的" in screen.getvalue()
    assert "请先进入一部分" in screen.getvalue()


def test_an_outline_with_faults_has_nothing_to_offer(desk: Desk, screen: StringIO) -> None:
    desk.put(("期间",), "去年")
    tell(desk, "2", "换 1")
    assert "没有别的说法" in screen.getvalue()
