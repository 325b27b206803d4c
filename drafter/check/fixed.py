"""Fixed wording in a draft: formulations, and what procedure has every report say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.config import data
from drafter.model import Document, NormText, Span
from drafter.text.formulations import formulations
from drafter.text.lookout import Lookout
from drafter.text.masking import Masked, mask

_CEREMONY = frozenset({"title", "dateline", "speaker", "salutation"})
_LONGEST_HEAD = 60  # characters of a title or date line; what is longer has been taken for one
_NAME = "习近平"  # cut out of many published reports
_SHORTEST = 4  # masked characters of a wording; shorter ones are ordinary words


def fixed_places(document: Document, masked: Masked) -> npt.NDArray[np.bool_]:
    """Return for each masked character of a draft whether it belongs to fixed wording or to the head of the report."""
    fixed = np.zeros(len(masked), np.bool_)
    for span in wordings(masked):
        fixed[span.start : span.end] = True
    for block in document.blocks:
        if block.role in _CEREMONY and len(block.span) <= _LONGEST_HEAD:
            first, last = np.searchsorted(masked.starts, (block.span.start, block.span.end))
            fixed[first:last] = True
    return fixed


def wordings(masked: Masked) -> Iterator[Span]:
    """Yield where fixed wordings stand, in masked characters; they may overlap."""
    text = masked.text
    yield from _formulations().find(text)
    for pattern in _procedural():
        for match in pattern.finditer(text):
            yield Span(*match.span())


@cache
def _formulations() -> Lookout:
    """Return what finds the formulations, scrubbed ones too."""
    whole = {wording for each in formulations() for wording in each.wordings}
    masked = {mask(NormText(wording)).text for wording in whole | {wording.replace(_NAME, "") for wording in whole}}
    return Lookout(wording for wording in masked if len(wording) >= _SHORTEST)


@cache
def _procedural() -> tuple[re.Pattern[str], ...]:
    lines = data("procedural.txt").read_text(encoding="utf-8").splitlines()
    return tuple(re.compile(line) for line in lines if line and not line.startswith("#"))
