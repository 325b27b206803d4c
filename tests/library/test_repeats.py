"""Runs that repeat in a small text."""

from __future__ import annotations

import numpy as np

from drafter.library.repeats import levels, maximal


def test_a_run_inside_a_longer_one_is_maximal_only_where_it_goes_on_differently() -> None:
    text = "推进乡村振兴。推进乡村振兴！推进乡村建设。"
    codes = np.array([0 if mark in "。！" else ord(mark) for mark in text], np.int32)
    owner = np.repeat(np.arange(3, dtype=np.int32), 7)
    found: set[str] = set()
    every = list(levels(codes, owner, 10))
    for level, longer in zip(every, [*every[1:], None], strict=True):
        found |= {text[at : at + level.length] for at in level.first[maximal(level, longer)].tolist()}
    assert found == {"推进乡村", "推进乡村振兴"}


def test_an_empty_text_repeats_nothing() -> None:
    nothing = np.empty(0, np.int32)
    assert list(levels(nothing, nothing, 5)) == []
