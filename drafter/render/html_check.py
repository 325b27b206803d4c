"""What the page of a check shows, as plain values for its template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.model import CheckResult, Finding, Match, Span
from drafter.render.edit_words import edit_words
from drafter.render.labels import CLASSES, MEANINGS, RULES, SEVERITIES, asks_something, kind_name, label
from drafter.render.passages import around, counted, edited_parts, in_line, place, printable, segments
from drafter.text import numbering

_CONTEXT = 120  # characters of the source shown on either side of its passage
_SNIPPET = 40  # characters: what a line of the panel holds
_LONGEST_HEADING = 40  # characters; a longer numbered line is a paragraph
_HEADING_LEVELS = {"第一部分": 3, "一、": 3, "（一）": 4}  # below the page's own h1 and h2
_STOP = re.compile("[。；;]|[，,]$")  # what a heading does not hold
_THINNEST = 0.25  # percent of the strip; a thinner stripe cannot be hit with the mouse


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the draft belongs to a reuse class."""

    kind: str
    name: str
    meaning: str
    chars: int
    percent: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Some characters of the draft, under the same findings from end to end."""

    text: str
    numbers: tuple[int, ...]  # of the findings over it
    begins: tuple[int, ...]  # of those that begin here


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the draft."""

    level: int  # of the HTML heading, 0 for text
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """A match: the two passages, each in parts with the op of its edit ("" where they agree)."""

    source: str
    title: str
    percent: float  # of the passage found there; 0 where it is not copied from there
    before: str  # what stands around the source's passage
    after: str
    in_source: tuple[tuple[str, str], ...]
    in_draft: tuple[tuple[str, str], ...]
    edits: str  # in words; "" where nothing is changed


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the side panel shows it."""

    number: int  # from 1, in reading order
    finding: Finding
    label: str
    tone: str  # which colour it has: a reuse class or a severity
    severity: str
    chars: int
    place: str
    snippet: str  # how the passage begins
    matches: tuple[Passages, ...]
    left: float  # where it stands in the strip, percent
    width: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A class to filter by."""

    kind: str
    label: str
    tone: str
    count: int
    on: bool  # shown when the page opens


@dataclass(frozen=True, slots=True)
class Filter:
    """A rule to filter by, with its classes."""

    rule: str
    label: str
    choices: tuple[Choice, ...]


def cards(result: CheckResult, sources: Mapping[str, str]) -> tuple[Card, ...]:
    """Return the findings in reading order, those on the whole draft last, what is ignored left out."""
    findings = sorted(result.pending, key=lambda each: (not len(each.span), each.span))
    return tuple(_card(number, finding, result, sources) for number, finding in enumerate(findings, 1))


def ignored(result: CheckResult, sources: Mapping[str, str]) -> tuple[Card, ...]:
    """Return the findings that the writer leaves as they are, in reading order."""
    findings = sorted((each for each in result.findings if each.id in result.ignored), key=lambda each: each.span)
    return tuple(_card(number, finding, result, sources) for number, finding in enumerate(findings, 1))


def shares(result: CheckResult) -> tuple[Share, ...]:
    """Return the reuse classes that occur in the draft, gravest first."""
    return tuple(
        Share(kind, CLASSES[kind], MEANINGS[kind], chars, 100 * chars / result.chars)
        for kind in CLASSES
        if (chars := result.by_class.get(kind, 0))
    )


def filters(shown: Sequence[Card]) -> tuple[Filter, ...]:
    """Return what can be filtered by: the rules and classes that occur."""
    groups = groupby(sorted(shown, key=_filter_order), key=lambda card: card.finding.rule)
    return tuple(Filter(rule, RULES.get(rule, rule), tuple(_choices(list(group)))) for rule, group in groups)


def lines(raw: str, shown: Sequence[Card]) -> Iterator[Line]:
    """Yield the lines of the draft that are not empty, cut where findings begin and end."""
    placed = [card for card in shown if len(card.finding.span)]
    begun: set[int] = set()
    row: list[Segment] = []
    for span, over in segments(Span(0, len(raw)), [card.finding.span for card in placed]):
        numbers = tuple(placed[index].number for index in over)
        for position, text in enumerate(printable(span.of(raw)).split("\n")):
            if position:
                yield from _line(row)
                row = []
            if text:
                begins = tuple(number for number in numbers if number not in begun)
                begun.update(begins)
                row.append(Segment(text, numbers, begins))
    yield from _line(row)


def _line(row: list[Segment]) -> Iterator[Line]:
    text = "".join(segment.text for segment in row).strip()
    if text:
        yield Line(_heading_level(text), tuple(row))


def _heading_level(text: str) -> int:
    number = numbering.parse(text)
    if number is None or len(text) > _LONGEST_HEADING or _STOP.search(text.removesuffix("。")):
        return 0
    return _HEADING_LEVELS.get(number.style, 0)


def _card(number: int, finding: Finding, result: CheckResult, sources: Mapping[str, str]) -> Card:
    length = max(1, len(result.raw))
    return Card(
        number=number,
        finding=finding,
        label=label(finding),
        tone=_tone(finding),
        severity=SEVERITIES[finding.severity],
        chars=counted(finding.text),
        place=place(result, finding.span.start) if len(finding.span) else "全文",
        snippet=in_line(finding.text or finding.message)[:_SNIPPET],
        matches=tuple(_passages(finding, match, result.raw, sources) for match in finding.matches),
        left=100 * finding.span.start / length,
        width=max(_THINNEST, 100 * len(finding.span) / length) if len(finding.span) else 0,
    )


def _tone(finding: Finding) -> str:
    return finding.kind if finding.rule == "reuse" and finding.kind in CLASSES else finding.severity


def _passages(finding: Finding, match: Match, draft: str, sources: Mapping[str, str]) -> Passages:
    before, after = around(sources.get(match.source, ""), match.span, _CONTEXT)
    return Passages(
        source=match.source,
        title=match.title,
        percent=100 * match.similarity if finding.rule == "reuse" else 0,
        before=printable(before),
        after=printable(after),
        in_source=_printable(edited_parts(match.text, match.span, match.edits, in_draft=False)),
        in_draft=_printable(edited_parts(finding.span.of(draft), finding.span, match.edits, in_draft=True)),
        edits=edit_words(match, finding.span.of(draft), finding.span.start) if match.edits else "",
    )


def _printable(parts: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((printable(text), op) for text, op in parts)


def _choices(group: Sequence[Card]) -> Iterator[Choice]:
    for kind, found in groupby(group, key=lambda card: card.finding.kind):
        same = list(found)
        rule = same[0].finding.rule
        name = kind_name(kind) or RULES.get(rule, rule)
        # a formula asks nothing of the writer: stepping through dozens of them would hide what does
        yield Choice(kind, name, same[0].tone, len(same), on=asks_something(same[0].finding))


def _filter_order(card: Card) -> tuple[int, str, int, str]:
    rule, kind = card.finding.rule, card.finding.kind
    return _position(rule, list(RULES)), rule, _position(kind, list(CLASSES)), kind


def _position(name: str, order: Sequence[str]) -> int:
    return order.index(name) if name in order else len(order)
