"""The sentences of a report, each with its chapter and with when and where its figures hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafter.check.figures.settings import places_named, times_named
from drafter.model import Document, Source, Span
from drafter.text.figure_words import without_head
from drafter.text.moves import Chapter
from drafter.text.placed import placed_sections, placed_sentences
from drafter.text.sentences import sentences

_FIGURE = re.compile(r"\d")
_AIM = re.compile(
    "力争|确保|(?<![新上计])争取(?!到|资金|项目|上级|各)|(?:^|[，；。年度])计划(?!生育)|目标(?!任务)|拟(?!定)|将(?!军|$)|(?<!主|需|重)要(?=[完实达新建])"
    "|到\\d{4}年[底末]?"
)
_NUMBER = re.compile(r"\d[\d.,]*")
_BEGINS = re.compile(
    "^(?:预?计|全年|地区|全社会|辖区|实际|年[末底]|全[镇乡]|[我本][镇乡]|今年|本年|.*目标[是为]?[：:]|主要[是为：])+"
)
_LEADS_ON = re.compile("(?:完成|实现|达到?|带动|推动|促进|使|让|累计|全年|了|的|共|预计|实际|力争|确保|现有|拥有|总)$")
_FOR = ("为", "向", "给", "对", "帮助")  # lead to whom something is done
_NEXT_YEAR = ("来年", "明年", "下一年", "新的一年")
_AHEAD = re.compile(  # in what is to come
    "(?<!规模)(?<!限额)以上|左右|力争|确保|争取(?!到)|(?:预期|奋斗|总体|主要)目标|计划|打算|来年|明年|将(?!军)|拟(?!定)|有望"
)
_HEAD = re.compile("(?:^|[，；。：])(?:在|对|为|以|由|其中)?$")
_AIMS = re.compile("(?:预期|主要|奋斗|工作|总体)?目标[是为：]")


class Setting(NamedTuple):
    """When and where a figure holds, and whether it is but to be reached."""

    time: str  # "" is the report's own period
    place: str  # "" is the whole locality
    aim: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence with the times and places that it names."""

    span: Span
    text: str
    time: str  # that holds where it names none
    times: Sequence[tuple[Span, str]]
    places: Sequence[tuple[Span, str]]
    planned: bool  # it stands in the plan, or tells of problems

    def setting(self, first: int, named: int) -> Setting:
        """Return when and where a figure holds; `first` is where it stands, `named` where its name begins."""
        text = self.text
        clause = max(text.rfind(mark, 0, first) for mark in "，；。") + 1
        whose = _whose(text, clause, named)
        return Setting(
            next((name for span, name in reversed(self.times) if span.end <= first), self.time),
            whose
            or next(
                (name for span, name in reversed(self.places) if span.end <= first and self._holds(span, clause)), ""
            ),
            self.planned or bool(_AIM.search(text, clause, first) or _AIMS.search(text[:first])),
        )

    def _holds(self, place: Span, clause: int) -> bool:
        """Tell whether a place holds in a clause: it stands in it, or at the head of one before."""
        return place.start >= clause or bool(_HEAD.search(self.text, 0, place.start))


def sayings(document: Document, own: Source | None = None) -> Iterator[Saying]:
    """Yield the sentences of a report that have figures; `own` says what it is, where that is known better."""
    source = own or document.source
    period, locality = source.period, source.locality.name if source.locality else ""
    coming = str(period.year + 1) if period else ""  # the plan's own; told as reached, it can but mean the report's own
    time = ""  # that the paragraph's sentences before have named
    reached = 0
    for sentence, chapter in told(document):
        said = sentence.of(document.text)
        if "\n" in document.text[reached : sentence.start]:
            time = ""
        reached = sentence.end
        own_by_now = chapter == "plan" or not _AHEAD.search(said)
        named = [(span, "" if key == coming and own_by_now else key) for span, key in times_named(said, period)]
        if named and named[0][0].start < 2:
            time = named[0][1]
        if _FIGURE.search(said):
            planned = chapter != "review" or said.startswith(_NEXT_YEAR)
            yield Saying(sentence, said, time, named, places_named(said, locality), planned)


def told(document: Document) -> Iterator[tuple[Span, Chapter]]:
    """Yield the sentences of a report in order, each with its chapter: review, problems or plan."""
    sections = placed_sections(document)
    placed = placed_sentences(document, sections)
    starts = [each.span.start for each in placed]
    trusted = any(section.chapter == "plan" for section in sections)
    past_review = False  # where no heading names a plan, it begins behind the problems
    for sentence in sentences(document.text):
        at = bisect_right(starts, sentence.start) - 1
        chapter = placed[at].chapter if at >= 0 else "review"
        past_review = past_review or (chapter in {"problems", "plan"} and not trusted)
        ahead = chapter in {"plan", "closing"} or past_review
        yield sentence, "problems" if chapter == "problems" else "plan" if ahead else "review"


def _whose(text: str, clause: int, named: int) -> str:
    """Return what a clause says an indicator is of, before its name: 城市更新|完成固定资产投资."""
    begin = max((figure.end() for figure in _NUMBER.finditer(text, clause, named)), default=clause)
    if begin > clause:
        return ""
    rest = without_head(text, Span(begin, max(begin, named))).of(text)
    rest = _BEGINS.sub("", rest)
    while match := _LEADS_ON.search(rest):
        rest = rest[: match.start()]
    return rest if len(rest) > 1 and not rest.startswith(_FOR) else ""
