"""Time the whole of mining, from files to library, beside bare jieba on the same text, in one run.

The larger set stands beside the checkout, in ../shared/reports, and is left out where it does not.

Run: python tests/bench/bench_mine.py
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from drafter import app
from drafter.config import Workspace

ROOT = Path(__file__).parents[2]
SETS = {"sample corpus": ROOT / "corpus", "reports of higher levels": ROOT.parent / "shared" / "reports"}


def main() -> None:
    """Print a row for each set of reports."""
    print("| text | MB | jieba.lcut s | whole s | of it reading s | whole/jieba | one file more s | of the whole |")
    print("|---|---|---|---|---|---|---|---|")
    absent = []
    for name, folder in SETS.items():
        if folder.is_dir():
            print(row(name, folder))
        else:
            absent.append(f"{name}: not measured, {folder} is absent")
    print(*absent, sep="\n")


def row(name: str, folder: Path) -> str:
    """Measure one set of reports: all of it but the last file, then that file as well."""
    with tempfile.TemporaryDirectory() as home:
        workspace = Workspace(Path(home))
        shutil.copytree(folder, workspace.corpus)
        files = sorted(workspace.corpus.rglob("*.txt"))
        jieba = time_jieba([path.read_text(encoding="utf-8", errors="ignore") for path in files])
        size = sum(path.stat().st_size for path in files) / 1e6
        late = files[len(files) // 2].rename(workspace.root / "late.txt")
        whole, reading = time_mining(workspace)
        late.rename(files[len(files) // 2])
        more, _ = time_mining(workspace)
    return (
        f"| {name} | {size:.2f} | {jieba:.1f} | {whole:.1f} | {reading:.1f} | {whole / jieba:.2f} "
        f"| {more:.1f} | {more / whole:.0%} |"
    )


def time_mining(workspace: Workspace) -> tuple[float, float]:
    """Return the seconds that mining takes, as the command does it but for starting Python, and those of reading."""
    told: list[tuple[str, float]] = []
    start = time.perf_counter()
    app.mine(workspace, [], lambda stage, _: told.append((stage, time.perf_counter())))
    read = max(at for stage, at in told if stage == "读取报告")
    return time.perf_counter() - start, read - start


def time_jieba(texts: list[str]) -> float:
    """Return the seconds that jieba.lcut takes on the same texts, as it comes, its dictionary loaded before."""
    import jieba  # noqa: PLC0415 - only to be timed

    jieba.lcut("预热")
    start = time.perf_counter()
    for text in texts:
        jieba.lcut(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
