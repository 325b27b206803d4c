"""The account of a report's figures: what each states, and of which period and place it states it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.check.indicators import key_of
from drafter.check.settings import places_named, times_named
from drafter.model import Document, Period, Source, Span
from drafter.text.figure_words import without_head
from drafter.text.moves import Chapter
from drafter.text.placed import placed_sections, placed_sentences
from drafter.text.sentences import sentences
from drafter.text.statements import Statement, statements

_FIGURE = re.compile(r"\d")
_AIM = re.compile(
    "力争|确保|(?<![新上计])争取(?!到|资金|项目|上级|各)|(?:^|[，；。年度])计划(?!生育)|目标(?!任务)|拟(?!定)|将(?!军)|(?<!主|需|重)要(?=[完实达新建])"
    "|到\\d{4}年[底末]?"
)
_NUMBER = re.compile(r"\d[\d.,]*")
_LEADS_ON = re.compile("(?:完成|实现|达到?|带动|推动|促进|使|让|累计|全年|了|的|共|预计|实际|力争|确保|现有|拥有|总)$")
_HEAD = re.compile("(?:^|[，；。：])(?:在|对|为|以|由|其中)?$")
_AIMS = re.compile("(?:预期|主要|奋斗|工作|总体)?目标[是为：]")
_TOTAL = re.compile("(?:合计|共计|总计|总共)[^，、；。\\d]{0,8}$|[，、；]共$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in its place."""

    stated: Statement
    key: str  # the indicator as entries are compared by it; see indicators.key_of
    sentence: Span  # in the report's text; the statement's own spans count in it
    said: str  # the sentence
    time: str  # of what time it is; "" is the report's own period
    place: str  # of which place; "" is the whole locality
    aim: bool  # to be reached, not reached
    total: bool  # said to be the sum of what is before it (共计 …)

    def span(self, *names: str) -> Span:
        """Return where in the report's text the figures of these fields stand, all its figures without names."""
        found = [span for name, span in self.stated.spans if name in names or not names]
        found = found or [span for _, span in self.stated.spans]
        return Span(min(each.start for each in found), max(each.end for each in found)).shift(self.sentence.start)

    @property
    def whole(self) -> Span:
        """Return the span from the indicator to the last figure."""
        first = min((each.start for each in self.stated.named), default=0)
        figures = self.span()
        return Span(min(first + self.sentence.start, figures.start), figures.end)

    def printed(self, field: str) -> str:
        """Return a field's figure as the text has it, with its unit."""
        span = self.stated.span(field)
        return span.of(self.said) if span else ""

    def before(self, field: str = "value") -> str:
        """Return what the sentence says before a field's figure."""
        span = self.stated.span(field)
        return self.said[: span.start] if span else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with the times and places that it names."""

    span: Span
    text: str
    time: str  # that holds where it names none
    times: Sequence[tuple[Span, str]]
    places: Sequence[tuple[Span, str]]

    def holds(self, place: Span, clause: int) -> bool:
        """Tell whether a place holds in a clause: it stands in it, or at the head of one before."""
        return place.start >= clause or bool(_HEAD.search(self.text, 0, place.start))


def entries(document: Document, own: Source | None = None) -> tuple[Entry, ...]:
    """Return the entries of a report in reading order; `own` says what it is, where that is known better."""
    source = own or document.source
    return tuple(_entries(document, source.period, source.locality.name if source.locality else ""))


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


def _entries(document: Document, period: Period | None, locality: str) -> Iterator[Entry]:
    time = ""  # that the paragraph's sentences before have named
    reached = 0
    for sentence, chapter in told(document):
        said = sentence.of(document.text)
        if "\n" in document.text[reached : sentence.start]:
            time = ""
        reached = sentence.end
        named = times_named(said, period)
        if named and named[0][0].start < 2:
            time = named[0][1]
        if _FIGURE.search(said):
            whole = _Said(sentence, said, time, named, places_named(said, locality))
            for stated in _joined(statements(said)):
                yield _entry(stated, whole, planned=chapter != "review")


def _entry(stated: Statement, said: _Said, *, planned: bool) -> Entry:
    text = said.text
    first = min((span.start for _, span in stated.spans), default=0)
    clause = max(text.rfind(mark, 0, first) for mark in "，；。") + 1
    before = text[:first]
    whose = _whose(text, clause, min((span.start for span in stated.named), default=first))
    return Entry(
        stated,
        key_of(stated.indicator),
        said.span,
        text,
        next((name for span, name in reversed(said.times) if span.end <= first), said.time),
        whose
        or next((name for span, name in reversed(said.places) if span.end <= first and said.holds(span, clause)), ""),
        planned or bool(_AIM.search(text, clause, first) or _AIMS.search(before)),
        bool(_TOTAL.search(before)),
    )


def _whose(text: str, clause: int, named: int) -> str:
    """Return what a clause says an indicator is of, before its name: 城市更新|完成固定资产投资."""
    begin = max((figure.end() for figure in _NUMBER.finditer(text, clause, named)), default=clause)
    if begin > clause:
        return ""
    rest = without_head(text, Span(begin, max(begin, named))).of(text)
    while match := _LEADS_ON.search(rest):
        rest = rest[: match.start()]
    return rest if len(rest) > 1 else ""


def _joined(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; one without a value and the next on its indicator are one: 去年5000万元，今年4800万元."""
    waiting: Statement | None = None
    for stated in found:
        if waiting and stated.indicator == waiting.indicator and not waiting.value and stated.value:
            waiting = _filled(stated, waiting)
            continue
        if waiting:
            yield waiting
        waiting = stated
    if waiting:
        yield waiting


def _filled(stated: Statement, other: Statement) -> Statement:
    fields = ("yoy", "previous", "target", "completion", "share", "rank")
    missing = {name: getattr(other, name) for name in fields if not getattr(stated, name)}
    spans = (*stated.spans, *(each for each in other.spans if missing.get(each[0])))
    return replace(stated, spans=spans, **missing)
