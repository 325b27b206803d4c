"""Measure the classes that the check gives to what it finds, and how well it finds what a draft says twice.

Drafts as in bench_reuse, and besides copied and edited passages: formulations that the corpus has too (formula);
sentences of a report outside the corpus that are put into six reports of it (boilerplate); and the draft's own earlier
passages again, half of them with a tenth of the words changed (self). What a report says twice by itself, as rapidfuzz
sees it, counts neither way.

Run: python tests/bench/bench_classes.py [--reports FOLDER] [--drafts N] [--seed N]
"""

from __future__ import annotations

import argparse
import difflib
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench_reuse import CORPUS, LONG_ENOUGH, documents_of, read_draft, same_place
from planting import Rewriter, passages, sentences, without_places
from rapidfuzz import fuzz, process

from drafter.check.checker import check
from drafter.config import shipped
from drafter.library.postings import build_index
from drafter.model import CheckResult, Document, IndexedText, NormText
from drafter.text.formulations import formulations
from drafter.text.normalize import normalize

CLASSES = ("formula", "boilerplate", "self", "edited", "copied")  # where two meet, the later one counts
HONEST = 6_000  # characters
EACH = 6  # passages of each class
SPREAD = 6  # reports that a boilerplate passage is put into
SHORTEST_REPEAT = 60  # characters of a sentence that is said twice
SHORTEST_FORMULA = 13  # characters

ALIKE = 70  # rapidfuzz's partial ratio from which two sentences say the same
TWICE = -1  # label of what a report says twice by itself
PHRASE = range(16, 41)  # characters of a sentence that is made boilerplate

Labels = npt.NDArray[np.int8]  # of each character the number of its class in CLASSES, from 1; 0 for none


@dataclass(frozen=True, slots=True)
class Labelled:
    """A draft with the class of each of its characters, and the corpus it is checked against."""

    documents: tuple[Document, ...]
    labels: Labels
    corpus: tuple[IndexedText, ...]


def labelled_draft(
    held: Document, corpus: Sequence[Document], other: Document, rewriter: Rewriter, seed: int
) -> Labelled:
    """Make a draft of `held`; `other` gives what becomes boilerplate."""
    rng = random.Random(seed)
    texts: dict[str, NormText] = {document.source.path: document.text for document in corpus}
    honest = sentences(held.text, HONEST)
    stock = rng.sample([text for text in sentences(other.text, len(other.text)) if len(text.strip()) in PHRASE], EACH)
    pieces = [("boilerplate", text) for text in stock]
    pieces += [("formula", text) for text in _formulas(texts, rng)]
    for number, (path, span) in enumerate(passages(texts, rng)[: 3 * EACH]):
        old = span.of(texts[path])
        new = rewriter.rewrite(old, ("verbatim", "light", "heavy")[number % 3], rng).strip()
        pieces.append((edited_or_copied(new, old), new))
    said = [text for text in honest[5 : 2 * len(honest) // 3] if len(text.strip()) >= SHORTEST_REPEAT]
    again = rng.sample(said, min(EACH, len(said)))
    repeated = [
        rewriter.rewrite(text.strip(), ("verbatim", "light")[number % 2], rng) for number, text in enumerate(again)
    ]
    text, labels = _joined(honest, pieces, [("self", text) for text in repeated], rng)
    return Labelled(read_draft(text), labels, tuple(_with_stock(corpus, stock, rng)))


def edited_or_copied(new: str, old: str) -> str:
    """Return the class of a rewritten passage by the contract: copied from nine tenths in equal runs of four on.

    Figures and places do not count.
    """
    new, old = (re.sub(r"[\d.]+", "0", re.sub(r"[^\w]", "", without_places(text))) for text in (new, old))
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return "copied" if sum(block.size for block in blocks if block.size >= 4) >= 0.9 * len(new) else "edited"


def _formulas(texts: Mapping[str, str], rng: random.Random) -> list[str]:
    """Return sentences of formulations that some report has, too."""
    known = [
        wording
        for each in formulations()
        for wording in each.wordings
        if len(wording) >= SHORTEST_FORMULA and any(wording in text for text in texts.values())
    ]
    return [f"我们始终牢记{wording}。" for wording in rng.sample(sorted(set(known)), min(EACH, len(set(known))))]


def _joined(
    honest: Sequence[str], pieces: Sequence[tuple[str, str]], late: Sequence[tuple[str, str]], rng: random.Random
) -> tuple[str, Labels]:
    """Put pieces between honest sentences; the `late` ones into the last third."""
    slots = rng.sample(range(3, len(honest)), len(pieces))
    free = sorted(set(range(2 * len(honest) // 3, len(honest))) - set(slots))
    at = dict(zip(slots, pieces, strict=True)) | dict(
        zip(rng.sample(free, min(len(late), len(free))), late, strict=False)
    )
    natural = _said_twice(honest)
    text, labels = "", []
    for number, sentence in enumerate(honest):
        kind, piece = at.get(number, ("", ""))
        piece = piece if not piece or piece[-1] in "，、；。！？" else piece + "。"
        own = TWICE if number in natural else 0
        text += piece + sentence
        labels += [CLASSES.index(kind) + 1 if kind else 0] * len(piece) + [own] * len(sentence)
    return text, np.array(labels, np.int8)


def _said_twice(sentences: Sequence[str]) -> set[int]:
    """Return the numbers of sentences that are much like another one of the same report."""
    long = [number for number, text in enumerate(sentences) if len(text.strip()) >= PHRASE.start]
    texts = [sentences[number].strip() for number in long]
    alike = process.cdist(texts, texts, scorer=fuzz.partial_ratio, dtype=np.uint8)
    np.fill_diagonal(alike, 0)
    return {long[row] for row in np.flatnonzero(alike.max(axis=1, initial=0) >= ALIKE).tolist()}


def _with_stock(corpus: Sequence[Document], stock: Sequence[str], rng: random.Random) -> list[IndexedText]:
    """Return the corpus with each passage of `stock` put into some of its reports."""
    added: dict[int, list[str]] = {}
    for text in stock:
        for number in rng.sample(range(len(corpus)), min(SPREAD, len(corpus))):
            added.setdefault(number, []).append(text)
    texts = []
    for number, document in enumerate(corpus):
        text, offsets = normalize(document.text + "\n" + "\n".join(added.get(number, [])))
        source = document.source
        if not (source.locality and source.locality.name):
            source = replace(source, locality=None)
        texts.append(IndexedText(source, text, offsets))
    return texts


def found_labels(result: CheckResult) -> Labels:
    """Return the class that the check gives to each character of the draft."""
    labels = np.zeros(len(result.raw), np.int8)
    for number, kind in enumerate(CLASSES, 1):
        for finding in result.findings:
            if finding.rule == "reuse" and finding.kind == kind:
                labels[finding.span.start : finding.span.end] = number
    return labels


def main() -> None:
    """Print the confusion of classes, and the figures of self-duplication."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=shipped("corpus"), help="folder of reports (the sample corpus)")
    parser.add_argument("--drafts", type=int, default=6, help="held-out reports")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    documents = documents_of(options.reports)
    rng = random.Random(options.seed)
    rewriter = Rewriter([document.text for document in rng.sample(documents, min(60, len(documents)))])
    long = [document for document in documents if len(document.text) >= LONG_ENOUGH]
    pairs: Counter[tuple[int, int]] = Counter()
    for number, held in enumerate(rng.sample(long, min(options.drafts, len(long)))):
        others = [document for document in documents if document is not held and not same_place(document, held)]
        other, *corpus = rng.sample(others, min(CORPUS + 1, len(others)))
        draft = labelled_draft(held, corpus, other, rewriter, options.seed * 1000 + number)
        index = build_index(draft.corpus)
        for document in draft.documents:
            said = found_labels(check(document, index))
            counted = draft.labels != TWICE
            pairs.update(zip(draft.labels[counted].tolist(), said[counted].tolist(), strict=True))
    _print(pairs)


def _print(pairs: Counter[tuple[int, int]]) -> None:
    print("Characters by what they are (rows) and what the check says (columns).\n")
    print(f"| | nothing | {' | '.join(CLASSES)} | right, of those found |")
    print(f"|---|{'---|' * (len(CLASSES) + 2)}")
    right = found = 0
    for number, kind in enumerate(("nothing", *CLASSES)):
        row = [pairs[number, other] for other in range(len(CLASSES) + 1)]
        share = f"{row[number] / max(1, sum(row[1:])):.3f}" if number else ""
        print(f"| {kind} | {' | '.join(map(str, row))} | {share} |")
        right, found = (right + row[number], found + sum(row[1:])) if number else (right, found)
    own = CLASSES.index("self") + 1
    hits = pairs[own, own]
    precision = hits / max(1, sum(count for (_, said), count in pairs.items() if said == own))
    recall = hits / max(1, sum(count for (true, _), count in pairs.items() if true == own))
    print(f"\nClass right for {right / max(1, found):.3f} of the planted characters that are found (bar .9).")
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"Self-duplication: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (bar .95).")


if __name__ == "__main__":
    main()
