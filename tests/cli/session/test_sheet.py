"""An outline under edit keeps its comments, its order and its figures as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli.session.sheet import Sheet, edit_between, open_sheet
from drafter.errors import ReadError

FACT = ("回顾", 0, "要点", 0, "数据", 0)


@pytest.fixture
def sheet(outline: Path) -> Sheet:
    """Return the small outline, opened."""
    return open_sheet(outline)


def changed_lines(sheet: Sheet) -> list[str]:
    """Return the lines of the sheet that the saved file does not have."""
    return [line.strip() for line in sheet.text.splitlines() if line not in sheet.saved.splitlines()]


def test_an_edit_changes_its_line_alone(sheet: Sheet) -> None:
    sheet.put((*FACT, "数值"), "4.60")
    assert changed_lines(sheet) == ["- {指标: 早稻种植面积, 数值: 4.60, 单位: 万亩, 同比: +3.5%}"]


@pytest.mark.parametrize("typed", ["4.50", "2031-08-23", "007", "yes", "1e3", "+3.5%", "近300"])
def test_values_are_read_and_written_as_typed(sheet: Sheet, typed: str) -> None:
    sheet.put((*FACT, "数值"), typed)
    assert f"数值: {typed}," in sheet.text
    assert Sheet(sheet.path, sheet.text).get((*FACT, "数值")) == typed


@pytest.mark.parametrize("typed", ["- 一条", "甲: 乙", "#3", "~", "“引号”", '"', "[甲", "甲，乙", "第一行\n第二行"])
def test_awkward_texts_survive(sheet: Sheet, typed: str) -> None:
    sheet.put(("回顾", 0, "标题"), typed)
    assert Sheet(sheet.path, sheet.text).get(("回顾", 0, "标题")) == typed


def test_lists_and_mappings_are_made_where_they_are_missing(sheet: Sheet) -> None:
    sheet.put(("问题", 0), "产业不强")
    sheet.put(("打算", 0, "要点", 0, "小标题"), "做强产业")
    assert sheet.get(("问题",)) == ["产业不强"]
    assert sheet.get(("打算",)) == [{"要点": [{"小标题": "做强产业"}]}]


def test_undo_and_redo_are_exact(sheet: Sheet) -> None:
    before = sheet.text
    sheet.put(("回顾", 0, "标题"), "甲")
    after = sheet.text
    assert sheet.undo()
    assert sheet.text == before
    assert sheet.redo()
    assert sheet.text == after
    assert not sheet.redo()


def test_a_new_edit_ends_redo(sheet: Sheet) -> None:
    sheet.put(("回顾", 0, "标题"), "甲")
    sheet.undo()
    sheet.put(("回顾", 0, "标题"), "乙")
    assert not sheet.redo()


def test_saving_leaves_no_other_file(sheet: Sheet) -> None:
    sheet.remove(("回顾", 0, "要点", 1))
    sheet.save()
    assert not sheet.changed
    assert "自己的话" not in sheet.path.read_text(encoding="utf-8")
    assert list(sheet.path.parent.iterdir()) == [sheet.path]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "文件是空的"),
        ("只有一句话", "这不是提纲"),
        ("回顾:\n  - 标题: 甲\n 要点: [", "第3行"),
        ("标题: 甲\n标题: 乙\n", "第2行"),
    ],
)
def test_what_is_no_outline_is_refused(outline: Path, content: str, message: str) -> None:
    outline.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=message):
        open_sheet(outline)


def test_a_foreign_encoding_is_refused(outline: Path) -> None:
    outline.write_text("报告类型: 半年报告", encoding="gb18030")
    with pytest.raises(ReadError, match="编码不是 UTF-8"):
        open_sheet(outline)


def test_some_edits_go_together(sheet: Sheet) -> None:
    before = sheet.text
    sheet.put(("回顾", 0, "标题"), "甲", without=[("回顾", 0, "要点"), ("问题",)])
    assert sheet.get(("回顾", 0)) == {"标题": "甲"}
    assert "问题" not in sheet.tree
    sheet.undo()
    assert sheet.text == before


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("甲乙", "甲丙乙"), ("甲甲", "甲"), ("甲", "甲甲甲"), ("甲", "乙")]
)
def test_an_edit_leads_both_ways(before: str, after: str) -> None:
    edit = edit_between(before, after)
    assert (edit.done(before), edit.undone(after)) == (after, before)


def test_a_long_day_is_kept_small(sheet: Sheet) -> None:
    for number in range(300):
        sheet.put(("回顾", 0, "标题"), f"标题{number}")
    kept = sum(len(edit.old) + len(edit.new) for edit in sheet._past)
    assert kept < 300 * 10
