"""What repeats in a sequence of codes: all runs that several owners share, length by length.

A code is a word by its number; 0 is a break that no run crosses. Every position has an owner (a report, a locality),
and a run's spread is the exact number of its owners. A run of n codes can repeat only where the run of n − 1 does, here
and one place on; so each level looks at the places that the level before it left, and names a run by the name of its
first n − 1 codes and its last code (naming of substrings: Karp, Miller & Rosenberg 1972). The levels shrink fast: of
the places in reports a third is left at four words, a tenth at six.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_HALF = 31  # bits
_LOWER = (1 << _HALF) - 1

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Level:
    """The different runs of one length, numbered from 0."""

    length: int
    at: Ints  # the places of each run, run by run
    bounds: Ints  # where the places of each run begin in `at`; one more than there are runs
    spread: Ints  # how many owners each has
    heads: Ints  # for each run the number of the run one code shorter that it begins with, in the level before …
    tails: Ints  # … and of the one that it ends with
    names: Ints  # for every position the number of the run that starts there, -1 for none; only until the next level

    def __len__(self) -> int:
        return len(self.spread)

    @property
    def counts(self) -> Ints:
        """Return at how many places each run stands."""
        return np.diff(self.bounds)

    @property
    def first(self) -> Ints:
        """Return one place of each run."""
        return self.at[self.bounds[:-1]]


def levels(codes: Ints, owner: Ints, longest: int, *, spread: int = 2) -> Iterator[Level]:
    """Yield the runs of 1, 2 … `longest` codes that have `spread` owners or more, until there are none.

    `owner` is parallel to `codes`; both hold numbers from 0.
    """
    places = _by_owner(owner)
    places = places[codes[places] > 0]
    keys = codes[places].astype(np.int64)
    size = int(codes.max(initial=0)) + 1
    names = np.full(len(codes), -1, np.int32)
    named = places[:0]
    for length in range(1, longest + 1):
        keys, grouped = _sort(keys, places)  # what is large is let go at once: each is a fifth of all memory used
        at, bounds, owners = _runs(grouped, keys, owner, spread)
        del grouped
        if not len(owners):
            return
        first = at[bounds[:-1]]
        heads, tails = names[first], names[np.minimum(first + 1, len(names) - 1)]
        names[named] = -1
        names[at] = np.repeat(np.arange(len(owners), dtype=np.int32), np.diff(bounds))
        named = at
        yield Level(length, at, bounds, owners, heads, tails, names)
        places = places[names[places] >= 0]
        places = places[places + length < len(codes)]
        places = places[(names[places + 1] >= 0) & (codes[places + length] > 0)]
        keys = names[places].astype(np.int64)
        keys *= size
        keys += codes[places + length]


def _by_owner(owner: Ints) -> Ints:
    """Return all positions owner by owner: then a run's owners are where they change."""
    if (owner[1:] >= owner[:-1]).all():
        return np.arange(len(owner), dtype=np.int32)
    return stable_order(owner).astype(np.int32)


def _runs(places: Ints, keys: npt.NDArray[np.int64], owner: Ints, spread: int) -> tuple[Ints, Ints, Ints]:
    """Part places, sorted by their keys and owner by owner, into runs of one key; keep those with enough owners.

    Return the places run by run, where each run begins among them (one more for the end), and its owners.
    """
    new_run = changes(keys)
    new_owner = changes(owner[places])
    new_owner |= new_run
    heads = np.flatnonzero(new_run)
    owners = np.add.reduceat(new_owner, heads, dtype=np.int32) if len(heads) else np.zeros(0, np.int32)
    counts = np.diff(heads, append=len(places))
    keep = owners >= spread
    bounds = np.concatenate(([0], np.cumsum(counts[keep]))).astype(np.int32)
    return places[np.repeat(keep, counts)], bounds, owners[keep]


def changes(row: npt.NDArray[Any]) -> Mask:
    """Tell where a row of values has another one than just before; so it has where it begins."""
    new = np.ones(len(row), np.bool_)
    np.not_equal(row[1:], row[:-1], out=new[1:])
    return new


def distinct(row: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return the different values of a row, sorted: numpy's `unique` hashes them, and takes a hundred times as long."""
    ordered = np.sort(row)
    return ordered[changes(ordered)]


def maximal(level: Level, longer: Level | None) -> Mask:
    """Tell which runs of a level are maximal repeats: no run one code longer holds all their places."""
    whole = np.ones(len(level), np.bool_)
    if longer is not None:
        for inside in (longer.heads, longer.tails):
            whole[inside[longer.counts == level.counts[inside]]] = False
    return whole


def _sort(keys: npt.NDArray[np.int64], places: Ints) -> tuple[npt.NDArray[np.int64], Ints]:
    """Return keys and their places sorted by the keys, equal ones as they stand; the array of keys is used up."""
    bits = _bits_of_places(keys)
    if not _fits(keys, bits):
        order = stable_order(keys)
        return keys[order], places[order]
    _sort_packed(keys, bits)
    grouped = places[(keys & ((1 << bits) - 1)).astype(np.int32)]
    keys >>= bits
    return keys, grouped


def stable_order(keys: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Return the order that sorts `keys` (not negative), equal ones as they stand.

    Key and place are packed into one number where both fit: numbers sort ten times as fast as places do. Keys that do
    not fit are sorted by their lower half, then by their upper one.
    """
    bits = _bits_of_places(keys)
    if not _fits(keys, bits):
        order = stable_order((keys & _LOWER).astype(np.uint32)).astype(np.int32)
        upper = (keys >> _HALF).astype(np.uint32)[order]
        return np.asarray(order[stable_order(upper)].astype(np.int64))
    packed = keys.astype(np.int64)
    _sort_packed(packed, bits)
    packed &= (1 << bits) - 1
    return packed


def _bits_of_places(keys: npt.NDArray[Any]) -> int:
    return max(len(keys) - 1, 0).bit_length()


def _fits(keys: npt.NDArray[Any], bits: int) -> bool:
    """Tell whether each key leaves room for so many bits in a number of 63."""
    return int(keys.max(initial=0)) < 1 << (63 - bits)


def _sort_packed(keys: npt.NDArray[np.int64], bits: int) -> None:
    """Pack the place of each key into its lower bits, and sort; all in place, for it may be as large as the corpus."""
    keys <<= bits
    np.bitwise_or(keys, np.arange(len(keys), dtype=np.int32), out=keys)
    keys.sort()
