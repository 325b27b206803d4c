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


def test_a_settled_paragraph_follows_when_what_it_speaks_of_is_renamed(desk: Desk, type_lines: Typing) -> None:
    desk.put((*POINT, "定稿"), "早稻【早稻种植面积】，【早稻种植面积·同比】；【建成育秧中心】")
    type_lines("\x01\x0b早稻播种面积", "\x01\x0b育秧中心投入使用，可供全镇", "\x01\x0b6")
    tell(desk, "2", "改 3 指标", "改 5", "改 3")
    assert desk.sheet.get((*POINT, "定稿")) == "早稻【早稻播种面积】，【早稻播种面积·同比】；【育秧中心投入使用】"


def test_a_deed_that_is_taken_out_is_not_taken_for_another(desk: Desk) -> None:
    desk.put((*POINT, "事项"), ["建成育秧中心", "修通水渠"])
    desk.put((*POINT, "定稿"), "【建成育秧中心】，【修通水渠】")
    desk.remove((*POINT, "事项", 0))
    desk.follow((*POINT, "事项", 0), "建成育秧中心")
    assert desk.sheet.get((*POINT, "定稿")) == "【建成育秧中心】，【修通水渠】"


def test_a_paragraph_of_the_template_is_changed_in_its_place(desk: Desk, type_lines: Typing) -> None:
    desk.put(("结语",), None)
    type_lines("2")
    tell(desk, "1", f"换 {[field.label for field in desk.parts[0].fields].index('结语') + 1}")
    assert str(desk.sheet.get(("结语",))).endswith("！")
