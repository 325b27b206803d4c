"""Commands that lead to a draft: init, outline new, build, session."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.usage import Words, whole_number
from drafter.config import find_workspace

INIT = Words(
    "建一个工作区：放历年报告、模板和提纲的文件夹。\n\n已有的文件一律不动。",
    """
    drafter init                  就在当前文件夹
    drafter init 我的工作区
    """,
)
OUTLINE_NEW = Words(
    "新建一份带说明的提纲，照着填就行。",
    """
    drafter outline new --kind 半年报告 -o 提纲.yaml
    drafter outline new --kind half_year       直接显示，不存文件
    """,
)
OUTLINE_FROM = Words(
    "照旧报告推出新提纲：标题、小标题不变，数字待更新，原来的话放在旁边。\n\n"
    "不写 --to，半年之后是前三季度，再是全年、下年上半年；总结与计划推到下年。",
    """
    drafter outline from 去年报告.docx -o 提纲.yaml
    drafter outline from 去年报告.docx --to 2024年上半年 -o 提纲.yaml
    drafter outline from 汇编.txt#4      汇编里的第四篇；不写 -o 就直接显示
    """,
)
OUTLINE_SCHEMA = Words(
    "提纲的格式说明（JSON Schema），供编辑器用。\n\n有了它，编辑器能补全项目名，标出写错的地方。",
    """
    drafter outline schema -o 提纲格式.json
    """,
)
BUILD = Words(
    "照提纲生成初稿。\n\n存成什么格式看文件名结尾：.docx（Word）、.md、.txt、.html。",
    """
    drafter build 提纲.yaml                     生成 提纲.docx
    drafter build 提纲.yaml -o 初稿.html
    drafter build 提纲.yaml --strict            还有待补的就不生成，退出码 3
    drafter build 提纲.yaml --explain           逐句显示从哪里来
    drafter build 提纲.yaml --reading           给报告人念的大字稿
    drafter build 提纲.yaml --reference 去年报告.docx   排成去年报告的样子
    drafter build 提纲.yaml --origin 来源.json   记下每句话从哪里来
    """,
)
SESSION = Words(
    "打开起草台：一项一项填提纲，边写边提示，随时成稿、检查。",
    """
    drafter                        不带提纲：从文件夹里挑一份，或新建一份
    drafter session 提纲.yaml
    """,
)


def init(
    folder: Annotated[str, typer.Argument(metavar="文件夹", help="建在哪里；不写就是当前文件夹")] = ".",
) -> None:
    """Set up a workspace and say what to do next."""
    made, there = app.init(Path(folder))
    for path in made:
        print(f"已建：{path}")
    for path in there:
        print(f"已有，没有动：{path}")
    print("接下来：把历年报告放进 corpus/（里面的 样本/ 只供试用，可以删掉），")
    print("在这个文件夹里运行 drafter mine；再运行 drafter 打开起草台。")


def outline_new(
    kind: Annotated[str, typer.Option("--kind", metavar="报告类型", help="半年报告、年度报告、三季度报告或总结与计划")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="存到哪里；不写就显示出来")] = "",
) -> None:
    """Write or print a commented outline."""
    _hand_over(app.new_outline(kind, Path(output) if output else None), output)


def outline_from(
    report: Annotated[str, typer.Argument(metavar="报告", help="旧报告；一个文件里有几篇的，后面写 #4 指第四篇")],
    to: Annotated[str, typer.Option("--to", metavar="期间", help="新报告的期间；不写就往后推一期")] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="存到哪里；不写就显示出来")] = "",
) -> None:
    """Write or print the outline that follows a report."""
    text = app.roll_forward(report, to, Path(output) if output else None)
    _hand_over(text, output)


def _hand_over(text: str, output: str) -> None:
    """Print an outline, or say where it went and what to do with it."""
    if output:
        typed = f'"{output}"' if " " in output else output
        print(f"已建：{output}\n接下来：用记事本打开来填，或运行 drafter session {typed}")
    else:
        typer.echo(text, nl=False)


def outline_schema(
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="存到哪里；不写就显示出来")] = "",
) -> None:
    """Write or print the JSON Schema of outlines."""
    text = app.outline_schema(Path(output) if output else None)
    if output:
        print(f"已存：{output}\n接下来：在提纲第一行写上 # yaml-language-server: $schema={output}")
    else:
        typer.echo(text, nl=False)


def build(
    outline: Annotated[str, typer.Argument(metavar="提纲", help="提纲文件（.yaml）")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="存到哪里；不写就在提纲旁边")] = "",
    seed: Annotated[str, typer.Option("--seed", metavar="整数", help="换一个数，换一种措辞（默认 0）")] = "0",
    strict: Annotated[bool, typer.Option("--strict", help="有待补的就不生成")] = False,
    bare: Annotated[bool, typer.Option("--bare", help="不从语料库取句子")] = False,
    origin: Annotated[str, typer.Option("--origin", metavar="文件", help="另存一份来源记录（.json）")] = "",
    marks: Annotated[bool, typer.Option("--marks", help="语料库文字在 Word 稿里加底纹，便于核对")] = False,
    comments: Annotated[
        bool, typer.Option("--comments", help="语料库文字和待补处在 Word 稿里加批注，写明来源")
    ] = False,
    reference: Annotated[
        str, typer.Option("--reference", metavar="文件", help="照本单位一份 .docx 的字体字号、页面和页眉页脚排")
    ] = "",
    reading: Annotated[
        bool, typer.Option("--reading", help="排成朗读稿：大字、宽行距；不写 -o 就存成 提纲_朗读.docx")
    ] = False,
    contents: Annotated[bool, typer.Option("--contents", help="前面加一页目录")] = False,
    chart: Annotated[bool, typer.Option("--chart", help="附一页主要经济指标图（要另装 matplotlib）")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="逐句显示从哪里来")] = False,
) -> None:
    """Compose the outline and write the draft."""
    built = app.build(
        find_workspace(Path.cwd()),
        Path(outline),
        output=Path(output) if output else None,
        seed=whole_number(seed, "--seed"),
        bare=bare,
        strict=strict,
        origin=Path(origin) if origin else None,
        marks=marks,
        comments=comments,
        reading=reading,
        contents=contents,
        chart=chart,
        reference=Path(reference) if reference else None,
    )
    if explain:
        show.origins(built)
    show.built(built)


def session(
    outline: Annotated[str, typer.Argument(metavar="提纲", help="提纲文件（.yaml）；不写就从文件夹里挑")] = "",
    plain: Annotated[bool, typer.Option("--plain", help="不开窗口，一行一行地问答")] = False,
) -> int:
    """Open the interactive session."""
    from drafter.cli.session.start import start

    return start(find_workspace(Path.cwd()), Path(outline) if outline else None, plain=plain)
