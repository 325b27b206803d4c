"""Paragraphs with planted faults: how they are read, checked, and scored by where the faults stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.check.checker import check
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import Document, Finding, Span

HEAD = "清溪镇2023年度政府工作报告\n\n一、2023年工作回顾\n"
OPEN, CLOSE = "⟦⟧"


@dataclass(frozen=True, slots=True)
class Planted:
    """A paragraph as a draft, with where its fault may be shown; no spans where it is clean."""

    label: str  # kind of the fault, or the trap of a clean one
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How well faults are found."""

    missed: tuple[Planted, ...]
    wrong: tuple[tuple[Planted, Finding], ...]  # findings where there is no fault
    found: int
    right: int  # findings on a fault

    @property
    def recall(self) -> float:
        """Return the share of faults that are found."""
        return self.found / (self.found + len(self.missed))

    @property
    def precision(self) -> float:
        """Return the share of findings that are on a fault."""
        return self.right / (self.right + len(self.wrong))


def load(path: Path) -> list[Planted]:
    """Return the paragraphs of a file: 误 or 净, label, text; # begins a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_planted(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def _planted(verdict: str, label: str, marked: str) -> Planted:
    text, spans = HEAD, []
    for number, piece in enumerate(marked.replace("⏎", "\n").replace(CLOSE, OPEN).split(OPEN)):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    assert bool(spans) == (verdict == "误"), marked
    return Planted(label, text, tuple(spans))


def read_text(text: str, folder: Path) -> Document:
    """Return a text as a draft that has been read from a file."""
    path = folder / "稿子.txt"
    path.write_text(text, encoding="utf-8", newline="\n")
    [document] = read(path, path.name)
    return document


def score(planted: Iterable[Planted], rule: str, folder: Path) -> Score:
    """Check every paragraph by itself and hold the findings of a rule against its faults."""
    missed, wrong, found, right = [], [], 0, 0
    for each in planted:
        result = check(read_text(each.text, folder), build_index([]))
        findings = [finding for finding in result.findings if finding.rule == rule]
        for finding in findings:
            if any(finding.span.overlap(span) for span in each.spans):
                right += 1
            else:
                wrong.append((each, finding))
        for span in each.spans:
            if any(finding.span.overlap(span) for finding in findings):
                found += 1
            else:
                missed.append(each)
    return Score(tuple(missed), tuple(wrong), found, right)
