"""The rule for self-duplication: passages that a draft has twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from drafter.check.aims import sets_aims
from drafter.check.align import Bigrams, Pair, bigrams_of, pair_of
from drafter.check.candidates import FAINTEST_WEIGHT, Grams, Region, Seeds, grams_of, regions
from drafter.check.case import Case
from drafter.check.findings import Origin, drawn_out, edited, finding, match_of, paragraph, whole_clauses
from drafter.check.passages import choose, proof_of
from drafter.model import Finding, IndexedText, Span

LEAST_ALIKE = 0.6  # below it, by eye on the sample reports, a plan names again the projects of the review

_ADVICE = "请只保留一处"


def find_repetition(case: Case) -> Iterator[Finding]:
    """Yield the passages of a draft that repeat an earlier one."""
    grams = _grams(case)
    seeds = _seeds(grams)
    pair = pair_of(bigrams_of(case.masked, case.fixed), case.masked)
    found = [region for each in regions(seeds) if (region := _aligned(pair, each))]
    passages = choose(found, proof_of(grams, case.fixed, lambda _: case.masked))
    spans = [case.masked.span(each.best.draft.start, each.best.draft.end) for each in passages]
    for passage, span in zip(passages, whole_clauses(case.document.text, spans), strict=True):
        earlier = case.masked.span(passage.best.source.start, passage.best.source.end)
        before = drawn_out(case.document.text, earlier, 0, span.start)
        repetition = _finding(case, span, before)
        if repetition.matches[0].similarity >= LEAST_ALIKE and not sets_aims(case.document, span, before):
            yield repetition


def _grams(case: Case) -> Grams:
    """Return the draft's grams, their frequency the number of further places in the draft and of reports."""
    grams = grams_of(case.masked, case.index)
    _, numbers, counts = np.unique(grams.hashes, return_inverse=True, return_counts=True)
    again = counts[numbers] - 1
    return replace(grams, frequency=np.where(again > 0, again + grams.frequency, 0).astype(np.int32))


def _seeds(grams: Grams) -> Seeds:
    """Return the pairs of places with the same gram: the later one as the draft's, the earlier as the source's."""
    weights = grams.weights
    places = np.flatnonzero(weights >= FAINTEST_WEIGHT)
    places = places[np.argsort(grams.hashes[places], kind="stable")]
    hashes = grams.hashes[places]
    later, earlier = [places[:0]], [places[:0]]
    for apart in range(1, len(places)):
        same = hashes[apart:] == hashes[:-apart]
        if not same.any():
            break
        later.append(places[apart:][same])
        earlier.append(places[:-apart][same])
    draft, source = np.concatenate(later).astype(np.int32), np.concatenate(earlier).astype(np.int32)
    return Seeds(draft, np.zeros(len(draft), np.int32), source, weights[draft])


def _aligned(pair: Pair, region: Region) -> Region | None:
    """Align a region with the text before a fence on one side and the text after it on the other."""
    if region.source.end > region.draft.start:
        return None
    fence = (region.source.end + region.draft.start) // 2
    unknown = len(pair.chance) - 1
    behind = np.where(np.arange(len(pair.draft.numbers)) < fence, unknown, pair.draft.numbers)
    draft = Bigrams(behind, pair.draft.worth)
    return Pair(draft, pair.source.cut(0, max(0, fence - 1)), pair.chance).align(region)


def _finding(case: Case, span: Span, earlier: Span) -> Finding:
    document = case.document
    origin = Origin(IndexedText(document.source, document.text, document.offsets), earlier)
    match, _ = match_of(case, span, origin)
    where = f"本稿{paragraph(document.text, earlier.start)}"
    message = f"与{where}大体重复，{edited(match.edits)}" if match.edits else f"与{where}重复"
    return finding(case, span, kind="self", message=message, suggestion=_ADVICE, matches=[match])
