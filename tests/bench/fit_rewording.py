"""Fit what the check takes for signs of a rewording, and print the rows of `drafter/data/rewording.tsv`.

Fitted on regions that share rare words: those of the rewrites by hand (`rewrites/development.tsv`, `calibration.tsv`)
and of planted drafts over the sample reports, against all others in the same drafts, where towns write of one matter.

Run: python tests/bench/fit_rewording.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench_reuse import documents_of, trials
from planting import PlantedDraft

from drafter.check.candidates import Region, grams_of, regions, seeds_of
from drafter.check.evidence import Evidence, clauses_of
from drafter.check.fixed import fixed_places
from drafter.check.passages import Places, aligned, choose, proof_of
from drafter.check.rewording import reworded, words_of
from drafter.config import shipped
from drafter.library.postings import build_index
from drafter.model import Document, IndexedText, Span
from drafter.text.masking import mask

sys.path.append(str(Path(__file__).parents[1]))
from quality.rewritten import Planted, drafts, rewrites

SEEDS = (101, 102, 103, 104)  # of planted drafts: others than those that are measured
HELD_OUT = 6  # reports, each seed
NAMES = ("常数", "密集", "次序", "常用词")
RIDGE = 1.0  # keeps a weight small that says little
ROUNDS = 50

Row = tuple[tuple[float, ...], bool]
Known = list[tuple[Span, str, Span]]  # in the draft, the report's path, in its text


def observed(
    document: Document, texts: Iterable[IndexedText], known: Known
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Yield the observations of each region that the words of a draft suggest, and whether it is a known copy."""
    index = build_index(list(texts))
    masked = mask(document.text)
    fixed, grams = fixed_places(document, masked), grams_of(masked, index)
    fetch = cache(lambda number: mask(index.report(number).text))
    words = words_of(masked, index)
    clauses = cache(lambda number: clauses_of(index.report(number).text, fetch(number)))
    evidence = Evidence(clauses_of(document.text, masked), words, clauses, len(index))
    suggested: list[Region] = []

    def look(taken: Places) -> Iterable[Region]:
        suggested.extend(reworded(words, index, fixed | taken))
        return ()

    choose(
        aligned(masked, fixed, regions(seeds_of(grams, index), len(index)), fetch),
        proof_of(grams, fixed, fetch, len(index)),
        look,
    )
    for region in suggested:
        whole = evidence.whole(region)
        draft = masked.span(whole.draft.start, whole.draft.end)
        source = fetch(whole.report).span(whole.source.start, whole.source.end)
        path = index.report(whole.report).source.path
        copied = any(draft.overlap(ours) and path == other and source.overlap(theirs) for ours, other, theirs in known)
        yield astuple(evidence.of(whole, region.weight)), copied


def all_rows() -> list[Row]:
    """Return what is observed in all drafts."""
    rows: list[Row] = []
    for name in ("development.tsv", "calibration.tsv"):
        for seed in (1, 2):
            for draft in drafts(rewrites(name), seed):
                rows += observed(draft.document, draft.corpus, _rewritten(draft))
    documents = documents_of(shipped("corpus"))
    for seed in SEEDS:
        for trial in trials(documents, HELD_OUT, seed):
            corpus = [IndexedText(document.source, document.text, document.offsets) for document in trial.corpus]
            for draft in (trial.clean, trial.drafts["heavy"]):
                for document in draft.documents:
                    rows += observed(document, corpus, _planted(draft.planted))
    return rows


def _rewritten(draft: Planted) -> Known:
    texts = {text.source.path: text.text for text in draft.corpus}
    starts = [texts[rewrite.source].index(rewrite.passage) for rewrite, _ in draft.places]
    return [
        (place, rewrite.source, Span(start, start + len(rewrite.passage)))
        for (rewrite, place), start in zip(draft.places, starts, strict=True)
    ]


def _planted(draft: PlantedDraft) -> Known:
    return [(plant.draft, plant.source, plant.span) for plant in draft.plants]


def logistic(
    seen: npt.NDArray[np.float64], copied: npt.NDArray[np.float64], counted: npt.NDArray[np.float64] | float = 1.0
) -> list[float]:
    """Return the constant and the weights of a logistic regression with a ridge, by Newton's method.

    A row of `seen` counts as often as `counted` says.
    """
    mean, spread = seen.mean(axis=0), seen.std(axis=0)
    scaled = np.column_stack((np.ones(len(seen)), (seen - mean) / spread))
    ridge = RIDGE * np.diag([0.0, *np.ones(seen.shape[1])])
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counted * (likely - copied)) + ridge @ weights
        weights -= np.linalg.solve((scaled.T * (counted * likely * (1 - likely))) @ scaled + ridge, slope)
    own = weights[1:] / spread
    return [float(weights[0] - own @ mean), *own.tolist()]


def main() -> None:
    """Print the rows."""
    rows = all_rows()
    seen, copied = np.log1p(np.array([row for row, _ in rows])), np.array([float(copied) for _, copied in rows])
    print(f"# {len(rows)} regions, {int(copied.sum())} of them copies")
    for name, weight in zip(NAMES, logistic(seen, copied), strict=True):
        print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main()
