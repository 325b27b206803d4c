"""Time the whole of mining, from files to library, beside bare jieba on the same text, in one run.

With our own segmenter, and with rjieba where it is installed (the extra `fast`). The larger set stands beside the
checkout, in ../shared/reports, and is left out where it does not.

Run: python tests/bench/bench_mine.py
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETS = {"sample corpus": ROOT / "corpus", "reports of higher levels": ROOT.parent / "shared" / "reports"}
SEGMENTERS = ("own", "rjieba")


def main() -> None:
    """Print a row for each set of reports and each segmenter."""
    print("Bars: whole/jieba 1.5 with our own, 0.5 with rjieba; one file more 5 % of the whole, of a thousand files.\n")
    print("| text | MB | jieba.lcut s | with | whole s | reading s | whole/jieba | one file more s | of the whole |")
    print("|---|---|---|---|---|---|---|---|---|")
    absent = []
    for name, folder in SETS.items():
        if folder.is_dir():
            for segmenter in SEGMENTERS:
                print(row(name, folder, segmenter), flush=True)
        else:
            absent.append(f"{name}: not measured, {folder} is absent")
    print(*absent, sep="\n")


def row(name: str, folder: Path, segmenter: str) -> str:
    """Measure one set of reports: all of it but one file, then that file as well."""
    with tempfile.TemporaryDirectory() as home:
        workspace = Path(home) / "workspace"
        shutil.copytree(folder, workspace / "corpus")
        files = sorted((workspace / "corpus").rglob("*.txt"))
        size = sum(path.stat().st_size for path in files) / 1e6
        middle = files[len(files) // 2]
        late = middle.rename(workspace / "late.txt")
        whole = mined(workspace, segmenter, Path(home))
        late.rename(middle)
        more = mined(workspace, segmenter, Path(home))
    return (
        f"| {name} | {size:.2f} | {whole['jieba']:.1f} | {segmenter} | {whole['mining']:.1f} | {whole['reading']:.1f} "
        f"| {whole['mining'] / whole['jieba']:.2f} | {more['mining']:.1f} | {more['mining'] / whole['mining']:.0%} |"
    )


def mined(workspace: Path, segmenter: str, home: Path) -> dict[str, float]:
    """Mine a workspace in a process of its own; return the seconds of mining, of reading, and of bare jieba."""
    (home / "rjieba.py").write_text("raise ImportError", encoding="utf-8")
    hidden = {"PYTHONPATH": str(home)} if segmenter == "own" else {}  # stands in front of the installed one
    command = [sys.executable, __file__, "--mine", str(workspace)]
    done = subprocess.run(command, env=os.environ | hidden, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def mine_here(workspace: Path) -> None:
    """Mine a workspace as the command does, but for starting Python, and print what it took."""
    from drafter import app  # noqa: PLC0415 - only here
    from drafter.config import Workspace  # noqa: PLC0415

    told: list[tuple[str, float]] = []
    start = time.perf_counter()
    app.mine(Workspace(workspace), [], lambda stage, _: told.append((stage, time.perf_counter())))
    mining = time.perf_counter() - start
    reading = max(at for stage, at in told if stage == "读取报告") - start
    print(json.dumps({"mining": mining, "reading": reading, "jieba": time_jieba(workspace)}))


def time_jieba(workspace: Path) -> float:
    """Return the seconds that jieba.lcut takes on the same texts, as it comes, its dictionary loaded before."""
    import jieba  # noqa: PLC0415 - only to be timed

    texts = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(workspace.rglob("*.txt"))]
    jieba.lcut("预热")
    start = time.perf_counter()
    for text in texts:
        jieba.lcut(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    if "--mine" in sys.argv:
        mine_here(Path(sys.argv[-1]))
    else:
        main()
