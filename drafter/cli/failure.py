"""What to say when drafter itself fails: a short apology, and a log file that holds the traceback."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from drafter import __version__
from drafter.config import find_workspace


def apologise(error: BaseException) -> str:
    """Write the traceback of `error` to a log file; return the message for the user."""
    log = write_log(error)
    where = f"详细情况记在：{log}" if log else "详细情况没能记下来"
    return f"对不起，drafter 自己出了错（{type(error).__name__}）。{where}。请把它发给维护的同志。"


def write_log(error: BaseException) -> Path | None:
    """Write the log into the workspace's `.drafter/`, else into the temporary folder; return its path, if any."""
    name = f"出错记录_{datetime.now():%Y%m%d_%H%M%S}.log"
    text = "\n".join(
        [
            f"drafter {__version__} · Python {platform.python_version()} · {platform.platform()}",
            f"命令：{sys.argv[1:]}",
            "".join(traceback.format_exception(error)),
        ]
    )
    own = find_workspace(Path.cwd()).library.parent
    for folder in (own, Path(tempfile.gettempdir())):
        try:
            if folder.is_dir():
                (folder / name).write_text(text, encoding="utf-8", errors="replace")
                return folder / name
        except (OSError, UnicodeError):  # the latter: a system that knows ASCII names only
            continue
    return None
