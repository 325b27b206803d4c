"""What mining, building and looking up print."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from drafter.model import Gap, Paragraph, Piece, Report, Table
from drafter.render.terminal import show_built, show_library, show_mined


@pytest.fixture
def console() -> Console:
    """Return a console that is a pipe."""
    return Console(file=io.StringIO(), width=80)


def printed(console: Console) -> list[str]:
    """Return the lines printed so far."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_a_library_is_counted(console: Console) -> None:
    show_library(console, {"phrases": 12345, "reports": 15})
    assert printed(console) == ["语料库", "  报告        15  篇", "  短语    12,345  条"]


def test_mining_ends_with_the_time(console: Console) -> None:
    show_mined(console, {"reports": 15}, 3.21)
    assert printed(console)[-1] == "整理完毕，用时 3.2 秒。"


def test_a_build_is_summed_up(console: Console) -> None:
    pieces = (
        Piece("完成投资", "template"),
        Piece("4.5亿元", "fact"),
        Piece("，干部担当作为", "library", source="corpus/甲镇_2023年.txt"),
    )
    report = Report(
        "题",
        "清河镇",
        (
            Paragraph("heading1", (Piece("一、回顾", "template"),)),
            Paragraph("heading2", (Piece("（一）产业", "author"),)),
            Paragraph("body", pieces),
            Table("", ("项目",), (("改水",),)),
        ),
        seed=1,
        missing=(Gap("回顾 > 产业 > 财政收入", "缺数值"),),
        conflicts=(Gap("回顾 > 产业 > 投资", "同比与上年同期算出的不一致"),),
    )
    show_built(console, report, Path("稿.docx"))
    assert printed(console) == [
        "已生成：稿.docx",
        "全文 29 字，1 个部分、1 个板块，写入数据 1 项，语料库文字占 24.1%",
        "待补 1 处，稿中标为【待补】：",
        "  -  回顾 > 产业 > 财政收入：缺数值",
        "数据有出入 1 处，请核对：",
        "  -  回顾 > 产业 > 投资：同比与上年同期算出的不一致",
        "有 1 处文字取自语料库，请确认符合实际：",
        "  -  干部担当作为（甲镇_2023年）",
    ]
