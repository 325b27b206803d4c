"""How many headings, levels, kinds, periods, localities and speakers of forty labelled reports are found."""

from __future__ import annotations

import hashlib
import random
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from drafter.ingest.reader import read
from drafter.model import Document

from .breaking import Broken, at_pages, at_width
from .conftest import Measured

WIDTHS = range(22, 41, 6)
LEAST_F1_WRAPPED = 0.975
"""Of the headings of the development part, words and level, when we wrap the reports at 22 to 40 characters with page
numbers between, or break them where pages end; measured 0.981 to 0.992."""

LABELS = Path(__file__).parent / "trees"
REPORTS = Path(__file__).parents[3] / "shared" / "reports"

LABELS_SHA256 = "2186adabfca37086d9cf750ebf9943088a3adab573f5273d6d6a78f049194d4e"
PARTS = ("development", "held_out")
LEAST_F1 = 0.99  # over all headings of a part; measured 1.0 in development, 0.996 held out, at the first look
LEAST_F1_OF_A_REPORT = {"development": 0.97, "held_out": 0.93}  # lowest: 1.0 and 0.943
LEAST_WORDS_F1 = 0.99  # levels left aside; measured 1.0 and 0.996
LEAST_IDENTITY = 0.97
"""Of kind, period, locality and speaker together: measured 0.988 in development, 0.975 held out at the first look
(0.988 since 本市 is no longer seen in 资本市场)."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader found in one report."""

    says: Mapping[str, str]  # report, sha256, part, kind, period, locality, speaker
    headings: frozenset[tuple[int, int, str]]  # line, level, words


@dataclass(frozen=True, slots=True)
class Score:
    """How a report as parsed compares with its label."""

    path: Path
    found: frozenset[tuple[int, int, str]]
    wanted: frozenset[tuple[int, int, str]]
    wrong: Sequence[str]  # what it says about itself and is read wrong


def _label(path: Path) -> Label:
    cells = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    headings = frozenset((int(line), int(level), _bare(words)) for line, level, _, words in (c for c in cells if c[2:]))
    return Label({cell[0]: cell[1] for cell in cells if not cell[2:]}, headings)


def _bare(words: str) -> str:
    """Return the letters and figures of a heading: marks and widths are cleaned on the way."""
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", words))


def _found(document: Document) -> frozenset[tuple[int, int, str]]:
    sections = [each for each in document.root.walk() if each.heading and each.heading.role == "heading"]
    blocks = [(each.heading, each.title) for each in sections if each.heading]
    starts = [document.raw_span(block.span).start for block, _ in blocks]
    lines = [document.raw.count("\n", 0, start) + 1 for start in starts]
    return frozenset((line, block.level, _bare(title)) for line, (block, title) in zip(lines, blocks, strict=True))


def _wrong(document: Document, says: Mapping[str, str]) -> list[str]:
    source, (office, *above) = document.source, says["locality"].split(" ")
    place = source.locality
    named = {place.county, place.city, place.province} - {""} if place else set()
    right = {
        "kind": (source.kind or "") == says["kind"],
        "period": str(source.period or "") == says["period"],
        "locality": (place.name if place else "") == office and named <= set(above),
        "speaker": source.speaker.replace(" ", "") == says["speaker"].replace(" ", ""),
    }
    return [name for name, is_right in right.items() if not is_right]


@pytest.fixture(scope="module")
def scores() -> Mapping[str, list[Score]]:
    """Return the scores of the reports of each part; skip where the reports are not at hand."""
    if not REPORTS.is_dir():
        pytest.skip("needs ../shared/reports beside the checkout")
    found: dict[str, list[Score]] = {part: [] for part in PARTS}
    for label in map(_label, sorted(LABELS.glob("*.txt"))):
        path = REPORTS / label.says["report"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == label.says["sha256"], f"{path} is another edition"
        documents = read(path, path.name)
        headings = frozenset().union(*map(_found, documents))
        wrong = _wrong(documents[0], label.says)
        found[label.says["part"]].append(Score(path, headings, label.headings, wrong))
    return found


def f1(scores: Sequence[Score], *, levels: bool = True) -> float:
    """Return the F1 of all headings of some reports together; without `levels` the line and words are enough."""
    pairs = [(score.found, score.wanted) for score in scores]
    if not levels:
        pairs = [tuple(frozenset((line, 0, words) for line, _, words in side) for side in pair) for pair in pairs]
    right = sum(len(found & wanted) for found, wanted in pairs)
    return 2 * right / sum(len(found) + len(wanted) for found, wanted in pairs)


def test_no_label_was_changed() -> None:
    labels = b"".join(path.read_bytes() for path in sorted(LABELS.glob("*.txt")))
    assert hashlib.sha256(labels).hexdigest() == LABELS_SHA256


@pytest.mark.parametrize("part", PARTS)
def test_twenty_reports_are_labelled(part: str, scores: Mapping[str, list[Score]]) -> None:
    assert len(scores[part]) == 20


@pytest.mark.parametrize("part", PARTS)
def test_the_headings_and_their_levels(part: str, scores: Mapping[str, list[Score]], measured: Measured) -> None:
    measured(f"headings and levels of 20 labelled reports, F1, {part}", f1(scores[part]), "≥ .97")
    assert f1(scores[part]) >= LEAST_F1, _misses(scores[part])
    assert f1(scores[part], levels=False) >= LEAST_WORDS_F1, _misses(scores[part])
    assert min(f1([score]) for score in scores[part]) >= LEAST_F1_OF_A_REPORT[part], _misses(scores[part])


@pytest.mark.parametrize("part", PARTS)
def test_what_the_reports_say_about_themselves(
    part: str, scores: Mapping[str, list[Score]], measured: Measured
) -> None:
    wrong = [(score.path.name, name) for score in scores[part] for name in score.wrong]
    right = 1 - len(wrong) / (4 * len(scores[part]))
    measured(f"kind, period, locality, speaker of the same, share right, {part}", right, "≥ .95")
    assert 1 - len(wrong) / (4 * len(scores[part])) >= LEAST_IDENTITY, wrong


def _wrapped_at(width: int) -> Callable[[Sequence[str], random.Random], Broken]:
    return lambda lines, _: at_width(lines, width)


@pytest.mark.parametrize("broken", [at_pages, *map(_wrapped_at, WIDTHS)], ids=["pages", *map(str, WIDTHS)])
def test_the_headings_of_reports_broken_into_lines(
    broken: Callable[[Sequence[str], random.Random], Broken], scores: Mapping[str, list[Score]], tmp_path: Path
) -> None:
    wrapped = []
    for at, score in enumerate(scores["development"]):
        rng = random.Random(at)
        lines = [line.strip() for line in score.path.read_text(encoding="utf-8-sig").split("\n") if line.strip()]
        path = tmp_path / score.path.name
        path.write_text(broken(lines, rng).raw(rng), encoding="utf-8")
        found = frozenset().union(*map(_found, read(path, path.name)))
        sides = (frozenset((0, level, words) for _, level, words in side) for side in (found, score.wanted))
        wrapped.append(Score(path, *sides, ()))
    assert f1(wrapped) >= LEAST_F1_WRAPPED, _misses(wrapped)


def _misses(scores: Sequence[Score]) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Return the headings of each report on which parser and reader differ."""
    return [(score.path.name, sorted(score.found ^ score.wanted)) for score in scores if score.found != score.wanted]
