"""Facts and deeds of papers on a screen and in a .csv file."""

from __future__ import annotations

import io

from rich.console import Console

from drafter.model import DeedRow, FactRow, Gathered
from drafter.render.fact_sheets import sheets, to_csv
from drafter.render.terminal_facts import show_counts, show_facts

ROW = FactRow("农业", "早稻种植面积", "2.2万", "亩", yoy="+3.5%", previous="2.1万", source="农业办.txt")
DOUBT = FactRow("农业", "早稻种植面积", "2.3万", "亩", source="民政所.txt", doubt="与农业办.txt的2.2万亩不一致")
GATHERED = Gathered(
    (ROW, DOUBT), (DeedRow("农业", "建成育秧中心", "农业办.txt"),), (DeedRow("农业", "建好二期", "农业办.txt"),)
)


def printed(gathered: Gathered, *, whole: bool = True) -> list[str]:
    """Return the lines on a screen."""
    console = Console(file=io.StringIO(), width=100)
    (show_facts if whole else show_counts)(console, gathered)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]


def test_figures_stand_in_a_table_with_all_that_is_said_of_them() -> None:
    assert printed(GATHERED) == [
        "数据 2 条：",
        "  板块  指标          数值     其他",
        "  农业  早稻种植面积  2.2万亩  同比+3.5%；上年同期2.1万亩；农业办",
        "  农业  早稻种植面积  2.3万亩  民政所；核对：与农业办.txt的2.2万亩不一致",
        "事项 1 条：",
        "  -  建成育秧中心（农业办）",
        "打算 1 条：",
        "  -  建好二期（农业办）",
    ]


def test_what_was_written_is_counted_and_doubts_are_named() -> None:
    assert printed(GATHERED, whole=False) == [
        "找到数据 2 条、事项 1 条、打算 1 条。",
        "其中 1 条数据各份材料说法不一，请核对：",
        "  -  早稻种植面积 2.3万亩（民政所）与农业办.txt的2.2万亩不一致",
    ]


def test_plans_stand_where_no_outline_takes_them_for_deeds() -> None:
    assert [(sheet.title, sheet.header[1]) for sheet in sheets(GATHERED)] == [
        ("数据", "指标"),
        ("事项", "事项"),
        ("打算", "打算"),
    ]
    assert [sheet.title for sheet in sheets(Gathered((ROW,), (), ()))] == ["数据"]


def test_doubtful_rows_are_marked() -> None:
    assert sheets(GATHERED)[0].marked == {1}


def test_a_csv_file_runs_nothing() -> None:
    (sheet,) = sheets(Gathered((FactRow("农业", "=1+1", yoy="+3.5%", sentence="@甲"),), (), ()))
    assert to_csv(sheet).splitlines()[1] == "农业,'=1+1,,,+3.5%,,,,,,,,,'@甲,"
