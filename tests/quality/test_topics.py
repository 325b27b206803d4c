"""Topics of sections and leads against labels given by reading; the rules stand at the head of development.tsv."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from drafter.text.topics import topic_of_section, topics

from .conftest import Measured

FOLDER = Path(__file__).parent / "topics"
NONE = "-"

# Labels stay as they were given; a file that was touched must be argued for, and its digest changed by hand.
DIGESTS = {
    "development": "e917d0a95eb1b933237b52571d005f5f8f88f25fcb6ed6bdaf212c5a1791457d",
    "held_out": "2c62bb4a40da41991888b89ad2335edf7e5fcc6491d2b157a004bba7170a128e",
    "unread": "4f830fd69826855bf97880d00f3895069d31eff70881cbf724248035feeaa5c8",
}
# Macro F1 over the topics, a little under what was reached: .970, .905, .858. By the first cues and headings alone it
# was .781, .753, .737. The cues were written by who had labelled the held-out half: what was unread is the sterner
# judge.
FLOORS = {"development": 0.95, "held_out": 0.88, "unread": 0.82}
HALVES = ("development", "held_out")
FEWEST = 5  # items of a topic in each half; 水利 is rare in towns and districts


@dataclass(frozen=True, slots=True)
class Labelled:
    """A section or lead with the topics that count as right, the best first."""

    topics: tuple[str, ...]
    above: str  # the heading it stands under
    text: str
    body: str
    report: str

    def predicted(self) -> str:
        """Return what drafter takes it for, as when a report is read: from above downwards."""
        above = topic_of_section(self.above, "") if self.above else ""
        return topic_of_section(self.text, self.body, above) or NONE


def read(half: str) -> list[Labelled]:
    """Return the labelled items of a half."""
    lines = (FOLDER / f"{half}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [Labelled(tuple(row[0].split("|")), *row[2:]) for row in rows]


def scores(pairs: Sequence[tuple[tuple[str, ...], str]]) -> dict[str, tuple[float, int]]:
    """Return F1 and count of each topic: a prediction is right when it is one of the labels, else the first was missed.

    "No topic" is not scored itself, but a topic given where there is none counts against that topic.
    """
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for labels, predicted in pairs:
        if predicted in labels:
            right[predicted] += 1
        else:
            wrong[predicted] += 1
            missed[labels[0]] += 1
    counts = {topic: right[topic] + missed[topic] for topic in {*right, *missed} - {NONE}}
    return {
        topic: (2 * right[topic] / (2 * right[topic] + wrong[topic] + missed[topic]), count)
        for topic, count in counts.items()
    }


def macro(found: dict[str, tuple[float, int]]) -> float:
    """Return the mean F1 of the topics."""
    return sum(f1 for f1, _ in found.values()) / len(found)


def table(found: dict[str, tuple[float, int]]) -> str:
    """Return F1 and count of each topic, worst first."""
    rows = sorted((f1, topic, count) for topic, (f1, count) in found.items())
    return "\n".join(f"{f1:.2f}  {topic}  ({count})" for f1, topic, count in rows)


@pytest.mark.parametrize("half", FLOORS)
def test_sections_and_leads_get_their_topic(half: str, measured: Measured) -> None:
    found = scores([(item.topics, item.predicted()) for item in read(half)])
    measured(f"topics of sections and leads, macro F1, {half}", macro(found), "≥ .85")
    assert macro(found) >= FLOORS[half], f"macro F1 {macro(found):.3f} on {half}\n{table(found)}"


@pytest.mark.parametrize("half", DIGESTS)
def test_the_labels_are_those_that_were_given(half: str) -> None:
    assert hashlib.sha256((FOLDER / f"{half}.tsv").read_bytes()).hexdigest() == DIGESTS[half]


@pytest.mark.parametrize("half", HALVES)
def test_each_topic_is_labelled_and_few_items_may_have_two(half: str) -> None:
    items = read(half)
    assert len(items) == 300
    assert sum(len(item.topics) > 1 for item in items) < 30
    first = Counter(item.topics[0] for item in items)
    assert {topic.name for topic in topics()} == set(first) - {NONE}
    assert min(first.values()) >= FEWEST


def test_no_report_is_both_developed_with_and_held_out() -> None:
    developed = {item.report for item in read("development")}
    assert not developed & {item.report for item in (*read("held_out"), *read("unread"))}


def test_the_scorer_counts_by_hand() -> None:
    pairs = [(("农业",), "农业"), (("农业", "产业"), "产业"), (("工业",), "农业"), ((NONE,), "工业")]
    assert scores(pairs) == {"农业": (pytest.approx(2 / 3), 1), "产业": (1.0, 1), "工业": (0.0, 1)}
