"""A process that works for another one does not outlive it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.app.processes import end_with_parent

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds
PARENT = """\
import multiprocessing
from tests.app.test_processes import work
if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=work)
    child.start()
    child.join()
"""


def work() -> None:
    """Do what takes long."""
    end_with_parent()
    print("begun", flush=True)
    time.sleep(600)


@pytest.mark.skipif(os.name == "nt", reason="there SIGKILL is not known")
def test_a_process_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, cwd=ROOT) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == b"begun\n"
        parent.send_signal(signal.SIGKILL)
        parent.communicate(timeout=PATIENCE)  # until nobody is left who could print
