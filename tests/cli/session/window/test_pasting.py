"""Cells pasted into the table of figures: by the names of indicators that came along, else from the cursor on."""

from __future__ import annotations

from collections.abc import Callable

from drafter.cli.session.desk import Desk

Worked = Callable[..., Desk]
FACTS = ("回顾", 0, "要点", 0, "数据")


def block(*lines: str) -> str:
    rows = "\r\n".join(line.replace("|", "\t") for line in lines)
    return f"\x1b[200~{rows}\r\n\x1b[201~"


def test_cells_with_headings_go_to_their_indicators(worked: Worked) -> None:
    desk = worked(
        "F5",
        block(
            "序号|板块|指标名称|单位|数值|去年同期", "1|农业|油菜种植面积|亩|6000|5800", "2|农业|早稻种植面积|万亩|4.8|"
        ),
    )
    early, rape = desk.sheet.get(FACTS)
    assert rape == {"指标": "油菜种植面积", "数值": "6000", "单位": "亩", "上年同期": "5800"}
    assert early == {"指标": "早稻种植面积", "数值": "4.8", "单位": "万亩", "同比": "+3.5%"}


def test_cells_without_headings_are_known_by_their_indicators(worked: Worked) -> None:
    desk = worked("F5", block("早稻种植面积|万亩|4.8万|-2%|4.9", "油菜种植面积|亩|6000|+1%|5940"))
    early, rape = desk.sheet.get(FACTS)
    assert (early["上年同期"], rape["上年同期"]) == ("4.9", "5940")
    assert (early["数值"], early["单位"], early["同比"]) == ("4.8", "万亩", "-2%")
    assert (rape["数值"], rape["单位"], rape["同比"]) == ("6000", "亩", "+1%")


def test_an_indicator_that_is_new_goes_where_its_topic_is(worked: Worked) -> None:
    desk = worked(
        "F5", block("板块|指标|数值|单位", "农业|生猪出栏|2.1|万头", "农业|油菜种植面积|6000|亩", "|核桃仁|3|吨")
    )
    assert desk.sheet.get(FACTS)[2] == {"指标": "生猪出栏", "数值": "2.1", "单位": "万头"}
    assert desk.sheet.get(FACTS)[1]["数值"] == "6000"


def test_what_has_no_place_is_named_and_nothing_is_lost_by_it(worked: Worked) -> None:
    desk = worked("F5", block("板块|指标|数值|单位", "旅游|接待游客|6|万人次", "农业|油菜种植面积|6000|亩"))
    assert "接待游客" not in desk.sheet.text
    assert desk.sheet.get(FACTS)[1]["数值"] == "6000"


def test_rows_of_another_time_are_left_out(worked: Worked) -> None:
    desk = worked("F5", block("指标|期间|数值", "油菜种植面积|2030年上半年|5800", "早稻种植面积|2031年上半年|4.9"))
    early, rape = desk.sheet.get(FACTS)
    assert (early["数值"], rape["数值"]) == ("4.9", None)


def test_a_pasted_block_is_one_edit(worked: Worked) -> None:
    desk = worked("F5", block("油菜种植面积|6000", "早稻种植面积|4.8"), "^Z")
    assert desk.sheet.get(FACTS)[0]["数值"] == "4.50"


def test_a_cell_of_several_lines_stays_one(worked: Worked) -> None:
    desk = worked("F5", block("指标|备注|数值", '油菜种植面积|"含\n冬闲田"|6000', "早稻种植面积||4.8"))
    assert [fact["数值"] for fact in desk.sheet.get(FACTS)] == ["4.8", "6000"]
