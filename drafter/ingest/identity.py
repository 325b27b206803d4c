"""What a report is: its title, kind, period, locality and speaker."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from drafter.ingest.head import speaker, speaker_within
from drafter.ingest.locality import locality_of
from drafter.model import Block, Kind, NormText, Part, Period, Role, Section, Source
from drafter.text.chapters import chapter_of
from drafter.text.periods import find_date, find_period, periods

_KINDS: Mapping[Part, Kind] = {"first_half": "half_year", "first_three_quarters": "three_quarter", "year": "annual"}
_REVIEWED: Mapping[Part, Part] = {"second_half": "first_half", "fourth_quarter": "first_three_quarters"}
_SUMMARY = re.compile("总结|小结|工作.{0,8}汇报")
# Reports on one field of work to the office above, whatever else their words: of no kind that drafter knows.
_OF_A_FIELD = re.compile(
    "法治政府建设|依法行政|政府信息公开|政务公开|预算执行|决算|国民经济和社会发展|审计|生态环境状况"
)
LEAST_OF_A_FIELD = 2
"""Headings that name one and the same field, where no title tells."""
_SPOKEN: tuple[Role, ...] = ("dateline", "salutation", "opening")

ANY_YEAR = 2000
"""Stands for the year that a heading (上半年工作回顾) leaves out."""
USUAL = 0.5
"""Share of the most frequent year's mentions that makes another year one a report is about."""
LEAST_REVIEW = 0.1
"""Share of a report that its first chapter has at least, if it reviews."""
LAST_SESSION = 6
"""A congress up to this month hears about the year before, a later one about the year it meets in."""


def identify(text: NormText, blocks: Sequence[Block], root: Section, path: str) -> Source:
    """Return what a report is, as far as it says so."""
    head = _head(text, blocks)
    headings = [section.title for section in root.walk() if section.heading and section.heading.role == "heading"]
    top = [section.title for section in root.children]
    period = _period(NormText(text[: _end_of_review(root, len(text))]), head, headings, top)
    return Source(
        path,
        head.get("title", ""),
        _kind(head, headings, period),
        period,
        locality_of(text, head),
        _speaker(head),
    )


def _end_of_review(root: Section, length: int) -> int:
    """Return where the first chapter ends: at the second heading of the first level, else in the middle."""
    starts = [section.heading.span.start for section in root.children[1:2] if section.heading]
    return next((start for start in starts if start > LEAST_REVIEW * length), length // 2)


def _head(text: NormText, blocks: Sequence[Block]) -> dict[Role, str]:
    """Return the words of each role; of a page's title and the report's own the longer one, which says more."""
    head: dict[Role, str] = {}
    for block in blocks:
        words = block.span.of(text).replace("\n", "")
        if block.role == "title":
            words = max(head.get("title", ""), words, key=len)
        elif block.role in head:
            words = head[block.role] + words if block.role == "dateline" else head[block.role]
        head[block.role] = words
    return head


def _speaker(head: Mapping[Role, str]) -> str:
    """Return post and name of who gave the report: of a line of its own, else as dateline or title tell it."""
    named = speaker(head.get("speaker", ""))
    for role in ("dateline", "title"):
        named = named or speaker_within(head.get(role, ""))
    return " ".join(named or ())


def _kind(head: Mapping[Role, str], headings: Sequence[str], period: Period | None) -> Kind | None:
    """Return the kind by its period, or summary and plan when it sums up and no congress hears it."""
    title = head.get("title", "")
    reviews = [heading for heading in headings if chapter_of(heading) == "review"]
    is_spoken = any(role in head for role in _SPOKEN)
    if not is_spoken and _is_of_a_field(title, headings):
        return None
    if not is_spoken and "工作报告" not in title and _SUMMARY.search(title + "".join(reviews)):
        return "summary_plan"
    if period and (is_spoken or reviews or "工作报告" in title):
        return _KINDS.get(period.part)
    return "annual" if is_spoken and reviews else None  # one that names no part of a year, nor any year


def _is_of_a_field(title: str, headings: Sequence[str]) -> bool:
    if title:
        return bool(_OF_A_FIELD.search(title))
    named = Counter(found[0] for heading in headings if (found := _OF_A_FIELD.search(heading)))
    return max(named.values(), default=0) >= LEAST_OF_A_FIELD


def _period(text: NormText, head: Mapping[Role, str], headings: Sequence[str], top: Sequence[str]) -> Period | None:
    """Return the period looked back on; the review's heading knows best, then title, plan, dateline, the text.

    Title and dateline together overrule that heading, which may have been left from last year's report.

    `text` is that of the review; `top` are the headings of the first level: the first of them reviews and the others
    plan, whatever they are called.
    """
    plans = [*(heading for heading in headings if chapter_of(heading) == "plan"), *top[1:]]
    reviews = (heading for heading in headings if chapter_of(heading) == "review")
    review = next(reviews, next((heading for heading in top if heading not in plans), ""))
    title, date = head.get("title", ""), find_date(head.get("dateline", ""))
    part = _part((review, title), plans)
    year = _agreed(_first_year(title), date) or _first_year(review)
    if not year and part != "year":
        year = _first_year(title, *plans) or (date.year if date else None)
    if not year and (planned := _first_year(*plans)):
        year = planned - 1
    if not year and date:
        year = date.year - (date.month <= LAST_SESSION)
    year = year or _usual_year(text)
    return Period(year, part) if year else None


def _agreed(year: int | None, date: datetime.date | None) -> int | None:
    """Return the year of a title where the dateline bears it out, so that it is the year reported on."""
    return year if year and date and year == date.year - (date.month <= LAST_SESSION) else None


def _first_year(*words: str) -> int | None:
    return next((found.year for each in words if (found := find_period(each))), None)


def _part(reviewed: Sequence[str], planned: Sequence[str]) -> Part:
    """Return which part of a year is looked back on; what is planned for the rest of it tells, too."""
    for words in (*reviewed, *planned):
        found = find_period(words, year=ANY_YEAR)
        part = _REVIEWED.get(found.part, found.part) if found else "year"
        if part != "year":
            return part
    return "year"


def _usual_year(text: NormText) -> int | None:
    """Return the last of the years that a text names about as often as any."""
    named = periods(text)
    years = Counter(period.year for span, period in named if text[max(0, span.start - 1)] not in "到至比较由从自")
    most = max(years.values(), default=0)
    return max((year for year, count in years.items() if count >= USUAL * most), default=None)
