"""Commands about figures: facts from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.usage import Words
from drafter.config import find_workspace

NOTHING = 2  # exit code: the files hold nothing, so nothing was done

FROM = Words(
    "从各部门报来的材料里找出数据和事项，列成表。\n\n"
    "存成的 .xlsx 可以直接写进提纲的“数据”一项；每条都记着出自哪个文件、哪句话，\n"
    "几份材料说法不一的，在“核对”一列注明。请对照原句看过再用。",
    """
    drafter facts from 农业办.docx 民政所.txt -o 指标.xlsx
    drafter facts from 各部门材料/                   整个文件夹，直接显示
    drafter facts from 经发办.pdf -o 指标.csv
    """,
)


def facts_from(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="材料或放材料的文件夹，可以写几个")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="文件", help="存到哪里，以 .xlsx 或 .csv 结尾；不写就显示出来")
    ] = "",
) -> int:
    """Gather figures and deeds; print them, or write them and say what is to be looked at. Return 2 for none."""
    target = Path(output) if output else None
    papers = app.facts_from(find_workspace(Path.cwd()), list(map(Path, files)), target)
    show.skipped(papers.skipped)
    for name in papers.silent:
        print(f"{name}：没有找到数据和事项。", file=sys.stderr)
    if not app.is_found(papers.gathered):
        return NOTHING
    show.gathered(papers.gathered, target)
    return 0
