"""Which four-grams and words stand where in masked characters: the index that the reuse check looks reports up in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from drafter.errors import LibraryError
from drafter.library import names
from drafter.library.background import background
from drafter.library.duplicates import find_families, sample_of
from drafter.library.names import NO_NAMES, NameIndex, build_names
from drafter.library.posting_table import Numbers, Shares, Table, build_table
from drafter.model import IndexedText, Span
from drafter.text import words
from drafter.text.masking import FIGURE, SEED_LENGTH, WORD_LENGTHS, Hashes, Masked, gram_hashes, mask

# the arrays of a table and of an index -> their type in the store, the same on every machine
_TABLE = {"keys": "<u8", "frequencies": "<i4", "common": "u1", "bounds": "<i4", "places": "<i4"}
_INDEX = {"starts": "<i4", "localities": "<i4"}


@dataclass(frozen=True, slots=True)
class Postings:
    """Sorted postings of all reports, 18 to 30 bytes a character of corpus; a ReuseIndex."""

    grams: Table
    vocabulary: Table
    starts: Numbers  # where each report begins in the places; one more than there are reports
    localities: Numbers  # number of the locality of each report; unknown ones have a number of their own
    text_of: Callable[[int], IndexedText]
    names_held: NameIndex = NO_NAMES

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def sizes(self) -> Numbers:
        """Return how many masked characters each report has."""
        return np.diff(self.starts)

    def postings(self, grams: Hashes) -> tuple[Numbers, ...]:
        """Look up gram hashes; return parallel arrays (index into `grams`, report number, masked position)."""
        return self.grams.look_up(grams, self.starts)

    def gram_frequency(self, grams: Hashes) -> tuple[Numbers, Shares]:
        """Return in how many reports each gram occurs, and what share of the background's localities use it."""
        return self.grams.frequency(grams)

    def word_postings(self, hashes: Hashes) -> tuple[Numbers, ...]:
        """Look up words in the same way."""
        return self.vocabulary.look_up(hashes, self.starts)

    def word_frequency(self, hashes: Hashes) -> tuple[Numbers, Shares]:
        """Return the same of words."""
        return self.vocabulary.frequency(hashes)

    def word_count(self, hashes: Hashes) -> Numbers:
        """Return how many times each word stands in the reports."""
        return self.vocabulary.count(hashes)

    def names(self, text: str) -> Iterator[tuple[Span, tuple[int, ...]]]:
        """Yield where names that few localities have stand in a text, each with the reports that have it."""
        return self.names_held.find(text)

    def report(self, number: int) -> IndexedText:
        """Return a report by its number."""
        return self.text_of(number)


def build_index(texts: Sequence[IndexedText], edges_of: Callable[[int], Numbers] | None = None) -> Postings:
    """Index reports in memory; they are numbered in the order given.

    `edges_of` tells where the words of a report, given by its number, begin in its text, and where the last one ends;
    it is cut here if that is not known.
    """
    starts = np.cumsum([0, *(len(mask(text.text)) for text in texts)], dtype=np.int32)
    families = find_families([sample_of(mask(text.text)) for text in texts])
    localities = _localities(texts)
    return Postings(
        grams=_grams(texts, starts, families),
        vocabulary=_vocabulary(texts, edges_of or (lambda report: _edges(texts[report])), starts, families),
        starts=starts,
        localities=localities,
        text_of=tuple(texts).__getitem__,
        names_held=build_names([text.names for text in texts], localities),
    )


def _edges(text: IndexedText) -> Numbers:
    return np.fromiter(accumulate(map(len, words.cut(text.text)), initial=0), np.int32)


def _grams(texts: Sequence[IndexedText], starts: Numbers, families: Numbers) -> Table:
    def found(report: int) -> tuple[Hashes, Numbers]:
        hashes = gram_hashes(mask(texts[report].text).codes, SEED_LENGTH)
        return hashes, np.arange(starts[report], starts[report] + len(hashes), dtype=np.int32)

    return build_table(found, starts, families, background().of_grams)


def _vocabulary(
    texts: Sequence[IndexedText], edges_of: Callable[[int], Numbers], starts: Numbers, families: Numbers
) -> Table:
    spellings: dict[int, str] = {}

    def found(report: int) -> tuple[Hashes, Numbers]:
        masked = mask(texts[report].text)
        bounds = np.searchsorted(masked.starts, edges_of(report)).astype(np.int32)
        hashes, first, last = _words(masked, bounds[:-1], bounds[1:])
        characters = masked.text
        new, at = np.unique(hashes, return_index=True)
        rows = zip(new.tolist(), first[at].tolist(), last[at].tolist(), strict=True)
        spellings.update({key: characters[begin:end] for key, begin, end in rows if key not in spellings})
        return hashes, first + starts[report]

    def localities(keys: Hashes) -> Numbers:
        return background().of_words([spellings[key] for key in keys.tolist()])

    return build_table(found, starts, families, localities)


def _words(masked: Masked, first: Numbers, last: Numbers) -> tuple[Hashes, Numbers, Numbers]:
    """Return hash, first and last place of each word of two masked characters and more that holds no figure."""
    figures = np.concatenate(([0], np.cumsum(masked.codes == FIGURE)))
    lengths = np.where(figures[first] == figures[last], last - first, 0)
    hashes = np.zeros(len(first), np.uint64)
    for length in WORD_LENGTHS:
        own = lengths == length
        hashes[own] = gram_hashes(masked.codes, length)[first[own]]
    kept = np.isin(lengths, WORD_LENGTHS)
    return hashes[kept], first[kept], last[kept]


def _localities(texts: Sequence[IndexedText]) -> Numbers:
    """Number the localities of reports in order of appearance."""
    numbers: dict[tuple[str, str] | int, int] = {}
    known = [text.source.locality for text in texts]
    keys = [locality.key if locality and locality.name else number for number, locality in enumerate(known)]
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int32)


def to_blobs(index: Postings) -> dict[str, bytes]:
    """Return the arrays of an index as bytes by name, for the store; the texts are not among them."""
    whole = {name: getattr(index, name).astype(kind).tobytes() for name, kind in _INDEX.items()}
    tables = {"grams": index.grams, "vocabulary": index.vocabulary}
    return (
        whole
        | index.names_held.to_blobs()
        | {
            f"{kind}.{name}": getattr(table, name).astype(dtype).tobytes()
            for kind, table in tables.items()
            for name, dtype in _TABLE.items()
        }
    )


def from_blobs(blobs: Mapping[str, bytes], report: Callable[[int], IndexedText]) -> Postings:
    """Return the index whose arrays `to_blobs` gave; `report` fetches a report by its number.

    Raise LibraryError when an array is missing or cut short.
    """
    try:
        grams, vocabulary = (
            Table(**{name: np.frombuffer(blobs[f"{kind}.{name}"], dtype) for name, dtype in _TABLE.items()})
            for kind in ("grams", "vocabulary")
        )
        starts, localities = (np.frombuffer(blobs[name], dtype) for name, dtype in _INDEX.items())
    except (KeyError, ValueError) as error:
        raise LibraryError("语料库的查重索引不完整", "请运行 drafter mine 重新生成") from error
    return Postings(grams, vocabulary, starts, localities, report, names.from_blobs(blobs))
