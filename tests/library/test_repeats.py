"""Maximal repeats of a small text."""

from __future__ import annotations

import numpy as np

from drafter.library.repeats import maximal_repeats, sort_suffixes


def test_a_repeat_inside_a_longer_one_is_maximal_only_where_it_goes_on_differently() -> None:
    text = "推进乡村振兴。推进乡村振兴！推进乡村建设。"
    codes = np.array([0 if mark in "。！" else ord(mark) for mark in text], np.int32)
    suffixes = sort_suffixes(codes, np.zeros(len(codes), np.int32))
    found = maximal_repeats(suffixes, range(2, 10), spread=1)
    starts = suffixes.order[found.begin]
    texts = {text[s : s + n] for s, n in zip(starts, found.length, strict=True)}
    assert texts == {"推进乡村", "推进乡村振兴"}


def test_an_empty_text_repeats_nothing() -> None:
    nothing = np.empty(0, np.int32)
    assert len(maximal_repeats(sort_suffixes(nothing, nothing), range(1, 5))) == 0
