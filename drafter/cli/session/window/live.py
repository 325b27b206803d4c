"""What the draft would be as the outline now stands, worked out in another process so that no key waits for it."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from drafter import app
from drafter.app import Preview
from drafter.app.processes import end_with_parent

Given = TypeVar("Given")

PAUSE = 0.8  # seconds without a key before the draft is worked out


@dataclass(slots=True)
class Live:
    """The latest preview of one outline; `changed` is called, in some thread, when there is a new one."""

    root: Path
    outline: Path
    changed: Callable[[], None] = lambda: None
    preview: Preview | None = None
    made_from: str = ""  # the outline that the preview is of
    _asked: str = ""
    _touched: float = 0.0  # monotonic seconds of the last key
    _pool: ProcessPoolExecutor | None = None
    _task: Future[Preview] | None = field(default=None)

    def touch(self) -> None:
        """Note that a key was pressed."""
        self._touched = time.monotonic()

    @property
    def is_idle(self) -> bool:
        """Tell whether the writer has paused."""
        return time.monotonic() - self._touched >= PAUSE

    def follow(self, text: str) -> None:
        """Work the draft of `text` out, unless that is being done or the writer is typing."""
        busy = self._task is not None and not self._task.done()
        if busy or text == self._asked or not self.is_idle:
            return
        self._asked = text
        with contextlib.suppress(OSError, RuntimeError):  # no process to be had, or it was killed: typing goes on
            self._task = self.work(app.preview, self.root, self.outline, text)
            self._task.add_done_callback(lambda task: self._take(task, text))

    def work(self, task: Callable[..., Given], *arguments: Any) -> Future[Given]:
        """Have something done in the other process, in its turn."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=end_with_parent)
        return self._pool.submit(task, *arguments)

    def _take(self, task: Future[Preview], text: str) -> None:
        if not task.cancelled() and isinstance(task.exception(), BrokenExecutor):
            self._pool, self._asked = None, ""  # a new process takes over
        elif not task.cancelled() and task.exception() is None:
            self.preview, self.made_from = task.result(), text
        self.changed()

    def close(self) -> None:
        """Stop working."""
        if self._pool is not None:
            for process in list(getattr(self._pool, "_processes", {}).values()):
                process.terminate()
            self._pool.shutdown(wait=False, cancel_futures=True)
