"""The sections of a past report as lines of the next outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.compose.moved_periods import moved
from drafter.compose.old_figures import told
from drafter.compose.old_points import OldPoint
from drafter.compose.old_promises import topic_of
from drafter.compose.old_report import OldSection
from drafter.compose.old_style import Keys, style_of_points, style_of_section
from drafter.compose.outline_style import NONE
from drafter.compose.yaml_scalars import mapping, scalar
from drafter.model import Period
from drafter.text import topics


@dataclass(frozen=True, slots=True)
class Move:
    """From which report to which."""

    old: Period
    new: Period
    label: str  # what the old report's words are marked with: 上半年, 去年

    def on(self, title: str) -> str:
        """Return a heading or lead with the periods in it moved on."""
        return moved(title, self.old, self.new)

    def said(self, sentences: Sequence[str], indent: str) -> Iterator[str]:
        """Yield the old report's sentences as comments."""
        return (f"{indent}# {self.label}：{sentence}" for sentence in sentences)


def section_lines(
    section: OldSection, move: Move, part: Keys, promised: Sequence[str], *, planned: bool
) -> Iterator[str]:
    """Yield the lines of a section; `part` is the style around it, `promised` what the old plan said of it."""
    if section.chapter:
        yield f"    部分: {scalar(move.on(section.chapter))}"
    yield f"    标题: {scalar(move.on(section.heading)) if section.heading else NONE}"
    topic = topic_of(section)
    if topic and topic != topics.topic_of(section.heading):
        yield f"    主题: {topic}"
    yield from (f"    # 当时打算：{sentence}" for sentence in promised)
    if section.intro:
        yield from move.said(told(section.intro, planned=planned)[1], "    ")
        yield "    导语:"
    if style := style_of_section(section, part):
        yield f"    样式: {mapping(style)}"
    if section.points:
        yield "    要点:"
        yield from points_lines(section.points, move, "      ", topic, planned=planned)


def points_lines(points: Sequence[OldPoint], move: Move, indent: str, topic: str, *, planned: bool) -> Iterator[str]:
    """Yield the lines of points, those below them further in."""
    for point in points:
        yield f"{indent}- 小标题: {scalar(move.on(point.lead)) if point.lead else NONE}"
        yield from _point_lines(point, move, f"{indent}  ", topic, planned=planned)


def _point_lines(point: OldPoint, move: Move, indent: str, topic: str, *, planned: bool) -> Iterator[str]:
    own = topics.topic_of_section(point.lead, "".join(point.texts), topic)
    if own and not topics.topic_of(point.lead):
        yield f"{indent}主题: {own}"
    facts, sentences = told(point.texts, planned=planned)
    if facts:
        yield f"{indent}数据:"
        yield from (f"{indent}  - {mapping(fact)}" for fact in facts)
    if sentences or not (facts or point.points):
        yield f"{indent}事项:"
        yield from move.said(sentences, f"{indent}  ")
        yield f"{indent}  -"
    if point.points:
        if style := style_of_points(point.points):
            yield f"{indent}样式: {mapping(style)}"
        yield f"{indent}要点:"
        yield from points_lines(point.points, move, f"{indent}  ", own, planned=planned)
