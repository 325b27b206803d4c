"""Mining from the first screen: the reports of corpus/ go into the library before an outline is opened."""

from __future__ import annotations

from drafter import app
from drafter.cli.progress import progress_bar
from drafter.config import Workspace
from drafter.errors import DrafterError

MINE = "整理历年报告"


def waiting(workspace: Workspace) -> str:
    """Return what is to be said of the reports that wait to be mined, "" when none does."""
    count = app.unmined(workspace)
    return f"corpus/ 里有 {count} 个文件还没整理进语料库" if count else ""


def mine(workspace: Workspace) -> str:
    """Mine the reports of `corpus/`; return what is to be said of it."""
    print("正在整理历年报告，停下按 Ctrl+C。")
    try:
        with progress_bar() as progress:
            mined = app.mine(workspace, [], progress)
    except DrafterError as error:
        return str(error)
    except KeyboardInterrupt:
        return "整理停下了，原来的语料库没有变。"
    skipped = f"；{len(mined.skipped)} 个文件读不了，drafter mine 会说明原因" if mined.skipped else ""
    held = f"共 {mined.summary.reports} 篇" if mined.summary else "语料库已是最新"
    return f"整理好了，{held}{skipped}。"
