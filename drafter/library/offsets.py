"""Offset maps as bytes for the store, small because they mostly count up by one."""

from __future__ import annotations

import zlib
from array import array

import numpy as np
import numpy.typing as npt

from drafter.model import OffsetMap

_STORED = "<i4"  # the same on every machine


def pack(offsets: OffsetMap) -> bytes:
    """Return an offset map as compressed bytes: the steps from start to start, then the lengths."""
    starts, ends = np.array(offsets.starts, _STORED), np.array(offsets.ends, _STORED)
    steps = np.diff(starts, prepend=np.zeros(1, _STORED))
    return zlib.compress(np.concatenate((steps, ends - starts)).astype(_STORED).tobytes(), level=1)


def unpack(data: bytes) -> OffsetMap:
    """Return the offset map that `pack` gave."""
    steps, lengths = np.split(np.frombuffer(zlib.decompress(data), _STORED), 2)
    starts = np.cumsum(steps)
    return OffsetMap(_array(starts), _array(starts + lengths))


def _array(values: npt.NDArray[np.int64]) -> array[int]:
    return array("i", values.astype(np.intc).tobytes())
