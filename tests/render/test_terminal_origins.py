"""A draft sentence by sentence, each with where its words come from."""

from __future__ import annotations

import io

from rich.console import Console

from drafter.model import Paragraph, Piece, Report
from drafter.render.terminal_origins import show_origins


def shown(*pieces: Piece) -> list[str]:
    """Return what is printed of one paragraph."""
    console = Console(file=io.StringIO(), width=80)
    show_origins(console, Report("题", "清河镇", (Paragraph("body", pieces),), 0))
    assert isinstance(console.file, io.StringIO)
    return [line.strip() for line in console.file.getvalue().splitlines() if line]


def test_each_sentence_has_its_own_origins() -> None:
    pieces = (
        Piece("建成大棚", "author", "回顾[0].要点[1].事项[0]"),
        Piece("。", "template"),
        Piece("完成", "template", "指标句式"),
        Piece("3亩", "fact", "回顾[0].要点[1].数据[0]"),
        Piece("。", "template"),
    )
    assert shown(*pieces) == [
        "建成大棚。",
        "←  提纲（回顾1 > 要点2 > 事项1）",
        "完成3亩。",
        "←  指标句式；数据（回顾1 > 要点2 > 数据1）",
    ]


def test_what_stands_side_by_side_is_told_together() -> None:
    pieces = [Piece(f"第{i}，", "author", f"回顾[0].事项[{i}]") for i in range(3)]
    assert shown(*pieces)[1] == "←  提纲（回顾1 > 事项1、事项2、事项3）"


def test_what_was_computed_is_told_so() -> None:
    pieces = (Piece("3亩", "fact", "总体指标[0]"), Piece("，增长2%。", "fact", "总体指标[0]（计算）"))
    assert shown(*pieces)[1] == "←  数据（总体指标1、由总体指标1算出）"


def test_every_kind_of_origin_has_its_words() -> None:
    pieces = (
        Piece("扎实推进，", "library", "分句：6地通用", "corpus/甲镇_2023年.txt"),
        Piece("3亩，", "fact", "指标.xlsx 第5行"),
        Piece("【待补：面积】", "placeholder", "回顾[0].数据[1]"),
        Piece("为此努力", "template", "half_year.j2"),
        Piece("。", "template", "自带分句：农业"),
    )
    assert shown(*pieces)[1] == (
        "←  语料库（甲镇_2023年，6地通用）；数据（指标.xlsx 第5行）；待补（回顾1 > 数据2）；模板"
    )
