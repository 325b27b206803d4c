"""A frame that is taken over: its blanks are typed over one by one, and what does not fit is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from prompt_toolkit.completion import DummyCompleter

from drafter.cli.session.desk import Desk
from drafter.cli.session.window.blanks import Blank, misfit, with_blanks
from drafter.cli.session.window.hints import Hint
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.run import run
from drafter.cli.session.window.screen import Screen

DEED = ("回顾", 0, "要点", 0, "事项", 0)
FRAME = "完成早稻种植面积【待补：数值（亩）】，同比增长【待补：同比（%）】"
Written = Callable[..., str]


@pytest.fixture
def written(desk: Desk, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Written:
    """Return a function that takes the frame over in a deed, presses keys, and returns what the deed then says."""
    monkeypatch.setattr(Live, "follow", lambda *_: None)
    monkeypatch.setattr(Screen, "hints", [Hint(FRAME, "3 篇", whole=False, instead="早稻种植面积")])

    def written(*pressed: str) -> str:
        press(
            "PageDown", "Down", "Down", "Down", "Down", "Clear", "全镇完成早稻种植面积", "F3", "Enter", *pressed, "^Q"
        )
        press("Down", "Enter")
        run(desk, None, DummyCompleter())
        return str(desk.sheet.get(DEED))

    return written


def test_slots_become_blanks_and_the_first_indicator_is_known() -> None:
    frame = "{时期}完成{指标}{数值:亩}，{指标}增长{同比:%}"
    told = "【待补：时期】完成早稻【待补：数值（亩）】，【待补：指标】增长【待补：同比（%）】"
    assert with_blanks(frame, "早稻") == told


def test_blanks_are_typed_over_one_by_one_and_get_their_units(written: Written) -> None:
    assert written("2.2万", "Tab", "3.5", "Tab") == "全镇完成早稻种植面积2.2万亩，同比增长3.5%"


def test_a_unit_that_is_typed_is_not_added_again(written: Written) -> None:
    assert written("2.2万亩", "Tab", "3.5%", "Enter") == "全镇完成早稻种植面积2.2万亩，同比增长3.5%"


def test_what_does_not_fit_keeps_the_cursor_once(written: Written) -> None:
    assert written("12公里", "Tab", "\x7f\x7f", "亩", "Tab", "4", "Enter") == "全镇完成早稻种植面积12亩，同比增长4%"


def test_asked_twice_the_writer_has_their_way(written: Written) -> None:
    assert written("不少", "Tab", "Tab", "4", "Enter") == "全镇完成早稻种植面积不少，同比增长4%"


def test_a_blank_left_as_it_is_stays_a_gap(written: Written) -> None:
    assert written("Tab", "4", "Enter") == "全镇完成早稻种植面积【待补：数值（亩）】，同比增长4%"


@pytest.mark.parametrize(
    ("blank", "typed", "told"),
    [
        (Blank("数值", "公里", 0, ""), "12", ""),
        (Blank("数值", "公里", 0, ""), "12公里", ""),
        (Blank("数值", "公里", 0, ""), "12亩", "这里的单位是“公里”，写的是“亩”"),
        (Blank("数值", "公里", 0, ""), "许多", "这里要填数字，单位是公里，“许多”不是数字"),
        (Blank("数值", "元", 0, ""), "350万元", ""),
        (Blank("同比", "%", 0, ""), "+3.5%", ""),
        (Blank("同比", "%", 0, ""), "很大", "这里要填数字，单位是%，“很大”不是数字"),
        (Blank("地名", "", 0, ""), "广东", ""),
    ],
)
def test_a_unit_or_word_that_does_not_fit_is_told(blank: Blank, typed: str, told: str) -> None:
    assert misfit(blank, typed) == told
