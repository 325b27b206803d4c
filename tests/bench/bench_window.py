"""Time the session's window from a key to the screen, on a full-size outline, with the draft worked out beside it.

Keys go in through a pipe; a key's time ends when the screen that shows it has been drawn into the terminal's stream.

Run: python tests/bench/bench_window.py
"""

from __future__ import annotations

import io
import resource
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from drafter import app
from drafter.cli.session.start import lay_out, phrases
from drafter.cli.session.window.run import window
from drafter.config import Workspace, shipped

KEYS = 400
UP, DOWN, PAGE_DOWN, CTRL_Q = "\x1b[A", "\x1b[B", "\x1b[6~", "\x11"
SIZE = Size(rows=48, columns=160)
TEXT = "今年以来持续推进乡村振兴战略，农业基础更加牢固，人居环境明显改善。"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        workspace = Workspace(Path(home))
        shutil.copytree(shipped("corpus"), workspace.corpus)
        app.mine(workspace, [], lambda *_: None)
        outline = workspace.root / "提纲.yaml"
        shutil.copy(shipped("templates") / "outlines" / "示例_半年报告.yaml", outline)
        print("| keys | p50 ms | p99 ms | max ms | bar p99 ms | memory grown MB |")
        print("|---|---|---|---|---|---|")
        typed = list(TEXT * (KEYS // len(TEXT)))
        for name, keys in (("typing in running text", typed), ("from cell to cell", [DOWN, UP] * (KEYS // 2))):
            times, grown = measured(workspace, outline, keys)
            cut = statistics.quantiles(times, n=100)
            print(f"| {name} | {cut[49]:.1f} | {cut[98]:.1f} | {max(times):.1f} | 30 | {grown:.1f} |")


def measured(workspace: Workspace, outline: Path, keys: list[str]) -> tuple[list[float], float]:
    """Return the milliseconds from each key to its screen, and by how many MB the process has grown."""
    times: list[float] = []
    with create_pipe_input() as pipe:
        output = Vt100_Output(io.StringIO(), lambda: SIZE, term="xterm-256color")
        with create_app_session(input=pipe, output=output), phrases(workspace) as (store, completer):
            desk = lay_out(workspace, outline, completer)
            pressing = _Pressing(pipe, keys, times)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            opened = window(desk, store, completer)
            opened.application.after_render += pressing.shown
            opened.run()
    return times[20:], (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


class _Pressing:
    """Presses the next key when the screen shows the one before; leaves without saving in the end."""

    def __init__(self, pipe: PipeInput, keys: list[str], times: list[float]) -> None:
        self.pipe, self.keys, self.times = pipe, [PAGE_DOWN, PAGE_DOWN, DOWN, DOWN, *keys], times
        self.pressed = 0.0

    def shown(self, _: object) -> None:
        """Note the time, and press."""
        now = time.perf_counter()
        if self.pressed:
            self.times.append((now - self.pressed) * 1000)
        if self.keys:
            self.pressed = time.perf_counter()
            self.pipe.send_text(self.keys.pop(0))
        elif self.pressed:
            self.pressed = 0.0
            self.pipe.send_text(f"{CTRL_Q}{DOWN}\r")


if __name__ == "__main__":
    main()
