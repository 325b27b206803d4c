"""64-bit hashes of runs of numbers, many at once and the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Hashes = npt.NDArray[np.uint64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_FOLD = np.uint64(31)


def hash_runs(values: npt.NDArray[np.unsignedinteger], first: Ints, last: Ints) -> Hashes:
    """Return the hash of each run `first:last` of `values`; an empty run has hash 0.

    Every value is mixed with its place in the run (the finaliser of SplitMix64: Steele, Lea & Flood 2014); the hash
    is the sum.
    """
    lengths = np.maximum(last - first, 0).astype(np.int64)
    behind = np.cumsum(lengths)
    within = np.arange(behind[-1] if len(behind) else 0) - np.repeat(behind - lengths, lengths)
    mixed = values[np.repeat(first, lengths) + within].astype(np.uint64) + (within + 1).astype(np.uint64) * _STEP
    for shift, factor in _MIX:
        mixed = (mixed ^ (mixed >> shift)) * factor
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(mixed ^ (mixed >> _FOLD))))
    return np.asarray(sums[behind] - sums[behind - lengths])


def hash_texts(texts: Sequence[str]) -> Hashes:
    """Return the hash of each text."""
    points = np.frombuffer("".join(texts).encode("utf-32-le"), np.uint32)
    ends = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    return hash_runs(points, ends[:-1], ends[1:])
