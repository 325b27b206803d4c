"""Words that may stand for each other in official prose: 推进, 加快 and 推动, 群众 and 居民, 竣工 and 交付使用.

`data/near_synonyms.npz` has for each word its near-synonyms, nearest first: words that reports use in the same company,
and those that `data/synonyms.txt` puts on one line. Words are known by the hash of their masked characters, as the
reuse index knows them. `python -m drafter.app.near_synonyms FOLDER` makes the table anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.config import data
from drafter.text.masking import Hashes


@dataclass(frozen=True, slots=True)
class NearSynonyms:
    """Words, and for each a stretch of `others` and `nearness`."""

    words: Hashes  # sorted
    bounds: npt.NDArray[np.int32]  # where the near-synonyms of each word begin; one more than there are words
    others: npt.NDArray[np.uint16]  # number of a word, the nearest first
    nearness: npt.NDArray[np.uint8]  # hundredths

    def knows(self, words: Hashes) -> npt.NDArray[np.bool_]:
        """Return which words the table has."""
        known: npt.NDArray[np.bool_] = self.words[self._rows(words)] == words
        return known

    def of(self, words: Hashes) -> tuple[npt.NDArray[np.intp], Hashes, npt.NDArray[np.float64]]:
        """Return parallel arrays: number of the word asked for, a near-synonym (first itself), how near, 0–1."""
        rows = self._rows(words)
        counts = np.where(self.words[rows] == words, self.bounds[rows + 1] - self.bounds[rows], 0)
        asked = np.repeat(np.arange(len(words)), counts + 1)
        begins = np.cumsum(counts + 1) - counts - 1
        within = np.arange(len(asked)) - begins[asked] - 1
        itself = within < 0
        at = np.where(itself, 0, self.bounds[rows][asked] + within)
        return (
            asked,
            np.where(itself, words[asked], self.words[self.others[at]]),
            np.where(itself, 1.0, self.nearness[at] / 100),
        )

    def _rows(self, words: Hashes) -> npt.NDArray[np.intp]:
        return np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)


@cache
def near_synonyms() -> NearSynonyms:
    """Return the table that ships (loaded once, in some milliseconds)."""
    with np.load(data("near_synonyms.npz"), allow_pickle=False) as arrays:
        return NearSynonyms(**{name: arrays[name] for name in arrays.files})


def write(table: NearSynonyms, path: Path) -> None:
    """Write a table as `near_synonyms` reads it."""
    columns: dict[str, Any] = {name: getattr(table, name) for name in NearSynonyms.__dataclass_fields__}
    with path.open("wb") as file:
        np.savez_compressed(file, **columns)
