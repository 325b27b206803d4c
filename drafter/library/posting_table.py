"""One sorted table of postings: of each key where it stands, in how many reports, and how many localities use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.library.background import background
from drafter.library.repeats import changes, stable_order
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


def _reports_at(places: Numbers, starts: Numbers) -> Numbers:
    """Return the number of the report that each place lies in; of many places a list of all is quicker."""
    if len(places) * WHOLE_LIST < starts[-1]:
        return np.searchsorted(starts, places, "right").astype(np.int32) - 1
    return np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))[places]


@dataclass(frozen=True, slots=True)
class _Part:
    """A table's rows of some keys: as in Table, but how many places each key has, not where they begin."""

    keys: Hashes
    frequencies: Numbers
    counts: Numbers
    places: Numbers


def build_table(
    found: Callable[[int], tuple[Hashes, Numbers]],
    starts: Numbers,
    families: Numbers,
    localities: Callable[[Hashes], Numbers],
) -> Table:
    """Sort the keys of all reports with their places into a table.

    `found` gives the keys of a report and their masked positions, all reports laid end to end; reports begin at
    `starts`. `localities` tells how many of the background's localities use each key.
    """
    keys, places = _laid_out(found, starts, families)
    upper = (keys >> _PART).astype(np.uint8)
    parts = []
    for number in range(1 << 64 - int(_PART)):
        own = np.flatnonzero(upper == number)
        parts.append(_part(keys[own], places[own], starts, families))
    del keys, places, upper
    distinct = np.concatenate([part.keys for part in parts])
    common = np.minimum(localities(distinct) * 100 // max(1, background().localities), 100)
    ends = np.cumsum(np.concatenate([part.counts for part in parts]), dtype=np.int32)
    return Table(
        keys=np.append(distinct, _LAST),
        frequencies=np.concatenate([*(part.frequencies for part in parts), np.zeros(1, np.int32)]),
        common=np.append(common, 0).astype(np.uint8),
        bounds=np.concatenate([np.zeros(1, np.int32), ends, ends[-1:] if len(ends) else np.zeros(1, np.int32)]),
        places=np.concatenate([part.places for part in parts]),
    )


def _laid_out(
    found: Callable[[int], tuple[Hashes, Numbers]], starts: Numbers, families: Numbers
) -> tuple[Hashes, Numbers]:
    """Return the keys of all reports with their places, the reports of a family together.

    They go at once into two arrays of the largest size there may be: a piece a report would leave memory in shreds.
    """
    keys, places = np.empty(int(starts[-1]), np.uint64), np.empty(int(starts[-1]), np.int32)
    size = 0
    for report in np.argsort(families, kind="stable").tolist():
        own_keys, own_places = found(report)
        end = size + len(own_keys)
        keys[size:end], places[size:end] = own_keys, own_places
        size = end
    return keys[:size], places[:size]


def _part(keys: Hashes, places: Numbers, starts: Numbers, families: Numbers) -> _Part:
    """Sort keys that have their upper bits in common."""
    order = stable_order((keys & np.uint64((1 << int(_PART)) - 1)).astype(np.int64))
    keys, places = keys[order], places[order]
    new_key = changes(keys)
    new_family = new_key | changes(families[np.searchsorted(starts, places, "right") - 1])
    begins = np.flatnonzero(new_key)
    frequencies = np.bincount(np.cumsum(new_key)[new_family] - 1, minlength=len(begins))
    counts = np.diff(begins, append=len(keys))
    return _Part(keys[begins], frequencies.astype(np.int32), counts.astype(np.int32), places)
