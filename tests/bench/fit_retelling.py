"""Fit what the check takes for signs of a retelling, and print the rows of `drafter/data/retelling.tsv`.

Fitted on what is left when copies and rewordings have been found: sentences of rewrites by hand that the place they are
held to be from is right for, against all others in the same drafts.

Run: python tests/bench/fit_retelling.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path

import numpy as np
from fit_rewording import logistic

from drafter.check.candidates import grams_of, regions, seeds_of
from drafter.check.evidence import Evidence, clauses_of
from drafter.check.fixed import fixed_places
from drafter.check.passages import aligned, choose, proof_of
from drafter.check.retelling import compared
from drafter.check.rewording import reworded, words_of
from drafter.library.postings import build_index
from drafter.model import Span
from drafter.text.masking import mask

sys.path.append(str(Path(__file__).parents[1]))
from quality.rewritten import Planted, drafts, rewrites

FILES = ("development.tsv", "calibration.tsv", "further.tsv")
SEEDS = (1, 2)
NAMES = ("常数", "分量", "领先", "突出", "胜算", "词数", "字数", "句数")
MOSTLY = 0.8  # part of a stretch that a rewrite must fill to be learnt from

Row = tuple[tuple[float, ...], bool]


def rows_of(draft: Planted) -> Iterator[Row]:
    """Yield the signs of each stretch of a draft, and whether it is a rewrite of the place found for it."""
    index = build_index(list(draft.corpus))
    masked = mask(draft.document.text)
    fixed, grams = fixed_places(draft.document, masked), grams_of(masked, index)
    fetch = cache(lambda number: mask(index.report(number).text))
    words = words_of(masked, index)
    clauses = cache(lambda number: clauses_of(index.report(number).text, fetch(number)))
    evidence = Evidence(clauses_of(draft.document.text, masked), words, clauses, len(index))
    passages = choose(
        aligned(masked, fixed, regions(seeds_of(grams, index), len(index)), fetch),
        proof_of(grams, fixed, fetch),
        lambda taken: evidence.weighed(reworded(words, index, fixed | taken)),
    )
    left_out = fixed.copy()
    for passage in passages:
        left_out[passage.best.draft.start : passage.best.draft.end] = True
    texts = {text.source.path: text.text for text in draft.corpus}
    for region, seen in compared(draft.document.text, masked, words, index, left_out):
        whole = evidence.within(region)
        ours = masked.span(region.draft.start, region.draft.end)
        theirs = fetch(whole.report).span(whole.source.start, whole.source.end)
        over = [(rewrite, ours.overlap(place)) for rewrite, place in draft.places if ours.overlap(place)]
        if not over:
            yield astuple(seen), False
            continue
        rewrite, filled = max(over, key=lambda each: each[1])
        if filled >= MOSTLY * len(ours):
            at = texts[rewrite.source].index(rewrite.passage)
            right = index.report(whole.report).source.path == rewrite.source
            yield astuple(seen), right and bool(theirs.overlap(Span(at, at + len(rewrite.passage))))


def main() -> None:
    """Print the rows."""
    rows = [row for name in FILES for seed in SEEDS for draft in drafts(rewrites(name), seed) for row in rows_of(draft)]
    seen, right = np.array([row for row, _ in rows]), np.array([float(right) for _, right in rows])
    print(f"# {len(rows)} stretches, {int(right.sum())} of them retold")
    for name, weight in zip(NAMES, logistic(seen, right), strict=True):
        print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main()
