"""Whose names stand in a text: an index of the names that reports of few localities have to themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.model import Span
from drafter.text.masking import Codes, Hashes, gram_hashes

Numbers = npt.NDArray[np.int32]

MOST_LOCALITIES = 2  # that may have a name; what more have is nobody's own
LONGEST = 16  # characters of a name


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Hashes of names, sorted, each with the number of a report that has it: two arrays of one length."""

    names: Hashes
    reports: Numbers

    def find(self, text: str) -> Iterator[tuple[Span, tuple[int, ...]]]:
        """Yield where names stand in a text, each with the numbers of the reports that have it, shorter names first."""
        codes = _codes(text)
        for length in range(2, LONGEST + 1):
            hashes = _hashes(codes, length)
            if not len(self.names) or not len(hashes):
                return
            first = np.searchsorted(self.names, hashes)
            last = np.searchsorted(self.names, hashes, "right")
            for start in np.flatnonzero(last > first).tolist():
                yield Span(start, start + length), tuple(self.reports[first[start] : last[start]].tolist())

    def to_blobs(self) -> dict[str, bytes]:
        """Return the arrays as bytes by name, for the store."""
        return {"names": self.names.astype("<u8").tobytes(), "name_reports": self.reports.astype("<i4").tobytes()}


NO_NAMES = NameIndex(np.zeros(0, np.uint64), np.zeros(0, np.int32))


def from_blobs(blobs: Mapping[str, bytes]) -> NameIndex:
    """Return the index whose arrays `to_blobs` gave; an empty one of a library that has none."""
    names = np.frombuffer(blobs.get("names", b""), "<u8")
    return NameIndex(names, np.frombuffer(blobs.get("name_reports", b""), "<i4"))


def build_names(names: Sequence[Sequence[str]], localities: Numbers) -> NameIndex:
    """Index the names of reports; `localities` are the numbers of the reports' localities."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, several in enumerate(names):
        for name in several:
            if 1 < len(name) <= LONGEST:
                holders[name].append(number)
    kept = [
        (_hashes(_codes(name), len(name))[0], number)
        for name, numbers in holders.items()
        if len({int(localities[number]) for number in numbers}) <= MOST_LOCALITIES
        for number in numbers
    ]
    kept.sort()
    return NameIndex(np.array([name for name, _ in kept], np.uint64), np.array([at for _, at in kept], np.int32))


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def _hashes(codes: Codes, length: int) -> Hashes:
    """Return the hash of every run of `length` characters; equal runs of two lengths never meet."""
    return gram_hashes(codes, length) ^ np.uint64(length)
