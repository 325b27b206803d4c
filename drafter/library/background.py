"""What everybody writes: how many localities use a word, a pair of words like a name, a clause's core, a four-gram.

`data/background.npz` holds what the reports of many localities share, as numbers and hashes. With five reports in the
corpus the library still knows what is common. `python -m drafter.app.background FOLDER` makes the table anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.config import data
from drafter.library.hashing import Hashes, hash_texts

Ints = npt.NDArray[np.int32]
Counts = npt.NDArray[np.uint8]

LEAST = 3  # localities that make a word, pair or core worth keeping
LEAST_OF_GRAM = 5  # the same of a four-gram: from here on it may be boilerplate
LONGEST_CORE = 10  # content words


@dataclass(frozen=True, slots=True)
class Background:
    """Hashes, sorted, each with the number of localities (255 and more as 255)."""

    localities: int  # how many there are in all
    words: Hashes
    word_counts: Counts
    pairs: Hashes  # of two words that look like a name together
    pair_counts: Counts
    cores: Hashes  # see cores
    core_counts: Counts
    grams: Hashes  # of four masked characters, see masking
    gram_counts: Counts

    def of_words(self, words: Sequence[str]) -> Ints:
        """Return how many localities use each word (0 for fewer than LEAST)."""
        return self.of_word_hashes(hash_texts(words))

    def of_word_hashes(self, words: Hashes) -> Ints:
        """Return the same of words given by their hashes."""
        return _found(self.words, self.word_counts, words)

    def of_pairs(self, firsts: Sequence[str], seconds: Sequence[str]) -> Ints:
        """Return how many localities use each second word behind the first one."""
        return _found(self.pairs, self.pair_counts, pair_hashes(firsts, seconds))

    def of_cores(self, cores: Hashes) -> Ints:
        """Return how many localities use each core, given by its hash."""
        return _found(self.cores, self.core_counts, cores)

    def of_grams(self, grams: Hashes) -> Ints:
        """Return how many localities use each four-gram (0 for fewer than LEAST_OF_GRAM)."""
        return _found(self.grams, self.gram_counts, grams)


def pair_hashes(firsts: Sequence[str], seconds: Sequence[str]) -> Hashes:
    """Return the hash of each pair of words."""
    return hash_texts([f"{first} {second}" for first, second in zip(firsts, seconds, strict=True)])


@cache
def background() -> Background:
    """Return the table that ships (loaded once, in some milliseconds)."""
    with np.load(data("background.npz"), allow_pickle=False) as arrays:
        columns = {name: arrays[name] for name in arrays.files}
    return Background(**columns | {"localities": int(columns["localities"])})


def write(table: Background, path: Path) -> None:
    """Write a table as `background` reads it; equal tables give equal bytes."""
    columns: dict[str, Any] = {name: np.asarray(getattr(table, name)) for name in Background.__dataclass_fields__}
    with path.open("wb") as file:
        np.savez_compressed(file, **columns)


def _found(hashes: Hashes, counts: Counts, asked: Hashes) -> Ints:
    places = np.minimum(np.searchsorted(hashes, asked), max(len(hashes) - 1, 0))
    if not len(hashes):
        return np.zeros(len(asked), np.int32)
    return np.where(hashes[places] == asked, counts[places], 0).astype(np.int32)
