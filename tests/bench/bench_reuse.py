"""Measure the reuse check on drafts with planted passages, beside other libraries in the same run.

Run: python tests/bench/bench_reuse.py [--reports FOLDER] [--drafts N] [--seed N] [--alone]
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean
from time import perf_counter

import numpy as np
import numpy.typing as npt
from baselines import hashed_sentences, matching_blocks, nearest_sentences, similar_sentences, winnowed
from intervals import with_interval
from pan import same, score
from planting import LEVELS, Plant, PlantedDraft, Rewriter, plant

from drafter.check.checker import check
from drafter.config import shipped
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import CheckResult, Document, IndexedText, Span

LONG_ENOUGH = 5_000  # characters of a report that a draft can be made of
CORPUS = 13  # reports that a draft is checked against, when there are more
LENGTHS = {"up to 60": 60, "61–120": 120, "121–250": 250, "longer": 10_000}  # characters of a passage
SHARED_RUN = 13  # characters: equal runs from here on, outside the plants, are what the genre has in common


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with what is planted in it, and the same as read from a file."""

    planted: PlantedDraft
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """One held-out report: its corpus, its drafts by level, and the report itself as a draft with nothing planted."""

    corpus: tuple[Document, ...]
    clean: Draft
    drafts: Mapping[str, Draft]


_DISTRICT = re.compile("([\u4e00-\u9fff]{2})新?区(?!域)")
Detector = Callable[[Draft, Mapping[str, str]], list[Plant]]


@dataclass(frozen=True, slots=True)
class Row:
    """A method's figures, all drafts one by one where there is a list, else the mean."""

    method: str
    plagdet: Mapping[str, Sequence[float]]  # by level
    lengths: Mapping[str, Mapping[str, Sequence[float]]]  # by level and length: of each passage whether it is found
    formula: float  # share of naturally shared text reported as copied
    clean: float  # share reported of a report with nothing planted
    seconds: float  # a check

    def cells(self) -> list[str]:
        """Return the row as it is printed."""
        levels = [with_interval(self.plagdet[level]) for level in LEVELS]
        return [self.method, *levels, f"{self.formula:.3f}", f"{self.clean:.3f}", f"{self.seconds:.3f}"]


def trials(documents: Sequence[Document], drafts: int, seed: int) -> Iterator[Trial]:
    """Yield trials with held-out reports drawn by `seed`; the corpus has no report of the same locality."""
    rng = random.Random(seed)
    texts = {document.source.path: document.text for document in documents}
    rewriter = Rewriter([texts[path] for path in rng.sample(sorted(texts), min(60, len(texts)))])
    long = [document for document in documents if len(document.text) >= LONG_ENOUGH]
    for number, held in enumerate(rng.sample(long, min(drafts, len(long)))):
        others = [document for document in documents if document is not held and not same_place(document, held)]
        corpus = tuple(rng.sample(others, min(CORPUS, len(others))))
        chosen = {document.source.path: document.text for document in (held, *corpus)}
        planted = {
            level: _read(plant(chosen, held.source.path, level, rewriter, seed * 1000 + number)) for level in LEVELS
        }
        yield Trial(corpus, _read(PlantedDraft(held.source.path, held.text, ())), planted)


def _read(planted: PlantedDraft) -> Draft:
    return Draft(planted, read_draft(planted.text))


def read_draft(text: str) -> tuple[Document, ...]:
    """Write a draft to a file and read it, as a writer would have it read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text(text, encoding="utf-8", newline="\n")
        return read(path, "draft.txt")


def same_place(one: Document, other: Document) -> bool:
    """Say whether two reports are of one office: a town's reports of two years do share what no other has."""
    places = one.source.locality, other.source.locality
    named = bool(places[0] and places[1] and places[0].name and places[0] == places[1])
    return named or bool(_names(one) & _names(other))


def _names(document: Document) -> set[str]:
    """Return the districts that a file is named after: some are 新区 one year and 区 the next."""
    return set(_DISTRICT.findall(document.source.path))


def measure(name: str, make: Callable[[Sequence[Document]], Detector], all_trials: Sequence[Trial]) -> Row:
    """Run one method over all trials."""
    plagdet: dict[str, list[float]] = {level: [] for level in LEVELS}
    lengths: dict[str, dict[str, list[float]]] = {level: {name: [] for name in LENGTHS} for level in LEVELS}
    seconds: list[float] = []
    flagged = shared = 0
    clean: list[float] = []
    for trial in all_trials:
        texts = {document.source.path: document.text for document in trial.corpus}
        detect = make(trial.corpus)
        for level, draft in trial.drafts.items():
            begun = perf_counter()
            found = detect(draft, texts)
            seconds.append(perf_counter() - begun)
            plagdet[level].append(score(draft.planted.plants, found).plagdet)
            for each in draft.planted.plants:
                own = next(name for name, longest in LENGTHS.items() if len(each.span) <= longest)
                lengths[level][own].append(float(any(same(each, hit) for hit in found)))
            natural = shared_outside(draft.planted, tuple(texts.values()))
            flagged += int((natural & covered(draft.planted.text, found)).sum())
            shared += int(natural.sum())
        clean.append(float(covered(trial.clean.planted.text, detect(trial.clean, texts)).mean()))
    return Row(
        name,
        plagdet,
        lengths,
        flagged / max(1, shared),
        mean(clean),
        mean(seconds),
    )


def covered(text: str, found: Sequence[Plant]) -> npt.NDArray[np.bool_]:
    """Return which characters of a draft are reported."""
    mask = np.zeros(len(text), np.bool_)
    for hit in found:
        mask[hit.draft.start : hit.draft.end] = True
    return mask


def shared_outside(draft: PlantedDraft, texts: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Return which characters outside the plants stand in a run that the corpus has too, white space apart."""
    runs = {run for text in texts for run in _runs(re.sub(r"\s", "", text))}
    places = [place for place, character in enumerate(draft.text) if not character.isspace()]
    shared = np.zeros(len(draft.text), np.bool_)
    for at, run in enumerate(_runs("".join(draft.text.split()))):
        if run in runs:
            shared[places[at] : places[at + SHARED_RUN - 1] + 1] = True
    for each in draft.plants:
        shared[each.draft.start : each.draft.end] = False
    return shared


def _runs(text: str) -> Iterator[str]:
    return (text[at : at + SHARED_RUN] for at in range(len(text) - SHARED_RUN + 1))


def drafter(corpus: Sequence[Document]) -> Detector:
    """Return drafter's own check."""
    index = build_index([IndexedText(document.source, document.text, document.offsets) for document in corpus])
    by_path = {document.source.path: document for document in corpus}

    def detect(draft: Draft, _: Mapping[str, str]) -> list[Plant]:
        return [hit for document in draft.documents for hit in _hits(check(document, index), by_path)]

    return detect


def _hits(result: CheckResult, by_path: Mapping[str, Document]) -> Iterator[Plant]:
    """Yield what is reported as copied or edited, source spans as the plants have them: in the normalised text."""
    for finding in result.findings:
        if finding.kind in ("copied", "edited"):
            best = finding.matches[0]
            offsets = by_path[best.source].offsets
            yield Plant(
                finding.span, best.source, Span(offsets.norm(best.span.start), offsets.norm(best.span.end - 1) + 1)
            )


def baseline(method: Callable[[str, Mapping[str, str]], list[Plant]]) -> Callable[[Sequence[Document]], Detector]:
    """Return a method that works on bare texts as one that is made for a corpus."""
    return lambda _: lambda draft, texts: method(draft.planted.text, texts)


def rows(documents: Sequence[Document], drafts: int, seed: int, *, alone: bool) -> list[Row]:
    """Return the figures of drafter and, unless `alone`, of the baselines on the same drafts."""
    methods: dict[str, Callable[[Sequence[Document]], Detector]] = {
        "drafter": drafter,
        "difflib, blocks ≥ 13": baseline(matching_blocks),
        "copydetect, grams of 8": baseline(winnowed),
        "rapidfuzz, sentences ≥ 0.7": baseline(partial(similar_sentences, least=0.7)),
        "rapidfuzz, sentences ≥ 0.5": baseline(partial(similar_sentences, least=0.5)),
        "textdistance, sentences ≥ 0.7": baseline(nearest_sentences),
        "datasketch, sentences ≥ 0.5": baseline(hashed_sentences),
    }
    all_trials = list(trials(documents, drafts, seed))
    return [measure(name, make, all_trials) for name, make in methods.items() if not alone or make is drafter]


def documents_of(folder: Path) -> list[Document]:
    """Read all text reports under a folder."""
    files = sorted(folder.rglob("*.txt"))
    return [document for file in files for document in read(file, file.relative_to(folder).as_posix())]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=shipped("corpus"), help="folder of reports (the sample corpus)")
    parser.add_argument("--drafts", type=int, default=6, help="held-out reports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="drafter only")
    options = parser.parse_args()
    documents = documents_of(options.reports)
    figures = rows(documents, options.drafts, options.seed, alone=options.alone)
    corpus = min(CORPUS, len(documents) - 1)
    print(f"{options.drafts} held-out reports, each against {corpus} others; seed {options.seed}.")
    print("Plagdet by strength of editing, with 95 % intervals (bootstrap over drafts); formula: share of naturally")
    print("shared text that is reported as copied; clean: share reported of a report with nothing planted; check: one")
    print("draft of 8,000 characters. The reports are indexed before by drafter, in each check by the others.\n")
    print("| method | verbatim | light | heavy | formula | clean | check, s |")
    print("|---|---|---|---|---|---|---|")
    for row in figures:
        print(f"| {' | '.join(row.cells())} |")
    print("\nPassages that drafter finds with the right source, by their length in characters.\n")
    print(f"| strength | {' | '.join(LENGTHS)} |")
    print(f"|---|{'---|' * len(LENGTHS)}")
    for level in LEVELS:
        found = figures[0].lengths[level]
        cells = [f"{with_interval(found[name])} of {len(found[name])}" for name in LENGTHS]
        print(f"| {level} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
