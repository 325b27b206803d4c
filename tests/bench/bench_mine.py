"""Time the whole of mining, from files to library, beside bare jieba on the same text, in one run.

The larger set stands beside the checkout, in ../shared/reports, and is left out where it does not.

Run: python tests/bench/bench_mine.py
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from drafter.ingest.reader import read
from drafter.library.mine import mine
from drafter.model import Document
from drafter.text.words import cut

ROOT = Path(__file__).parents[2]
SETS = {"sample corpus": ROOT / "corpus", "reports of higher levels": ROOT.parent / "shared" / "reports"}


def main() -> None:
    """Print a row for each set of reports."""
    print("| text | MB | read s | mine s | its longest stages, s | whole MB/s | jieba.lcut MB/s | whole/jieba |")
    print("|---|---|---|---|---|---|---|---|")
    absent = []
    for name, folder in SETS.items():
        if folder.is_dir():
            print(row(name, folder))
        else:
            absent.append(f"{name}: not measured, {folder} is absent")
    print(*absent, sep="\n")


def row(name: str, folder: Path) -> str:
    """Measure one set of reports."""
    start = time.perf_counter()
    documents = read_all(folder)
    reading = time.perf_counter() - start
    size = sum(len(document.text.encode("utf-8")) for document in documents) / 1e6
    mining, stages = time_mining(documents)
    jieba = time_jieba(documents)
    slowest = "、".join(f"{stage} {seconds:.1f}" for stage, seconds in stages if seconds >= 0.1 * mining)
    whole = reading + mining
    return (
        f"| {name} | {size:.2f} | {reading:.1f} | {mining:.1f} | {slowest} "
        f"| {size / whole:.2f} | {size / jieba:.2f} | {whole / jieba:.2f} |"
    )


def read_all(folder: Path) -> list[Document]:
    """Read every .txt under a folder."""
    files = sorted(folder.rglob("*.txt"))
    return [document for path in files for document in read(path, path.relative_to(folder).as_posix())]


def time_mining(documents: Sequence[Document]) -> tuple[float, list[tuple[str, float]]]:
    """Return the seconds that mining takes, and those of each stage; jieba's dictionary is loaded before."""
    cut("预热")
    told: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        mine(documents, Path(folder) / "library.sqlite", lambda stage, _: told.append((stage, time.perf_counter())))
    stages = [(stage, after - at) for (stage, at), (_, after) in pairwise(told)]
    return told[-1][1] - told[0][1], stages


def time_jieba(documents: Sequence[Document]) -> float:
    """Return the seconds that jieba.lcut takes on the same texts, as it comes, its dictionary loaded before."""
    import jieba  # noqa: PLC0415 - only to be timed

    jieba.lcut("预热")
    start = time.perf_counter()
    for document in documents:
        jieba.lcut(document.text)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
