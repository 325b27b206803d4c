"""Measure drafts of the hand-written outlines and of drawn ones, with a library mined from the sample corpus.

Run: python tests/bench/bench_compose.py [--reports FOLDER] [--drawn N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from drafter.app.own_words import reuse_of_composed
from drafter.compose.compose import compose
from drafter.compose.outline import load_outline
from drafter.compose.outline_fields import Outline
from drafter.config import shipped
from drafter.ingest.reader import read
from drafter.library.digest import digest
from drafter.library.mine import mine
from drafter.library.store import Store, open_library

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))
from tests.compose import laws, measures  # noqa: E402  what the tests ask, too
from tests.compose.drawing import Drawing  # noqa: E402

OUTLINES = ROOT / "tests" / "compose" / "outlines"
HEAD = (
    "| outline | figures | values placed | laws broken | foreign places | composer reused | longest run | library | s |"
)
BARS = "| bar | | all | 0 | 0 | 10 % | 30 | | |"


def mined(folder: Path, path: Path) -> Store:
    """Mine the reports of a folder into a library at `path`."""
    files = sorted(each for each in folder.rglob("*.txt") if each.stem != "README")
    mine([digest(document) for each in files for document in read(each, each.name)], path)
    return open_library(path)


def outlines(drawn: int) -> Iterator[tuple[str, Outline]]:
    """Yield the hand-written outlines by name, and so many drawn ones."""
    for path in sorted(OUTLINES.glob("*.yaml")):
        yield path.stem, load_outline(path)
    for seed in range(drawn):
        yield f"drawn {seed}", Drawing(seed).outline()


def row(outline: Outline, library: Store, texts: list[str]) -> list[Any]:
    """Compose one outline and measure the draft."""
    start = perf_counter()
    report = compose(outline, library=library, template_folders=[shipped("templates")])
    seconds = perf_counter() - start
    wanted, placed = laws.values_of(outline).total(), laws.placed(outline, report).total()
    broken = len(laws.faults(outline, report)) + len(measures.neighbours(report, texts))
    return [
        len(laws.facts_of(outline)),
        (placed, wanted),
        broken,
        len(measures.foreign_places(outline, report)),
        reuse_of_composed(report, library.index()),
        measures.longest_run(report, texts),
        measures.library_share(report),
        seconds,
    ]


def shown(name: str, figures: list[Any]) -> str:
    """Return a row as it is printed."""
    count, (placed, wanted), broken, foreign, reuse, run, share, seconds = figures
    cells = [name, count, f"{placed}/{wanted}", broken, foreign, f"{reuse:.1%}", run, f"{share:.1%}", f"{seconds:.2f}"]
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Print a line for each hand-written outline, and the worst of the drawn ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=ROOT / "corpus")
    parser.add_argument("--drawn", type=int, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with mined(arguments.reports, folder / "library.sqlite") as library:
            texts = [library.report(number).text for number in range(len(library.reports()))]
            rows = [(title, row(outline, library, texts)) for title, outline in outlines(arguments.drawn)]
    written = [each for each in rows if not each[0].startswith("drawn")]
    drawn = [figures for title, figures in rows if title.startswith("drawn")]
    print(f"{HEAD}\n|{'---|' * 9}")
    for title, figures in written:
        print(shown(title, figures))
    if drawn:
        placed = tuple(sum(figures[1][side] for figures in drawn) for side in (0, 1))
        totals = [sum(figures[0] for figures in drawn), placed, *(sum(f[n] for f in drawn) for n in (2, 3))]
        print(shown(f"{len(drawn)} drawn: sums, worst", [*totals, *(max(f[n] for f in drawn) for n in range(4, 8))]))
    print(BARS)


if __name__ == "__main__":
    main()
