"""Lists by the keys: Enter goes on to the next item, an empty one goes away again, a pasted list becomes items."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.cli.session.desk import Desk

Worked = Callable[..., Desk]
DEEDS = ("回顾", 0, "要点", 0, "事项")
TO_DEED = ("PageDown", *["Down"] * 4)


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def test_enter_behind_the_last_item_begins_the_next(worked: Worked) -> None:
    desk = worked(*TO_DEED, "Enter", "新修水渠3公里", "Enter", "发放补贴12万元", "Enter", "Enter", "自己的话")
    assert desk.sheet.get(DEEDS) == ["建成育秧中心", "新修水渠3公里", "发放补贴12万元"]
    assert desk.sheet.get(("回顾", 0, "要点", 1, "正文")) == "这一段是自己的话。自己的话"


@pytest.mark.parametrize("leave", ["Down", "Up", "Tab", "PageDown", "F5", "^S"])
def test_an_item_that_was_begun_and_stayed_empty_goes_away(worked: Worked, leave: str) -> None:
    assert worked(*TO_DEED, "Enter", leave).sheet.get(DEEDS) == ["建成育秧中心"]


def test_an_item_that_was_empty_before_stays(worked: Worked) -> None:
    assert worked("PageDown", "PageDown", "Enter").sheet.get(("问题",)) is None


def test_a_list_of_problems_is_typed_through(worked: Worked) -> None:
    desk = worked("PageDown", "PageDown", "产业不强", "Enter", "作风不实", "Enter", "Enter")
    assert desk.sheet.get(("问题",)) == ["产业不强", "作风不实"]


def test_pasted_lines_become_items_without_their_numbers(worked: Worked) -> None:
    text = "1. 新修水渠3.5公里\r\n（2）发放补贴12万元\r\n\r\n③ 3.2公里道路通车\n"
    desk = worked(*TO_DEED, "Enter", pasted(text), "Down")
    assert desk.sheet.get(DEEDS) == ["建成育秧中心", "新修水渠3.5公里", "发放补贴12万元", "3.2公里道路通车"]
    assert worked("^Z").sheet.get(DEEDS) is not None


def test_lines_pasted_elsewhere_stay_one_text(worked: Worked) -> None:
    desk = worked("PageDown", *["Down"] * 5, pasted("第二段。\n第三段。"), "Down")
    assert desk.sheet.get(("回顾", 0, "要点", 1, "正文")) == "这一段是自己的话。第二段。\n第三段。"


def test_what_is_typed_in_another_pane_goes_into_the_page(worked: Worked) -> None:
    desk = worked("PageDown", "Clear", "F6", "做强", "产业", "Down")
    assert desk.sheet.get(("回顾", 0, "标题")) == "做强产业"
    desk = worked("PageUp", "PageDown", "Clear", "F6", "F6", pasted("做优生态"), "Down")
    assert desk.sheet.get(("回顾", 0, "标题")) == "做优生态"
