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
ROOT = FOLDER.parents[1]
REPORTS = "../shared/reports"  # from the checkout
DISTRICTS = f"{REPORTS}/district"
BENCHES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Reading and mining: what is right of what was labelled by hand", ("bench_quality.py",)),
    ("Mining: whole `drafter mine` against bare `jieba.lcut` on the same text", ("bench_mine.py",)),
    ("Mining: memory, and one file more among a thousand", ("bench_scale.py",)),
    ("Reuse: planted passages in the sample reports, beside other libraries", ("bench_reuse.py",)),
    ("Reuse: the same in reports of districts", ("bench_reuse.py", "--reports", DISTRICTS)),
    ("Reuse: against 1,000 documents", ("bench_many.py", REPORTS)),
    ("Reuse: classes, and what a draft says twice", ("bench_classes.py",)),
    ("Drafts: hand-written and drawn outlines, beside a library of the sample corpus", ("bench_compose.py",)),
    ("Drafts: the same beside reports of districts", ("bench_compose.py", "--reports", DISTRICTS)),
    ("Phrases: a look-up among 100,000", ("bench_search.py",)),
    ("The session: from a key to the screen", ("bench_window.py",)),
    ("Word: the writer against bare python-docx", ("bench_word.py",)),
    ("Layout: faults planted one at a time in good Word files", ("bench_layout.py",)),
    ("Commands from a cold start", ("bench_commands.py",)),
)
HEAD = """# Results

Written by `make bench`; every figure of a section comes from one run of the command above it. Times depend on the
machine and its load: compare ratios. Machine of this run: {cores} cores, Python {python}.
"""


def section(title: str, script: str, *arguments: str) -> str:
    """Run one benchmark from the checkout; return its section of the page."""
    command = " ".join(("python", f"tests/bench/{script}", *arguments))
    head = f"\n## {title}\n\n`{command}`\n\n"
    absent = [each for each in arguments if each.startswith(REPORTS) and not (ROOT / each).is_dir()]
    if absent:
        return head + f"Not run: {absent[0]} is not here.\n"
    print(f"{title} …", flush=True)
    done = subprocess.run(
        [sys.executable, str(FOLDER / script), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    print(done.stdout, flush=True)
    return head + done.stdout.strip() + "\n"


def main() -> None:
    """Run all, then write the page in one go."""
    head = HEAD.format(cores=os.cpu_count(), python=platform.python_version())
    page = head + "".join(section(title, *command) for title, command in BENCHES)
    (FOLDER / "RESULTS.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
