"""Write the sections of the review or of the plan: numbers, headings, intros, points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from drafter.compose.freshness import is_fresh
from drafter.compose.headings import Wanted, headings, leads
from drafter.compose.order import deeds_first
from drafter.compose.outline_fields import Point, Section
from drafter.compose.points import Task, words_of, write_point
from drafter.compose.prose import Gaps, Words, authored, closed, placeholder
from drafter.compose.stock import Stock
from drafter.model import Gap, Piece
from drafter.text import numbering, topics

Part = Literal["回顾", "打算"]


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """A point as it will be printed."""

    label: str  # 一是, —— or ""
    lead: Words  # without a mark behind it; empty for a point without one
    text: Words


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section as it will be printed."""

    number: str  # （一）
    heading: Words
    intro: Words
    points: tuple[WrittenPoint, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What writing needs besides the outline."""

    stock: Stock
    fragments: Container[str]  # runs of the corpus that the draft may not repeat
    gaps: Gaps
    labels: Literal["小标题", "一是", "——"]


def write_sections(sections: Sequence[Section], part: Part, desk: Desk) -> tuple[WrittenSection, ...]:
    """Write all sections of a part; suggested headings are parallel to those given."""
    planned = part == "打算"
    subjects = [_topic(section) for section in sections]
    abouts = [f"{topic}，{_all_words(s)}" for s, topic in zip(sections, subjects, strict=True)]
    wanted = [Wanted(s.heading, subjects[i], abouts[i], f"{part}[{i}].标题") for i, s in enumerate(sections)]
    titles = headings(wanted, desk.stock, planned=planned)
    return tuple(
        WrittenSection(
            number=numbering.format("（一）", i + 1),
            heading=(titles[i],),
            intro=closed((authored(section.intro, f"{part}[{i}].导语"),)) if section.intro else (),
            points=tuple(_points(section, f"{part}[{i}]", titles[i].text, subjects[i], desk)),
        )
        for i, section in enumerate(sections)
    )


def _points(section: Section, ref: str, heading: str, topic: str, desk: Desk) -> Iterator[WrittenPoint]:
    planned = ref.startswith("打算")
    where = f"{ref.partition('[')[0]} > {heading}"
    if not section.points and not section.intro:
        name = f"{topic or section.heading or '本节'}方面的{'打算' if planned else '工作'}"
        desk.gaps.missing.append(Gap(where, "还没有内容"))
        yield WrittenPoint("", (), closed((placeholder(name, ref),)))
    subjects = [_point_topic(point, section, topic) for point in section.points]
    titles = _leads(section.points, subjects, ref, desk, planned=planned)
    for i, point in enumerate(section.points):
        lead = titles[i]
        named = f"{where} > {lead.text}" if lead else where
        above = f"{heading}，{lead.text}" if lead else heading
        task = Task(
            point,
            f"{ref}.要点[{i}]",
            named,
            subjects[i],
            above,
            planned,
            deeds_first=deeds_first(subjects[i], desk.stock.library, i),
        )
        yield WrittenPoint(
            _label(desk.labels, i, len(section.points)), (lead,) if lead else (), _fresh_text(task, desk)
        )


def _leads(
    points: Sequence[Point], subjects: Sequence[str], ref: str, desk: Desk, *, planned: bool
) -> list[Piece | None]:
    """Return a lead for every point, none for one of own text only, nor for a single point that was given none."""
    needs = [i for i, point in enumerate(points) if point.lead or (len(points) > 1 and not _is_verbatim(point))]
    wanted = [Wanted(points[i].lead, subjects[i], words_of(points[i]), f"{ref}.要点[{i}].小标题") for i in needs]
    found = dict(zip(needs, leads(wanted, desk.stock, planned=planned), strict=True))
    return [found.get(i) for i in range(len(points))]


def _is_verbatim(point: Point) -> bool:
    return bool(point.text) and not (point.facts or point.deeds or point.formulations)


def _label(style: str, index: int, count: int) -> str:
    """Return what stands before a point; a single one has no fellows to be told from."""
    if count == 1 or style == "小标题":
        return ""
    return numbering.format("一是", index + 1) if style == "一是" else style


def _fresh_text(task: Task, desk: Desk) -> Words:
    """Write a point; when it comes out like a report of the corpus, write it again without the library."""
    gaps = Gaps()
    text = write_point(task, desk.stock, gaps)
    if not is_fresh(text, desk.fragments):
        gaps = Gaps()
        text = write_point(task, desk.stock.without_library(), gaps)
    desk.gaps.add(gaps)
    return text


# --- topics ----------------------------------------------------------------------------------------------------------


def _topic(section: Section) -> str:
    """Return what a section is about: what is set over it, else the topic, or parent, that most points share."""
    if headed := _headed(section):
        return headed
    of_points = [_point_topic(point, section, "") for point in section.points]
    shared = Counter(name for topic in of_points for name in {topic, _parents().get(topic, "")} if name)
    name, count = max(shared.items(), key=lambda pair: (pair[1], pair[0] in _parents().values()), default=("", 0))
    return name if 2 * count >= len(of_points) else topics.topic_of(_all_words(section))


@cache
def _parents() -> dict[str, str]:
    return {topic.name: topic.parent for topic in topics.topics() if topic.parent}


def _headed(section: Section) -> str:
    """Return the topic that the writer set over a section, "" when only its points tell."""
    return topics.canonical(section.topic) if section.topic else topics.topic_of(section.heading or "")


def _all_words(section: Section) -> str:
    return "。".join(f"{point.topic or ''}，{words_of(point)}" for point in section.points)


def _point_topic(point: Point, section: Section, inherited: str) -> str:
    """Return the topic of a point; where none is set, its words choose within the topic set over the section."""
    if point.topic:
        return topics.canonical(point.topic) or inherited
    topic = topics.topic_of(point.lead or "") or topics.topic_of(words_of(point), inherited)
    return topic if point.lead or not _headed(section) or topic in topics.family(inherited) else inherited
