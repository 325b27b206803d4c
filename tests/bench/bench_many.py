"""Measure the reuse check against 1,000 documents of real text, and how its time grows.

The documents are the sample reports and pieces of reports of higher levels, cut at paragraph ends so that there are as
many; of reports filed twice one is kept. Held-out sample reports give the honest text. rapidfuzz compares the same
drafts sentence by sentence in the same run.

Run: python tests/bench/bench_many.py REPORTS [--drafts N] [--seed N]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

import numpy as np
from baselines import similar_sentences
from bench_reuse import LONG_ENOUGH, Draft, covered, documents_of, drafter, read_draft, same_place
from intervals import with_interval
from pan import score
from planting import PlantedDraft, Rewriter, plant

from drafter.config import shipped
from drafter.library.duplicates import find_families, sample_of
from drafter.model import Document, Section, Source
from drafter.text.masking import mask
from drafter.text.normalize import normalize

DOCUMENTS = 1_000
FOLDERS = ("city", "district", "province")
SHORTEST_PIECE = 500  # characters
LEVELS = ("light", "heavy")
ROUNDS = 3  # of each check that is timed; the fastest counts


def pieces(reports: Sequence[Document], count: int) -> list[Document]:
    """Cut reports into about `count` pieces of like length."""
    size = sum(len(report.text) for report in reports) / count
    return [piece for report in reports for piece in _pieces(report, size)]


def _pieces(report: Document, size: float) -> Iterator[Document]:
    size = len(report.text) / max(1, round(len(report.text) / size))
    texts = [""]
    for paragraph in report.text.split("\n"):
        texts[-1] += paragraph + "\n"
        if len(texts[-1]) >= size:
            texts.append("")
    for number, raw in enumerate(text for text in texts if len(text) >= SHORTEST_PIECE):
        source = Source(f"{report.source.path}#{number + 1}", report.source.title, locality=report.source.locality)
        yield Document(source, raw, *normalize(raw), (), Section(None, ""))


def without_duplicates(reports: Sequence[Document]) -> list[Document]:
    """Return one report of each family of near-duplicates."""
    families = find_families([sample_of(mask(report.text)) for report in reports])
    return [report for number, report in enumerate(reports) if families[number] == number]


def fastest(detect: Callable[[], object]) -> float:
    """Return the processor seconds of the fastest of some rounds: what other programs do then matters little."""
    seconds = []
    for _ in range(ROUNDS):
        begun = process_time()
        detect()
        seconds.append(process_time() - begun)
    return min(seconds)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path, help="folder with the folders city, district, province")
    parser.add_argument("--drafts", type=int, default=4, help="held-out reports")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    samples = documents_of(shipped("corpus"))
    reports = without_duplicates([each for name in FOLDERS for each in documents_of(options.reports / name)])
    rewriter = Rewriter([report.text for report in rng.sample([*samples, *reports], 40)])
    others = pieces(reports, DOCUMENTS - len(samples))
    rng.shuffle(others)
    plagdet: dict[str, list[float]] = {level: [] for level in LEVELS}
    clean, times = [], []
    for number, held in enumerate(
        rng.sample([each for each in samples if len(each.text) >= LONG_ENOUGH], options.drafts)
    ):
        corpus = [each for each in samples if each is not held and not same_place(each, held)] + others
        texts = {each.source.path: each.text for each in [held, *corpus]}
        detect = drafter(corpus)
        for level in LEVELS:
            planted = plant(texts, held.source.path, level, rewriter, options.seed * 1000 + number)
            draft = Draft(planted, read_draft(planted.text))
            plagdet[level].append(score(planted.plants, detect(draft, texts)).plagdet)
        honest = Draft(PlantedDraft(held.source.path, held.text, ()), read_draft(held.text))
        clean.append(float(covered(held.text, detect(honest, texts)).mean()))
        few = drafter(corpus[: DOCUMENTS // 10])
        whole = {each.source.path: each.text for each in corpus}
        times.append(
            (
                fastest(lambda: few(draft, texts)),  # noqa: B023 - called at once
                fastest(lambda: detect(draft, texts)),  # noqa: B023
                fastest(lambda: similar_sentences(draft.planted.text, whole, 0.7)),  # noqa: B023
            )
        )
    _print(len(corpus), plagdet, clean, np.array(times).mean(axis=0).tolist())


def _print(documents: int, plagdet: dict[str, list[float]], clean: Sequence[float], times: Sequence[float]) -> None:
    few, many, brute = times
    print("| what | measured | bar |")
    print("|---|---|---|")
    print(f"| documents | {documents} | |")
    print(f"| plagdet, light | {with_interval(plagdet['light'])} | ≥ .97 |")
    print(f"| plagdet, heavy | {with_interval(plagdet['heavy'])} | ≥ .92 |")
    print(f"| clean | {np.mean(clean):.3f} | ≤ .03 |")
    print(f"| a warm check, processor s | {many:.3f} | ≤ .5 |")
    print(f"| the same by rapidfuzz, all sentences with all, processor s | {brute:.3f} | |")
    print(f"| of rapidfuzz's time | {many / brute:.3f} | ≤ .125 |")
    print(f"| against a tenth of the documents | {many / few:.2f} × | < 1.6 |")


if __name__ == "__main__":
    main()
