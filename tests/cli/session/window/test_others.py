"""换一个 in the window: what else the draft could say is listed, and what is chosen goes into the outline."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from drafter.cli.session.desk import Desk
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.others import NOWHERE

Worked = Callable[..., Desk]
POINT = ("回顾", 0, "要点", 0)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the other process's work done here and now."""

    def work(_: Live, task: Callable[..., Any], *arguments: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(task(*arguments))
        return done

    monkeypatch.setattr(Live, "work", work)


def test_a_heading_is_changed_for_another(worked: Worked) -> None:
    desk = worked("PageDown", "F2", "Down", "Enter")
    assert desk.sheet.get(("回顾", 0, "标题")) not in {"夯实产业根基，发展步伐更稳", None}


def test_pressing_again_goes_on_in_the_list(worked: Worked) -> None:
    first = worked("PageDown", "F2", "Down", "Enter").sheet.get(("回顾", 0, "标题"))
    second = worked("PageUp", "PageDown", "^Z", "F2", "F2", "F2", "Enter").sheet.get(("回顾", 0, "标题"))
    assert len({first, second}) == 2


def test_the_paragraph_as_it_is_can_be_settled(worked: Worked) -> None:
    desk = worked("PageDown", *["Down"] * 4, "F2", "Tab", "Tab", "Enter")
    wording = desk.sheet.get((*POINT, "定稿"))
    assert "【早稻种植面积】" in wording
    assert "【建成育秧中心】" in wording
    assert "# 等农办报数" in desk.sheet.text


def test_a_settled_paragraph_takes_the_place_of_settled_clauses_in_one_edit(worked: Worked) -> None:
    desk = worked("PageDown", *["Down"] * 4, "F2", "Enter", "F2", "Tab", "Tab", "Enter")
    assert "定稿" in desk.sheet.get(POINT)
    assert "起句" not in desk.sheet.get(POINT)
    desk.sheet.undo()
    assert "定稿" not in desk.sheet.get(POINT)
    assert desk.sheet.get((*POINT, "起句"))


def test_what_is_settled_can_be_let_go(worked: Worked) -> None:
    desk = worked("PageDown", *["Down"] * 4, "F2", "Enter", "F2", "Tab", "Up", "Enter")
    assert "起句" not in desk.sheet.get(POINT)


def test_leaving_the_list_changes_nothing(worked: Worked) -> None:
    assert not worked("PageDown", "F2", "Down", "Left").sheet.changed


def test_where_nothing_can_be_changed_it_is_said(worked: Worked, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("drafter.cli.session.window.others.NOWHERE", NOWHERE)
    monkeypatch.setattr("drafter.cli.session.window.others.settled_place", lambda *_: said.append("asked") or ())
    assert not worked("F2").sheet.changed
    assert said == ["asked"]


def test_a_settled_paragraph_follows_a_deed_that_is_typed_anew(worked: Worked) -> None:
    to_deed = ["PageDown", *["Down"] * 4]
    desk = worked(*to_deed, "F2", "Tab", "Tab", "Enter", "Up", "Clear", "育秧中心投入使用", "Down")
    assert desk.sheet.get((*POINT, "事项", 0)) == "育秧中心投入使用"
    assert "【育秧中心投入使用】" in desk.sheet.get((*POINT, "定稿"))
