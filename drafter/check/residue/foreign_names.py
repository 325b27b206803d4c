"""Names of other offices' reports in a draft: their villages, companies and works, and their own names without 镇."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from drafter.check.case import Case
from drafter.check.findings import called, finding
from drafter.check.reading import read
from drafter.check.residue.foreign_places import is_told
from drafter.model import Finding, Locality, Source, Span
from drafter.text.dictionary import cut
from drafter.text.gazetteer import Level


def find_foreign_names(case: Case) -> Iterator[Finding]:
    """Yield the names that only reports of other offices have, the longest where several meet."""
    reading = read(case.document)
    words = cut(reading.text)
    ours = [report.text for report in (case.previous, *case.earlier) if report]
    edges = frozenset(accumulate(map(len, words), initial=0))
    reached = 0
    for span, numbers in sorted(case.index.names(reading.text), key=lambda found: (found[0].start, -found[0].end)):
        sources = [case.index.report(number).source for number in numbers]
        whole = span.start in edges and span.end in edges
        name = span.of(reading.text)
        if span.start < reached or not whole or _is_own(case.own, sources, name) or any(name in text for text in ours):
            continue
        reached = span.end
        if not is_told(reading, Level.TOWNSHIP, span):
            yield _finding(case, span, sources)


def _is_own(own: Source, sources: Sequence[Source], name: str) -> bool:
    """Tell whether a report of the draft's own office has the name too, or it is part of the office's own name."""
    return name in f"{own.title} {own.locality.name if own.locality else ''}" or any(
        _same(own.locality, source.locality) for source in sources
    )


def _same(one: Locality | None, other: Locality | None) -> bool:
    if not one or not other or not one.name or one.name != other.name:
        return False
    return one.county == other.county or not (one.county and other.county)


def _finding(case: Case, span: Span, sources: Sequence[Source]) -> Finding:
    name = span.of(case.document.text)
    return finding(
        case,
        span,
        rule="residue",
        kind="name",
        message=f"“{name}”见于{called(sources[0])}，本单位的报告里没有，疑为照搬时留下的",
        suggestion="请换成本单位的名称，或删去；确是本单位的，请忽略本条",
    )
