"""What the reuse check is held against: difflib's matching blocks and rapidfuzz's ratio of sentences."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from planting import Plant
from rapidfuzz import fuzz, process

from drafter.model import Span

SHORTEST = 13  # characters of a matching block, and of a detection
DRAFT_GAP, SOURCE_GAP = 40, 200  # characters between two hits that are counted as one detection

_SENTENCE = re.compile(r"[^。！？；\n]{6,}[。！？；]?")


def matching_blocks(draft: str, texts: Mapping[str, str]) -> list[Plant]:
    """Detect by difflib: equal blocks, the longest for each stretch of the draft."""
    found = [
        Plant(Span(block.b, block.b + block.size), path, Span(block.a, block.a + block.size))
        for path, text in texts.items()
        for block in difflib.SequenceMatcher(None, text, draft, autojunk=False).get_matching_blocks()
        if block.size >= SHORTEST
    ]
    return _longest(_merged(found))


def similar_sentences(draft: str, texts: Mapping[str, str], least: float) -> list[Plant]:
    """Detect by rapidfuzz: for each sentence the report's sentence with the highest ratio, from `least` on."""
    sources = [(path, Span(*match.span())) for path, text in texts.items() for match in _SENTENCE.finditer(text)]
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(draft)]
    ratios = process.cdist(
        [span.of(draft).strip() for span in sentences],
        [span.of(texts[path]).strip() for path, span in sources],
        scorer=fuzz.ratio,
        score_cutoff=least * 100,
        dtype=np.uint8,
    )
    best = ratios.argmax(axis=1)
    return _merged(
        [
            Plant(span, *sources[best[number]])
            for number, span in enumerate(sentences)
            if ratios[number, best[number]] >= least * 100
        ]
    )


def _merged(found: list[Plant]) -> list[Plant]:
    """Join hits in one report that are neighbours in the draft and in the report."""
    merged: list[Plant] = []
    by_source: defaultdict[str, list[Plant]] = defaultdict(list)
    for hit in sorted(found, key=lambda hit: hit.draft):
        near = by_source[hit.source]
        last = near[-1] if near else None
        gap = max(hit.span.start - last.span.end, last.span.start - hit.span.end) if last else 0
        if last and hit.draft.start - last.draft.end <= DRAFT_GAP and gap <= SOURCE_GAP:
            near[-1] = Plant(last.draft.union(hit.draft), hit.source, last.span.union(hit.span))
        else:
            near.append(hit)
    for near in by_source.values():
        merged += [hit for hit in near if len(hit.draft) >= SHORTEST]
    return merged


def _longest(found: list[Plant]) -> list[Plant]:
    """Keep the longest detection of each stretch of the draft: one source a passage."""
    kept: list[Plant] = []
    for hit in sorted(found, key=lambda hit: -len(hit.draft)):
        if all(hit.draft.overlap(other.draft) < len(hit.draft) / 2 for other in kept):
            kept.append(hit)
    return kept
