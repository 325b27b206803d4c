"""Which four-grams and words stand where in masked characters: the index that the reuse check looks reports up in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.errors import LibraryError
from drafter.library import names
from drafter.library.background import background
from drafter.library.duplicates import find_families, sample_of
from drafter.library.names import NO_NAMES, NameIndex, build_names
from drafter.model import IndexedText, Span
from drafter.text import words
from drafter.text.masking import FIGURE, SEED_LENGTH, WORD_LENGTHS, Hashes, Masked, gram_hashes, mask

Numbers = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float32]

_LAST = np.uint64(2**64 - 1)  # a last row without places, so that every look-up ends at a row
# the arrays of a table and of an index -> their type in the store, the same on every machine
_TABLE = {"keys": "<u8", "frequencies": "<i4", "common": "u1", "bounds": "<i4", "places": "<i4"}
_INDEX = {"starts": "<i4", "localities": "<i4"}


@dataclass(frozen=True, slots=True)
class Table:
    """Sorted postings of one kind, all reports laid end to end."""

    keys: Hashes  # sorted, each once
    frequencies: Numbers  # in how many families of reports each stands
    common: npt.NDArray[np.uint8]  # hundredths of the background's localities that use each
    bounds: Numbers  # where the places of each key begin in `places`; one more than there are keys
    places: Numbers  # masked positions key by key

    def rows(self, keys: Hashes) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
        """Return the row of each key, and whether it is there."""
        rows = np.searchsorted(self.keys, keys)
        return rows, self.keys[rows] == keys

    def frequency(self, keys: Hashes) -> tuple[Numbers, Shares]:
        """Return in how many families of reports each key stands, and what share of the background's localities use it.

        The share is 0 for keys that no report has.
        """
        rows, known = self.rows(keys)
        shares = np.where(known, self.common[rows], 0) / 100
        return np.where(known, self.frequencies[rows], 0).astype(np.int32), shares.astype(np.float32)

    def look_up(self, keys: Hashes, starts: Numbers) -> tuple[Numbers, ...]:
        """Return parallel arrays (index into `keys`, report number, masked position); reports begin at `starts`."""
        rows, known = self.rows(keys)
        begins = self.bounds[rows]
        counts = np.where(known, self.bounds[rows + 1] - begins, 0)
        asked = np.repeat(np.arange(len(keys), dtype=np.int32), counts)
        within = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        places = self.places[np.repeat(begins, counts) + within]
        reports = np.searchsorted(starts, places, "right").astype(np.int32) - 1
        return asked, reports, places - starts[reports]


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

    def names(self, text: str) -> Iterator[tuple[Span, tuple[int, ...]]]:
        """Yield where names that few localities have stand in a text, each with the reports that have it."""
        return self.names_held.find(text)

    def report(self, number: int) -> IndexedText:
        """Return a report by its number."""
        return self.text_of(number)


def build_index(texts: Sequence[IndexedText], edges: Iterable[Numbers] | None = None) -> Postings:
    """Index reports in memory; they are numbered in the order given.

    `edges`: for each report where its words begin in its text, and where the last one ends; it is cut here if they
    are not given.
    """
    starts = np.cumsum([0, *(len(mask(text.text)) for text in texts)], dtype=np.int32)
    families = find_families([sample_of(mask(text.text)) for text in texts])
    localities = _localities(texts)
    return Postings(
        grams=_grams(texts, starts, families),
        vocabulary=_vocabulary(texts, edges or map(_edges, texts), starts, families),
        starts=starts,
        localities=localities,
        text_of=tuple(texts).__getitem__,
        names_held=build_names([text.names for text in texts], localities),
    )


def _edges(text: IndexedText) -> Numbers:
    return np.fromiter(accumulate(map(len, words.cut(text.text)), initial=0), np.int32)


def _grams(texts: Sequence[IndexedText], starts: Numbers, families: Numbers) -> Table:
    hashes = [gram_hashes(mask(text.text).codes, SEED_LENGTH) for text in texts]
    counts = [*map(len, hashes)]

    def places(report: int) -> Numbers:
        return np.arange(starts[report], starts[report] + counts[report], dtype=np.int32)

    return _table(hashes, places, families, background().of_grams)


def _vocabulary(texts: Sequence[IndexedText], edges: Iterable[Numbers], starts: Numbers, families: Numbers) -> Table:
    found, places, spellings = list[Hashes](), list[Numbers](), dict[int, str]()
    for text, own_edges, start in zip(texts, edges, starts.tolist(), strict=False):
        masked = mask(text.text)
        bounds = np.searchsorted(masked.starts, own_edges).astype(np.int32)
        hashes, first, last = _words(masked, bounds[:-1], bounds[1:])
        found.append(hashes)
        places.append(first + start)
        characters = masked.text
        new, at = np.unique(hashes, return_index=True)
        rows = zip(new.tolist(), first[at].tolist(), last[at].tolist(), strict=True)
        spellings |= {key: characters[begin:end] for key, begin, end in rows if key not in spellings}
    return _table(
        found,
        places.__getitem__,
        families,
        lambda keys: background().of_words([spellings[key] for key in keys.tolist()]),
    )


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


def _table(
    hashes: list[Hashes],
    places_of: Callable[[int], Numbers],
    families: Numbers,
    localities: Callable[[Hashes], Numbers],
) -> Table:
    """Sort the keys of all reports with their places into a table; `hashes`, report by report, are used up.

    `places_of` gives the places of a report's keys, `localities` how many of the background's localities use each key.
    What is as large as the corpus is made only when it is needed.
    """
    reports = np.argsort(families, kind="stable").tolist()  # so that the reports of a family stand together
    counts = [len(hashes[report]) for report in reports]
    keys = np.concatenate([*(hashes[report] for report in reports), np.zeros(0, np.uint64)])
    hashes.clear()
    order = np.argsort(keys, kind="stable").astype(np.int32)
    keys = keys[order]
    new_key = _changes(keys)
    new_family = new_key | _changes(np.repeat(families[reports], counts)[order])
    begins = np.flatnonzero(new_key)
    frequencies = np.bincount(np.cumsum(new_key, dtype=np.int32)[new_family] - 1, minlength=len(begins))
    del new_key, new_family
    places = np.concatenate([*map(places_of, reports), np.zeros(0, np.int32)])[order]
    del order
    distinct = keys[begins]
    common = np.minimum(localities(distinct) * 100 // max(1, background().localities), 100)
    return Table(
        keys=np.append(distinct, _LAST),
        frequencies=np.append(frequencies, 0).astype(np.int32),
        common=np.append(common, 0).astype(np.uint8),
        bounds=np.append(begins, [len(keys)] * 2).astype(np.int32),
        places=places,
    )


def _changes(row: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Tell where a row of values has another one than just before; so it has where it begins."""
    changes = np.ones(len(row), np.bool_)
    np.not_equal(row[1:], row[:-1], out=changes[1:])
    return changes


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
