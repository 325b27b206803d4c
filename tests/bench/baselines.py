"""What the reuse check is held against: difflib, copydetect, rapidfuzz, textdistance and datasketch.

Each is used as its makers would on prose, with the thresholds that did best; of each sentence the best source counts.
"""

from __future__ import annotations

import difflib
import re
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import textdistance
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


def winnowed(draft: str, texts: Mapping[str, str], gram: int = 8, window: int = 4) -> list[Plant]:
    """Detect by copydetect: fingerprints of `gram` characters, of which each `window` keeps one (winnowing)."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        import copydetect  # noqa: PLC0415 - a development extra

        def prints(text: str) -> object:
            path = Path(folder) / "text.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
            return copydetect.CodeFingerprint(str(path), gram, window, filter=False, encoding="utf-8")

        ours, found = prints(draft), []
        for path, text in texts.items():
            _, _, (slices, others) = copydetect.compare_files(ours, prints(text))
            stretches = [Span(*map(int, each)) for each in zip(*others, strict=True)] if np.size(others) else []
            for start, end in zip(*slices, strict=True) if np.size(slices) else ():
                span = Span(int(start), int(end))
                grams = {span.of(draft)[at : at + gram] for at in range(max(1, len(span) - gram + 1))}
                source = [each for each in stretches if any(part in each.of(text) for part in grams)]
                if source:
                    found.append(Plant(span, path, max(source, key=len)))
    return _longest(_merged(found))


def nearest_sentences(draft: str, texts: Mapping[str, str], least: float = 0.7) -> list[Plant]:
    """Detect by textdistance: the same as similar_sentences by its normalised Levenshtein similarity."""
    sources = [(path, Span(*match.span())) for path, text in texts.items() for match in _SENTENCE.finditer(text)]
    wordings = [(span.of(texts[path]).strip(), path, span) for path, span in sources]
    similarity, found = textdistance.levenshtein.normalized_similarity, []
    for span in (Span(*match.span()) for match in _SENTENCE.finditer(draft)):
        ours = span.of(draft).strip()
        near = [each for each in wordings if min(len(ours), len(each[0])) >= least * max(len(ours), len(each[0]))]
        best = max(((similarity(ours, text), path, other) for text, path, other in near), default=(0.0, "", span))
        if best[0] >= least:
            found.append(Plant(span, best[1], best[2]))
    return _merged(found)


def hashed_sentences(draft: str, texts: Mapping[str, str], least: float = 0.5) -> list[Plant]:
    """Detect by datasketch: MinHash of a sentence's trigrams, looked up by locality-sensitive hashing."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a development extra

    def trigrams(text: str) -> list[bytes]:
        return [text[at : at + 3].encode() for at in range(max(1, len(text) - 2))]

    sources = [(path, Span(*match.span())) for path, text in texts.items() for match in _SENTENCE.finditer(text)]
    theirs = MinHash.bulk([trigrams(span.of(texts[path]).strip()) for path, span in sources], num_perm=128)
    index = MinHashLSH(threshold=least, num_perm=128)
    for number, each in enumerate(theirs):
        index.insert(number, each)
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(draft)]
    found = []
    for span, ours in zip(spans, MinHash.bulk([trigrams(span.of(draft).strip()) for span in spans]), strict=True):
        near = index.query(ours)
        if near:
            found.append(Plant(span, *sources[max(near, key=lambda number: ours.jaccard(theirs[number]))]))
    return _merged(found)


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
