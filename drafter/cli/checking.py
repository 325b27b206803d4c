"""Commands about a finished draft: check, text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.usage import Words
from drafter.config import find_workspace

CHECK = Words(
    "检查稿子：哪些话和别的报告雷同，抄自哪里，改动了哪些字。\n\n"
    "数据前后不一、加不起来、同比算错的，也会指出来。\n\n"
    "只提醒，不改动稿子。规范表述（固定的政治、程序用语）不算雷同。",
    """
    drafter check 稿子.docx
    drafter check 稿子.docx --html 检查.html       另存一份网页，对照着看
    drafter check 稿子.docx --against 兄弟乡镇     只跟这个文件夹里的报告比
    drafter check 稿子.docx --previous 去年.docx   哪些没改，上次承诺的有没有交代
    drafter check 稿子.docx --fail-on warning      有问题时退出码为 1，供脚本判断
    """,
)
TEXT = Words(
    "显示读出来的文字：检查结果里的位置都按它来数。",
    """
    drafter text 稿子.docx
    """,
)
SEVERITIES = ("info", "warning", "error")  # rising


def check(
    draft: Annotated[str, typer.Argument(metavar="稿子", help=".docx、.doc、.pdf、.txt、.md 或网页")],
    against: Annotated[str, typer.Option("--against", metavar="路径", help="跟这个文件或文件夹比，不跟语料库比")] = "",
    outline: Annotated[str, typer.Option("--outline", metavar="文件", help="这份稿子的提纲，用来认本单位和期间")] = "",
    previous: Annotated[str, typer.Option("--previous", metavar="文件", help="本单位上一次的报告，用来比对")] = "",
    as_json: Annotated[str, typer.Option("--json", metavar="文件", help="另存一份 JSON")] = "",
    as_html: Annotated[str, typer.Option("--html", metavar="文件", help="另存一份网页")] = "",
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="程度", help="问题到这个程度，退出码为 1：error、warning 或 info")
    ] = "",
) -> int:
    """Check a draft; return 1 when there are findings at or above `--fail-on`."""
    if fail_on and fail_on not in SEVERITIES:
        raise typer.BadParameter(f"应是 error、warning 或 info，不是“{fail_on}”", param_hint="--fail-on")
    workspace = find_workspace(Path.cwd())
    checked = app.check(
        workspace,
        Path(draft),
        Path(against) if against else None,
        outline=Path(outline) if outline else None,
        previous=Path(previous) if previous else None,
    )
    show.skipped(checked.skipped)
    if checked.without_library:
        print("还没有语料库，没有查雷同。请先把历年报告放进 corpus/，运行 drafter mine。", file=sys.stderr)
    result = checked.result
    if as_json:
        app.write_check_json(result, Path(as_json))
    if as_html:
        app.write_check_html(workspace, result, Path(as_html))
    show.findings(result)
    for name, path in (("JSON", as_json), ("网页", as_html)):
        if path:
            print(f"{name}：{path}")
    worst = max((SEVERITIES.index(finding.severity) for finding in result.findings), default=-1)
    return int(bool(fail_on) and worst >= SEVERITIES.index(fail_on))


def text(file: Annotated[str, typer.Argument(metavar="文件", help=".docx、.doc、.pdf、.txt、.md 或网页")]) -> None:
    """Print a file's text as read, with no line end of our own."""
    typer.echo(app.read_text(Path(file)), nl=False)
