"""Facts tables: workbooks and .csv files read as they are shown, every fault told with its row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from drafter.compose.fact_table import FactTable, read_tables
from drafter.compose.table_cells import MOST_ROWS
from drafter.errors import OutlineError

HEAD = ("板块", "指标", "数值", "单位", "同比", "上年同期", "目标", "完成率")
Write = Callable[..., FactTable]


@pytest.fixture
def workbook(tmp_path: Path) -> Write:
    """Return a function that writes rows as a workbook and reads it back; `change` may alter the sheet."""

    def written(*rows: Sequence[Any], change: Callable[[Any], object] = lambda _: None) -> FactTable:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        change(book.active)
        book.save(tmp_path / "指标.xlsx")
        return read_tables(["指标.xlsx"], tmp_path)[0]

    return written


def facts(table: FactTable) -> list[dict[str, str]]:
    """Return the facts of a table as what is given of each."""
    return [
        {key: value for key, value in row.content.model_dump().items() if value and key != "place"}
        for row in table.rows
        if not isinstance(row.content, str)
    ]


def faults(read: Callable[[], object]) -> list[str]:
    """Return the faults that reading tells."""
    with pytest.raises(OutlineError) as caught:
        read()
    return [str(problem) for problem in caught.value.problems]


def test_a_row_is_a_fact_with_its_place(workbook: Write) -> None:
    table = workbook(HEAD, ("农业", "早稻种植面积", "2.2万", "亩", "+3.5%", None, None, "101%"))
    assert facts(table) == [
        {"indicator": "早稻种植面积", "value": "2.2万", "unit": "亩", "yoy": "+3.5%", "completion": "101%"}
    ]
    assert (table.rows[0].topic, table.rows[0].place) == ("农业", "指标.xlsx 第2行")


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (20090, "General", "20090"),
        (3.26, "General", "3.26"),
        (0.1 + 0.2, "General", "0.3"),
        (3.2, "0.00", "3.20"),
        (3.256, "0.0", "3.3"),
        (1234567, "#,##0", "1234567"),
        (0.845, "0.0%", "84.5%"),
        (1, "0%", "100%"),
        (-0.021, "0.0%", "-2.1%"),
        ("4.59万", "General", "4.59万"),
        ("近300", "@", "近300"),
    ],
)
def test_a_number_is_taken_as_its_cell_shows_it(workbook: Write, value: object, form: str, shown: str) -> None:
    def formatted(sheet: Any) -> None:
        sheet["C2"].number_format = form

    assert facts(workbook(HEAD, ("", "某项", value, "件"), change=formatted))[0]["value"] == shown


@pytest.mark.parametrize(
    ("head", "row", "fact"),
    [
        (("指标", "数值（万元）"), ("财政收入", 4210), {"indicator": "财政收入", "value": "4210", "unit": "万元"}),
        (("指标", "数值"), ("固定资产投资(亿元)", 3.2), {"indicator": "固定资产投资", "value": "3.2", "unit": "亿元"}),
        (("指标", "数值"), ("固定资产投资（预计）", 3.2), {"indicator": "固定资产投资（预计）", "value": "3.2"}),
        (("指标名称", "完成数", "计量单位", "增幅（%）"), ("产值", 8, "亿元", -2.5), {"yoy": "-2.5%", "unit": "亿元"}),
        (("指标", "去年同期", "年度目标"), ("产值", 8, 9), {"previous": "8", "target": "9"}),
    ],
)
def test_headings_go_by_many_names_and_may_give_the_unit(
    workbook: Write, head: Sequence[str], row: Sequence[object], fact: dict[str, str]
) -> None:
    assert facts(workbook(head, row))[0].items() >= fact.items()


def test_titles_above_the_headings_and_empty_rows_are_passed_over(workbook: Write) -> None:
    table = workbook(("云岫镇主要指标",), (), HEAD, (), ("农业", "造林", 86, "亩"))
    assert [row.place for row in table.rows] == ["指标.xlsx 第5行"]


def test_an_empty_or_merged_topic_is_that_of_the_row_above(workbook: Write) -> None:
    rows = (
        HEAD,
        ("农业", "造林", 86, "亩"),
        (None, "育苗", 3, "亩"),
        ("工业", "产值", 1, "亿元"),
        (None, "企业", 2, "家"),
    )
    table = workbook(*rows, change=lambda sheet: sheet.merge_cells("A2:A3"))
    assert [row.topic for row in table.rows] == ["农业", "农业", "工业", "工业"]


def test_a_row_without_any_figure_is_an_open_slot(workbook: Write) -> None:
    content = workbook(HEAD, ("农业", "造林", None, "亩")).rows[0].content
    assert not isinstance(content, str)
    assert content.given("value")
    assert content.value is None


def test_deeds_stand_in_a_column_of_their_own(workbook: Write) -> None:
    table = workbook(("板块", "事项", "来源"), ("农业", "建成育秧中心", "农业办.docx"))
    assert [(row.topic, row.content) for row in table.rows] == [("农业", "建成育秧中心")]


def test_a_column_that_means_nothing_is_named(workbook: Write) -> None:
    assert workbook(("序号", *HEAD, "责任人"), (1, "农业", "造林", 86, "亩")).unused == ("责任人",)


def test_formulas_give_what_they_came_to_or_are_told(workbook: Write) -> None:
    told = faults(lambda: workbook(HEAD, ("农业", "造林", "=1+1", "亩"), ("农业", "育苗", "=A1/0", "亩")))
    assert [text.partition("。")[0].partition("指标.xlsx ")[2] for text in told] == [
        "第2行：单元格 C2 是公式，还没有算出结果",
        "第3行：单元格 C3 是公式，还没有算出结果",
    ]


def test_every_fault_is_told_with_its_row(workbook: Write) -> None:
    told = faults(
        lambda: workbook(
            HEAD,
            ("农业", "造林", "很多", "亩"),
            ("农业", None, 3, "亩"),
            ("农业", "育苗", 3, "亩", "不少"),
            ("", "好", 3, "家"),
        )
    )
    assert [text.partition("。")[0].partition("指标.xlsx ")[2] for text in told] == [
        "第2行：“很多”不是数字",
        "第3行：这一行没有写“指标”",
        "第4行：“不少”看不出是多大的变化",
    ]


def test_a_sheet_formatted_to_the_end_is_not_read_to_the_end(workbook: Write) -> None:
    def formatted(sheet: Any) -> None:
        sheet.cell(1_000_000, 16_000).number_format = "0.0"

    assert len(workbook(HEAD, ("农业", "造林", 86, "亩"), change=formatted).rows) == 1
    assert MOST_ROWS < 1_000_000


def test_a_hidden_sheet_is_no_table(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(HEAD)
    book.active.append(("农业", "造林", 86, "亩"))
    hidden = book.create_sheet("旧")
    hidden.append(HEAD)
    hidden.append(("农业", "造林", 1, "亩"))
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "甲.xlsx")
    assert len(read_tables(["甲.xlsx"], tmp_path)[0].rows) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", "\t"])
def test_csv_files_are_read_as_office_programs_write_them(tmp_path: Path, encoding: str, mark: str) -> None:
    rows = io.StringIO(newline="")
    csv.writer(rows, delimiter=mark).writerows([("板块", "指标", "数值", "单位"), ("农业", "造林", "1,200", "亩")])
    (tmp_path / "甲.csv").write_bytes(rows.getvalue().encode(encoding))
    assert facts(read_tables(["甲.csv"], tmp_path)[0]) == [{"indicator": "造林", "value": "1,200", "unit": "亩"}]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("无.xlsx", None, "没有这个数据表"),
        ("坏.xlsx", b"PK\x03\x04 broken", "打不开这个表格"),
        ("空.xlsx", b"", "打不开这个表格"),
        ("锁.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧格式或加了密码"),
        ("旧.xls", b"\xd0\xcf\x11\xe0", "要用 .xlsx 或 .csv"),
        ("图.csv", b"\xff\xd8\0\0\0", "这不是文本文件"),
        ("空.csv", b"", "没有找到“指标”这一列"),
        ("别的.csv", "姓名,电话\n甲,1\n".encode(), "没有找到“指标”这一列"),
        ("引号.csv", '指标,数值\n"甲,1\n'.encode(), "引号不成对"),
    ],
)
def test_what_is_no_table_is_told_by_name(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (fault,) = faults(lambda: read_tables([name], tmp_path))
    assert name in fault
    assert told in fault


def test_faults_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    assert len(faults(lambda: read_tables(["甲.xlsx", "乙.csv"], tmp_path))) == 2


def test_column_letters_and_rows_are_those_of_the_file(workbook: Write) -> None:
    def wrong(sheet: Any) -> None:
        sheet.cell(7, 3).value = "=NA()"
        sheet.cell(7, 2).value = "造林"

    (fault,) = faults(lambda: workbook(HEAD, change=wrong))
    assert f"单元格 {get_column_letter(3)}7" in fault
