"""Moves against clauses labelled by hand; `moves/development.tsv` begins with the rules of labelling.

The classifier was written while looking at the development half only. The same reader labelled 60 clauses of both
halves a second time, the first labels hidden: 58 agreed (κ = .96).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from drafter.ingest.reader import read
from drafter.model import Document, Move
from drafter.text.moves import Chapter, move_of
from drafter.text.placed import placed_sections, placed_sentences

from .conftest import Measured

FOLDER = Path(__file__).parent / "moves"
ROOT = Path(__file__).parents[2]
ROOTS = {"corpus": ROOT, "reports": ROOT.parent / "shared"}  # what a source's path begins with, and where it lies

HASHES = {  # of the labels: whoever changes them sees the floors they go with
    "development.tsv": "cb54ee836327a17bd3d3c51bc4c8188002abbfa80af879f352dc39c12eb07dd6",
    "held_out.tsv": "b12b912cdba8a6c4e2356a43979b0465bd37e90a3d296a239f1a672eb10573a8",
}
# Reached: .967 and .969; held out .928 and .922, at the first look .931 and .926.
FLOORS = {"development.tsv": (0.95, 0.95), "held_out.tsv": (0.92, 0.91)}  # accuracy, macro F1
FLOOR_OF_EACH = 0.80  # F1; the lowest is 成效, .84 held out
SAME_CHAPTER = 0.97  # of clauses whose report is at hand: reading may get better without the labels written anew
FEWEST = 15  # labels of each move in each half


@dataclass(frozen=True, slots=True)
class Labelled:
    """A clause with the move a reader gave it."""

    source: str
    chapter: Chapter  # as drafter placed it when the label was written
    sentence: str  # cut to what stands around the clause, which is between ⟦ and ⟧
    move: Move

    @property
    def clause(self) -> str:
        """Return the clause without what stands around it."""
        return self.sentence.partition("⟦")[2].partition("⟧")[0]


@cache
def labelled(name: str) -> tuple[Labelled, ...]:
    """Return the labelled clauses of one half."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return tuple(Labelled(source, chapter, sentence, move) for source, chapter, _, sentence, move in rows)


@cache
def documents(path: str) -> dict[str, Document]:
    """Return the reports of a file by source, none when the file is not at hand."""
    file = ROOTS[path.partition("/")[0]] / path
    return {document.source.path: document for document in read(file, path)} if file.is_file() else {}


@cache
def places(source: str) -> tuple[tuple[int, int, Chapter], ...]:
    """Return the sentences of a report with their chapters, none when the report is not at hand."""
    document = documents(source.partition("#")[0]).get(source)
    if document is None:
        return ()
    placed = placed_sentences(document, placed_sections(document))
    return tuple((sentence.span.start, sentence.span.end, sentence.chapter) for sentence in placed)


def read_chapter(label: Labelled) -> Chapter | None:
    """Return the chapter drafter places a clause in, None when it does not find its sentence in the report."""
    text = documents(label.source.partition("#")[0])[label.source].text
    start = text.find(label.sentence.strip("…").replace("⟦", "").replace("⟧", ""))
    return next((chapter for first, end, chapter in places(label.source) if first <= start < end), None)


def chapter_of(label: Labelled) -> Chapter:
    """Return the chapter a clause stands in: from the report itself, else as the label records it."""
    return (read_chapter(label) if places(label.source) else None) or label.chapter


def scores(pairs: Counter[tuple[str, str]]) -> Iterator[tuple[str, float, float, float, int]]:
    """Yield for each move: precision, recall, F1 and the number of labels; `pairs` counts (label, answer)."""
    for move in get_args(Move):
        hits = pairs[move, move]
        answers = sum(count for (_, answer), count in pairs.items() if answer == move)
        labels = sum(count for (label, _), count in pairs.items() if label == move)
        f1 = 2 * hits / (answers + labels) if answers + labels else 0.0
        yield move, hits / answers if answers else 0.0, hits / labels if labels else 0.0, f1, labels


@pytest.mark.parametrize("name", HASHES)
def test_labels_are_those_the_floors_were_measured_on(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == HASHES[name]
    found = Counter(label.move for label in labelled(name))
    assert sum(found.values()) >= 300
    assert all(found[move] >= FEWEST for move in get_args(Move)), found


def test_no_report_is_in_both_halves() -> None:
    halves = [{label.source for label in labelled(name)} for name in HASHES]
    assert not set.intersection(*halves)


@pytest.mark.parametrize("name", HASHES)
def test_moves_are_right(name: str, measured: Measured) -> None:
    pairs = Counter((label.move, str(move_of(label.clause, chapter_of(label)))) for label in labelled(name))
    rows = list(scores(pairs))
    accuracy = sum(pairs[move, move] for move in get_args(Move)) / pairs.total()
    macro = sum(f1 for _, _, _, f1, _ in rows) / len(rows)
    told = "\n".join(f"{move} P {p:.2f} R {r:.2f} F1 {f1:.2f} of {count}" for move, p, r, f1, count in rows)
    summary = f"accuracy {accuracy:.3f}, macro F1 {macro:.3f}\n{told}"
    print(summary)  # seen with pytest -s
    measured(f"moves of clauses, macro F1, {name.removesuffix('.tsv')}", macro, "≥ .85")
    assert accuracy >= FLOORS[name][0], summary
    assert macro >= FLOORS[name][1], summary
    assert min(f1 for _, _, _, f1, _ in rows) >= FLOOR_OF_EACH, summary


@pytest.mark.parametrize("name", HASHES)
def test_recorded_chapters_are_those_of_the_reports(name: str) -> None:
    at_hand = [label for label in labelled(name) if places(label.source)]
    differing = [label for label in at_hand if read_chapter(label) != label.chapter]
    assert len(differing) <= (1 - SAME_CHAPTER) * len(at_hand), differing
