"""The topics of a report (产业, 民生, 党建 …), read from `data/topics.tsv`, and which of them a text is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from drafter.config import data
from drafter.text.cues import STRONG, WEAK, Cue, Lexicon, parse_cues

INHERITED = 2.0  # weight of the topic a text stands under: one strong cue or three weak ones overrule it


@dataclass(frozen=True, slots=True)
class Topic:
    """What a section is about."""

    name: str
    parent: str  # the topic it belongs to, "" at the top
    aliases: tuple[str, ...]  # other names a writer may use in an outline


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics in the order of the file."""
    return tuple(Topic(row[0], row[1], tuple(row[2].split("|") if row[2] else ())) for row in _rows())


def canonical(name: str) -> str:
    """Return the topic that `name` or an alias stands for, else the topic its words speak for, else ""."""
    return _names().get(name) or topic_of(name)


def family(name: str) -> tuple[str, ...]:
    """Return a topic's name with the names of the topics under it."""
    return (name, *(topic.name for topic in topics() if topic.parent == name))


def topic_of(text: str, inherited: str = "") -> str:
    """Return the topic of `text`, given the topic of what it stands under ("" when there is none)."""
    weights = _lexicon().weigh(text)
    if inherited:
        weights[inherited] = weights.get(inherited, 0.0) + INHERITED
    best = max(weights, key=weights.__getitem__, default="")
    return inherited if inherited and weights[best] <= weights[inherited] else best


def cues_in(text: str, name: str) -> list[str]:
    """Return the strong cues of a topic that stand in `text`, other than names of the topic."""
    return [cue for cue in _cues(name) if cue in text]


@cache
def _cues(name: str) -> tuple[str, ...]:
    called = {alias for alias, topic in _names().items() if topic == name}
    cells = [row[3] for row in _rows() if row[0] == name]
    return tuple(sorted({cue.text for cell in cells for cue in parse_cues(cell, name, STRONG)} - called))


@cache
def _names() -> dict[str, str]:
    names = {alias: topic.name for topic in topics() for alias in topic.aliases}
    return names | {topic.name: topic.name for topic in topics()}


@cache
def _lexicon() -> Lexicon:
    cues: list[Cue] = []
    for name, _, _, strong, weak in _rows():
        cues += parse_cues(strong, name, STRONG) + parse_cues(weak, name, WEAK)
    return Lexicon(cues)


@cache
def _rows() -> tuple[tuple[str, str, str, str, str], ...]:
    lines = data("topics.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((row[0], row[1], row[2], row[3], row[4]) for row in rows[1:])
