"""Pairs of a plan and the next review, with what became of which promise: how they are read and scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.check.checker import check
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import Document

PLAN = "清溪镇2022年度政府工作报告\n\n一、2022年工作回顾\n一年来，各项工作稳步推进。\n\n二、2023年工作打算\n{}\n"
REVIEW = "清溪镇2023年度政府工作报告\n\n一、2023年工作回顾\n{}\n\n二、2024年工作打算\n我们将再接再厉。\n"


@dataclass(frozen=True, slots=True)
class Pair:
    """A plan and the review that follows it."""

    plan: str
    review: str
    outcomes: tuple[tuple[str, str], ...]  # met, changed or missing; words of the promise


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of a promise beside what is right."""

    words: str
    right: str
    said: str  # "" where the promise was not seen


def load(path: Path) -> list[Pair]:
    """Return the pairs of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    starts = [number for number, row in enumerate(rows) if row[0] == "打算"]
    return [
        Pair(rows[start][1], rows[start + 1][1], tuple((row[0], row[1]) for row in rows[start + 2 : end]))
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]


def judge(pairs: Sequence[Pair], folder: Path) -> Iterator[Judged]:
    """Yield every labelled promise, and each finding besides that asks something of the writer."""
    for pair in pairs:
        last = _read(PLAN.format(pair.plan), folder / "上次.txt")
        draft = _read(REVIEW.format(pair.review), folder / "本次.txt")
        findings = [
            finding for finding in check(draft, build_index([]), previous=last).findings if finding.rule == "promises"
        ]
        said = {finding.message.split("“", 1)[1].split("”，本次")[0]: finding.kind for finding in findings}
        for outcome, words in pair.outcomes:
            yield Judged(words, outcome, next((kind for text, kind in said.items() if words in text), ""))
        for text, kind in said.items():
            if kind != "met" and not any(words in text for _, words in pair.outcomes):
                yield Judged(text, "", kind)


def _read(text: str, path: Path) -> Document:
    path.write_text(text, encoding="utf-8", newline="\n")
    [document] = read(path, path.name)
    return document
