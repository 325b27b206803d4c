"""Time the two parts of mining frames: patterns of every clause, then the frames they give.

Run: python tests/bench/bench_frames.py [--reports FOLDER]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from drafter.ingest.reader import read
from drafter.library.clauses import clauses_of
from drafter.library.frames import Seen, gather_frames
from drafter.library.patterns import patterns
from drafter.library.slots import Word
from drafter.model import Document, Span
from drafter.text.placed import placed_sections
from drafter.text.places import places
from drafter.text.wordclass import FIGURE, NAME, STRANGE, kinds
from drafter.text.words import cut

ROOT = Path(__file__).parents[2]
REPEATED = 60_000  # patterns that the second part is given, the same ones again as those of other reports

Read = tuple[str, list[Word], list[Span]]


def main() -> None:
    """Print one row for a folder of reports."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=Path, default=ROOT / "corpus")
    files = sorted(path for path in parser.parse_args().reports.rglob("*.txt") if path.stem != "README")
    clauses = [each for path in files for document in read(path, path.name) for each in clauses_in(document)]
    figures = sum(any(word.kind == FIGURE for word in words) for _, words, _ in clauses)
    begin = time.process_time()
    found = [pattern for clause in clauses for pattern in patterns(*clause)]
    first = time.process_time() - begin
    rounds = range(REPEATED // len(found) + 1)
    seen = [Seen(*pattern[:4], pattern.plain, turn, turn, turn, "数据", "") for turn in rounds for pattern in found]
    begin = time.process_time()
    frames = gather_frames(seen[:REPEATED], [str(turn) for turn in rounds])
    second = time.process_time() - begin
    print("| clauses | with figures | patterns | s for 100,000 clauses | frames | s to gather 60,000 patterns |")
    print("|---|---|---|---|---|---|")
    rate = first / len(clauses) * 100_000
    print(f"| {len(clauses)} | {figures} | {len(found)} | {rate:.2f} | {len(frames)} | {second:.2f} |")


def clauses_in(document: Document) -> Iterator[Read]:
    """Yield the clauses of a report ready for `patterns`; figures, names and strange words are not clean."""
    for clause in clauses_of(document, placed_sections(document)):
        text, words, start = clause.span.of(document.text), [], 0
        texts = cut(text)
        for word, kind in zip(texts, kinds(texts).tolist(), strict=True):
            words.append(Word(word, start, kind, kind not in {FIGURE, NAME, STRANGE}))
            start += len(word)
        yield text, words, [place.span for place in places(text, None, texts)]


if __name__ == "__main__":
    main()
