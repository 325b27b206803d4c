"""An index amended is the index made from nothing."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.library.amending import GONE
from drafter.library.postings import Held, build_index, to_blobs
from drafter.model import IndexedText, NormText, OffsetMap, Source

# Few characters, so that reports share grams and words; long ones, so that two may be near-duplicates.
CORPUS = st.lists(st.text("全面推进振兴改革年3，\n", max_size=40) | st.just("全面推进乡村振兴" * 40), max_size=8)


def indexed(texts: Sequence[str]) -> list[IndexedText]:
    """Return texts as reports."""
    unmapped = OffsetMap(array("i"), array("i"))
    return [IndexedText(Source(text), NormText(text), unmapped) for text in texts]


@given(CORPUS, CORPUS, st.randoms(use_true_random=False))
def test_what_an_older_index_holds_is_taken_over(texts: list[str], more: list[str], rng: Random) -> None:
    before = list(dict.fromkeys(texts))
    after = [text for text in before if rng.random() < 0.7]
    for text in dict.fromkeys(more):
        if text not in before:
            after.insert(rng.randint(0, len(after)), text)
    numbers = np.array([after.index(text) if text in after else GONE for text in before], np.int32)
    old = dict(to_blobs(build_index(indexed(before))))
    amended = build_index(indexed(after), old=Held(old.__getitem__, numbers))
    assert dict(to_blobs(amended)) == dict(to_blobs(build_index(indexed(after))))
