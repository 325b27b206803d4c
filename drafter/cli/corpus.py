"""Commands about past reports: mine, phrases, library stats."""

from __future__ import annotations

import glob
import time
from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.progress import progress_bar
from drafter.cli.usage import Words, whole_number
from drafter.config import find_workspace
from drafter.render.records import phrases_record, to_json

MINE = Words(
    "把历年报告整理进语料库。\n\n认得 Word、WPS、PDF、网页和 .txt、.md；读不了的文件会点名跳过，其余照常。",
    """
    drafter mine                          整理工作区 corpus/ 里的全部报告
    drafter mine D:\\历年报告 去年总结.docx
    """,
)
PHRASES = Words(
    "在语料库里查短语。\n\n可以用汉字、拼音首字母，或两样混着来。",
    """
    drafter phrases 乡村振兴
    drafter phrases xczx
    drafter phrases 乡czx --topic 乡村振兴
    """,
)
STATS = Words(
    "看语料库里有多少报告、短语、句式。",
    """
    drafter library stats
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


def phrases(
    query: Annotated[str, typer.Argument(metavar="查什么", help="汉字、拼音首字母，或混着来")],
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="只看这个主题：产业、农业、民生……")] = "",
    move: Annotated[str, typer.Option("--move", metavar="语步", help="只看这种用处：举措、成效、问题、打算……")] = "",
    limit: Annotated[str, typer.Option("--limit", metavar="条数", help="最多显示多少条（默认 30）")] = "30",
    as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False,
) -> None:
    """Look phrases up and list them, best first."""
    count = whole_number(limit, "--limit", least=1)
    found = app.phrases(find_workspace(Path.cwd()), query, topic=topic, move=move, limit=count)
    if as_json:
        typer.echo(to_json(phrases_record(found)), nl=False)
    else:
        show.phrases(found)


def stats() -> None:
    """Say what the library holds."""
    show.library(app.library_stats(find_workspace(Path.cwd())))
