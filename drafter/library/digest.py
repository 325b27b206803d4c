"""What mining takes from one report: its words, clauses, patterns, headings, each judged as far as it can be alone.

A digest depends on nothing but the report and what ships with drafter. So reports are digested side by side in several
processes, and a digest is kept as long as its file does not change (`shelf`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from drafter.library import cores, duplicates, offsets, purity
from drafter.library.clauses import clauses_of
from drafter.library.hashing import hash_texts
from drafter.library.headings import HeadingRow, headings_of
from drafter.library.labels import MOVES, TOPICS, to_numbers
from drafter.library.patterns import CutText, PatternRow, patterns_of
from drafter.model import Document, Source, Span
from drafter.text import wordclass, words
from drafter.text.masking import mask
from drafter.text.names import names_of
from drafter.text.placed import Placed, PlacedPoint, placed_points, placed_sections, whole_spans
from drafter.text.places import places

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Hashes = npt.NDArray[np.uint64]

SectionRow = tuple[int, int, str, str, str, int, int]
"""Number of the section above; level; title; topic; chapter; where the whole section starts and ends in the text."""
PointRow = tuple[int, int, int, str, str, str]
"""Number of the section; where the point starts and ends in the text; lead; topic; moves with blanks between."""

_COMPOUNDS = ("规上", "规下", "限上", "社零")  # of the genre, which jieba's dictionary lacks


@dataclass(frozen=True, slots=True)
class Digest:
    """One report as mining sees it; spans of words are half-open, positions count in `text`."""

    source: Source
    text: str  # cleaned
    offsets: bytes  # from `text` to the raw file, packed
    vocabulary: tuple[str, ...]  # its different words, in order of appearance
    kinds: Bytes  # of each word of the vocabulary, see wordclass
    words: Ints  # all its words, as numbers into the vocabulary; joined they are the text
    doubts: Bytes  # for each word what speaks against it, see purity
    clause_starts: Ints
    clause_ends: Ints
    clause_first: Ints  # the first word of each clause …
    clause_last: Ints  # … and the one behind its last
    clause_moves: Bytes  # numbers into MOVES
    clause_topics: Bytes  # numbers into TOPICS
    clause_hashes: Hashes  # of the clause's text
    clause_cores: Hashes  # of its core, see cores
    patterns: tuple[PatternRow, ...]
    headings: tuple[HeadingRow, ...]
    sections: tuple[SectionRow, ...]  # in reading order; the root is number 0
    points: tuple[PointRow, ...]  # section by section
    passages: Hashes  # of each longer paragraph, figures masked …
    passage_first: Ints  # … with its first word
    passage_last: Ints  # … and the one behind its last
    sample: Hashes  # of the masked text, by which near-duplicates are found; sorted
    names: tuple[str, ...]  # that the report has to itself, see text.names; sorted

    @property
    def edges(self) -> Ints:
        """Return where each word begins in the text, and where the last one ends."""
        sizes = np.fromiter(map(len, self.vocabulary), np.int32, len(self.vocabulary))
        return np.concatenate(([0], np.cumsum(sizes[self.words]))).astype(np.int32)


def digest(document: Document) -> Digest:
    """Digest one report."""
    text = document.text
    cut = _cut(text)
    edges = np.fromiter(accumulate(map(len, cut), initial=0), np.int32, len(cut) + 1)
    vocabulary, numbers = _number(cut)
    kinds = wordclass.kinds(vocabulary)
    doubts = purity.doubts(document, vocabulary, kinds, numbers, edges)
    clean = purity.known(doubts, vocabulary, numbers)
    sections = placed_sections(document)
    clauses = list(clauses_of(document, sections))
    spans = [clause.span for clause in clauses]
    moves = [(clause.span.start, clause.told) for clause in clauses]
    starts, ends = _ints(span.start for span in spans), _ints(span.end for span in spans)
    first, last = _words_in(edges, starts, ends)
    named = [place.span for place in places(text, document.source.locality, cut)]
    masked = mask(text)
    passages, passage_starts, passage_ends = duplicates.passages_of(text, masked)
    passage_first, passage_last = _words_in(edges, passage_starts, passage_ends)
    return Digest(
        source=document.source,
        text=text,
        offsets=offsets.pack(document.offsets),
        vocabulary=vocabulary,
        kinds=kinds,
        words=numbers,
        doubts=doubts,
        clause_starts=starts,
        clause_ends=ends,
        clause_first=first,
        clause_last=last,
        clause_moves=to_numbers((clause.move for clause in clauses), MOVES),
        clause_topics=to_numbers((clause.topic for clause in clauses), TOPICS),
        clause_hashes=hash_texts([span.of(text) for span in spans]),
        clause_cores=cores.core_hashes(vocabulary, kinds, numbers, first, last),
        patterns=tuple(patterns_of(CutText(text, cut, edges, kinds[numbers], clean), spans, named)),
        headings=tuple(headings_of(document, sections, edges)),
        sections=tuple(map(_section_row, sections, whole_spans(sections))),
        points=tuple(map(_point_row, placed_points(document, sections, moves))),
        passages=passages,
        passage_first=passage_first,
        passage_last=passage_last,
        sample=duplicates.sample_of(masked),
        names=tuple(sorted(names_of(text, cut, document.source))),
    )


def shared(digests: Iterable[Digest]) -> tuple[Digest, ...]:
    """Return digests from another process or from the shelf with words that are held once, not once a report."""
    return tuple(replace(each, vocabulary=tuple(map(sys.intern, each.vocabulary))) for each in digests)


def _cut(text: str) -> list[str]:
    """Cut a text into words, each compound as one."""
    cut = words.cut(text)
    if not any(compound in text for compound in _COMPOUNDS):
        return cut
    joined: list[str] = []
    for word in cut:
        if joined and joined[-1] + word in _COMPOUNDS:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _number(cut: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    """Return the different words, and each word's number among them."""
    vocabulary = tuple(dict.fromkeys(cut))
    numbers = {word: number for number, word in enumerate(vocabulary)}
    return vocabulary, np.fromiter(map(numbers.__getitem__, cut), np.int32, len(cut))


def _words_in(edges: Ints, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Return the words that begin in each stretch of text: the first one, and the one behind the last."""
    first, last = np.searchsorted(edges, starts), np.searchsorted(edges, ends)
    return first.astype(np.int32), last.astype(np.int32)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int32)


def _section_row(placed: Placed, whole: Span) -> SectionRow:
    title = placed.section.title
    return placed.parent, placed.level, title, placed.topic, placed.chapter, whole.start, whole.end


def _point_row(point: PlacedPoint) -> PointRow:
    return point.section, point.span.start, point.span.end, point.lead, point.topic, " ".join(point.moves)
