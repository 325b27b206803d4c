"""The reports laid end to end as one row of words: what every stage of mining counts on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from drafter.library.digest import Digest
from drafter.library.duplicates import find_families, first_places
from drafter.text import wordclass
from drafter.text.wordclass import Kinds

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
BETWEEN = "\n"  # a word of its own behind each report, so that nothing runs from one into the next


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports laid end to end; positions count words unless they are said to count characters."""

    digests: tuple[Digest, ...]
    text: str
    starts: Ints  # the character that each report begins at, and behind the last one
    first_words: Ints  # the word that each report begins at, and behind the last one
    vocabulary: tuple[str, ...]
    kinds: Kinds  # of each word of the vocabulary
    words: Ints  # all words, as numbers into the vocabulary
    edges: Ints  # the character that each word begins at, and behind the last one
    families: Ints  # for each report the number of the first one that it nearly duplicates, mostly its own
    localities: Ints  # for each report: those of one locality, and those of one family, share a number
    owners: Ints  # for each word the family it belongs to: that of its report, or the one that had its passage first
    reprinted: Mask  # which words stand in a passage that stands earlier in the corpus, too
    reprints: tuple[tuple[int, int, int], ...]  # report, report that had passages of it first, how many

    @property
    def numbers(self) -> Ints:
        """Return the numbers of the reports."""
        return np.arange(len(self.digests), dtype=np.int32)

    def documents_at(self, words: Ints) -> Ints:
        """Return the number of the report that each word stands in."""
        return (np.searchsorted(self.first_words, words, side="right") - 1).astype(np.int32)

    def text_of(self, first: Ints, last: Ints) -> list[str]:
        """Return what stands from each word `first` up to the word `last`."""
        return list(self.text_between(self.edges[first], self.edges[last]))

    def text_between(self, starts: Ints, ends: Ints) -> Iterator[str]:
        """Yield what stands from each character `starts` up to the character `ends`."""
        return (self.text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True))

    def words_that(self, test: Callable[[str], bool]) -> Mask:
        """Tell which words of the vocabulary pass a test."""
        return np.fromiter(map(test, self.vocabulary), np.bool_, len(self.vocabulary))

    @property
    def places(self) -> Ints:
        """Return for each word the locality it belongs to, by its owner."""
        return self.localities[self.owners]


def families_of(digests: Sequence[Digest]) -> Ints:
    """Return for each report the number of the first one that it nearly duplicates, mostly its own."""
    return find_families([digest.sample for digest in digests])


def join(digests: Sequence[Digest], families: Ints | None = None) -> Corpus:
    """Lay reports end to end; `families` are found here if they are not known."""
    families = families_of(digests) if families is None else families
    vocabulary, kinds, words = _joined_words(digests)
    sizes = np.fromiter(map(len, vocabulary), np.int32, len(vocabulary))
    counts = [len(digest.words) + 1 for digest in digests]
    first_words = np.cumsum([0, *counts], dtype=np.int32)
    edges = np.concatenate(([0], np.cumsum(sizes[words]))).astype(np.int32)
    owners, reprinted, reprints = _reprints(digests, families, first_words)
    return Corpus(
        digests=tuple(digests),
        text="".join(digest.text + BETWEEN for digest in digests),
        starts=edges[first_words],
        first_words=first_words,
        vocabulary=vocabulary,
        kinds=kinds,
        words=words,
        edges=edges,
        families=families,
        localities=number_alike([_locality(digests[family]) for family in families]),
        owners=owners,
        reprinted=reprinted,
        reprints=reprints,
    )


def _joined_words(digests: Sequence[Digest]) -> tuple[tuple[str, ...], Kinds, Ints]:
    """Return one vocabulary of all reports with its kinds, and their words as numbers into it.

    BETWEEN stands behind each report.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    between = numbers[BETWEEN]
    own = [np.fromiter(map(numbers.__getitem__, digest.vocabulary), np.int32) for digest in digests]
    kinds = np.full(len(numbers), wordclass.MARK, np.uint8)
    rows: list[Ints] = []
    for digest, its_numbers in zip(digests, own, strict=True):
        kinds[its_numbers] = digest.kinds
        rows += [its_numbers[digest.words], np.array([between], np.int32)]
    return tuple(numbers), kinds, np.concatenate([*rows, np.empty(0, np.int32)])


def _reprints(
    digests: Sequence[Digest], families: Ints, first_words: Ints
) -> tuple[Ints, Mask, tuple[tuple[int, int, int], ...]]:
    """Return the owner of each word, whether it is reprinted, and which report reprints how many passages of which."""
    owners = np.repeat(families, np.diff(first_words))
    reprinted = np.zeros(len(owners), np.bool_)
    first = first_places([digest.passages for digest in digests])
    report = np.repeat(np.arange(len(digests)), [len(digest.passages) for digest in digests])
    begins = spread_out([digest.passage_first for digest in digests], first_words)
    ends = spread_out([digest.passage_last for digest in digests], first_words)
    again = np.flatnonzero(first != np.arange(len(first)))
    for passage in again.tolist():
        words = slice(begins[passage], ends[passage])
        owners[words], reprinted[words] = families[report[first[passage]]], True
    pairs = Counter(zip(report[again].tolist(), report[first[again]].tolist(), strict=True))
    return owners, reprinted, tuple((later, earlier, count) for (later, earlier), count in sorted(pairs.items()))


def spread_out(own: Sequence[Ints], first: Ints) -> Ints:
    """Return positions counted in each report as positions in the corpus; report n begins at first[n]."""
    moved = [positions + start for positions, start in zip(own, first.tolist(), strict=False)]
    return np.concatenate([*moved, np.empty(0, np.int32)]).astype(np.int32)


def _locality(digest: Digest) -> tuple[str, ...]:
    """Return what tells a report's locality from others; a report without one stands for itself."""
    locality = digest.source.locality
    return locality.key if locality and locality.name else (digest.source.path,)


def number_alike(keys: Iterable[object]) -> Ints:
    """Number the keys from 0 in order of appearance, equal keys alike."""
    numbers: defaultdict[object, int] = defaultdict(count().__next__)
    return np.fromiter((numbers[key] for key in keys), np.int32)
