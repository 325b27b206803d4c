"""Line by line: which outline to open, or what to begin with."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

from prompt_toolkit import prompt

from drafter import app
from drafter.cli.session.mining import MINE, mine, waiting
from drafter.config import Workspace
from drafter.errors import DrafterError

OUTLINES = (".yaml", ".yml")
_GIVE_UP = "不写了按 Ctrl+C"
_REPORTS = 20  # past reports that are listed; any other is named by its path


def pick(workspace: Workspace) -> Path | None:
    """Let the writer pick an outline of the folder, or begin a new one; None when they give up."""
    found = sorted(path for path in Path.cwd().iterdir() if path.suffix in OUTLINES and not path.name.startswith("."))
    choices: list[tuple[str, Callable[[], Path | None]]] = [
        *((path.name, lambda path=path: path) for path in found),
        *((f"新建：{kind}", lambda kind=kind: new(kind)) for kind in app.kinds()),
        ("照旧报告推出", lambda: roll(workspace)),
        ("打开示例", lambda: app.open_sample(Path.cwd())),
        *(((MINE, lambda: print(mine(workspace))),) if waiting(workspace) else ()),
    ]
    while True:
        print("要写哪一份？")
        chosen = choose([name for name, _ in choices])
        if chosen is None:
            return None
        try:
            if path := choices[chosen][1]():
                return path
        except DrafterError as error:
            print(error)


def choose(names: Sequence[str]) -> int | None:
    """List what there is and ask for a number; return it from 0, None when the writer gives up."""
    for number, name in enumerate(names, 1):
        print(f"{number:>4}  {name}")
    while (answer := ask(f"请输入编号（1 到 {len(names)}），{_GIVE_UP}：")) is not None:
        if answer.isdecimal() and 1 <= int(answer) <= len(names):
            return int(answer) - 1
    return None


def ask(question: str, default: str = "") -> str | None:
    """Let the writer type a line; None when they give up."""
    try:
        return prompt(question, default=default).strip()
    except (KeyboardInterrupt, EOFError):
        return None


def new(kind: str) -> Path:
    """Write a new outline of `kind` into the folder, under a name that is free."""
    path = free()
    app.new_outline(kind, path)
    print(f"新提纲：{path}")
    return path


def roll(workspace: Workspace) -> Path | None:
    """Roll a past report forward into the folder; None when the writer gives up."""
    known = app.past_reports(workspace, datetime.date.today())[:_REPORTS]
    for number, report in enumerate(known, 1):
        print(f"{number:>4}  {report.name}  {report.place} {report.period}".rstrip())
    answer = ask("照哪一份？输入编号，或文件的路径：")
    if not answer:
        return None
    is_number = answer.isdecimal() and 1 <= int(answer) <= len(known)
    report = known[int(answer) - 1] if is_number else app.PastReport(answer.strip("\"'"), answer)
    period = ask("新报告的期间：", next(iter(report.following), ""))
    if period is None:
        return None
    path = free()
    app.roll_forward(report.path, period, path)
    print(f"新提纲：{path}")
    return path


def free() -> Path:
    """Return a name for an outline that is free."""
    names = (f"提纲{number or ''}.yaml" for number in itertools.count())
    return next(path for path in map(Path, names) if not path.exists())
