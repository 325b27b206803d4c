"""Read reports and digest them, several at a time, each only when its file has changed."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.processes import end_with_parent
from drafter.errors import DrafterError, Problem, ReadError

if TYPE_CHECKING:
    from drafter.library.digest import Digest
    from drafter.model import Progress


WORTH_SHARING = 2_000_000
"""Bytes to read from which several processes are faster than one: each takes over half a second to load its tables."""

MOST_WORKERS = 8
"""Processes: each takes 150 MB, mostly words and places; Windows can wait for 61 at most."""

UNCOLLECTED = 50_000
"""New objects after which a reading process looks for garbage: at Python's 700 that takes a twentieth of its time."""

_STAGE = "读取报告"
_UNFORESEEN = "请另存为 .docx 或 .txt 再试，并把这个文件发给维护的同志"


def read_digests(
    files: Mapping[str, Path], hashes: Mapping[str, str], shelf: Path, progress: Progress
) -> tuple[list[Digest], list[DrafterError]]:
    """Return the digests of reports in the order of `hashes`, and why any file could not be read.

    `files` and `hashes` give path and SHA-256 of each file by its name. What stands on the shelf is not read again.
    """
    from drafter.library.mine import maker
    from drafter.library.shelf import Shelf

    with Shelf(shelf, maker()) as open_shelf:
        progress(_STAGE, 0.0)
        found = open_shelf.take(hashes)
        new: dict[str, tuple[Digest, ...]] = {}
        unread: dict[str, Problem] = {}
        try:
            for name, read in _read({name: files[name] for name in hashes if name not in found}, progress):
                if isinstance(read, Problem):
                    unread[name] = read
                else:
                    new[name] = read
        finally:  # what was read before Ctrl+C need not be read again
            if new or len(found) < len(hashes):
                open_shelf.put(new, hashes)
    all_read = found | new
    digests = [digest for name in hashes for digest in all_read.get(name, ())]
    return digests, [error_of(unread[name]) for name in hashes if name in unread]


def _read(files: Mapping[str, Path], progress: Progress) -> Iterator[tuple[str, tuple[Digest, ...] | Problem]]:
    """Yield each file's name with its digests, or with why it cannot be read, as they are done."""
    sizes = {name: _size(path) for name, path in files.items()}
    whole, done = sum(sizes.values()) or 1, 0
    workers = min(os.cpu_count() or 1, len(files), MOST_WORKERS) if whole >= WORTH_SHARING else 1
    for name, read in _here(files) if workers == 1 else _in_processes(files, workers):
        yield name, read
        done += sizes[name]
        progress(_STAGE, done / whole)


def _here(files: Mapping[str, Path]) -> Iterator[tuple[str, tuple[Digest, ...] | Problem]]:
    return ((name, digest_file(path, name)) for name, path in files.items())


def _in_processes(files: Mapping[str, Path], workers: int) -> Iterator[tuple[str, tuple[Digest, ...] | Problem]]:
    from drafter.library.digest import shared

    context = multiprocessing.get_context("spawn")  # threads of numpy do not survive a fork
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_work)
    left = dict(files)
    try:
        with _interrupts_held():
            tasks = {pool.submit(digest_file, path, name): name for name, path in files.items()}
        for task in as_completed(list(tasks)):
            name, read = tasks.pop(task), task.result()
            del task, left[name]
            yield name, read if isinstance(read, Problem) else shared(read)
    except BrokenExecutor:  # one was killed, mostly for want of memory: what is left is read here, one by one
        yield from _here(left)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl+C back while processes start, so that none is torn from its beginning with a traceback.

    They inherit that it is blocked; here it is also noted and raised in the end, for some thread of a library may be
    given it. Windows blocks nothing: there `_begin_work` must do for the processes.
    """
    if threading.current_thread() is not threading.main_thread():  # only the main one is ever interrupted
        yield
        return
    pressed: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    blocked = None if sys.platform == "win32" else signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        if sys.platform != "win32" and blocked is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        signal.signal(signal.SIGINT, handler)
    if pressed:
        raise KeyboardInterrupt


def _begin_work() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # left to the parent
    gc.set_threshold(UNCOLLECTED)
    end_with_parent()


def digest_file(path: Path, name: str) -> tuple[Digest, ...] | Problem:
    """Return the digests of a file's reports, or why it cannot be read."""
    from drafter.ingest.reader import read
    from drafter.library.digest import digest

    try:
        return tuple(map(digest, read(path, name)))
    except DrafterError as error:
        return error.problems[0]
    except Exception as error:
        return Problem(f"没能读完，drafter 在这里出了错（{type(error).__name__}）", _UNFORESEEN, path=path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def error_of(problem: Problem) -> ReadError:
    """Return the error that another process told as a problem."""
    return ReadError(problem.message, problem.remedy, path=problem.path, line=problem.line)
