"""Time the session's window on a full-size outline, with the draft worked out beside it; see what it costs in memory.

Keys go in through a pipe. A key's time to the screen ends when the screen that shows it has been drawn into the
terminal's stream; its time to the menu when the buffer holds what is offered, ranked and marked. The library of the
menu is that of bench_search.py. Memory is what the process holds after so many edits, each typed, put into the outline,
written into the journal and drawn. The kills are those of killing.py.

Run: python tests/bench/bench_window.py
"""

from __future__ import annotations

import contextlib
import gc
import io
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench_search import PHRASES, generated, resident, write
from killing import Killed, kill_once
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from drafter import app
from drafter.cli.session.start import lay_out, phrases
from drafter.cli.session.window.run import Host, window
from drafter.config import Workspace, shipped
from drafter.library.syllables import readings_of

KEYS = 400
PIECES = 100  # typed to see the menu: four characters and three initials of a phrase each
KILLS = 200
EDITS = (1_000, 5_000, 10_000)
BAR_SCREEN, BAR_MENU, BAR_LOST = 30, 5, 1.0  # ms, ms, seconds
UP, DOWN, PAGE_DOWN, CTRL_Q, BACKSPACE = "\x1b[A", "\x1b[B", "\x1b[6~", "\x11", "\x7f"
TO_A_DEED = [PAGE_DOWN, PAGE_DOWN, *[DOWN] * 9]
Spent = tuple[float, float]  # milliseconds by the clock, and of this process's own work
SIZE = Size(rows=48, columns=160)
TEXT = "今年以来持续推进乡村振兴战略，农业基础更加牢固，人居环境明显改善。"
SAMPLE = shipped("templates") / "outlines" / "示例_半年报告.yaml"


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as home:
        workspace = Workspace(Path(home))
        shutil.copytree(shipped("corpus"), workspace.corpus)
        app.mine(workspace, [], lambda *_: None)
        outline = workspace.root / "提纲.yaml"
        shutil.copy(SAMPLE, outline)
        times = {
            "typing in running text, to the screen": to_screen(workspace, outline, list(TEXT * (KEYS // len(TEXT)))),
            "from cell to cell, to the screen": to_screen(workspace, outline, [DOWN, UP] * (KEYS // 2)),
            "a figure typed and left, to the screen": to_screen(workspace, outline, ["一", DOWN, UP] * (KEYS // 3)),
        }
        chance = random.Random(11)
        killed = [kill_once(workspace, SAMPLE, chance) for _ in range(KILLS)]
        grown = memory(workspace, outline)
        times[f"typing, to the menu of {PHRASES:,} phrases"] = to_menu(workspace, outline)
    print("| keys | p50 ms | p99 ms | max ms | processor p99 ms | bar p99 ms |\n|---|---|---|---|---|---|")
    for name, each in times.items():
        clock, busy = (statistics.quantiles(column, n=100) for column in zip(*each, strict=True))
        bar = BAR_MENU if "menu" in name else BAR_SCREEN
        print(f"| {name} | {clock[49]:.1f} | {clock[98]:.1f} | {max(each)[0]:.1f} | {busy[98]:.1f} | {bar} |")
    print("\n| edits | memory MB |\n|---|---|")
    for edits, megabytes in grown.items():
        print(f"| {edits:,} | {megabytes:.1f} |")
    print(f"\n{_told(killed)}")


def _told(killed: list[Killed]) -> str:
    oldest = sorted(each.oldest for each in killed)
    broken = sum(not each.is_valid for each in killed)
    return (
        f"{len(killed)} kills while {sum(each.typed for each in killed):,} characters were typed: the oldest lost was "
        f"{oldest[-1]:.2f} s old (half of the kills: {oldest[len(oldest) // 2]:.2f} s; bar {BAR_LOST} s), "
        f"{broken} outlines broken."
    )


def to_screen(workspace: Workspace, outline: Path, keys: list[str]) -> list[Spent]:
    """Return the milliseconds from each key to its screen."""
    times: list[Spent] = []
    begin = [PAGE_DOWN, PAGE_DOWN, DOWN, DOWN]
    with opened(workspace, outline) as (pipe, host):
        pressing = _Pressing(pipe, [*begin, *keys], times)
        host.application.after_render += pressing.shown
        host.run()
    return times[20:]


def to_menu(workspace: Workspace, outline: Path) -> list[Spent]:
    """Return the milliseconds from each key to what is offered among PHRASES phrases, where anything is."""
    draw = random.Random(7)
    made = generated(draw)
    workspace.library.unlink()
    write(made, workspace.library, draw)
    times: list[Spent] = []
    with opened(workspace, outline) as (pipe, host):
        buffer = host.screen.editor.buffer
        pressing = _Pressing(pipe, [*TO_A_DEED, *typed(["".join(words) for words in made], draw)], times)

        def offered(_: object) -> None:
            if buffer.complete_state and buffer.complete_state.completions:
                pressing.note()

        buffer.on_completions_changed += offered
        host.application.after_render += lambda _: pressing.press()
        host.run()
    return times[20:]


def typed(made: list[str], draw: random.Random) -> Iterator[str]:
    """Yield keys: stretches of phrases, then initials of what goes on from there."""
    syllables = readings_of(sign for text in made for sign in text)
    for text in draw.sample([text for text in made if len(text) >= 7], PIECES):
        initials = [draw.choice(syllables[sign].split())[0] for sign in text[4:7] if sign in syllables]
        yield from (*text[:4], *initials, "，")


def memory(workspace: Workspace, outline: Path) -> dict[int, float]:
    """Return the MB that the process holds after so many edits."""
    grown: dict[int, float] = {}
    keys = [f"一{UP}{DOWN}", f"{BACKSPACE}{UP}{DOWN}"] * (EDITS[-1] // 2)  # put in, and taken out again
    with opened(workspace, outline) as (pipe, host):
        pressing = _Pressing(pipe, [*TO_A_DEED, *keys], [])

        def count(_: object) -> None:
            pressing.shown()
            done = pressing.total - len(pressing.keys) - len(TO_A_DEED)
            if done in EDITS and done not in grown:
                gc.collect()
                grown[done] = resident()

        host.application.after_render += count
        host.run()
    return grown


@contextlib.contextmanager
def opened(workspace: Workspace, outline: Path) -> Iterator[tuple[PipeInput, Host]]:
    """Give the keyboard of a window on an outline, and the window."""
    with create_pipe_input() as pipe:
        output = Vt100_Output(io.StringIO(), lambda: SIZE, term="xterm-256color")
        with create_app_session(input=pipe, output=output), phrases(workspace) as (store, completer, _):
            desk = lay_out(workspace, outline, completer)
            yield pipe, window(desk, store, completer)
            desk.journal.clear()


class _Pressing:
    """Presses the next key when what the one before brought up is there; leaves without saving in the end."""

    def __init__(self, pipe: PipeInput, keys: list[str], times: list[Spent]) -> None:
        self.pipe, self.keys, self.times = pipe, keys, times
        self.total = len(keys)
        self.pressed = self.busy = 0.0
        self.is_over = False

    def shown(self, _: object = None) -> None:
        """Note the time, and press."""
        self.note()
        self.press()

    def note(self) -> None:
        """Note the time since the last key."""
        if self.pressed:
            clock, busy = time.perf_counter() - self.pressed, time.process_time() - self.busy
            self.times.append((clock * 1000, busy * 1000))
            self.pressed = 0.0

    def press(self) -> None:
        """Press the next key."""
        if self.keys:
            key = self.keys.pop(0)
            self.pressed, self.busy = time.perf_counter(), time.process_time()
            self.pipe.send_text(key)
        elif not self.is_over:
            self.is_over = True
            self.pipe.send_text(f"{CTRL_Q}{DOWN}\r")


if __name__ == "__main__":
    main()
