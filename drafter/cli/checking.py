"""Commands about a finished draft: check, text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.usage import Words
from drafter.config import find_workspace
from drafter.errors import DrafterError
from drafter.model import Finding

Targets: TypeAlias = tuple[tuple[str, str, Callable[[Path], None]], ...]
"""What a result may be written as: its name, the path asked for or "", and what writes it."""

CHECK = Words(
    "检查稿子：有没有雷同、残留、错引的表述，数据、编号和版式对不对。\n\n"
    "雷同：哪些话和别的报告一样，抄自哪里，改动了哪些字；规范表述不算雷同。\n\n"
    "残留：外地的地名和机构、往年的年份和提法、没填的空。\n\n"
    "Word 稿的版式怎么改，见 drafter layout fix。\n\n"
    "只提醒，不改动稿子。",
    """
    drafter check 稿子.docx
    drafter check 稿子.docx --html 检查.html        另存一份网页，对照着看
    drafter check 稿子.docx --annotate 批注稿.docx  另存一份，问题批在原处
    drafter check 稿子.docx --against 兄弟乡镇      只跟这个文件夹里的报告比
    drafter check 稿子.docx --previous 去年.docx    哪些没改，上次承诺的有没有交代
    drafter check 稿子.docx --ignore ec16cbb70926   不再提这个问题（编号见结果）
    drafter check 稿子.docx --fail-on warning       有问题时退出码为 1，供脚本判断
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
    annotated: Annotated[
        str, typer.Option("--annotate", metavar="文件", help="另存一份带批注的 Word 稿（.docx）")
    ] = "",
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="编号", help="这份稿子里不再提这个问题；可以写几次")
    ] = None,
    always: Annotated[bool, typer.Option("--always", help="和 --ignore 同用：以后哪份稿子里都不再提")] = False,
    restore: Annotated[
        list[str] | None, typer.Option("--restore", metavar="编号", help="忽略过的问题，重新提出来；可以写几次")
    ] = None,
    show_ignored: Annotated[bool, typer.Option("--show-ignored", help="把忽略的问题也列出来")] = False,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="程度", help="问题到这个程度，退出码为 1：error、warning 或 info")
    ] = "",
) -> int:
    """Check a draft; return 1 when there are findings at or above `--fail-on`."""
    if fail_on and fail_on not in SEVERITIES:
        raise typer.BadParameter(f"应是 error、warning 或 info，不是“{fail_on}”", param_hint="--fail-on")
    if always and not ignore:
        raise DrafterError("--always 要和 --ignore 同用", "例如：--ignore 编号 --always")
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
    result = app.ignore(workspace, checked.result, ignore, always=always) if ignore else checked.result
    result = app.restore(workspace, result, restore) if restore else result
    targets: Targets = (
        ("JSON", as_json, lambda path: app.write_check_json(result, path)),
        ("网页", as_html, lambda path: app.write_check_html(workspace, result, path)),
        ("批注稿", annotated, lambda path: app.annotate(result, Path(draft), path)),
    )
    written = _write(targets)
    show.findings(result, ignored=show_ignored)
    for name, path in written:
        print(f"{name}：{path}")
    return int(bool(fail_on) and any(_is_as_grave(finding, fail_on) for finding in result.pending))


def _write(targets: Targets) -> list[tuple[str, str]]:
    """Write what was asked for; return name and path of each."""
    wanted = [(name, path, write) for name, path, write in targets if path]
    for _, path, write in wanted:
        write(Path(path))
    return [(name, path) for name, path, _ in wanted]


def _is_as_grave(finding: Finding, severity: str) -> bool:
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(severity)


def text(file: Annotated[str, typer.Argument(metavar="文件", help=".docx、.doc、.pdf、.txt、.md 或网页")]) -> None:
    """Print a file's text as read, with no line end of our own."""
    typer.echo(app.read_text(Path(file)), nl=False)
