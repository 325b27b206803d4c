"""Masked characters: the text as reuse sees it, without marks and with every figure as one and the same sign."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.model import NormText, Span
from drafter.text.gaps import gaps

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]

WORD_LENGTHS = range(2, 8)  # masked characters of the words that reports are indexed by
SEED_LENGTH = 4  # characters of the grams that reports are indexed by; measured against 3 and 5
FIGURE = ord("0")  # stands for a whole figure, and for the XX of a scrubbed one
_PLACEHOLDERS = "Xx×*○●□_"
_INSIDE_FIGURE = ".,"  # may stand between two digits of one figure
_HASH_START = np.uint64(0xCBF29CE484222325)  # FNV-1a, 64 bits
_HASH_PRIME = np.uint64(0x100000001B3)
_HASH_FOLD = np.uint64(29)


def _masks() -> Codes:
    """Return for each code point below 65536 its masked character, 0 where it is dropped."""
    table = np.zeros(0x10000, np.uint32)
    for first, last in ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (ord("a"), ord("z"))):
        table[first : last + 1] = np.arange(first, last + 1)
    table[ord("A") : ord("Z") + 1] = table[ord("a") : ord("z") + 1]
    for character in "0123456789" + _PLACEHOLDERS:
        table[ord(character)] = FIGURE
    return table


_MASKS = _masks()


@dataclass(frozen=True, slots=True)
class Masked:
    """A text's masked characters and where each of them stands in the text; three arrays of one length."""

    codes: Codes
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]  # past the last character: a figure has several

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def text(self) -> str:
        """Return the masked characters as a string."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le")

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of text that the masked characters `start` … `end` (not included, not empty) cover."""
        return Span(int(self.starts[start]), int(self.ends[end - 1]))


def mask(text: NormText) -> Masked:
    """Keep Han characters and letters (small), turn each figure into one sign, drop everything else, gaps too."""
    points = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    masked = _MASKS[np.where(points < len(_MASKS), points, 0)]
    for gap in gaps(text):  # what is still to come is no wording of anybody's
        masked[gap.start : gap.end] = 0
    kept = np.flatnonzero(masked)
    if not len(kept):
        return Masked(masked[:0], np.zeros(0, np.int32), np.zeros(0, np.int32))
    codes = masked[kept]
    step = np.diff(kept)
    inside = np.isin(points[kept[:-1] + 1], [ord(mark) for mark in _INSIDE_FIGURE])
    same_figure = (codes[1:] == FIGURE) & (codes[:-1] == FIGURE) & ((step == 1) | ((step == 2) & inside))
    first = np.concatenate(([True], ~same_figure))
    last = np.concatenate((~same_figure, [True]))
    return Masked(codes[first], kept[first].astype(np.int32), kept[last].astype(np.int32) + 1)


def gram_hashes(codes: Codes, length: int) -> Hashes:
    """Return the 64-bit hash of the run of `length` characters at each place, FNV-1a over code points.

    The result is `length` − 1 shorter than `codes`, and empty when `codes` is shorter than `length`.
    """
    count = max(0, len(codes) - length + 1)
    hashes = np.full(count, _HASH_START)
    for place in range(length):
        hashes = (hashes ^ codes[place : place + count]) * _HASH_PRIME
    return np.asarray(hashes ^ (hashes >> _HASH_FOLD))
