"""How much two stretches of text have in common that share few words: shares of each one's characters and words.

Synonyms often share a character (督查 and 检查), so characters tell of a likeness where words do not; the rarer, the
more. Words weigh what their characters do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drafter.check.candidates import Floats
from drafter.text.masking import Codes, Hashes, gram_hashes
from drafter.text.near_synonyms import near_synonyms
from drafter.text.rarity import rarity

LENGTHS = range(2, 5)  # characters of a word


@dataclass(frozen=True, slots=True)
class Stretch:
    """The distinct characters of a stretch of text and the words that they make, each sorted, with their weights."""

    characters: Codes
    rarity: Floats
    words: Hashes  # of all that stand in it, one across another too
    weights: Floats


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a stretch of a draft and one of a report have in common: shares of the weight, 0–1."""

    draft_characters: float  # of the draft's characters that the report has
    characters: float  # of the report's characters that the draft has
    draft_words: float  # the same of words
    words: float


def stretch_of(codes: Codes) -> Stretch:
    """Return a stretch by its masked characters."""
    rare = rarity(codes)
    before = np.concatenate(([0.0], np.cumsum(rare)))
    hashes, weights = [], []
    for length in LENGTHS:
        runs = gram_hashes(codes, length)
        known = near_synonyms().knows(runs)
        hashes.append(runs[known])
        weights.append((before[length:] - before[:-length])[known])
    words, first = np.unique(np.concatenate(hashes), return_index=True)
    characters, place = np.unique(codes, return_index=True)
    return Stretch(characters, rare[place], words, np.concatenate(weights)[first])


def likeness(draft: Stretch, report: Stretch) -> Likeness:
    """Compare two stretches."""
    return Likeness(
        _share(draft.rarity, draft.characters, report.characters),
        _share(report.rarity, report.characters, draft.characters),
        _share(draft.weights, draft.words, report.words),
        _share(report.weights, report.words, draft.words),
    )


def _share(weights: Floats, ours: Codes | Hashes, theirs: Codes | Hashes) -> float:
    """Return the share by weight of ours that are among theirs; both are sorted."""
    if not len(theirs):
        return 0.0
    at = np.minimum(np.searchsorted(theirs, ours), len(theirs) - 1)
    return float(weights @ (theirs[at] == ours) / max(weights.sum(), 1e-9))
