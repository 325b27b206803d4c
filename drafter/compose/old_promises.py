"""What a past report promised, sorted by the sections of the next review: there a writer tells what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from drafter.compose.old_points import OldPoint
from drafter.compose.old_report import OldReport, OldSection
from drafter.text.sentences import sentences
from drafter.text.topics import family, topic_of_section

_PROMISE = re.compile(r"\d|力争|确保|[建完开]成|完工|竣工|投用|投产|启动|开工|验收|争创|创建|谋划")


def topic_of(section: OldSection, inherited: str = "") -> str:
    """Return what a section is about."""
    body = "".join(text for point in section.points for each in point.walk() for text in (each.lead, *each.texts))
    return topic_of_section(section.heading, "".join(section.intro) + body, inherited)


def promises(report: OldReport) -> tuple[list[list[str]], list[str]]:
    """Return the promises for each section of the review, and those that belong to none.

    A point of the plan belongs to the section of its own topic, of a wider one, or else of its section's.
    """
    topics = [topic_of(section) for section in report.review]
    found: list[list[str]] = [[] for _ in topics]
    rest: list[str] = []
    for section in report.plan:
        above = topic_of(section)
        for point in chain.from_iterable(map(OldPoint.walk, section.points)):
            own = topic_of_section(point.lead, "".join(point.texts), above)
            place = _place((own, above), topics)
            (rest if place is None else found[place]).extend(_promised(point.texts))
    return found, rest


def _place(wanted: Sequence[str], topics: Sequence[str]) -> int | None:
    """Return the first section that is about one of the topics, or about what that belongs to."""
    for topic in filter(None, wanted):
        wide = [place for place, each in enumerate(topics) if each == topic]
        wide += [place for place, each in enumerate(topics) if each and topic in family(each)]
        wide += [place for place, each in enumerate(topics) if each in family(topic)]
        if wide:
            return wide[0]
    return None


def _promised(texts: Sequence[str]) -> list[str]:
    told = (span.of(text) for text in texts for span in sentences(text))
    return [sentence for sentence in told if _PROMISE.search(sentence)]
