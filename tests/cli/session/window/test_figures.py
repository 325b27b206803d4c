"""The figures: last year's beside them, the change that follows, what cannot be said at once."""

from __future__ import annotations

import pytest

from drafter.app import LastYear
from drafter.cli.session.desk import Desk
from drafter.cli.session.window.figures import fault, office_and_period, told
from drafter.cli.session.window.rows import rows_of, table_rows
from drafter.cli.session.window.view import View
from drafter.model import Locality

LAST = LastYear("去年报告", {"早稻种植面积": (("4.2万", "亩"),), "油菜种植面积": (("58", "公顷"),)})
FACTS = ("回顾", 0, "要点", 0, "数据")


@pytest.fixture
def view(desk: Desk) -> View:
    """Return a view of the table of figures, with those of last year."""
    view = View(desk, part=1, last=LAST)
    view.open_table()
    return view


def beside(view: View, indicator: str) -> dict[str, str]:
    """Return what stands beside the values of a fact that are not typed."""
    row = next(row for row in view.rows if row.label == indicator)
    return {cell.label: cell.beside for cell in row.cells if cell.beside}


def test_last_years_value_stands_where_none_is_typed(view: View) -> None:
    assert beside(view, "早稻种植面积") == {"上年同期": "去年4.2"}  # 4.2万亩, of a fact in 万亩
    assert beside(view, "油菜种植面积") == {"上年同期": "去年58公顷"}  # another unit: with its own


def test_the_change_follows_from_the_value_a_year_before(view: View) -> None:
    view.desk.sheet.remove((*FACTS, 0, "同比"))
    view.desk.sheet.put((*FACTS, 0, "单位"), "亩")
    view.desk.sheet.put((*FACTS, 0, "数值"), "4.5万")
    view.desk.sheet.put((*FACTS, 0, "上年同期"), "4.2万")
    assert beside(view, "早稻种植面积") == {"同比": "＝+7.1%"}
    fact = rows_of(view.parts[1], view.desk.sheet.tree, view.desk.chinese)[2].cells[0]
    assert fact.beside == "亩，上年同期 4.2万，同比 ＝+7.1%"


def test_the_foot_says_what_is_known_of_the_fact(view: View) -> None:
    view.row = 1
    assert told(view) == "回顾（一） 早稻种植面积：去年同期 4.2万亩，F2 填上"
    view.desk.sheet.put((*FACTS, 1, "数值"), "很多")
    view.row = 0
    assert told(view) == fault(view) == "油菜种植面积：“很多”不是数字"
    view.desk.sheet.put((*FACTS, 1, "数值"), "12公里")
    assert fault(view) == "油菜种植面积：数值里的单位是“公里”，单位一栏写的是“亩”"


def test_a_fact_of_the_plan_waits_for_no_rate(view: View) -> None:
    view.desk.sheet.put(("打算",), [{"数据": [{"指标": "早稻", "数值": "2", "单位": "亩", "目标": "4"}]}])
    rows = table_rows(view.parts, view.desk.sheet.tree, view.desk.chinese)
    assert {cell.label: cell.beside for cell in rows[-1].cells}["完成率"] == ""


def test_the_office_is_read_from_the_outline(desk: Desk) -> None:
    assert office_and_period(desk) == (Locality("青石镇", "云溪县"), "2031年上半年")
