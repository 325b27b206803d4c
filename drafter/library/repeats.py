"""What repeats in a sequence of codes: suffix array, shared prefixes, runs of suffixes, maximal repeats.

A code is a character or a word by its number; 0 is a break that no repeat crosses. Every position has an owner (a
report, a locality), and a repeat's spread is the exact number of its owners. At length k the sorted suffixes fall
into runs that share k codes. A run is a maximal repeat when its suffixes go on differently (right) and come from
different neighbours (left); one numpy pass a length finds them all, over fewer and fewer suffixes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from pydivsufsort import divsufsort, kasai

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Suffixes:
    """The sorted suffixes of a sequence."""

    order: Ints  # where each suffix starts
    shared: Ints  # how many codes it shares with the suffix before it, up to the next break
    previous: Ints  # the nearest suffix before it with the same owner, -1 when there is none
    left: Ints  # the code before it; a number of its own when that is a break


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of sorted suffixes that share `length` codes; parallel arrays."""

    length: Ints
    begin: Ints  # first suffix of the run, as an index into Suffixes.order
    end: Ints  # behind its last suffix
    spread: Ints  # how many owners it has

    def __len__(self) -> int:
        return len(self.begin)

    def keep(self, which: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> Runs:
        """Return the runs that a mask or a list of indices picks."""
        return Runs(self.length[which], self.begin[which], self.end[which], self.spread[which])


def sort_suffixes(codes: npt.NDArray[Any], owner: Ints) -> Suffixes:
    """Sort the suffixes of `codes` (dense numbers, 0 a break); `owner` holds the owner of every position."""
    size = len(codes)
    if size == 0:
        none = np.empty(0, np.int32)
        return Suffixes(none, none, none, none)
    dense: npt.NDArray[Any] = codes.astype(np.uint16 if codes.max() < 1 << 16 else np.uint32)
    order = divsufsort(dense).astype(np.int32, copy=False)
    shared = np.zeros(size, np.int32)
    shared[1:] = np.minimum(kasai(dense, order)[: size - 1], _room(dense)[order[1:]])
    left = np.where(order > 0, dense[order - 1], 0).astype(np.int32)
    left = np.where(left == 0, -1 - order, left)  # a break on the left differs from everything
    return Suffixes(order, shared, _previous(owner[order]), left)


def runs(suffixes: Suffixes, lengths: range, *, maximal: bool) -> Iterator[Runs]:
    """Yield the runs of two suffixes or more, length by length (only the maximal repeats when `maximal`)."""
    active = np.arange(len(suffixes.order), dtype=np.int32)
    for length in lengths:
        shared = suffixes.shared[active]
        active = active[_in_run(shared >= length)]
        if not len(active):
            return
        found = _level(suffixes, active, length, maximal=maximal)
        if len(found):
            yield found


def maximal_repeats(suffixes: Suffixes, lengths: range, *, spread: int = 2) -> Runs:
    """Return all maximal repeats of the given lengths with `spread` owners or more."""
    found = [level.keep(level.spread >= spread) for level in runs(suffixes, lengths, maximal=True)]
    none = np.empty(0, np.int32)
    return Runs(
        np.concatenate([none, *(level.length for level in found)]),
        np.concatenate([none, *(level.begin for level in found)]),
        np.concatenate([none, *(level.end for level in found)]),
        np.concatenate([none, *(level.spread for level in found)]),
    )


def _level(suffixes: Suffixes, active: Ints, length: int, *, maximal: bool) -> Runs:
    """Return the runs at one length; `active` are the suffixes that stand in one."""
    shared = suffixes.shared[active]
    heads = np.flatnonzero(shared < length)
    sizes = np.diff(heads, append=len(active))
    begin = active[heads]
    spread = np.add.reduceat((suffixes.previous[active] < np.repeat(begin, sizes)).astype(np.int32), heads)
    found = Runs(np.full(len(heads), length, np.int32), begin, begin + sizes.astype(np.int32), spread)
    if not maximal:
        return found
    left = suffixes.left[active]
    left_maximal = np.logical_or.reduceat(left != np.repeat(left[heads], sizes), heads)
    right_maximal = np.logical_or.reduceat(shared == length, heads)
    return found.keep(left_maximal & right_maximal)


def _in_run(sharing: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Tell which suffixes share enough with the one before them (`sharing`) or with the one after them."""
    in_run = sharing.copy()
    in_run[:-1] |= sharing[1:]
    return in_run


def _room(codes: npt.NDArray[Any]) -> Ints:
    """Return how many codes stand between each position and the next break (or the end)."""
    size = len(codes)
    stops = np.where(codes == 0, np.arange(size, dtype=np.int32), np.int32(size))
    return np.minimum.accumulate(stops[::-1])[::-1] - np.arange(size, dtype=np.int32)


def _previous(owner: Ints) -> Ints:
    """Return for each place the nearest place before it with the same owner, or -1."""
    grouped = np.argsort(owner, kind="stable").astype(np.int32)
    previous = np.full(len(owner), -1, np.int32)
    same = owner[grouped[1:]] == owner[grouped[:-1]]
    previous[grouped[1:][same]] = grouped[:-1][same]
    return previous
