"""Time whole commands from a cold start, as a writer waits for them.

Run: python tests/bench/bench_commands.py   (after `drafter mine`)
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
OUTLINE = ROOT / "templates" / "outlines" / "示例_半年报告.yaml"
ROUNDS = 7


def seconds(*command: str) -> float:
    """Return the median time of a command, each run in a process of its own."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print a line a command; bare Python gives the machine's own share."""
    # as installed: Python may have been told not to keep what it compiles
    subprocess.run([sys.executable, "-m", "compileall", "-q", "drafter"], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "drafter", "mine"], cwd=ROOT, check=True, capture_output=True)
    with tempfile.TemporaryDirectory() as folder:
        draft = str(Path(folder) / "draft.docx")
        rows = [
            ("bare Python (-c pass)", seconds("-c", "pass"), ""),
            ("drafter --help", seconds("-m", "drafter", "--help"), ""),
            ("drafter build, with the library", seconds("-m", "drafter", "build", str(OUTLINE), "-o", draft), "1.0"),
            ("drafter build --bare", seconds("-m", "drafter", "build", str(OUTLINE), "-o", draft, "--bare"), "1.0"),
            ("drafter check", seconds("-m", "drafter", "check", draft), "1.0"),
        ]
    print("| command, cold | median s | bar s |\n|---|---|---|")
    for name, median, bar in rows:
        print(f"| {name} | {median:.2f} | {bar} |")


if __name__ == "__main__":
    main()
