"""One sorted table of postings: of each key where it stands, in how many reports, and how many localities use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.library.background import background
from drafter.library.repeats import changes, distinct, stable_order
from drafter.text.masking import Hashes

Numbers = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float32]

WHOLE_LIST = 10  # from one place to look up in so many that there are, the report of each of these is written down
_LAST = np.uint64(2**64 - 1)  # a last row without places, so that every look-up ends at a row
_PART = np.uint64(60)  # keys are sorted by their four upper bits first: sorting needs a sixteenth of the room


@dataclass(frozen=True, slots=True)
class Table:
    """Sorted postings of one kind, all reports laid end to end."""

    keys: Hashes  # sorted, each once
    frequencies: Numbers  # in how many families of reports each stands
    common: npt.NDArray[np.uint8]  # hundredths of the background's localities that use each
    bounds: Numbers  # where the places of each key begin in `places`; one more than there are keys
    places: Numbers  # masked positions key by key, ascending

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

    def count(self, keys: Hashes) -> Numbers:
        """Return how many places each key has."""
        rows, known = self.rows(keys)
        counts: Numbers = np.where(known, self.bounds[rows + 1] - self.bounds[rows], 0)
        return counts

    def look_up(self, keys: Hashes, starts: Numbers) -> tuple[Numbers, ...]:
        """Return parallel arrays (index into `keys`, report number, masked position); reports begin at `starts`."""
        rows, known = self.rows(keys)
        begins = self.bounds[rows]
        counts = np.where(known, self.bounds[rows + 1] - begins, 0)
        asked = np.repeat(np.arange(len(keys), dtype=np.int32), counts)
        within = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        places = self.places[np.repeat(begins, counts) + within]
        reports = _reports_at(places, starts)
        return asked, reports, places - starts[reports]


Found = Callable[[int], tuple[Hashes, Numbers]]
"""Gives the keys of a report, by its number, and their masked positions, all reports laid end to end."""

Localities = Callable[[Hashes], Numbers]
"""Tells how many of the background's localities use each key."""


def _reports_at(places: Numbers, starts: Numbers) -> Numbers:
    """Return the number of the report that each place lies in; of many places a list of all is quicker."""
    if len(places) * WHOLE_LIST < starts[-1]:
        return np.searchsorted(starts, places, "right").astype(np.int32) - 1
    return np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))[places]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table is made of, before it is counted by families of reports."""

    keys: Hashes  # sorted, each once
    common: npt.NDArray[np.uint8]  # as in Table
    counts: Numbers  # at how many places each stands
    places: Numbers  # key by key, ascending

    @property
    def bounds(self) -> Numbers:
        """Return where the places of each key begin, and where the last one's end."""
        return np.concatenate([np.zeros(1, np.int32), np.cumsum(self.counts, dtype=np.int32)])


def sort_rows(found: Found, reports: Sequence[int], starts: Numbers, localities: Localities) -> Rows:
    """Sort the keys of some reports, given by ascending numbers, with their places; reports begin at `starts`."""
    keys, places = _laid_out(found, reports, starts)
    upper = (keys >> _PART).astype(np.uint8)
    parts = []
    for number in range(1 << 64 - int(_PART)):
        own = np.flatnonzero(upper == number)
        parts.append(_part(keys[own], places[own]))
    del keys, places, upper
    keys, counts, places = (np.concatenate(column) for column in zip(*parts, strict=True))
    common = np.minimum(localities(keys) * 100 // max(1, background().localities), 100).astype(np.uint8)
    return Rows(keys, common, counts, places)


def _laid_out(found: Found, reports: Sequence[int], starts: Numbers) -> tuple[Hashes, Numbers]:
    """Return the keys of reports with their places.

    They go at once into two arrays of the largest size there may be: a piece a report would leave memory in shreds.
    """
    most = sum(int(starts[report + 1] - starts[report]) for report in reports)
    keys, places = np.empty(most, np.uint64), np.empty(most, np.int32)
    size = 0
    for report in reports:
        own_keys, own_places = found(report)
        end = size + len(own_keys)
        keys[size:end], places[size:end] = own_keys, own_places
        size = end
    return keys[:size], places[:size]


def _part(keys: Hashes, places: Numbers) -> tuple[Hashes, Numbers, Numbers]:
    """Sort keys that have their upper bits in common; return them, at how many places each stands, and these."""
    order = stable_order((keys & np.uint64((1 << int(_PART)) - 1)).astype(np.int64))
    keys, places = keys[order], places[order]
    begins = np.flatnonzero(changes(keys))
    return keys[begins], np.diff(begins, append=len(keys)).astype(np.int32), places


def to_table(rows: Rows, found: Found, starts: Numbers, families: Numbers) -> Table:
    """Count rows by families of reports; reports begin at `starts`."""
    bounds = rows.bounds
    frequencies = _in_reports(bounds, rows.places, starts)
    for again in _held_again(found, families):
        frequencies[np.searchsorted(rows.keys, again)] -= 1
    return Table(
        keys=np.append(rows.keys, _LAST),
        frequencies=np.append(frequencies, np.int32(0)),
        common=np.append(rows.common, np.uint8(0)),
        bounds=np.append(bounds, bounds[-1:]),
        places=rows.places,
    )


def _in_reports(bounds: Numbers, places: Numbers, starts: Numbers) -> Numbers:
    """Return in how many reports each key stands."""
    if not len(places):
        return np.zeros(0, np.int32)
    numbers = np.arange(len(starts) - 1).astype(np.min_scalar_type(len(starts)))
    new = changes(np.repeat(numbers, np.diff(starts))[places])
    new[bounds[:-1]] = True
    return np.add.reduceat(new, bounds[:-1], dtype=np.int32)


def _held_again(found: Found, families: Numbers) -> Iterator[Hashes]:
    """Yield for each report that nearly duplicates earlier ones the keys that one of these has: they count once."""
    seen: dict[int, Hashes] = {}
    for report in np.flatnonzero(np.bincount(families)[families] > 1).tolist():
        own, family = distinct(found(report)[0]), int(families[report])
        known = seen.setdefault(family, own[:0])
        yield own[np.isin(own, known, assume_unique=True)]
        seen[family] = distinct(np.concatenate([known, own]))
