"""What a figure or deed is about within its topic: 参保, 救助 and 养老 are matters of 社保 (`data/matters.tsv`)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.config import table
from drafter.text import topics


class Matter(NamedTuple):
    """A topic, with one of its matters."""

    topic: str
    name: str  # 参保; "" for the topic at large
    sure: bool  # the words themselves speak of the topic; it is not just taken from what stands above


def matter_of(text: str, topic: str) -> Matter:
    """Return what `text` is about, which stands in a point of `topic`; its words lead away only where they name
    nothing of the topic.
    """
    if name := named(text, topic):
        return Matter(topic, name, sure=True)
    turned = topics.topic_of(text, topic)
    return Matter(turned, named(text, turned), sure=turned != topic or topics.topic_of(text) == topic)


def named(text: str, topic: str) -> str:
    """Return the first matter of `topic` whose words stand in `text`, or ""."""
    return next((name for name, words in _matters().get(topic, ()) if words.search(text)), "")


@cache
def _matters() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    by_topic: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for topic, name, words in table("matters.tsv"):
        by_topic.setdefault(topic, []).append((name, re.compile(words)))
    return by_topic


def speaks_of(text: str, matter: Matter) -> bool:
    """Tell whether words on `matter` stand in `text`."""
    return any(name == matter.name and words.search(text) for name, words in _matters().get(matter.topic, ()))
