"""Time the two parts of mining frames: patterns of every clause, then the frames they give.

Run: python tests/bench/bench_frames.py [--reports FOLDER]
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from drafter.ingest.reader import read
from drafter.library.clauses import cut_clauses
from drafter.library.corpus import join
from drafter.library.frames import Seen, gather_frames
from drafter.library.patterns import patterns
from drafter.library.sections import placed_sections
from drafter.library.slots import Word
from drafter.library.wordclass import FIGURE, NAME, STRANGE, kinds
from drafter.model import Span
from drafter.text.places import places
from drafter.text.words import cut

ROOT = Path(__file__).parents[2]
REPEATED = 60_000  # patterns that the second part is given, the same ones again as those of other reports

Read = tuple[str, list[Word], list[Span]]


def main() -> None:
    """Print one row for a folder of reports."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=Path, default=ROOT / "corpus")
    clauses = read_clauses(parser.parse_args().reports)
    figures = sum(any(word.kind == FIGURE for word in words) for _, words, _ in clauses)
    begin = time.process_time()
    found = [pattern for clause in clauses for pattern in patterns(*clause)]
    first = time.process_time() - begin
    rounds = range(REPEATED // len(found) + 1)
    seen = [Seen(pattern, turn, turn, turn, "数据", "") for turn in rounds for pattern in found][:REPEATED]
    begin = time.process_time()
    frames = gather_frames(seen, [str(turn) for turn in rounds])
    second = time.process_time() - begin
    print("| clauses | with figures | patterns | s for 100,000 clauses | frames | s to gather 60,000 patterns |")
    print("|---|---|---|---|---|---|")
    rate = first / len(clauses) * 100_000
    print(f"| {len(clauses)} | {figures} | {len(found)} | {rate:.2f} | {len(frames)} | {second:.2f} |")


def read_clauses(folder: Path) -> list[Read]:
    """Return the clauses of all reports ready for `patterns`."""
    files = sorted(path for path in folder.rglob("*.txt") if path.stem != "README")
    documents = [document for path in files for document in read(path, path.name)]
    corpus = join(documents)
    text, found = corpus.text, cut_clauses(corpus, [placed_sections(document) for document in documents])
    return [as_read(text[start:end]) for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def as_read(clause: str) -> Read:
    """Cut a clause; figures, names and strange words are not clean."""
    words, start = [], 0
    texts = cut(clause)
    for text, kind in zip(texts, kinds(texts).tolist(), strict=True):
        words.append(Word(text, start, kind, kind not in {FIGURE, NAME, STRANGE}))
        start += len(text)
    return clause, words, [place.span for place in places(clause, None, texts)]


if __name__ == "__main__":
    main()
