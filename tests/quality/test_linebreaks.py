"""How many line breaks are judged right: all of a sample copied from a PDF, and those of other samples broken by us."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.model import Span
from drafter.text.normalize import normalize

from .breaking import Broken, at_pages, at_width
from .conftest import Measured

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
LABELS = HERE / "linebreaks" / "高兴镇.tsv"
SAMPLE = CORPUS / "高兴镇_2023年上半年_政府工作报告.txt"

LABELS_SHA256 = "50a814bfe751cadd66981429a4cd1e842190184bcd89b82914469f365909b148"
LEAST_RIGHT = 0.98  # of the sample's 63 breaks; measured 1.0
LEAST_RIGHT_AT_WIDTH = 0.993  # at every width from 20 to 40; measured 0.9953 to 0.9990
LEAST_RIGHT_AT_PAGES = 0.98  # broken at page ends only, where no line is full; measured 0.9854
LEAST_KEPT = 0.975  # of the ends of paragraphs and headings; measured 0.980 to 0.997, 1.0 at page ends
DRAWS = 5
WIDTHS = range(20, 41, 4)


def _labels() -> list[tuple[str, str, str]]:
    rows = (line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(verdict, before, after) for verdict, before, after in rows]


def _judged(raw: str, lines: Sequence[str]) -> Iterator[bool]:
    """Yield for every two neighbours of the lines of `raw` whether cleaning joins them."""
    text, offsets = normalize(raw)
    spans: list[Span] = []
    at = 0
    for line in lines:
        at = raw.index(line, at) + len(line)
        spans.append(Span(at - len(line), at))
    for line, following in pairwise(spans):
        yield "\n" not in text[offsets.norm(line.end - 1) : offsets.norm(following.start) + 1]


def test_no_label_was_changed() -> None:
    assert hashlib.sha256(LABELS.read_bytes()).hexdigest() == LABELS_SHA256


def test_the_breaks_of_a_file_copied_from_a_pdf(measured: Measured) -> None:
    raw = SAMPLE.read_text(encoding="utf-8")
    lines = [line.strip() for line in raw.split("\n") if line.strip()]
    labels = _labels()
    assert [(before[-12:], after[:12]) for before, after in pairwise(lines)] == [label[1:] for label in labels]
    judged = list(_judged(raw, lines))
    wrong = [label for label, joined in zip(labels, judged, strict=True) if joined != (label[0] == "join")]
    measured("line breaks of 高兴镇, share right", 1 - len(wrong) / len(labels), "≥ .98")
    assert 1 - len(wrong) / len(labels) >= LEAST_RIGHT, wrong


def test_no_heading_of_that_file_is_swallowed() -> None:
    raw = SAMPLE.read_text(encoding="utf-8")
    numbers = ("一、", "二、", *(f"{bracket}{number}" for bracket in "(（" for number in "一二三四五"))
    headings = [line.strip() for line in raw.split("\n") if line.strip().startswith(numbers)]
    (document,) = read(SAMPLE, SAMPLE.name)
    found = [section.title for section in document.root.walk() if section.heading]
    assert len(headings) == len(found) == 12
    assert all(len(title) <= 40 for title in found)


def _paragraphs() -> Iterator[tuple[str, list[str]]]:
    """Yield the paragraphs of every other sample, whose lines are whole."""
    for path in sorted(CORPUS.glob("*.txt")):
        if path != SAMPLE:
            for document in read(path, path.stem):
                yield document.source.path, document.text.split("\n")


def _shares(broken: Sequence[tuple[Broken, random.Random]]) -> tuple[float, float]:
    """Return the share of breaks judged right, and the share of paragraph ends kept.

    A break after a full stop in mid-paragraph is not counted: nobody can tell it from a paragraph's end, and parting
    the paragraph there does no harm.
    """
    right: list[bool] = []
    kept: list[bool] = []
    for text, rng in broken:
        raw = text.raw(rng)
        for joined, line, goes_on in zip(_judged(raw, text.lines), text.lines, text.goes_on, strict=False):
            if goes_on and line[-1] in "。！？":
                continue
            right.append(joined == goes_on)
            if not goes_on:
                kept.append(not joined)
    assert len(right) > 500
    return sum(right) / len(right), sum(kept) / len(kept)


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_broken_at_the_edge_of_a_page(width: int, measured: Measured) -> None:
    broken = [(at_width(lines, width), random.Random(f"{name}{width}")) for name, lines in _paragraphs()]
    right, kept = _shares(broken)
    measured(f"line breaks of the other samples, wrapped at {width}, share right", right, "")
    assert right >= LEAST_RIGHT_AT_WIDTH
    assert kept >= LEAST_KEPT


def test_paragraphs_broken_where_pages_end() -> None:
    drawn = [
        (lines, random.Random(f"{name}{draw}"))  # every draw breaks elsewhere
        for name, lines in _paragraphs()
        for draw in range(DRAWS)
    ]
    right, kept = _shares([(at_pages(lines, rng), rng) for lines, rng in drawn])
    assert right >= LEAST_RIGHT_AT_PAGES
    assert kept >= LEAST_KEPT
