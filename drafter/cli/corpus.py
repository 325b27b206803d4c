"""The command about past reports: mine."""

from __future__ import annotations

import glob
import time
from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.progress import progress_bar
from drafter.cli.usage import Words
from drafter.config import find_workspace

MINE = Words(
    "把历年报告整理进语料库。\n\n认得 Word、WPS、PDF、网页和 .txt、.md；读不了的文件会点名跳过，其余照常。",
    """
    drafter mine                          整理工作区 corpus/ 里的全部报告
    drafter mine D:\\历年报告 去年总结.docx
    """,
)


def mine(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="路径", help="文件或文件夹；不写就是工作区的 corpus/")
    ] = None,
) -> None:
    """Mine reports into the workspace's library."""
    start = time.monotonic()
    named = [path for word in paths or () for path in expanded(word)]
    with progress_bar() as progress:
        mined = app.mine(find_workspace(Path.cwd()), named, progress)
    show.skipped(mined.skipped)
    show.mined(mined, time.monotonic() - start)


def expanded(word: str) -> list[Path]:
    """Return the paths that a word names: Windows leaves *.docx to the program."""
    found = sorted(glob.glob(word)) if "*" in word else []  # noqa: PTH207  Path.glob takes no D:\\*.docx
    return [Path(name) for name in found] or [Path(word)]
