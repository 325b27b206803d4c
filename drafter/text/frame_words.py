"""The words that hold a clause with figures together, by what they do there: `data/frame_words.tsv`."""

from __future__ import annotations

from functools import cache

from drafter.config import table
from drafter.text.wordclass import VERB, listed


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """Return the words of some kinds: 动词, 支配, 范围 … (the table's head says what each is)."""
    return frozenset().union(*(listed(words) for name, words in table("frame_words.tsv") if name in kinds))


def governs(word: str, kind: int, following: int) -> bool:
    """Tell whether a word governs the `following` ones of its run: 宣传 is a verb in 宣传惠农政策, not in 宣传资料.

    `kind` is its kind in wordclass.
    """
    if word in words_of("两用"):
        return following > 1
    return (kind == VERB and len(word) > 1) or word in words_of("动词")
