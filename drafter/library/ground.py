"""What mining phrases, frames and headings stands on: the corpus cut into words and clauses, each judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.library.clauses import Clauses
from drafter.library.corpus import Corpus, Ints
from drafter.library.wordclass import Kinds


@dataclass(frozen=True, slots=True)
class Ground:
    """The corpus with what is known of its words and clauses."""

    corpus: Corpus
    kinds: Kinds  # of each word of the vocabulary
    blemished: Ints  # for each position how many blemished characters stand before it, see purity.blemishes
    clauses: Clauses

    def pure(self, starts: Ints, ends: Ints) -> npt.NDArray[np.bool_]:
        """Tell which of the stretches from `starts` to `ends` hold no blemish."""
        clean: npt.NDArray[np.bool_] = self.blemished[ends] == self.blemished[starts]
        return clean
