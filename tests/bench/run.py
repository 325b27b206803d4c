"""Run every benchmark and write what they print into RESULTS.md, beside the commands that give it.

Run: make bench
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
BENCHES = (
    ("Mining: whole `drafter mine` against bare `jieba.lcut` on the same text", "bench_mine.py"),
    ("Reuse: planted passages, strict PAN plagdet, beside difflib and rapidfuzz", "bench_reuse.py"),
    ("Word: the writer against bare python-docx", "bench_word.py"),
    ("Commands from a cold start", "bench_commands.py"),
)
HEAD = """# Results

Written by `make bench`; every figure of a section comes from one run of the command above it. Times depend on the
machine and its load: compare ratios. Machine of this run: {cores} cores, Python {python}.
"""


def section(title: str, script: str) -> str:
    """Run one benchmark; return its section of the page."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, str(FOLDER / script)]
    print(f"{title} …", flush=True)
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    print(done.stdout, flush=True)
    return f"\n## {title}\n\n`python tests/bench/{script}`\n\n{done.stdout.strip()}\n"


def main() -> None:
    """Run all, then write the page in one go."""
    head = HEAD.format(cores=os.cpu_count(), python=platform.python_version())
    page = head + "".join(section(title, script) for title, script in BENCHES)
    (FOLDER / "RESULTS.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
