"""Paragraphs with faults planted by hand: how many are found, and how many alarms are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein

from drafter.check.case import Case
from drafter.ingest.reader import read
from drafter.library.postings import build_index
from drafter.model import (
    Document,
    Finding,
    IndexedText,
    Kind,
    Locality,
    Part,
    Period,
    ReuseIndex,
    Section,
    Source,
    Span,
)
from drafter.text.dictionary import cut
from drafter.text.masking import mask
from drafter.text.names import names_of
from drafter.text.normalize import normalize

_PLANT = re.compile("〔([^〔〕]*)〕")
_KINDS: dict[str, Kind] = {"year": "annual", "first_half": "half_year", "first_three_quarters": "three_quarter"}
_OWN = Source("稿.txt")

Rule = Callable[[Case], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the writer would have it, with where faults were planted."""

    text: str
    faults: tuple[Span, ...]
    own: Source


@dataclass(frozen=True, slots=True)
class Score:
    """How a rule did on some paragraphs."""

    planted: int
    found: int
    alarms: int
    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Return the share of planted faults that an alarm touches."""
        return self.found / self.planted

    @property
    def precision(self) -> float:
        """Return the share of alarms that touch a planted fault."""
        return self.right / self.alarms


def paragraphs(path: Path) -> Iterator[Paragraph]:
    """Yield the paragraphs of a file; a line that begins with @ tells whose the following ones are."""
    own = _OWN
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            own = _source(line.split()[1:])
        elif line and not line.startswith("#"):
            yield _paragraph(line, own)


def _source(cells: Sequence[str]) -> Source:
    name, county, city, province, year, part = cells
    period: Part = part  # type: ignore[assignment] - the file says it right
    return Source("稿.txt", "", _KINDS[part], Period(int(year), period), Locality(name, county, city, province))


def _paragraph(line: str, own: Source) -> Paragraph:
    faults, text, at = [], "", 0
    for match in _PLANT.finditer(line):
        text += line[at : match.start()]
        faults.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Paragraph(text + line[at:], tuple(faults), own)


def score(rule: Rule, several: Iterable[Paragraph], index: ReuseIndex | None = None) -> Score:
    """Run a rule over paragraphs, each a draft of its own."""
    planted = found = alarms = right = 0
    missed, wrong = [], []
    for each in several:
        spans = [finding.span for finding in rule(case_of(each.text, each.own, index))]
        for fault in each.faults:
            planted += 1
            hit = any(fault.overlap(span) for span in spans)
            found += hit
            if not hit:
                missed.append(f"{fault.of(each.text)} | {each.text}")
        for span in spans:
            alarms += 1
            hit = any(fault.overlap(span) for fault in each.faults)
            right += hit
            if not hit:
                wrong.append(f"{span.of(each.text)} | {each.text}")
    return Score(planted, found, alarms, right, tuple(missed), tuple(wrong))


def alarms(rule: Rule, documents: Sequence[Document], ignored: Collection[str] = ()) -> float:
    """Return how many alarms a rule raises per 10,000 characters, kinds that are `ignored` left out."""
    found = [finding for each in documents for finding in rule(case_of_document(each))]
    return 10_000 * sum(finding.kind not in ignored for finding in found) / sum(len(each.text) for each in documents)


def case_of(raw: str, own: Source, index: ReuseIndex | None = None) -> Case:
    """Return a case of some raw text."""
    text, offsets = normalize(raw)
    document = Document(own, raw, text, offsets, (), Section(None, ""))
    return case_of_document(document, index)


def case_of_document(document: Document, index: ReuseIndex | None = None) -> Case:
    """Return a case of a draft as read, held against the reports of an index, or none."""
    masked = mask(document.text)
    fixed = np.zeros(len(masked), np.bool_)
    return Case(document, document.source, masked, fixed, index or build_index([]), Levenshtein.normalized_similarity)


def sample_index(folder: Path) -> ReuseIndex:
    """Return the index of the sample corpus with the names its reports have to themselves."""
    files = sorted(path for path in folder.glob("*.txt"))
    documents = [document for path in files for document in read(path, path.name)]
    return build_index([_indexed(document) for document in documents])


def _indexed(document: Document) -> IndexedText:
    names = names_of(document.text, cut(document.text), document.source)
    return IndexedText(document.source, document.text, document.offsets, tuple(sorted(names)))
