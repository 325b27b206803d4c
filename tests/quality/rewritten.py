"""Passages rewritten by hand: honest reports with rewrites put in, and how many of them a check finds.

`rewrites/development.tsv` says how they were made. Each report of the sample corpus in turn is the honest text; the
rewrites of all other reports are put in between its sentences, and the draft is checked against the corpus without
it. Of reports that are not in the repository, the passage alone stands in for the report.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.check.checker import check
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import CheckResult, Document, IndexedText, Locality, Match, Source, Span
from drafter.text.normalize import normalize

FOLDER = Path(__file__).parent / "rewrites"
CORPUS = Path(__file__).parents[2] / "corpus"
STRENGTHS = {"轻": "light", "中": "medium", "重": "strong"}
HOSTS = 6  # honest reports
LONG_ENOUGH = 5_000  # characters of a report that takes many rewrites …
MOST_PUT_IN = 40  # … and how many

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?\n?")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A passage of a report and what a clerk made of it."""

    source: str
    strength: str
    passage: str
    text: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A draft with the place of each rewrite in it."""

    document: Document
    places: tuple[tuple[Rewrite, Span], ...]
    corpus: tuple[IndexedText, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a check found: of each rewrite whether, and of each finding whether rightly."""

    found: tuple[tuple[Rewrite, bool], ...]
    right: tuple[bool, ...]


def rewrites(name: str) -> list[Rewrite]:
    """Return the rewrites of one half."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.replace("⏎", "\n").split("\t") for line in lines if not line.startswith("#")][1:]
    return [Rewrite(source.partition("/")[2], STRENGTHS[kind], old, new) for source, kind, old, new in rows]


def sample_documents() -> list[Document]:
    """Read the sample corpus."""
    files = sorted(path for path in CORPUS.glob("*.txt"))
    return [document for path in files for document in read(path, path.name)]


def drafts(chosen: Sequence[Rewrite], seed: int = 1) -> Iterator[Planted]:
    """Yield the drafts."""
    rng = random.Random(seed)
    documents = sample_documents()
    known = {document.source.path for document in documents}
    elsewhere: defaultdict[str, list[str]] = defaultdict(list)
    for each in chosen:
        if each.source not in known:
            elsewhere[each.source].append(each.passage)
    for host in rng.sample(documents, HOSTS):
        texts = [
            IndexedText(document.source, document.text, document.offsets)
            for document in documents
            if document is not host and document.source.locality != host.source.locality
        ]
        texts += [IndexedText(Source(path), *normalize("\n".join(parts))) for path, parts in elsewhere.items()]
        put_in = [each for each in chosen if each.source in {text.source.path for text in texts}]
        yield Planted(*_planted(host.text, put_in, rng), tuple(texts))


def drafts_without_sources(chosen: Sequence[Rewrite], seed: int = 1) -> Iterator[Planted]:
    """Yield drafts with rewrites put in whose sources the corpus has not: whatever is found in them is an error."""
    rng = random.Random(seed)
    documents = sample_documents()
    localities = {document.source.path: document.source.locality for document in documents}
    by_place: defaultdict[Locality | None, list[Rewrite]] = defaultdict(list)
    for each in chosen:
        by_place[localities.get(each.source)].append(each)
    for place, put_in in by_place.items():
        others = [document for document in documents if document.source.locality != place]
        host = rng.choice([document for document in others if len(document.text) >= LONG_ENOUGH])
        corpus = [document for document in others if document.source.locality != host.source.locality]
        texts = [IndexedText(document.source, document.text, document.offsets) for document in corpus]
        for first in range(0, len(put_in), MOST_PUT_IN):
            yield Planted(*_planted(host.text, put_in[first : first + MOST_PUT_IN], rng), tuple(texts))


def _planted(
    honest: str, put_in: Sequence[Rewrite], rng: random.Random
) -> tuple[Document, tuple[tuple[Rewrite, Span], ...]]:
    sentences = _SENTENCE.findall(honest)
    slots = sorted(rng.sample(range(1, len(sentences)), len(put_in)))
    at = dict(zip(slots, rng.sample(put_in, len(put_in)), strict=True))
    text, places = "", []
    for number, sentence in enumerate(sentences):
        if number in at:
            places.append((at[number], Span(len(text), len(text) + len(at[number].text))))
            text += at[number].text
        text += sentence
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text(text, encoding="utf-8", newline="\n")
        return read(path, "draft.txt")[0], tuple(places)


def hits(draft: Planted) -> Hits:
    """Check a draft; a finding is right when it overlaps a rewrite and the passage that it comes from."""
    return judge(draft, check(draft.document, build_index(draft.corpus)))


def judge(draft: Planted, result: CheckResult) -> Hits:
    """Say what a result found of a draft."""
    texts = {text.source.path: text for text in draft.corpus}
    copies = [each for each in result.findings if each.kind in ("copied", "edited", "retold")]
    matched = [
        {
            rewrite
            for rewrite, place in draft.places
            if each.span.overlap(place) and _from(rewrite, each.matches[0], texts)
        }
        for each in copies
    ]
    found = set().union(*matched)
    return Hits(tuple((rewrite, rewrite in found) for rewrite, _ in draft.places), tuple(map(bool, matched)))


def _from(rewrite: Rewrite, match: Match, texts: Mapping[str, IndexedText]) -> bool:
    if match.source != rewrite.source:
        return False
    text = texts[rewrite.source]
    start = text.text.index(rewrite.passage)
    return bool(text.offsets.raw(Span(start, start + len(rewrite.passage))).overlap(match.span))
