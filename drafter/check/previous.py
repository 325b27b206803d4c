"""The rule for what is unchanged since the office's own last report, and what was dropped and is new."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from drafter.check.candidates import Region
from drafter.check.case import Case
from drafter.check.findings import Origin, drawn_out, edited, finding, match_of, paragraph, whole_clauses
from drafter.check.last import Places, paragraphs
from drafter.model import Document, Finding, IndexedText, Locality, Since, Span
from drafter.text.masking import Masked, mask
from drafter.text.quantities import figures

SOME = 0.4  # share of a paragraph that is kept from which it counts as edited, and below which as new, or dropped
LEAD = 24  # characters at the head of a passage that may belong to the line before
LISTED = 3  # figures named in a message

_OPEN = re.compile("【待(?:更新|补)[^】]*】")  # 【待更新：旧值 3.2亿元】
_STALE = "如数据已有变化，请更新"
_SAME = "如情况已有变化，请更新"


def find_previous(case: Case) -> Iterator[Finding]:
    """Yield the passages of a draft that stand in the last report."""
    last = case.previous
    if last is None:
        return
    source = mask(last.text)
    indexed = IndexedText(last.source, last.text, last.offsets)
    spans = [case.masked.span(region.draft.start, region.draft.end) for region in case.kept]
    for region, span in zip(case.kept, whole_clauses(case.document.text, spans), strict=True):
        theirs = drawn_out(last.text, source.span(region.source.start, region.source.end), 0, len(last.text))
        yield _finding(case, span, Origin(indexed, _without_heading(last.text, theirs)))


def _without_heading(text: str, span: Span) -> Span:
    """Return a span without the end of the line before, which alignment may have drawn in."""
    return Span(max(span.start, text.rfind("\n", span.start, span.start + LEAD) + 1), span.end)


def _finding(case: Case, span: Span, origin: Origin) -> Finding:
    match, _ = match_of(case, span, origin)
    where = f"上次报告{paragraph(origin.report.text, origin.span.start)}"
    likeness = f"大体相同，{edited(match.edits)}" if match.edits else "相同"
    stale = _unchanged_figures(span.of(case.document.text), match.text)
    also = f"，数据（{'、'.join(stale[:LISTED])}{'等' if len(stale) > LISTED else ''}）也没有变" if stale else ""
    return finding(
        case,
        span,
        kind="previous",
        message=f"与{where}{likeness}{also}",
        suggestion=_STALE if stale else _SAME,
        matches=[match],
        severity="warning" if stale else "info",
    )


def _unchanged_figures(ours: str, theirs: str) -> list[str]:
    """Return the figures that a passage has as the last report had them; what is still to be filled in is none."""
    ours = _OPEN.sub("", ours)
    there = {figure.span.of(theirs) for figure in figures(theirs)}
    return list(dict.fromkeys(printed for figure in figures(ours) if (printed := figure.span.of(ours)) in there))


def since_last(case: Case) -> Since | None:
    """Return what became of the paragraphs of the last report; None without one."""
    last = case.previous
    if last is None:
        return None
    ours, theirs = list(paragraphs(case.masked, case.document.text)), mask(last.text)
    kept = kept_places(case.masked, case.kept)
    seen = np.zeros(len(theirs), np.bool_)
    for region in case.kept:
        seen[region.source.start : region.source.end] = True
    lines = {"".join(line.split()) for line in last.text.split("\n")}
    fates: defaultdict[str, list[Span]] = defaultdict(list)
    for each in ours:
        line = _line(case.document.text, case.masked.span(each.start, each.end))
        same = "".join(line.of(case.document.text).split()) in lines
        fate = "unchanged" if same else "edited" if kept[each.start : each.end].mean() >= SOME else "new"
        fates[fate].append(case.document.raw_span(line))
    return Since(
        path=last.source.path,
        title=last.source.title,
        other=_other_office(case.own.locality, last.source.locality),
        unchanged=tuple(fates["unchanged"]),
        edited=tuple(fates["edited"]),
        new=tuple(fates["new"]),
        dropped=tuple(_dropped(last, theirs, seen, case.masked)),
    )


def _other_office(own: Locality | None, theirs: Locality | None) -> str:
    """Return whose the last report is, "" where it is the draft's own office's or that is not known."""
    if not own or not theirs or not own.name or not theirs.name:
        return ""
    elsewhere = any(
        one and other and one != other
        for one, other in ((own.county, theirs.county), (own.city, theirs.city), (own.province, theirs.province))
    )
    return "".join((theirs.county, theirs.name)) if own.name != theirs.name or elsewhere else ""


def _dropped(last: Document, theirs: Masked, seen: Places, ours: Masked) -> Iterator[tuple[Span, str]]:
    """Yield the paragraphs of the last report that the draft has little of, with their raw spans."""
    draft = ours.text
    for each in paragraphs(theirs, last.text):
        line = _line(last.text, theirs.span(each.start, each.end))
        whole = theirs.codes[each.start : each.end].astype("<u4").tobytes().decode("utf-32-le")
        if seen[each.start : each.end].mean() < SOME and whole not in draft:
            yield last.raw_span(line), line.of(last.text)


def _line(text: str, span: Span) -> Span:
    """Return the whole line that a span stands in."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def kept_places(masked: Masked, kept: Sequence[Region]) -> Places:
    """Return which masked characters of a draft the last report has too."""
    places = np.zeros(len(masked), np.bool_)
    for region in kept:
        places[region.draft.start : region.draft.end] = True
    return places
