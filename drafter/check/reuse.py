"""The rule for reuse: passages copied from other reports, and the stock wording they share with everyone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import textdistance

from drafter.check.candidates import Region, grams_of, regions, seeds_of
from drafter.check.case import Case
from drafter.check.classify import is_verbatim
from drafter.check.evidence import Evidence, clauses_of
from drafter.check.findings import (
    LISTED,
    Origin,
    called,
    drawn_out,
    edited,
    finding,
    match_of,
    paragraph,
    whole_clauses,
)
from drafter.check.fixed import fixed_places
from drafter.check.passages import CROWD, SAME, Fetch, Passage, Places, aligned, choose, proof_of, untaken
from drafter.check.previous import kept_places
from drafter.check.retelling import retold
from drafter.check.rewording import reworded, words_of
from drafter.check.stock import Stock, find_stock
from drafter.model import Document, Edit, Finding, Match, ReuseIndex, Span
from drafter.text.masking import mask

LEAST_ALIKE = 0.35  # below it two passages share a long name and little else; planted heavy edits have 0.43 and more

_STOCK = {"formula": "规范表述，各地写法一致，不算雷同", "boilerplate": "常用套话，{} 个单位的报告里都有，另行统计"}
_COPIED = "请换成本单位自己的做法和数据，或删去"
_EDITED = "请核对是否符合本单位实际，再用自己的话写"
_RETOLD = "请对照出处看一遍：如是各写各的，可以不理"


def find_reuse_alone(document: Document, index: ReuseIndex) -> Iterator[Finding]:
    """Yield what the rule finds in a draft, with no other rule loaded: a build asks for this much only."""
    masked = mask(document.text)
    likeness = textdistance.levenshtein.normalized_similarity
    case = Case(document, document.source, masked, fixed_places(document, masked), index, similarity=likeness)
    yield from find_reuse(case, retellings=False)


def find_reuse(case: Case, *, retellings: bool = True) -> Iterator[Finding]:
    """Yield the passages of a draft that other reports have too, and unless it is not asked for, what it may retell."""
    grams = grams_of(case.masked, case.index)
    fetch = cache(lambda number: mask(case.index.report(number).text))
    found = aligned(case.masked, case.fixed, regions(seeds_of(grams, case.index), len(case.index)), fetch)
    kept = kept_places(case.masked, case.kept)
    fixed = case.fixed | kept
    evidence = _evidence(case, fetch)
    passages = choose(
        found,
        proof_of(grams, fixed, fetch, len(case.index)),
        lambda taken: evidence.weighed(reworded(evidence.words, case.index, fixed | taken)),
        kept,
    )
    spans = [case.masked.span(each.best.draft.start, each.best.draft.end) for each in passages]
    for passage, span in zip(passages, whole_clauses(case.document.text, spans), strict=True):
        copy = _copy(case, passage, span, fetch)
        if passage.reworded or copy.matches[0].similarity >= LEAST_ALIKE or evidence.supports(passage.best):
            yield copy
    taken = kept
    for passage in passages:
        taken[passage.best.draft.start : passage.best.draft.end] = True
    for region in _retold(case, evidence, fetch, fixed | taken) if retellings else ():
        yield _told(case, region, fetch)
    for stock in find_stock(grams, case.fixed, taken, case.index):
        yield _stock(case, stock, fetch)


def _evidence(case: Case, fetch: Fetch) -> Evidence:
    return Evidence(
        clauses_of(case.document.text, case.masked),
        words_of(case.masked, case.index),
        cache(lambda number: clauses_of(case.index.report(number).text, fetch(number))),
        len(case.index),
    )


def _retold(case: Case, evidence: Evidence, fetch: Fetch, left_out: Places) -> list[Region]:
    """Return what the draft retells of other reports, in order, outside the masked characters that are `left_out`."""
    found = retold(case, evidence, fetch, left_out)
    ranked = sorted(found, key=lambda region: -region.weight)
    chosen = untaken(ranked, left_out.copy(), lambda left, whole: len(left.draft) >= SAME * len(whole.draft))
    return sorted(chosen, key=lambda region: region.draft)


def _told(case: Case, region: Region, fetch: Fetch) -> Finding:
    span = case.masked.span(region.draft.start, region.draft.end)
    span = drawn_out(case.document.text, span, 0, len(case.document.text))
    origin = _origin(case, region, fetch)
    match, _ = match_of(case, span, origin)
    where = f"{called(origin.report.source)}{paragraph(origin.report.text, origin.span.start)}"
    return finding(
        case,
        span,
        kind="retold",
        message=f"疑似改写：说的与{where}是同样的事，用词大多换过",
        suggestion=_RETOLD,
        matches=(replace(match, edits=()),),  # nearly every word would be one
        severity="info",
    )


def _copy(case: Case, passage: Passage, span: Span, fetch: Fetch) -> Finding:
    origins = [_origin(case, region, fetch) for region in (passage.best, *passage.others[: LISTED - 1])]
    compared = [match_of(case, span, origin) for origin in origins]
    matches = [match for match, _ in compared]
    verbatim = is_verbatim(span.of(case.document.text), matches[0].text, compared[0][1])
    best = origins[0]
    where = f"{called(best.report.source)}{paragraph(best.report.text, best.span.start)}"
    further = f"；另有 {_counted(len(passage.others))}报告也有" if passage.others else ""
    if verbatim:
        message = f"与{where}{_likeness(matches[0].edits)}{further}"
        return finding(case, span, kind="copied", message=message, suggestion=_COPIED, matches=matches)
    if matches[0].similarity < LEAST_ALIKE:
        message = f"疑由{where}改写而来，句子不同，少见的词多有相同{further}"
    else:
        message = f"由{where}改写而来，{edited(matches[0].edits)}{further}"
    return finding(case, span, kind="edited", message=message, suggestion=_EDITED, matches=matches)


def _counted(others: int) -> str:
    return f"{others} 篇以上" if others >= CROWD - 1 else f"{others} 篇"


def _origin(case: Case, region: Region, fetch: Fetch) -> Origin:
    report = case.index.report(region.report)
    span = fetch(region.report).span(region.source.start, region.source.end)
    return Origin(report, drawn_out(report.text, span, 0, len(report.text)))


def _likeness(edits: Sequence[Edit]) -> str:
    return f"大体相同，{edited(edits)}" if edits else "相同"


def _stock(case: Case, stock: Stock, fetch: Fetch) -> Finding:
    span = case.masked.span(stock.span.start, stock.span.end)
    matches = [_exact(case, region, fetch) for region in stock.regions[:LISTED]]
    message = _STOCK[stock.kind].format(stock.localities)
    return finding(case, span, kind=stock.kind, message=message, matches=matches, severity="info")


def _exact(case: Case, region: Region, fetch: Fetch) -> Match:
    report = case.index.report(region.report)
    span = fetch(region.report).span(region.source.start, region.source.end)
    return Match(report.source.path, report.source.title, report.offsets.raw(span), span.of(report.text), 1.0)
