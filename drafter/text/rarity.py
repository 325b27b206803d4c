"""How rare Han characters are in reports: `data/rarity.txt`, made anew by `python -m drafter.app.rarity FOLDER`."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.config import data
from drafter.text.masking import Codes

FIRST_HAN = 0x3400

Floats = npt.NDArray[np.float64]


def rarity(codes: Codes) -> Floats:
    """Return for each masked character the logarithm of how many sentences go for one that has it.

    Characters that the reports did not have are as rare as the rarest; figures and letters are not rare at all, 0.
    """
    characters, rarities = _table()
    at = np.minimum(np.searchsorted(characters, codes), len(characters) - 1)
    known = np.where(characters[at] == codes, rarities[at], rarities.max())
    return np.where(codes >= FIRST_HAN, known, 0.0)


@cache
def _table() -> tuple[Codes, Floats]:
    lines = data("rarity.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    several = sorted((ord(character), float(value)) for value, characters in rows for character in characters)
    return np.array([code for code, _ in several], np.uint32), np.array([value for _, value in several])
