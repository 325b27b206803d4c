"""An index amended: what it holds of reports that stay is taken over and moved, not sorted again.

Most of an index is the sorting of its postings. Where a file more is mined, one is taken out or changed, all others
keep theirs; each pass over them here is linear.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.library.posting_table import Numbers, Rows, Table

GONE = -1  # the number of a report that is no longer there


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Where the reports of an old index went: those that stay are in the order they were in."""

    before: Numbers  # where each report began in the old places; one more than there were reports
    numbers: Numbers  # the number that each has now, or GONE
    starts: Numbers  # where each report begins now; one more than there are reports

    @property
    def added(self) -> list[int]:
        """Return the numbers of the reports that the old index lacks."""
        return sorted({*range(len(self.starts) - 1)} - {*self.numbers.tolist()})


def taken_over(table: Table, renumbering: Renumbering) -> Rows:
    """Return the rows of an old table as far as its reports stay, their places where these went."""
    counts, places = np.diff(table.bounds)[:-1], table.places
    sizes, gone = np.diff(renumbering.before), renumbering.numbers == GONE
    if gone.any():
        stay = np.repeat(~gone, sizes)[places]
        kept = np.concatenate(([0], np.cumsum(stay, dtype=np.int32)))[table.bounds[:-1]]
        counts, places = np.diff(kept), places[stay]
    shifts = np.where(gone, 0, renumbering.starts[renumbering.numbers] - renumbering.before[:-1]).astype(np.int32)
    moved = np.repeat(shifts, sizes)[places]
    moved += places
    held = counts > 0
    return Rows(table.keys[:-1][held], table.common[:-1][held], counts[held].astype(np.int32), moved)


def merged(old: Rows, new: Rows) -> Rows:
    """Return the rows of both: those of a few reports put in among those of many others."""
    at = np.searchsorted(old.keys, new.keys)
    known = np.append(old.keys, np.uint64(0))[at] == new.keys
    known &= at < len(old.keys)
    counts = old.counts.copy()
    counts[at[known]] += new.counts[known]
    fresh = at[~known]
    return Rows(
        np.insert(old.keys, fresh, new.keys[~known]),
        np.insert(old.common, fresh, new.common[~known]),
        np.insert(counts, fresh, new.counts[~known]),
        np.insert(old.places, _places_among(old, new, at, known), new.places),
    )


def _places_among(old: Rows, new: Rows, at: npt.NDArray[np.intp], known: npt.NDArray[np.bool_]) -> Numbers:
    """Return before which of the old places each new one goes: a search by halves within its key, all at once."""
    bounds = old.bounds
    low = np.repeat(bounds[at], new.counts)
    high = np.repeat(bounds[at + known], new.counts)
    while (low < high).any():
        middle = (low + high) // 2
        behind = low < high
        behind[behind] = old.places[middle[behind]] < new.places[behind]
        high = np.where((low < high) & ~behind, middle, high)
        low = np.where(behind, middle + 1, low)
    return low
