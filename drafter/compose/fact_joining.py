"""Join facts tables to an outline: fill in what its facts leave open, and put each other row where it belongs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from drafter.compose.fact_table import FactTable, TableFact, TableRow
from drafter.compose.outline_fields import Fact, Outline, Point, Section
from drafter.model import Gap
from drafter.text import topics
from drafter.text.periods import find_period, next_period
from drafter.text.typed import bare_unit

_HEADLINE = re.compile("总体|综合|全局|主要(?:经济)?指标|经济运行")  # 板块 of what is said before the sections
_FIELDS = ("value", "unit", "yoy", "completion", "share", "rank", "previous", "target")
_NAMES = {name: str(Fact.model_fields[name].validation_alias.choices[0]) for name in _FIELDS}  # type: ignore[union-attr]

Part = Literal["review", "plan"]


def join(outline: Outline, tables: Sequence[FactTable]) -> tuple[Outline, tuple[Gap, ...]]:
    """Return the outline with the rows of its tables in it, and what could not be joined or contradicts it.

    What the outline itself says counts; a row fills the open values of every fact of its indicator. Any other
    row goes to the point or section of its 板块: into the plan when it has but a target.
    """
    joining = _Joining(outline)
    for table in tables:
        for title in table.unused:
            joining.gaps.append(Gap(table.name, f"“{title}”这一列没有用到"))
        for row in table.rows:
            joining.add(row)
    return joining.outline, (*joining.gaps, *_said_twice(joining.outline))


def _said_twice(outline: Outline) -> Iterator[Gap]:
    """Yield the indicators that have two values in one section, or one before the sections and another in them."""
    for section in outline.review:
        seen: dict[str, Fact] = {_plain(fact.indicator): fact.opened() for fact in outline.headline}
        for fact in (fact.opened() for point in section.points for each in point.walk() for fact in each.facts):
            other = seen.setdefault(_plain(fact.indicator), fact)
            if other.value and fact.value and other.unit == fact.unit and _plain(other.value) != _plain(fact.value):
                message = f"写了两次，一次是“{other.value}”，一次是“{fact.value}”"
                yield Gap(f"回顾 > {section.heading or section.topic} > {fact.indicator}", message)


@dataclass(slots=True)
class _Joining:
    """An outline that grows row by row."""

    outline: Outline
    gaps: list[Gap] = field(default_factory=list)

    def add(self, row: TableRow) -> None:
        """Join one row."""
        if isinstance(row.content, str):
            self._add_deed(row, row.content)
            return
        given = self._of_this_period(row)
        if given is None:
            self._leave_out(row, row.content.indicator, f"是{row.period}的数据")
        elif not self._fill(given):
            self._add_fact(row, given)

    def _of_this_period(self, row: TableRow) -> TableFact | None:
        """Return what the fact of a row says to this report, None when it is of another time and says nothing.

        A value of the year before is what this year's is compared with; one of the time ahead is a target, and so is
        one of the whole year.
        """
        fact, ours = row.content, self.outline.period
        period = find_period(row.period) if row.period else None
        if not isinstance(fact, TableFact) or period in {None, ours}:
            return fact if isinstance(fact, TableFact) else None
        alone = {"indicator": fact.indicator, "unit": fact.unit, "place": fact.place}
        if period == replace(ours, year=ours.year - 1) and fact.value and self._holds("review", fact):
            return TableFact.model_validate({**alone, "previous": fact.value})
        if period == next_period(ours) and (fact.target or fact.value):
            return TableFact.model_validate({**alone, "target": fact.target or fact.value})
        whole_year = period.year == ours.year and period.part == "year"
        return fact if whole_year and _is_target(fact) else None

    def _leave_out(self, row: TableRow, what: str, why: str) -> None:
        self.gaps.append(Gap(f"{row.place} > {what}", f"{why}，没有写进稿子"))

    # --- facts the outline has already ---

    def _fill(self, given: TableFact) -> bool:
        """Fill the facts of one indicator from a row; tell whether there are any."""
        part: Part = "plan" if _is_target(given) and self._holds("plan", given) else "review"
        if not self._holds(part, given):
            return False
        self.outline = _mapped(self.outline, part, lambda fact: self._filled(fact, given))
        return True

    def _holds(self, part: Part, given: TableFact) -> bool:
        return any(_same(fact, given) for fact in _facts(self.outline, part))

    def _filled(self, fact: Fact, given: TableFact) -> Fact:
        if not _same(fact, given):
            return fact
        added: dict[str, str] = {}
        typed = fact.opened()  # what is to be brought up to date is open
        if given.unit and given.value and not (typed.value or typed.target):
            typed = typed.model_copy(update={"unit": None})  # a figure brings its own: 2.3 万亩 into a slot of 亩
        for name in _FIELDS:
            own, theirs = getattr(typed, name), getattr(given, name)
            if theirs and not own:
                added[name] = theirs
            elif theirs and own and _plain(own) != _plain(theirs) and not _written_along(fact, given, name):
                where = getattr(fact, "place", "") or "提纲"
                message = f"{where}写的{_NAMES[name]}是“{own}”，{given.place}写的是“{theirs}”，稿子用了前者"
                self.gaps.append(Gap(fact.indicator, message))
        return fact.model_copy(update=added) if added else fact

    # --- rows that are new to it ---

    def _add_fact(self, row: TableRow, fact: TableFact) -> None:
        if _HEADLINE.search(row.topic):
            self.outline = self.outline.model_copy(update={"headline": (*self.outline.headline, fact)})
            return
        part: Part = "plan" if _is_target(fact) else "review"
        if not self._place(part, row, fact.indicator, Point(facts=(fact,))):
            self._leave_out(row, fact.indicator, _no_room(row, part))

    def _add_deed(self, row: TableRow, deed: str) -> None:
        points = (each for section in self.outline.review for point in section.points for each in point.walk())
        said = (other for point in points for other in point.deeds)
        if _plain(deed) not in map(_plain, said) and not self._place("review", row, deed, Point(deeds=(deed,))):
            self._leave_out(row, deed, _no_room(row, "review"))

    def _place(self, part: Part, row: TableRow, said: str, more: Point) -> bool:
        """Put a point's content where a row belongs; tell whether there is such a place."""
        sections = list(getattr(self.outline, part))
        topic = topics.canonical(row.topic) if row.topic else topics.topic_of(said)
        place = _point_of(sections, row.topic, topic) or _section_of(sections, row.topic, topic, said)
        if place is None:
            return False
        section, point = place
        sections[section] = _with(sections[section], point, more, topics.topic_of(said, topic))
        self.outline = self.outline.model_copy(update={part: tuple(sections)})
        return True


def _no_room(row: TableRow, part: Part) -> str:
    chapter = "打算" if part == "plan" else "回顾"
    return (
        f"提纲的“{chapter}”里没有“{row.topic}”这个板块" if row.topic else f"没有写板块，“{chapter}”里也找不到合适的地方"
    )


def _is_target(fact: Fact) -> bool:
    """Tell whether a fact says only what is aimed at."""
    return bool(fact.target) and not any((fact.value, fact.yoy, fact.completion, fact.share, fact.rank))


def _same(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts are of one thing: 新增低保 in 户 is not that in 人."""
    units = {bare_unit(_plain(unit)) for unit in (fact.unit, other.unit) if unit}
    return _plain(fact.indicator) == _plain(other.indicator) and len(units) < 2


def _plain(text: str) -> str:
    """Return a text as it is compared: widths, spaces and a + in front make no difference."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).removeprefix("+")


def _written_along(fact: Fact, given: Fact, name: str) -> bool:
    """Tell whether two values or units are but parted in two ways: 3.2亿 and 元, 3.2 and 亿元."""
    if name not in {"value", "unit"} or not (fact.value and given.value):
        return False
    return _plain(fact.value + (fact.unit or "")) == _plain(given.value + (given.unit or ""))


def _facts(outline: Outline, part: Part) -> Iterator[Fact]:
    if part == "review":
        yield from outline.headline
    for section in getattr(outline, part):
        for point in section.points:
            yield from (fact for each in point.walk() for fact in each.facts)


def _mapped(outline: Outline, part: Part, change: Callable[[Fact], Fact]) -> Outline:
    """Return the outline with the facts of a part changed."""
    sections = tuple(
        section.model_copy(update={"points": tuple(_changed(point, change) for point in section.points)})
        for section in getattr(outline, part)
    )
    headline = tuple(map(change, outline.headline)) if part == "review" else outline.headline
    return outline.model_copy(update={part: sections, "headline": headline})


def _changed(point: Point, change: Callable[[Fact], Fact]) -> Point:
    """Return a point with its facts changed, and those of the points below it."""
    below = tuple(_changed(each, change) for each in point.points)
    return point.model_copy(update={"facts": tuple(map(change, point.facts)), "points": below})


# --- where a row belongs ---------------------------------------------------------------------------------------------


def _point_of(sections: Sequence[Section], named: str, topic: str) -> tuple[int, int | None] | None:
    """Return section and point that a row belongs to: by its lead or topic as written, else by what they are about."""
    points = [(i, j, point) for i, section in enumerate(sections) for j, point in enumerate(section.points)]
    exact = ((i, j) for i, j, point in points if named and named in {point.lead, point.topic})
    alike = ((i, j) for i, j, point in points if topic and topic == _about(point.topic, point.lead))
    return next(exact, None) or next(alike, None)


def _section_of(sections: Sequence[Section], named: str, topic: str, said: str) -> tuple[int, int | None] | None:
    """Return the section that a row belongs to, and its point that speaks of the same thing, None for a new one."""
    exact = (i for i, section in enumerate(sections) if named and named in {section.heading, section.topic})
    alike = (i for i, s in enumerate(sections) if topic and topic in topics.family(_about(s.topic, s.heading) or "-"))
    found = next(exact, None)
    found = next(alike, None) if found is None else found
    if found is None:
        return None
    own = topics.topic_of(said, topic)
    points = sections[found].points
    return found, next((j for j, point in enumerate(points) if own and own == _about(point.topic, point.lead)), None)


def _about(topic: str | None, title: str | None) -> str:
    return topics.canonical(topic) if topic else topics.topic_of(title or "")


def _with(section: Section, at: int | None, more: Point, topic: str) -> Section:
    """Return a section with facts and deeds added to one of its points, or in a new point behind them."""
    points = list(section.points)
    if at is None and len(points) == 1 and not (points[0].given_lead or points[0].topic):
        at = 0
    if at is None:
        points.append(more.model_copy(update={"topic": topic or None}))
    else:
        old = points[at]
        points[at] = old.model_copy(update={"facts": old.facts + more.facts, "deeds": old.deeds + more.deeds})
    return section.model_copy(update={"points": tuple(points)})
