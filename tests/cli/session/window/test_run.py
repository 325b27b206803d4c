"""The window by its keys: move, type, add, take out, undo, save, leave."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest
from prompt_toolkit.completion import DummyCompleter

from drafter.cli.session.desk import Desk
from drafter.cli.session.window.live import Live
from drafter.cli.session.window.run import run

Worked = Callable[..., Desk]
FACTS = ("回顾", 0, "要点", 0, "数据")


def test_what_is_typed_goes_into_the_outline_when_the_writer_moves_on(worked: Worked) -> None:
    desk = worked("PageDown", "Clear", "做强特色产业", "Down")
    assert desk.sheet.get(("回顾", 0, "标题")) == "做强特色产业"
    assert "# 等农办报数" in desk.sheet.text


@pytest.mark.parametrize("leave", ["Down", "Enter", "Tab", "PageUp", "F5", "F6", "F10", "^S"])
def test_whatever_key_takes_the_writer_elsewhere(worked: Worked, leave: str) -> None:
    assert worked("PageDown", "Clear", "新标题", leave).sheet.get(("回顾", 0, "标题")) == "新标题"


def test_cells_are_reached_up_and_down(worked: Worked) -> None:
    desk = worked("PageDown", "Down", "Down", "Up", "，更有成色", "Enter")
    assert desk.sheet.get(("回顾", 0, "要点", 0, "小标题")) == "农业提质增效，更有成色"


def test_a_text_may_have_paragraphs_and_a_figure_may_not(worked: Worked) -> None:
    desk = worked(
        "PageDown", *["Down"] * 5, "NewLine", "第二段。", "Up", "Up", "Up", "Up", "Clear", "5", "NewLine", "6", "Down"
    )
    assert desk.sheet.get(("回顾", 0, "要点", 1, "正文")) == "这一段是自己的话。\n第二段。"
    assert "56" in [fact["数值"] for fact in desk.sheet.get(FACTS)]


def test_a_deed_is_added_where_the_cursor_stands(worked: Worked) -> None:
    desk = worked("PageDown", "Down", "F7", "Enter", "新修水渠3公里", "Enter")
    assert desk.sheet.get(("回顾", 0, "要点", 0, "事项")) == ["建成育秧中心", "新修水渠3公里"]


def test_the_writer_goes_on_where_they_left_off(worked: Worked) -> None:
    worked("PageDown", "Down", "Down", "1", "Down", "Up")
    assert worked("9", "Down").sheet.get((*FACTS, 0, "数值")) == "4.5019"
    worked("PageDown")
    assert worked("不足", "Enter").sheet.get(("问题", 0)) == "不足"


def test_a_section_is_added_by_choosing_it(worked: Worked) -> None:
    desk = worked("F7", "Down", "Down", "Enter", "下一步抓好三件事", "Enter")
    assert desk.sheet.get(("打算", 0, "标题")) == "下一步抓好三件事"


def test_a_figure_is_added_and_filled_in_the_table(worked: Worked) -> None:
    desk = worked("PageDown", "Down", "F7", "Down", "Enter", "Clear", "新建大棚", "Tab", "12", "Tab", "个", "Enter")
    assert desk.sheet.get((*FACTS, 2)) == {"指标": "新建大棚", "数值": "12", "单位": "个"}


def test_what_is_taken_out_comes_back(worked: Worked) -> None:
    desk = worked("PageDown", "Down", "Down", "F8")
    assert [fact["指标"] for fact in desk.sheet.get(FACTS)] == ["油菜种植面积"]
    desk.sheet.undo()
    assert len(desk.sheet.get(FACTS)) == 2


def test_undo_gives_up_first_what_is_being_typed_then_the_last_edit(worked: Worked) -> None:
    desk = worked("PageDown", "Clear", "新标题", "Down", "还没写完", "^Z", "^Z")
    assert not desk.sheet.changed
    desk = worked("PageUp", "PageDown", "Clear", "新标题", "Down", "^Z", "^Y")
    assert desk.sheet.get(("回顾", 0, "标题")) == "新标题"


def test_undoing_leads_to_what_was_undone(worked: Worked) -> None:
    desk = worked("PageDown", "Clear", "新标题", "Down", "Down", "Down", "^Z", "，加一句", "Down")
    assert desk.sheet.get(("回顾", 0, "标题")) == "夯实产业根基，发展步伐更稳，加一句"


def test_open_figures_stand_first_in_the_table(worked: Worked) -> None:
    desk = worked("F5", "6000", "Enter")
    assert desk.sheet.get((*FACTS, 1, "数值")) == "6000"


def test_a_value_the_fact_did_not_have_is_added(worked: Worked) -> None:
    desk = worked("F5", "Tab", "Tab", "+2%", "Enter")
    assert desk.sheet.get((*FACTS, 1, "同比")) == "+2%"


def test_a_block_from_a_spreadsheet_goes_over_the_cells(worked: Worked) -> None:
    desk = worked("F5", "\x1b[200~6000\t亩\t+1%\r\n4.8\t万亩\t-2%\r\n\x1b[201~")
    assert [(fact["数值"], fact["单位"], fact["同比"]) for fact in desk.sheet.get(FACTS)] == [
        ("4.8", "万亩", "-2%"),
        ("6000", "亩", "+1%"),
    ]


def test_every_action_can_be_found_by_its_initials(worked: Worked) -> None:
    desk = worked("PageDown", "Clear", "新标题", "^P", "bc", "Enter")
    assert "标题: 新标题" in desk.sheet.path.read_text(encoding="utf-8")


def test_help_goes_away_at_any_key(worked: Worked) -> None:
    assert not worked("F1", "x", "F1", "Enter", "F1", "Down").sheet.changed


def test_leaving_asks_and_may_be_taken_back(
    desk: Desk, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Live, "follow", lambda *_: None)
    press("PageDown", "Clear", "新标题", "^Q", "Down", "Down", "Enter")  # 继续写
    press("，还在写", "^Q", "Enter")  # 保存并退出
    run(desk, None, DummyCompleter())
    assert "标题: 新标题，还在写" in desk.sheet.path.read_text(encoding="utf-8")
    assert desk.journal.recover() is None


def test_an_outline_changed_elsewhere_is_not_written_over_unasked(
    desk: Desk, press: Callable[..., None], screen: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen is not None
    monkeypatch.setattr(Live, "follow", lambda *_: None)
    elsewhere = desk.sheet.path.read_text(encoding="utf-8").replace("云溪县", "云山县")
    desk.sheet.path.write_text(elsewhere, encoding="utf-8")
    press("PageDown", "Clear", "新标题", "^S", "Down", "Enter", "^Q", "Down", "Enter")
    run(desk, None, DummyCompleter())
    assert desk.sheet.path.read_text(encoding="utf-8") == elsewhere


def test_what_is_being_typed_is_in_the_journal_when_the_window_is_closed(worked: Worked) -> None:
    desk = worked("PageDown", "Clear", "新标题", "Down")
    assert desk.journal.recover() is None  # left without saving: given up on purpose


@pytest.mark.parametrize(
    ("answer", "title"), [(("Enter",), "新标题"), (("Down", "Enter"), "夯实产业根基，发展步伐更稳")]
)
def test_what_the_last_session_left_is_taken_up_or_given_up(
    desk: Desk, worked: Worked, answer: tuple[str, ...], title: str
) -> None:
    desk.journal.typing(desk.sheet.text, ("回顾", 0, "标题"), "新标题")
    assert worked(*answer).sheet.get(("回顾", 0, "标题")) == title


def test_emoji_and_other_wide_signs_are_typed_and_saved(worked: Worked) -> None:
    title = "做强产业🌾，👨\u200d👩\u200d👧和谐⚠\ufe0f🇨🇳ｱ①"
    assert worked("PageDown", "Clear", title, "Down").sheet.get(("回顾", 0, "标题")) == title
