"""Moves and topics as small numbers, and which of them is most common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from drafter.model import Move
from drafter.text import topics

Ints = npt.NDArray[np.int32]
Labels = npt.NDArray[np.uint8]

MOVES: tuple[Move | Literal[""], ...] = ("", *get_args(Move))
TOPICS: tuple[str, ...] = ("", *(topic.name for topic in topics.topics()))


def to_numbers(names: Iterable[str], all_names: Sequence[str]) -> Labels:
    """Return names as numbers into `all_names`."""
    number = {name: place for place, name in enumerate(all_names)}
    return np.fromiter((number[name] for name in names), np.uint8)


def most_common(groups: Ints, labels: Labels, size: int) -> Labels:
    """Return the most common label of each group below `size`, the lowest of several; 0 for a group without any.

    `groups` and `labels` are parallel.
    """
    pairs, counts = np.unique(groups.astype(np.int64) << 8 | labels, return_counts=True)
    order = np.lexsort((-pairs, counts))  # the last of each group wins
    found = np.zeros(size, np.uint8)
    found[pairs[order] >> 8] = (pairs[order] & 255).astype(np.uint8)
    return found
