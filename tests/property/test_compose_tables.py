"""Laws of facts tables: what a workbook shows is what is read, and every row is printed once or told."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from drafter.compose.compose import compose
from drafter.compose.fact_table import FactTable, TableFact, TableRow
from drafter.compose.outline import parse_outline
from drafter.compose.table_cells import read_grids
from drafter.config import shipped

OUTLINE = parse_outline("""
报告类型: 半年报告
期间: 2024年上半年
单位: {名称: 云岫镇, 县: 云岭县}
回顾:
  - {标题: 产业发展稳中有进, 要点: [{主题: 农业}, {主题: 招商, 数据: [{指标: 签约项目, 数值: , 单位: 个}]}]}
  - {主题: 民生}
打算: [{主题: 农业}]
""")
TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="=")).filter(
    lambda text: text[:1] != "="
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.one_of(st.just(""), TEXTS), min_size=1, max_size=5), min_size=1, max_size=6))
def test_texts_of_a_workbook_are_read_as_they_are(rows: list[list[str]]) -> None:
    book = Workbook()
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = book.active.cell(number, column, text)
            cell.data_type = "s"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "甲.xlsx"
        book.save(path)
        (grid,) = read_grids(path)
    for shown, row in zip(grid.rows, rows, strict=True):
        assert list(shown[: len(row)]) == row
        assert not any(shown[len(row) :])


@st.composite
def tables(draw: st.DrawFn) -> FactTable:
    """Draw a table whose every value is different."""
    rows: list[TableRow] = []
    for number in range(draw(st.integers(0, 12))):
        place = f"指标.xlsx 第{number + 2}行"
        indicator = draw(st.sampled_from(["签约项目", f"新建甲{number}号大棚", f"乙{number}号培训", "早稻面积"]))
        aimed = draw(st.booleans())
        value = {"target" if aimed else "value": str(10_007 + number), "unit": "个"}
        fact = TableFact.model_validate({"indicator": indicator, "place": place, **value})
        rows.append(TableRow(draw(st.sampled_from(["农业", "招商", "民生", "火星", "", "总体指标"])), fact, place))
    return FactTable("指标.xlsx", tuple(rows), ())


@settings(max_examples=60, deadline=None)
@given(tables())
def test_every_row_is_printed_once_or_told(table: FactTable) -> None:
    report = compose(OUTLINE, library=None, template_folders=[shipped("templates")], tables=[table])
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    told = "\n".join(f"{gap.where}：{gap.message}" for gap in report.conflicts)
    still_open = {gap.where.rpartition(" > ")[2] for gap in report.missing}
    for row in table.rows:
        assert isinstance(row.content, TableFact)
        value = row.content.value or row.content.target or ""
        said = f"“{value}”" in told or row.place in told or row.content.indicator in still_open
        assert text.count(value) == 1 or (said and value not in text)
