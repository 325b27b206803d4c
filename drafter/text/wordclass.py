"""What kind of word a word is: by jieba's dictionary, corrected by `data/ordinary.txt`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.config import data
from drafter.text.words import tag

# kinds, one a word
MARK, FIGURE, NUMBER, FUNCTION, ADVERB, VERB, NOUN, NAME, STRANGE = range(9)
"""NUMBER: number and measure words (三, 不少, 个). NOUN: any other ordinary word. STRANGE: letters, and single
characters that are no words of their own (湛, 河).
"""

CONTENT = (VERB, NOUN, NAME, STRANGE)

Kinds = npt.NDArray[np.uint8]

_NAME_TAGS = {"nr", "ns", "nt", "nz", "nrt", "nrfg"}
_NUMBER_TAGS = {"m", "mq", "q"}
_FUNCTION_TAGS = {"c", "e", "f", "h", "k", "o", "p", "r", "u", "ud", "ug", "uj", "ul", "uv", "uz", "y"}
_ADVERB_TAGS = {"ad", "d", "df", "dg", "vd"}
_FREE_SINGLES = {"v", "a", "vn", "an"}  # tags under which a single character may stand alone
_FIGURES = set("0123456789.%‰Xx×*")


def listed(words: str) -> frozenset[str]:
    """Return the words of a list with blanks between."""
    return frozenset(words.split())


def kinds(vocabulary: Sequence[str]) -> Kinds:
    """Return the kind of every word."""
    return np.fromiter(map(kind_of, vocabulary), np.uint8, len(vocabulary))


@cache
def kind_of(word: str) -> int:  # noqa: PLR0911 - one answer a kind
    """Return the kind of a word."""
    part = tag(word)
    if word in ordinary():
        return VERB if part == "v" else NOUN
    if set(word) <= _FIGURES:
        return FIGURE
    if not word[0].isalnum():
        return MARK
    if part in _NUMBER_TAGS:
        return NUMBER
    if part in _FUNCTION_TAGS:
        return FUNCTION
    if part in _ADVERB_TAGS:
        return ADVERB
    if part in _NAME_TAGS:
        return NAME
    if part in {"x", "eng"} or (len(word) == 1 and part not in _FREE_SINGLES):
        return STRANGE
    return VERB if part == "v" else NOUN


@cache
def ordinary() -> frozenset[str]:
    """Return the words of `data/ordinary.txt`: ordinary, whatever the dictionary says."""
    lines = data("ordinary.txt").read_text(encoding="utf-8").splitlines()
    return listed(" ".join(line for line in lines if not line.startswith("#")))
