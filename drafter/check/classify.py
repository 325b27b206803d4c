"""Tell a verbatim copy from an edited one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from drafter.check.edits import Change
from drafter.model import NormText
from drafter.text.masking import SEED_LENGTH, gram_hashes, mask

COPIED_FROM = 0.9  # share of a passage's masked characters in runs of four and more that its source has too

_PLACE = re.compile("街道|社区|[省市县区镇乡村]")
_NAME = re.compile("[\u4e00-\u9fff]{1,6}|[X×]+")


def is_verbatim(draft: str, source: str, changes: Sequence[Change]) -> bool:
    """Say whether a passage is copied as it stands, figures and places apart."""
    places = [change for change in changes if _changes_place(change, draft, source)]
    ours = mask(_with_marks(draft, [(change.draft.start, change.draft.end) for change in places])).codes
    theirs = mask(_with_marks(source, [(change.source.start, change.source.end) for change in places])).codes
    grams = gram_hashes(ours, SEED_LENGTH)
    covered = np.zeros(len(ours), np.bool_)
    for start in np.flatnonzero(np.isin(grams, gram_hashes(theirs, SEED_LENGTH))):
        covered[start : start + SEED_LENGTH] = True
    return bool(len(ours)) and bool(covered.mean() >= COPIED_FROM)


def _changes_place(change: Change, draft: str, source: str) -> bool:
    """Say whether one name stands for another before the same 镇, 村, 县 …"""
    if change.op != "replace":
        return False
    ours, theirs = change.draft.of(draft), change.source.of(source)
    after = _PLACE.match(draft, change.draft.end), _PLACE.match(source, change.source.end)
    named = _NAME.fullmatch(ours) and _NAME.fullmatch(theirs)
    return bool(named and after[0] and after[1] and after[0].group() == after[1].group())


def _with_marks(text: str, spans: Sequence[tuple[int, int]]) -> NormText:
    """Return the text with a figure in place of each span."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}0{text[end:]}"
    return NormText(text)
