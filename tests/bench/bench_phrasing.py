"""Measure how far drafts are phrased as reports are: common clauses, what opens a paragraph, what ends it.

Run: python tests/bench/bench_phrasing.py [--reports FOLDER]

What writers do is counted in the reports themselves: clauses without names and figures whose core at least five
localities use, by exactly the library's own measure, and the moves of the last clauses.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from drafter.compose.compose import compose
from drafter.compose.outline import load_outline
from drafter.config import shipped
from drafter.library.company import ANYONES
from drafter.library.store import Store
from drafter.model import Paragraph
from drafter.text.moves import Chapter, move_of
from drafter.text.plan_moves import plan_move
from drafter.text.sentences import clauses

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))
from tests.bench.bench_compose import OUTLINES, mined  # noqa: E402  outlines and library of that bench

SEEDS = 5
FRAGMENT = 4  # characters; what is shorter is no clause of its own
SHORTEST = 40  # characters; shorter lines of a report are mostly headings
HEAD = "| paragraphs | number | of common clauses | begin with a basis | end in an effect | with amounts: begin | end |"
_CHAPTERS: tuple[tuple[Chapter, str], ...] = (("review", "回顾["), ("plan", "打算["))


class Told(NamedTuple):
    """A paragraph: its characters, how many of them are of common clauses, and the moves it makes."""

    chars: int
    common: int
    moves: tuple[str, ...]


def written(library: Store, chapter: Chapter) -> Iterator[Told]:
    """Yield the paragraphs of a chapter of the reports; of the review those with figures."""
    common = {clause.text for clause in library.common_clauses(ANYONES) if clause.pure and clause.localities >= ANYONES}
    for section in library.sections(chapter=chapter, limit=100_000):
        for point in section.points:
            if len(point.text) < SHORTEST or (chapter == "review" and "数据" not in point.moves):
                continue
            said = [span.of(point.text) for span in clauses(point.text)]
            used = sum(len(text) for text in said if text in common)
            yield Told(len(point.text), used, point.moves)


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
    return any("数据" in ref for ref in refs) if figures else any("数据" in ref or "事项" in ref for ref in refs)


def _told(paragraph: Paragraph, chapter: Chapter) -> Told:
    used = sum(len(piece.text) for piece in paragraph.pieces if piece.ref.startswith("分句"))
    text = "".join(piece.text for piece in paragraph.pieces if "小标题" not in piece.ref).lstrip("。")
    spans = [span for span in clauses(text) if len(span) >= FRAGMENT]
    moves = (_move(span.of(text), chapter, begins=text[span.start - 1 : span.start] != "，") for span in spans)
    return Told(len(paragraph.text), used, tuple(move for move, _ in groupby(moves)))


def _move(clause: str, chapter: Chapter, *, begins: bool) -> str:
    move = move_of(clause, chapter)
    return plan_move(clause, begins=begins) if chapter == "plan" and move == "打算" else move


def row(name: str, told: list[Told]) -> str:
    """Return a line of the table."""
    chars, common = sum(each.chars for each in told), sum(each.common for each in told)
    moves = [each.moves for each in told if each.moves]
    counted = [each for each in moves if "数据" in each]
    shares = [
        _share(moves, 0, "依据"),
        _share(moves, -1, "成效"),
        _share(counted, 0, "数据"),
        _share(counted, -1, "数据"),
    ]
    return f"| {name} | {len(told)} | {common / chars:.1%} | {' | '.join(f'{share:.0%}' for share in shares)} |"


def _share(moves: list[tuple[str, ...]], place: int, move: str) -> float:
    return sum(each[place] == move for each in moves) / max(1, len(moves))


def main() -> None:
    """Print what writers do beside what drafts do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=ROOT / "corpus")
    arguments = parser.parse_args()
    print(f"{HEAD}\n|{'---|' * 7}")
    with tempfile.TemporaryDirectory() as name, mined(arguments.reports, Path(name) / "library.sqlite") as library:
        for chapter, part in _CHAPTERS:
            print(row(f"reports, {chapter}", list(written(library, chapter))))
            print(row(f"drafts, {chapter}", list(composed(library, chapter, part))))


if __name__ == "__main__":
    main()
