"""Commands about the layout: layout show, layout fix."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.usage import Words
from drafter.config import find_workspace

SHOW = Words(
    "看版式的每一项规定：纸张、白边、行距、字体、字号，各有多强，出自哪里。\n\n"
    "国标：标准定死的；一般：标准说“一般”的；实务：各单位通行的；单位：可以自己定的。\n"
    "本单位的规定写在 drafter.toml 的 [版式] 一节里，与标准不同的列在最后。",
    """
    drafter layout show
    drafter layout show --json
    """,
)
FIX = Words(
    "把一份 Word 稿的版式改规范，另存一份。\n\n"
    "改纸张、页边距、页码、字体、字号、行距、缩进；\n半角标点改成全角，直引号改成弯引号。\n"
    "文字一个不动，原文件不动；改了什么、没改什么都会告诉您。",
    """
    drafter layout fix 稿子.docx -o 稿子_改版式.docx
    """,
)


def layout_show(
    as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False,
) -> None:
    """List the constants of the workspace's layout."""
    layout = app.house_layout(find_workspace(Path.cwd()))
    if as_json:
        from drafter.render.layout_records import layout_record

        show.record(layout_record(layout))
    else:
        show.layout(layout)


def layout_fix(
    file: Annotated[str, typer.Argument(metavar="文件", help="要改版式的 .docx")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="另存为哪个文件")],
) -> None:
    """Put the layout of a Word file right in a copy."""
    show.fixed(app.fix_layout(find_workspace(Path.cwd()), Path(file), Path(output)))
