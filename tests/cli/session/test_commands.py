"""What the writer tells the session is done, and said."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest
from prompt_toolkit.input import PipeInput

from drafter import app
from drafter.cli.session.commands import COMMANDS, OTHER_NAMES, find, obey
from drafter.cli.session.desk import Desk

Typing = Callable[..., None]
POINT = ("回顾", 0, "要点", 0)


def tell(desk: Desk, *lines: str) -> None:
    """Give the session some commands."""
    for line in lines:
        obey(desk, line)


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("改 3", "改", "3"),
        ("改3", "改", "3"),
        ("g 3 同比", "改", "3 同比"),
        ("G3", "改", "3"),
        ("增 事项", "增", "事项"),
        ("?", "帮助", ""),
        ("返回", "目录", ""),
        ("cx", "撤销", ""),
    ],
)
def test_commands_are_found_by_name_and_initials(line: str, name: str, rest: str) -> None:
    command, left = find(line.lower())
    assert command is not None
    assert (command.name, left) == (name, rest)


def test_names_and_initials_tell_commands_apart() -> None:
    names = [name for command in COMMANDS for name in (command.name, command.initials)]
    assert len({*names, *OTHER_NAMES}) == len(names) + len(OTHER_NAMES)


def test_help_lists_every_command(desk: Desk, screen: StringIO) -> None:
    tell(desk, "？")
    assert all(f"  {command.name}" in screen.getvalue() for command in COMMANDS)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["写"], "没有“写”这个命令"),
        (["9"], "请给出编号，1 到 3"),
        (["改 1"], "请先进入一部分"),
        (["2", "改 9"], "请给出编号，1 到 6"),
        (["2", "改 1 同比"], "只有数据可以指明改"),
        (["增 事项"], "请先进入回顾或打算"),
        (["增 什么"], "可以增加："),
        (["2", "增 事项 3"], "没有要点3"),
        (["2", "删 要点5"], "没有“要点5”"),
        (["删 1"], "请给出要删的回顾或打算的编号"),
        (["撤销"], "没有可以撤销的了"),
        (["查词"], "请在后面写要查的字"),
    ],
)
def test_what_cannot_be_done_is_said(desk: Desk, screen: StringIO, lines: list[str], said: str) -> None:
    tell(desk, *lines)
    assert said in screen.getvalue()
    assert not desk.sheet.changed


def test_a_value_of_a_fact_is_changed_or_added(desk: Desk, type_lines: Typing) -> None:
    type_lines("下降2%", "200")
    tell(desk, "2", "改 4 同比", "改 4")
    assert desk.sheet.get((*POINT, "数据", 1)) == {
        "指标": "油菜种植面积",
        "数值": "200",
        "单位": "亩",
        "同比": "下降2%",
    }


def test_what_is_to_be_brought_up_to_date_is_typed_anew(desk: Desk, type_lines: Typing) -> None:
    place = (*POINT, "数据", 1, "数值")
    desk.put(place, "【待更新：旧值 300】")
    type_lines("", "320")
    tell(desk, "2", "改 4")
    assert desk.sheet.get(place) == "【待更新：旧值 300】"
    tell(desk, "改 4")
    assert desk.sheet.get(place) == "320"


def test_things_are_added_to_a_section(desk: Desk, type_lines: Typing) -> None:
    type_lines("修通水渠", "自己的一段。", "工业稳中有进", "规上工业总产值", "", "亿元")
    tell(desk, "2", "增 事项 1", "增 正文", "增 要点", "增 数据")
    section = desk.sheet.get(("回顾", 0))
    assert section["要点"][0]["事项"] == ["建成育秧中心", "修通水渠"]
    assert section["要点"][2:] == [
        {"正文": "自己的一段。"},
        {"小标题": "工业稳中有进", "数据": [{"指标": "规上工业总产值", "数值": None, "单位": "亿元"}]},
    ]


def test_sections_and_sentences_are_added(desk: Desk, type_lines: Typing) -> None:
    type_lines("做强产业", "人才不足")
    tell(desk, "增 打算", "目录", "增 问题")
    assert desk.sheet.get(("打算",)) == [{"标题": "做强产业"}]
    assert desk.sheet.get(("问题",)) == ["人才不足"]


def test_a_headline_figure_is_added(desk: Desk, type_lines: Typing) -> None:
    desk.put(("总体指标",), [{"指标": "税收", "数值": "3"}])
    type_lines("固定资产投资", "6", "亿元")
    tell(desk, "4", "增 数据")
    assert desk.sheet.get(("总体指标", 1)) == {"指标": "固定资产投资", "数值": "6", "单位": "亿元"}


def test_in_a_list_what_to_add_need_not_be_named(desk: Desk, type_lines: Typing) -> None:
    type_lines("人才不足")
    tell(desk, "3", "增")
    assert desk.sheet.get(("问题",)) == ["人才不足"]


def test_deleting_takes_the_whole_fact_or_point_and_can_be_undone(desk: Desk) -> None:
    before = desk.sheet.text
    tell(desk, "2", "删 3", "删 要点2")
    assert [fact["指标"] for fact in desk.sheet.get((*POINT, "数据"))] == ["油菜种植面积"]
    assert len(desk.sheet.get(("回顾", 0, "要点"))) == 1
    tell(desk, "撤销", "cx")
    assert desk.sheet.text == before
    tell(desk, "重做")
    assert desk.sheet.text != before


def test_a_section_is_deleted_from_the_contents_once_confirmed(desk: Desk, type_lines: Typing) -> None:
    type_lines("否", "是")
    tell(desk, "删 2")
    assert len(desk.parts) == 3
    tell(desk, "删 2")
    assert [part.name for part in desk.parts] == ["基本情况", "问题"]


def test_an_emptied_field_is_open_again(desk: Desk, keys: PipeInput) -> None:
    keys.send_text("\x01\x0b\r")
    tell(desk, "2", "改 5")
    assert desk.sheet.get(("回顾", 0, "要点", 0, "事项", 0)) is None
    assert desk.parts[1].open == 2


def test_every_edit_is_written_into_the_journal(desk: Desk, type_lines: Typing) -> None:
    type_lines("人才不足")
    tell(desk, "增 问题")
    lost = desk.journal.recover()
    assert lost is not None
    assert lost.outline == desk.sheet.text
    tell(desk, "保存")
    assert desk.journal.recover() is None


def test_checking_builds_a_draft_of_the_outline_as_it_now_is(
    desk: Desk, type_lines: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = desk.workspace.corpus
    corpus.mkdir()
    (corpus / "旧报告.txt").write_text(
        "上半年工作总结\n今年以来，全镇上下团结一心，办成了几件实事。\n", encoding="utf-8"
    )
    app.mine(desk.workspace, [], lambda _stage, _share: None)
    tell(desk, "检查")
    assert capsys.readouterr().out.count("已生成") == 1
    tell(desk, "检查")
    assert capsys.readouterr().out.count("已生成") == 0
    type_lines("人才不足")
    tell(desk, "增 问题", "保存", "检查")
    assert capsys.readouterr().out.count("已生成") == 1
    assert "人才不足" in app.read_text(desk.sheet.path.with_suffix(".docx"))


def test_all_figures_stand_in_a_table_and_are_changed_by_number(
    desk: Desk, screen: StringIO, type_lines: Typing
) -> None:
    tell(desk, "数据")
    assert "   1  油菜种植面积  （空着）（亩）" in screen.getvalue()
    assert "   2  早稻种植面积  4.50万亩，同比 +3.5%" in screen.getvalue()
    type_lines("6000", "5800")
    tell(desk, "数据 1", "sj 2 上年同期", "数据 1 去年", "数据 9", "数据 1 好坏")
    assert desk.sheet.get((*POINT, "数据", 1, "数值")) == "6000"
    assert desk.sheet.get((*POINT, "数据", 1, "上年同期")) == "5800"  # filled in, it is no longer the first
    assert "没有找到" in screen.getvalue()
    assert "1 到 2" in screen.getvalue()
    assert "“好坏”改不了" in screen.getvalue()


def test_last_years_figure_is_taken_over(desk: Desk, monkeypatch: pytest.MonkeyPatch, screen: StringIO) -> None:
    last = app.LastYear("去年报告", {"油菜种植面积": (("5800", "亩"),), "早稻种植面积": (("58", "公顷"),)})
    monkeypatch.setattr(app, "last_year", lambda *_: last)
    tell(desk, "数据", "数据 1 去年", "数据 2 去年")
    assert "上年同期 去年5800" in screen.getvalue()
    assert desk.sheet.get((*POINT, "数据", 1, "上年同期")) == "5800"
    assert "58公顷，单位不同" in screen.getvalue()


def test_a_finding_is_ignored_by_its_number_and_let_back_in(
    desk: Desk, screen: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(desk, "忽略 1")
    assert "请先输入 检查" in screen.getvalue()
    tell(desk, "检查")
    first = capsys.readouterr().out
    tell(desk, "忽略", "忽略 1 以后都", "检查")
    second = capsys.readouterr().out
    assert "已忽略" not in first
    assert "已忽略 1 处" in second
    tell(desk, "恢复", "恢复 1", "恢复")
    assert "已恢复" in screen.getvalue()
    assert screen.getvalue().rstrip().endswith("没有忽略过的。")
