"""The topics of a report (产业, 民生, 党建 …), read from `data/topics.tsv`, and which of them a text is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.config import several, table
from drafter.text.cues import STRONG, WEAK, Cue, Lexicon, parse_cues

INHERITED = 2.0  # weight of the topic a text stands under: one strong cue or three weak ones overrule it

# A heading against the hundred characters under it: any HEADING from 8 to 20 with any ABOVE from 2 to 12 is within .01
# of the best macro F1 on tests/quality/topics/development.tsv; with no words under it a heading loses .03.
HEADING = 14.0  # times the weight of its cues
ABOVE = 6.0  # weight of the topic it stands under: two strong cues of the body
# Headings of a chapter, and of figures of every kind: what stands under them is about many things.
_OVERVIEW = re.compile(
    "回顾|总结$|附件|名词解释|总体要求|指导思想|存在的?.*问题|意见建议|经济运行|主要.*指标|经济总量|综合实力|区域协调|区域经济"
    "|(?:工作|目标|主要|重点)(?:安排|计划|思路|任务|目标|重点|打算|情况|工作)"
)
_FIGURES = re.compile("^.{0,40}生产总值")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a section is about."""

    name: str
    parent: str  # the topic it belongs to, "" at the top
    aliases: tuple[str, ...]  # other names a writer may use in an outline


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics in the order of the file."""
    return tuple(Topic(row[0], row[1], several(row[2])) for row in _rows())


def canonical(name: str) -> str:
    """Return the topic that `name` or an alias stands for, else the topic its words speak for, else ""."""
    return _names().get(name) or topic_of(name)


def family(name: str) -> tuple[str, ...]:
    """Return a topic's name with the names of the topics under it."""
    return (name, *(topic.name for topic in topics() if topic.parent == name))


def above(name: str) -> str:
    """Return the topic above a topic, the topic itself where there is none."""
    return next((topic.parent for topic in topics() if topic.name == name and topic.parent), name)


def topic_of(text: str, inherited: str = "") -> str:
    """Return the topic of `text`, given the topic of what it stands under ("" when there is none)."""
    weights = _lexicon().weigh(text)
    if not weights:
        return inherited
    if inherited:
        weights[inherited] = weights.get(inherited, 0.0) + INHERITED
    best = max(weights, key=weights.__getitem__)
    return inherited if inherited and weights[best] <= weights[inherited] else best


@lru_cache(maxsize=1 << 12)  # reading a report asks three times of each lead
def topic_of_section(heading: str, body: str, inherited: str = "") -> str:
    """Return the topic of a section or lead, given the first words under it and the topic of what it stands under.

    A chapter or an overview of figures has none, "", whatever it stands under.
    """
    found = _lexicon().weigh(heading)
    if max(found.values(), default=0.0) < STRONG and (_OVERVIEW.search(heading) or _FIGURES.match(body)):
        return ""
    weights = {topic: HEADING * weight for topic, weight in found.items()}
    for topic, weight in _lexicon().weigh(body).items():
        weights[topic] = weights.get(topic, 0.0) + weight
    if inherited:
        weights[inherited] = weights.get(inherited, 0.0) + ABOVE
    return max(weights, key=weights.__getitem__, default="")


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
    return tuple((row[0], row[1], row[2], row[3], row[4]) for row in table("topics.tsv"))
