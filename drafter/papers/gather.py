"""Gather the figures and deeds of a paper, row by row, each with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model import DeedRow, Document, FactRow, Gathered, Period, Span
from drafter.papers.cells import has_figure, planned, row_of
from drafter.text.deeds import deeds
from drafter.text.indicators import bare_name
from drafter.text.moves import Chapter
from drafter.text.periods import next_period, periods, spoken
from drafter.text.placed import PlacedSentence, placed_sections, placed_sentences
from drafter.text.sentences import clauses
from drafter.text.statements import Statement, statements
from drafter.text.topics import topic_of

NO_TOPIC = "其他"  # an empty cell would be read as the topic of the row above
_TELLING: frozenset[Chapter] = frozenset(("review", "problems", "plan"))  # thanks and appeals state nothing


def gather(document: Document) -> Gathered:
    """Return what a paper states and tells, in its order; what it plans stands apart from what is done."""
    facts: list[FactRow] = []
    done: list[DeedRow] = []
    plans: list[DeedRow] = []
    for sentence, heads in _sentences(document):
        said = sentence.span.of(document.text)
        stated = statements(said)
        rows = [(each, _fact(document, sentence, said, each)) for each in stated]
        facts += (row for _, row in rows if has_figure(row))
        told = {*deeds(said, stated), *(_clause(said, each) for each, row in rows if not has_figure(row))}
        if sentence.chapter != "problems" and not heads:
            kept = plans if sentence.chapter == "plan" else done
            kept += (_deed(document, sentence, said, span) for span in sorted(told))
    return Gathered(tuple(_once(facts)), tuple(done), tuple(plans))


def _sentences(document: Document) -> list[tuple[PlacedSentence, bool]]:
    """Return the sentences of a paper in reading order, and whether each is a heading or a lead."""
    sections = placed_sections(document)
    found = [(sentence, False) for sentence in placed_sentences(document, sections)]
    for section in sections:
        heading = section.section.heading
        spans = [Span(heading.span.start + len(heading.number), heading.span.end)] if heading else []
        spans += [block.lead for block in section.section.blocks if block.lead]
        found += [(PlacedSentence(span, section.topic, section.chapter), True) for span in spans]
    telling = [each for each in found if each[0].chapter in _TELLING]
    return sorted(telling, key=lambda each: each[0].span.start)


def _fact(document: Document, sentence: PlacedSentence, said: str, stated: Statement) -> FactRow:
    """Return the row of a statement."""
    topic = topic_of(stated.indicator, topic_of(said, sentence.topic)) or NO_TOPIC
    row = replace(row_of(stated), topic=topic, source=document.source.path, sentence=said)
    period = document.source.period
    if sentence.chapter == "plan":
        return planned(row, f"{spoken(next_period(period), period.year)}打算" if period else "下一步打算")
    return replace(row, period=str(_period(said, stated, period) or ""))


def _period(said: str, stated: Statement, known: Period | None) -> Period | None:
    """Return what a figure is of: the part of a year or the other year that its clause names, else the paper's."""
    for _, named in periods(_clause(said, stated).of(said), known.year if known else None):
        if named.part != "year" or (known and named.year != known.year):
            return named
    return known


def _clause(said: str, stated: Statement) -> Span:
    """Return the clause that a statement's first figure stands in."""
    at = min(span.start for _, span in stated.spans)
    return next(clause for clause in clauses(said) if clause.start <= at < clause.end)


def _deed(document: Document, sentence: PlacedSentence, said: str, span: Span) -> DeedRow:
    deed = span.of(said)
    topic = topic_of(deed, topic_of(said, sentence.topic)) or NO_TOPIC
    return DeedRow(topic, deed, document.source.path, said)


def _once(facts: Iterable[FactRow]) -> Iterator[FactRow]:
    """Yield each fact once: what a paper sums up first and tells again later is one row."""
    kept: dict[tuple[str, ...], FactRow] = {}
    for number, row in enumerate(facts):
        key: tuple[str, ...] = (bare_name(row.indicator), row.value, row.target, row.unit, row.period)
        if not (row.value or row.target):
            key = (str(number),)
        kept[key] = _joined(kept[key], row) if key in kept else row
    yield from kept.values()


def _joined(row: FactRow, again: FactRow) -> FactRow:
    """Return a row with what only the second one says."""
    fields = ("yoy", "previous", "target", "completion", "share", "rank")
    return replace(row, **{name: getattr(row, name) or getattr(again, name) for name in fields})
