"""Tell a verbatim copy from an edited one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from drafter.check.edits import Change
from drafter.model import NormText, Span
from drafter.text.masking import SEED_LENGTH, gram_hashes, mask
from drafter.text.renames import renamed

COPIED_FROM = 0.9  # share of a passage's masked characters in runs of four and more that its source has too


def is_verbatim(draft: str, source: str, changes: Sequence[Change]) -> bool:
    """Say whether a passage is copied as it stands, figures and places apart."""
    replaced = (change for change in changes if change.op == "replace")
    places = [pair for change in replaced for pair in renamed(draft, change.draft, source, change.source)]
    ours = mask(_with_marks(draft, (one for one, _ in places))).codes
    theirs = mask(_with_marks(source, (other for _, other in places))).codes
    grams = gram_hashes(ours, SEED_LENGTH)
    covered = np.zeros(len(ours), np.bool_)
    for start in np.flatnonzero(np.isin(grams, gram_hashes(theirs, SEED_LENGTH))):
        covered[start : start + SEED_LENGTH] = True
    return bool(len(ours)) and bool(covered.mean() >= COPIED_FROM)


def _with_marks(text: str, spans: Iterable[Span]) -> NormText:
    """Return the text with a figure in place of each span."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}0{text[span.end :]}"
    return NormText(text)
