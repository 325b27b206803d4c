"""Write the sections of the review or of the plan: numbers, headings, intros, points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from drafter.compose.facts import figure_of
from drafter.compose.freshness import is_fresh
from drafter.compose.headings import Wanted, headings, leads
from drafter.compose.matters import matter_of
from drafter.compose.outline_fields import Point, Section
from drafter.compose.outline_style import NONE, RUN_IN, USUAL, PartStyle, Style, number
from drafter.compose.points import Task, words_of, write_point
from drafter.compose.prose import Gaps, Words, authored, closed, placeholder
from drafter.compose.sayings import pleases
from drafter.compose.stock import Stock
from drafter.model import Gap, Piece
from drafter.text import topics

Part = Literal["回顾", "打算"]


@dataclass(frozen=True, slots=True)
class WrittenPoint:
    """A point as it will be printed."""

    label: str  # 一是, —— or ""
    lead: Words  # without a mark behind it; empty for a point without one
    text: Words  # empty for a point that only its own points tell
    on_own_line: bool  # whether the lead is a heading
    points: tuple[WrittenPoint, ...]


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section as it will be printed."""

    chapter: Words  # heading of the chapter that it opens; empty when it opens none
    number: str  # （一）
    heading: Words  # empty for a section without one
    intro: Words
    points: tuple[WrittenPoint, ...]


class Titles(NamedTuple):
    """Headings or leads that stand side by side, as asked for and as printed."""

    wanted: Sequence[Wanted]
    printed: Sequence[Piece]
    planned: bool
    are_leads: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """What was written as it was asked for, for whoever wants to have it another way."""

    titles: list[Titles] = field(default_factory=list)
    points: dict[str, tuple[Task, Words]] = field(default_factory=dict)  # by outline path


@dataclass(frozen=True, slots=True)
class Desk:
    """What writing needs besides the outline."""

    stock: Stock
    fragments: Container[str]  # runs of the corpus that the draft may not repeat
    gaps: Gaps
    style: Style
    notes: Notes = field(default_factory=Notes)


def write_sections(sections: Sequence[Section], part: Part, desk: Desk) -> tuple[WrittenSection, ...]:
    """Write all sections of a part; suggested headings are parallel to those given."""
    style = _style_of(part, desk.style)
    subjects = [_topic(section) for section in sections]
    titles = _headings(sections, subjects, part, desk)
    styles = [(section.style or PartStyle()).within(style) for section in sections]
    numbers = _numbers(sections, styles)
    return tuple(
        WrittenSection(
            chapter=(authored(section.chapter, f"{part}[{i}].部分"),) if section.chapter else (),
            number=numbers[i],
            heading=(title,) if (title := titles[i]) else (),
            intro=closed((authored(section.intro, f"{part}[{i}].导语"),)) if section.intro else (),
            points=tuple(
                _section_points(section, f"{part}[{i}]", _above(part, titles[i], subjects[i], styles[i]), desk)
            ),
        )
        for i, section in enumerate(sections)
    )


def _style_of(part: Part, style: Style) -> PartStyle:
    """Return how a part is numbered: as usual where the outline says nothing."""
    report = style.within(USUAL)
    return style.plan.within(report) if part == "打算" and style.plan else report


def _headings(sections: Sequence[Section], subjects: Sequence[str], part: Part, desk: Desk) -> list[Piece | None]:
    """Return a heading for every section that is to have one."""
    needs = [i for i, section in enumerate(sections) if section.heading != NONE]
    abouts = {i: f"{subjects[i]}，{_all_words(sections[i])}" for i in needs}
    fell = {i: part == "回顾" and any(map(_fell, sections[i].points)) for i in needs}
    wanted = [Wanted(sections[i].heading, subjects[i], abouts[i], f"{part}[{i}].标题", fell[i]) for i in needs]
    desk.stock.choice.turn_to(part)
    printed = headings(wanted, desk.stock, planned=part == "打算")
    desk.notes.titles.append(Titles(wanted, printed, part == "打算", are_leads=False))
    found = dict(zip(needs, printed, strict=True))
    return [found.get(i) for i in range(len(sections))]


def _numbers(sections: Sequence[Section], styles: Sequence[PartStyle]) -> list[str]:
    """Number the sections, each way of numbering for itself; a chapter begins anew."""
    numbers: list[str] = []
    counts: Counter[str] = Counter()
    for section, style in zip(sections, styles, strict=True):
        if section.chapter:
            counts.clear()
        name = style.heading if section.heading != NONE else None
        if name is None or name == NONE:
            numbers.append("")
        else:
            counts[name] += 1
            numbers.append(number(name, counts[name], counts[name]))
    return numbers


class Above(NamedTuple):
    """What is known of the points of a section or of a point."""

    where: str  # in the writer's words: 回顾 > 产业
    titles: str  # headings and leads above
    topic: str
    style: PartStyle


def _above(part: Part, heading: Piece | None, topic: str, style: PartStyle) -> Above:
    named = heading.text if heading else ""
    return Above(" > ".join(filter(None, (part, named or topic))), named, topic, style)


def _section_points(section: Section, ref: str, above: Above, desk: Desk) -> Iterator[WrittenPoint]:
    if not section.points and not section.intro:
        about = f"{above.topic or section.given_heading or '本节'}方面的{'打算' if _planned(ref) else '工作'}"
        desk.gaps.missing.append(Gap(above.where, "还没有内容"))
        yield WrittenPoint("", (), closed((placeholder(about, ref),)), on_own_line=False, points=())
    subjects = [_point_topic(point, section, above.topic) for point in section.points]
    yield from _points(section.points, subjects, ref, above, desk)


def _points(
    points: Sequence[Point], subjects: Sequence[str], ref: str, above: Above, desk: Desk
) -> Iterator[WrittenPoint]:
    desk.stock.choice.turn_to(ref)
    titles = _leads(points, subjects, ref, desk)
    for i, (point, lead, topic) in enumerate(zip(points, titles, subjects, strict=True)):
        place = f"{ref}.要点[{i}]"
        own = _under(above, lead, topic, point)
        task = Task(point, place, own.where, topic, own.titles, _planned(ref))
        below = [topics.canonical(each.topic or "") or topics.topic_of(words_of(each), topic) for each in point.points]
        yield WrittenPoint(
            label=_label(above.style, i, len(points)),
            lead=(lead,) if lead else (),
            text=_fresh_text(task, desk),
            on_own_line=bool(lead) and above.style.on_own_line,
            points=tuple(_points(point.points, below, place, own, desk)),
        )


def _under(above: Above, lead: Piece | None, topic: str, point: Point) -> Above:
    """Return what is known of a point's own points: nothing but the point itself says how they are numbered."""
    named = (lead.text,) if lead else ()
    titles = "，".join(filter(None, (above.titles, *named)))
    style = (point.style or PartStyle()).within(PartStyle(points=RUN_IN))
    return Above(" > ".join((above.where, *named)), titles, topic, style)


def _planned(ref: str) -> bool:
    return ref.startswith("打算")


def _leads(points: Sequence[Point], subjects: Sequence[str], ref: str, desk: Desk) -> list[Piece | None]:
    """Return a lead for every point, none for one of own text only, nor for a single point that was given none."""
    open_ones = [i for i, point in enumerate(points) if point.lead or (len(points) > 1 and not _is_verbatim(point))]
    needs = [i for i in open_ones if points[i].lead != NONE]
    wanted = [
        Wanted(
            points[i].lead,
            _told_of(points[i], subjects[i]),
            words_of(points[i]),
            f"{ref}.要点[{i}].小标题",
            fell=not _planned(ref) and _fell(points[i]),
        )
        for i in needs
    ]
    printed = leads(wanted, desk.stock, planned=_planned(ref))
    desk.notes.titles.append(Titles(wanted, printed, _planned(ref), are_leads=True))
    found = dict(zip(needs, printed, strict=True))
    return [found.get(i) for i in range(len(points))]


def _fell(point: Point) -> bool:
    """Tell whether a point begins with bad news."""
    figures = [figure_of(fact, "", "", Gaps()) for fact in point.facts[:1]]
    return not all(map(pleases, figures))


def _told_of(point: Point, topic: str) -> str:
    """Return the topic of what a point tells: the one set over it, unless all of it turns to one other topic."""
    told = (*(fact.indicator for fact in point.facts), *point.deeds)
    turned = {matter_of(text, topic).topic for text in told if text}
    return turned.pop() if len(turned) == 1 else topic


def _is_verbatim(point: Point) -> bool:
    return bool(point.text or point.wording) and not (point.facts or point.deeds or point.formulations)


def _label(style: PartStyle, index: int, count: int) -> str:
    """Return what stands before a point; a single one in a paragraph has no fellows to be told from."""
    if style.points is None or style.points == RUN_IN or (count == 1 and not style.on_own_line):
        return ""
    return number(style.points, index + 1, count)


def _lasting(task: Task) -> str:
    """Return what a point is known by though its lead may change, and points before it come and go."""
    things = (*(fact.indicator for fact in task.point.facts), *task.point.deeds)
    return next(iter(things), task.ref)


def _fresh_text(task: Task, desk: Desk) -> Words:
    """Write a point; when it comes out like a report of the corpus, write it again without the library."""
    desk.stock.choice.turn_to(_lasting(task))
    gaps = Gaps()
    text = write_point(task, desk.stock, gaps)
    if not is_fresh(text, desk.fragments):
        gaps = Gaps()
        text = write_point(task, desk.stock.without_library(), gaps)
    desk.gaps.add(gaps)
    desk.notes.points[task.ref] = task, text
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
    return topics.canonical(section.topic) if section.topic else topics.topic_of(section.given_heading)


def _all_words(section: Section) -> str:
    return "。".join(f"{point.topic or ''}，{words_of(point)}" for point in section.points)


def _point_topic(point: Point, section: Section, inherited: str) -> str:
    """Return the topic of a point; where none is set, its words choose within the topic set over the section."""
    if point.topic:
        return topics.canonical(point.topic) or inherited
    topic = topics.topic_of(point.lead or "") or _shared_topic(point, inherited)
    return topic if point.lead or not _headed(section) or topic in topics.family(inherited) else inherited


def _shared_topic(point: Point, inherited: str) -> str:
    """Return the topic that a point's words turn to, the inherited one where most of what it tells is of others."""
    topic = topics.topic_of(words_of(point), inherited)
    told = [topics.topic_of(text, inherited) for text in (*(fact.indicator for fact in point.facts), *point.deeds)]
    return topic if not inherited or not told or 2 * told.count(topic) >= len(told) else inherited
