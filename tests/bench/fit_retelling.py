"""Fit what the check takes for signs of a retelling, and print the rows of `drafter/data/retelling.tsv`.

Fitted on what is left when copies and rewordings have been found: rows of sentences of rewrites by hand that the place
they are held to be from is right for, against those of honest reports, and those of rewrites whose source the corpus
has not, so that no other way of writing is taken for a retelling.

Run: python tests/bench/fit_retelling.py [REPORTS]
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import numpy as np
from bench_reuse import documents_of, same_place
from fit_rewording import logistic

from drafter.check.candidates import grams_of, regions, seeds_of
from drafter.check.evidence import Evidence, clauses_of
from drafter.check.fixed import fixed_places
from drafter.check.likest import likest
from drafter.check.passages import aligned, choose, proof_of
from drafter.check.retelling import PROMISING, compared
from drafter.check.rewording import reworded, words_of
from drafter.library.postings import build_index
from drafter.model import Document, IndexedText, Span
from drafter.text.masking import mask

sys.path.append(str(Path(__file__).parents[1]))
from quality.rewritten import MOST_PUT_IN, Planted, drafts, drafts_without_sources, rewrites, sample_documents

FILES = ("development.tsv", "calibration.tsv", "further.tsv", "pairs.tsv")
NAMES = ("分量", "突出", "字数", "同字", "出处同字", "同词", "出处同词")
FIRST_LOOK = ("分量", "突出")
MOSTLY = 0.8  # part of a row of sentences that a rewrite must fill to be learnt from
HONEST = 24  # reports, and …
OTHERS = (0, 10, 30, 80)  # … how many others stand beside the samples in their corpus
EACH = 1200  # rows of sentences of an honest report
WEIGHT_WITHOUT_SOURCES = 4.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of sentences beside the likest place of the corpus."""

    values: tuple[float, ...]
    retold: bool
    weight: float


def rows_of(draft: Planted, weight: float = 1.0) -> Iterator[Row]:
    """Yield the rows of sentences of a draft that can be learnt from; without its source no rewrite is one."""
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
    for region, signs in likest(draft.document.text, masked, words, index, left_out):
        whole = evidence.within(region)
        alike = compared(whole, masked, fetch(whole.report))
        ours = masked.span(region.draft.start, region.draft.end)
        theirs = fetch(whole.report).span(whole.source.start, whole.source.end)
        over = [(rewrite, ours.overlap(place)) for rewrite, place in draft.places if ours.overlap(place)]
        known = [each for each in over if each[0].source in texts]
        values = (*astuple(signs), *astuple(alike))
        if not known:
            yield Row(values, retold=False, weight=weight if over else 1.0)
            continue
        rewrite, filled = max(known, key=lambda each: each[1])
        at = texts[rewrite.source].index(rewrite.passage)
        right = index.report(whole.report).source.path == rewrite.source
        right &= bool(theirs.overlap(Span(at, at + len(rewrite.passage))))
        if right and rewrite.strength != "light" and filled >= MOSTLY * len(ours):
            yield Row(values, retold=True, weight=1.0)


def honest(folder: Path, rng: random.Random) -> Iterator[Planted]:
    """Yield reports as they are, each with the samples and some others of other places for its corpus."""
    samples, reports = sample_documents(), documents_of(folder)
    for held in rng.sample(reports, HONEST):
        others = [each for each in reports if each is not held and not same_place(each, held)]
        corpus = [*samples, *rng.sample(others, min(rng.choice(OTHERS), len(others)))]
        yield Planted(held, (), tuple(_indexed(each) for each in corpus))


def _indexed(document: Document) -> IndexedText:
    return IndexedText(document.source, document.text, document.offsets)


def all_rows(folder: Path | None) -> Iterator[Row]:
    """Yield what is learnt from."""
    rng = random.Random(1)
    for name in FILES:
        chosen = rewrites(name)
        rng.shuffle(chosen)
        for first in range(0, len(chosen), MOST_PUT_IN):
            for draft in drafts(chosen[first : first + MOST_PUT_IN]):
                yield from rows_of(draft)
        for draft in drafts_without_sources(chosen):
            yield from rows_of(draft, WEIGHT_WITHOUT_SOURCES)
    for draft in honest(folder, rng) if folder else ():
        rows = list(rows_of(draft))
        yield from rng.sample(rows, min(EACH, len(rows)))


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path, nargs="?", help="folder of honest reports beside the samples")
    rows = list(all_rows(parser.parse_args().reports))
    values, retold = np.array([row.values for row in rows]), np.array([float(row.retold) for row in rows])
    weights = np.array([row.weight for row in rows])
    seen = [NAMES.index(name) for name in FIRST_LOOK]
    constant, *first = logistic(values[:, seen], retold, weights)
    near = constant + values[:, seen] @ np.array(first) >= PROMISING
    second = logistic(values[near], retold[near], weights[near])
    print(f"# {len(rows)} rows, {retold.sum():.0f} retold; promising {near.sum()}, {retold[near].sum():.0f} retold")
    print(f"常数\t{constant:.2f}\t{second[0]:.2f}")
    for name, weight in zip(NAMES, second[1:], strict=True):
        print(f"{name}\t{first[FIRST_LOOK.index(name)] if name in FIRST_LOOK else 0:.2f}\t{weight:.2f}")


if __name__ == "__main__":
    main()
