"""Which four-grams of masked characters stand where: the index that the reuse check looks reports up in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.errors import LibraryError
from drafter.library import names
from drafter.library.names import NO_NAMES, NameIndex, build_names
from drafter.model import IndexedText, Span
from drafter.text.masking import SEED_LENGTH, Hashes, gram_hashes, mask

Numbers = npt.NDArray[np.int32]

_LAST = np.uint64(2**64 - 1)  # a last row without places, so that every look-up ends at a row
# the arrays of an index -> their type in the store, the same on every machine
_STORED = {"grams": "<u8", "frequencies": "<i4", "bounds": "<i4", "places": "<i4", "starts": "<i4", "localities": "<i4"}


@dataclass(frozen=True, slots=True)
class Postings:
    """Sorted postings of all reports, 12 to 20 bytes a character of corpus; a ReuseIndex."""

    grams: Hashes  # sorted, each once
    frequencies: Numbers  # in how many reports each gram stands
    bounds: Numbers  # where the places of each gram begin in `places`; one more than there are grams
    places: Numbers  # masked positions gram by gram, the reports laid end to end
    starts: Numbers  # where each report begins in that count; one more than there are reports
    localities: Numbers  # number of the locality of each report; unknown ones have a number of their own
    text_of: Callable[[int], IndexedText]
    names_held: NameIndex = NO_NAMES

    def __len__(self) -> int:
        return len(self.starts) - 1

    def postings(self, grams: Hashes) -> tuple[Numbers, ...]:
        """Look up gram hashes; return parallel arrays (index into `grams`, report number, masked position)."""
        rows = np.searchsorted(self.grams, grams)
        begins = self.bounds[rows]
        counts = np.where(self.grams[rows] == grams, self.bounds[rows + 1] - begins, 0)
        asked = np.repeat(np.arange(len(grams), dtype=np.int32), counts)
        within = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        places = self.places[np.repeat(begins, counts) + within]
        reports = np.searchsorted(self.starts, places, "right").astype(np.int32) - 1
        return asked, reports, places - self.starts[reports]

    def document_frequency(self, grams: Hashes) -> Numbers:
        """Return in how many reports each gram occurs."""
        rows = np.searchsorted(self.grams, grams)
        return np.where(self.grams[rows] == grams, self.frequencies[rows], 0).astype(np.int32)

    def names(self, text: str) -> Iterator[tuple[Span, tuple[int, ...]]]:
        """Yield where names that few localities have stand in a text, each with the reports that have it."""
        return self.names_held.find(text)

    def report(self, number: int) -> IndexedText:
        """Return a report by its number."""
        return self.text_of(number)


def build_index(texts: Sequence[IndexedText]) -> Postings:
    """Index reports in memory; they are numbered in the order given."""
    hashes = [gram_hashes(mask(text.text).codes, SEED_LENGTH) for text in texts]
    counts = [*map(len, hashes)]
    starts = np.cumsum([0, *counts], dtype=np.int32)
    joined = np.concatenate([*hashes, np.zeros(0, np.uint64)])
    del hashes  # as large as the corpus, and so is each of the next
    places = np.argsort(joined, kind="stable").astype(np.int32)
    joined = joined[places]
    reports = np.repeat(np.arange(len(counts), dtype=np.int32), counts)[places]
    new_gram = np.diff(joined, prepend=~joined[:1]) != 0
    new_report = new_gram | (np.diff(reports, prepend=-1) != 0)
    begins = np.flatnonzero(new_gram)
    frequencies = np.bincount(np.cumsum(new_gram)[new_report] - 1, minlength=len(begins))
    localities = _localities(texts)
    return Postings(
        grams=np.append(joined[begins], _LAST),
        frequencies=np.append(frequencies, 0).astype(np.int32),
        bounds=np.append(begins, [len(joined)] * 2).astype(np.int32),
        places=places,
        starts=starts,
        localities=localities,
        text_of=tuple(texts).__getitem__,
        names_held=build_names([text.names for text in texts], localities),
    )


def _localities(texts: Sequence[IndexedText]) -> Numbers:
    """Number the localities of reports in order of appearance."""
    numbers: dict[tuple[str, str] | int, int] = {}
    known = [text.source.locality for text in texts]
    keys = [locality.key if locality and locality.name else number for number, locality in enumerate(known)]
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int32)


def to_blobs(index: Postings) -> dict[str, bytes]:
    """Return the arrays of an index as bytes by name, for the store; the texts are not among them."""
    arrays = {name: getattr(index, name).astype(kind).tobytes() for name, kind in _STORED.items()}
    return arrays | index.names_held.to_blobs()


def from_blobs(blobs: Mapping[str, bytes], report: Callable[[int], IndexedText]) -> Postings:
    """Return the index whose arrays `to_blobs` gave; `report` fetches a report by its number.

    Raise LibraryError when an array is missing or cut short.
    """
    try:
        arrays = {name: np.frombuffer(blobs[name], kind) for name, kind in _STORED.items()}
    except (KeyError, ValueError) as error:
        raise LibraryError("语料库的查重索引不完整", "请运行 drafter mine 重新生成") from error
    return Postings(**arrays, text_of=report, names_held=names.from_blobs(blobs))
