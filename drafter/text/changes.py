"""Changes to a text, and the map from the changed text back to the raw one."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from drafter.model import OffsetMap, Span


@dataclass(frozen=True, slots=True)
class Change:
    """Replace `start:end` of a text by `text`; equal lengths mean one character for one."""

    start: int
    end: int
    text: str


Step: TypeAlias = Callable[[str], Iterable[Change]]
"""Look at a text and say what to change; the changes are sorted and disjoint."""


def identity(length: int) -> OffsetMap:
    """Return the map of a text of `length` characters onto itself."""
    numbers = _numbers(1 << (length + 1).bit_length())
    return OffsetMap(numbers[:length], numbers[1 : length + 1])


@cache
def _numbers(count: int) -> array[int]:
    """Return 0 … count - 1: to cut from them is quicker than to count anew for every text."""
    return array("i", range(count))


def apply(text: str, offsets: OffsetMap, changes: Iterable[Change]) -> tuple[str, OffsetMap]:
    """Return the changed text and its map to the raw text that `offsets` leads to.

    A replacement of another length maps each of its characters to the whole raw span it stands for.
    """
    pieces: list[str] = []
    starts, ends = array("i"), array("i")
    at = mapped = 0
    for change in changes:
        pieces += (text[at : change.start], change.text)
        at = change.end
        if len(change.text) == change.end - change.start:
            continue
        raw = offsets.raw(Span(change.start, change.end))
        starts += offsets.starts[mapped : change.start]
        ends += offsets.ends[mapped : change.start]
        starts.extend([raw.start] * len(change.text))
        ends.extend([raw.end] * len(change.text))
        mapped = change.end
    if not pieces:
        return text, offsets
    pieces.append(text[at:])
    if starts or mapped:
        offsets = OffsetMap(starts + offsets.starts[mapped:], ends + offsets.ends[mapped:])
    return "".join(pieces), offsets


def swap(text: str, swapped: str) -> Iterator[Change]:
    """Yield the one change that turns `text` into `swapped`, a text of the same length (nothing if they are equal)."""
    if swapped != text:
        yield Change(0, len(text), swapped)


def lines(text: str) -> Iterator[Span]:
    """Yield the span of each line, without its line end."""
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def drop_line(line: Span) -> Change:
    """Return the change that removes a line's characters; trimming then removes the blank line."""
    return Change(line.start, line.end, "")
