"""Run every benchmark and write what they print into RESULTS.md, beside the commands that give it.

Run: make bench; or python tests/bench/run.py bench_word.py … for some of them, the other sections staying as they are.
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
    ("Drafts: phrased as reports are, beside reports of districts", ("bench_phrasing.py", "--reports", DISTRICTS)),
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


def kept() -> dict[str, str]:
    """Return the sections that the page has now, by their titles."""
    page = FOLDER / "RESULTS.md"
    parts = page.read_text(encoding="utf-8").split("\n## ")[1:] if page.exists() else []
    return {part.partition("\n")[0]: f"\n## {part.rstrip()}\n" for part in parts}


def main(wanted: list[str]) -> None:
    """Run all benchmarks, or those `wanted` by the names of their scripts; then write the page in one go."""
    old = kept() if wanted else {}
    page = HEAD.format(cores=os.cpu_count(), python=platform.python_version())
    for title, command in BENCHES:
        page += old.pop(title, "") if wanted and command[0] not in wanted else section(title, *command)
        old.pop(title, None)
    (FOLDER / "RESULTS.md").write_text(page + "".join(old.values()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
