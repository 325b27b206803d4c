"""The `drafter` command: its subcommands, and what each ending means to the shell."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from drafter import __version__
from drafter.cli import checking, corpus, drafting, layout
from drafter.cli import facts as reading
from drafter.cli import library as looking
from drafter.cli.usage import Command, Group, UsageError, explain
from drafter.errors import DrafterError

DONE, BAD_INPUT, FAILED, INTERRUPTED = 0, 2, 70, 130
SELDOM = 50_000, 20, 20  # new objects before rubbish is looked for: what a command makes at its start stays to its end

app = typer.Typer(
    cls=Group,
    help="乡镇工作报告写作助手：从历年报告里攒语料，照提纲出初稿，查稿子与哪里雷同。\n\n不联网，稿子不出本机。",
    epilog="""
        drafter init 我的工作区        第一次用：建一个工作区
        drafter mine                  把 corpus/ 里的历年报告整理进语料库
        drafter build 提纲.yaml        照提纲生成 Word 初稿
        drafter check 提纲.docx        查这份稿子
        drafter                       不带命令：打开起草台，边提示边写
        """,
    invoke_without_command=True,
    add_completion=False,
)
outline = typer.Typer(cls=Group, help="新建提纲，或照旧报告推出提纲。")
facts = typer.Typer(cls=Group, help="从各部门的材料里找数据。")
library = typer.Typer(cls=Group, help="照看语料库。")
layouts = typer.Typer(cls=Group, help="看版式的规定，改 Word 稿的版式。")

COMMANDS = (
    (app, "session", drafting.session, drafting.SESSION),
    (app, "init", drafting.init, drafting.INIT),
    (app, "mine", corpus.mine, corpus.MINE),
    (app, "phrases", looking.phrases, looking.PHRASES),
    (app, "sections", looking.sections, looking.SECTIONS),
    (app, "headings", looking.headings, looking.HEADINGS),
    (app, "frames", looking.frames, looking.FRAMES),
    (app, "build", drafting.build, drafting.BUILD),
    (app, "check", checking.check, checking.CHECK),
    (app, "text", checking.text, checking.TEXT),
    (outline, "new", drafting.outline_new, drafting.OUTLINE_NEW),
    (outline, "from", drafting.outline_from, drafting.OUTLINE_FROM),
    (outline, "schema", drafting.outline_schema, drafting.OUTLINE_SCHEMA),
    (layouts, "show", layout.layout_show, layout.SHOW),
    (layouts, "fix", layout.layout_fix, layout.FIX),
    (facts, "from", reading.facts_from, reading.FROM),
    (library, "stats", looking.stats, looking.STATS),
    (library, "export", looking.export, looking.EXPORT),
    (library, "forget", looking.forget, looking.FORGET),
)
for group, name, function, words in COMMANDS:
    group.command(name, cls=Command, help=words.help, epilog=words.examples)(function)
app.add_typer(outline, name="outline")
app.add_typer(layouts, name="layout")
app.add_typer(facts, name="facts")
app.add_typer(library, name="library")


@app.callback()
def without_command(
    context: typer.Context, version: Annotated[bool, typer.Option("--version", help="显示版本号")] = False
) -> int:
    """Open the session when no command is given."""
    if version:
        typer.echo(f"drafter {__version__}")
        return DONE
    return DONE if context.invoked_subcommand else drafting.session()


def run(arguments: Sequence[str] | None = None) -> int:
    """Run drafter with `arguments` (sys.argv's when None); return the exit code, never raise."""
    gc.set_threshold(*SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Windows writes pipes and files in the local code page otherwise
            stream.reconfigure(encoding="utf-8" if os.name == "nt" else None, errors="replace")
    try:
        code = invoke(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout:  # None when it was closed before the start
            sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough (drafter text F | head); keep Python from flushing again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (Exception, KeyboardInterrupt) as error:
        message, code = account_for(error)
        print(message, file=sys.stderr)
    return code


def invoke(arguments: list[str]) -> int:
    """Parse and run; typer's own `main` is left out: it would print English and swallow what `run` handles."""
    group: Any = typer.main.get_command(app)
    try:
        with group.make_context("drafter", arguments) as context:
            return group.invoke(context) or DONE
    except typer.Exit as done:
        return done.exit_code


def account_for(error: BaseException) -> tuple[str, int]:
    """Return what to say about an error, and the exit code."""
    if isinstance(error, DrafterError):
        return str(error), error.exit_code
    if isinstance(error, UsageError):
        return explain(error), BAD_INPUT
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return "已中断。", INTERRUPTED
    if isinstance(error, OSError):  # a disk that is full, a share that has gone: what no stage foresaw
        return f"{error.filename or '有个文件'}：读写时出错。请检查文件名、磁盘空间和读写权限。", BAD_INPUT
    from drafter.cli.failure import apologise

    return apologise(error), FAILED
