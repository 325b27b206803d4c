"""Measure how far drafts are phrased as reports are: common clauses in paragraphs, paragraphs that end in an effect.

Run: python tests/bench/bench_phrasing.py [--reports FOLDER]

What writers do is counted in the reports themselves: clauses without names and figures whose core at least five
localities use, by exactly the library's own measure, and the moves of the last clauses.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.compose.compose import compose
from drafter.compose.outline import load_outline
from drafter.config import shipped
from drafter.library.company import ANYONES
from drafter.library.store import Store
from drafter.model import Paragraph
from drafter.text.moves import Chapter, move_of
from drafter.text.sentences import clauses

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))
from tests.bench.bench_compose import OUTLINES, mined  # noqa: E402  outlines and library of that bench

SEEDS = 5
SHORTEST = 40  # characters; shorter lines of a report are mostly headings
_CHAPTERS: tuple[tuple[Chapter, str], ...] = (("review", "回顾["), ("plan", "打算["))


class Told(NamedTuple):
    """A paragraph: its characters, how many of them are of common clauses, whether it ends in an effect."""

    chars: int
    common: int
    ends: bool


def written(library: Store, chapter: Chapter) -> Iterator[Told]:
    """Yield the paragraphs of a chapter of the reports; of the review those with figures."""
    common = {clause.text for clause in library.common_clauses(ANYONES) if clause.pure and clause.localities >= ANYONES}
    for section in library.sections(chapter=chapter, limit=100_000):
        for point in section.points:
            if len(point.text) < SHORTEST or (chapter == "review" and "数据" not in point.moves):
                continue
            said = [span.of(point.text) for span in clauses(point.text)]
            used = sum(len(text) for text in said if text in common)
            yield Told(len(point.text), used, point.moves[-1] == "成效")


def composed(library: Store, chapter: Chapter, part: str) -> Iterator[Told]:
    """Yield the same of drafts of the hand-written outlines: what of the library stands in them."""
    outlines = [load_outline(path) for path in sorted(OUTLINES.glob("*.yaml"))]
    for outline in outlines:
        for seed in range(SEEDS):
            report = compose(outline, library=library, template_folders=[shipped("templates")], seed=seed)
            for paragraph in report.paragraphs():
                if paragraph.style == "body" and _is_of(paragraph, part, figures=chapter == "review"):
                    yield _told(paragraph, chapter)


def _is_of(paragraph: Paragraph, part: str, *, figures: bool) -> bool:
    refs = [piece.ref for piece in paragraph.pieces if piece.ref.startswith(part)]
    return any("数据" in ref for ref in refs) if figures else bool(refs)


def _told(paragraph: Paragraph, chapter: Chapter) -> Told:
    used = sum(len(piece.text) for piece in paragraph.pieces if piece.ref.startswith("分句"))
    last = re.split("[，；。]", paragraph.text.rstrip("。"))[-1]
    return Told(len(paragraph.text), used, move_of(last, chapter) == "成效")


def row(name: str, told: list[Told]) -> str:
    """Return a line of the table."""
    chars, common = sum(each.chars for each in told), sum(each.common for each in told)
    ends = sum(each.ends for each in told)
    return f"| {name} | {len(told)} | {common / chars:.1%} | {ends / len(told):.0%} |"


def main() -> None:
    """Print what writers do beside what drafts do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=ROOT / "corpus")
    arguments = parser.parse_args()
    print("| paragraphs | number | of common clauses | end in an effect |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name, mined(arguments.reports, Path(name) / "library.sqlite") as library:
        for chapter, part in _CHAPTERS:
            print(row(f"reports, {chapter}", list(written(library, chapter))))
            print(row(f"drafts, {chapter}", list(composed(library, chapter, part))))


if __name__ == "__main__":
    main()
