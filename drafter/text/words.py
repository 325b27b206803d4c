"""Words of a Chinese text, by jieba's dictionary and without guessing unknown words (HMM off)."""

from __future__ import annotations

import logging
import re
import tempfile
import warnings
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.text.dictionary import look_up

if TYPE_CHECKING:
    from drafter.text.segmenter import Lexicon

_NUMBER = re.compile(r"[\d.]+")
_LATIN = re.compile(r"[A-Za-z][\w+#&.-]*")

NAME_TAGS = frozenset(("ns", "nr", "nrt", "nrfg", "nz", "x"))
"""Parts of speech of names: of places, people and other things, and of words the dictionary lacks."""


LONG = 400
"""Characters from which a text is cut faster at all its places together than place by place."""


@cache
def _jieba() -> Any:
    """Import jieba, kept quiet; it loads its dictionary when it first cuts, in half a second.

    It keeps the loaded form in a file in the system's temporary folder and loads afresh where it cannot.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its source is full of invalid escapes
        import jieba  # noqa: PLC0415
    jieba.setLogLevel(logging.CRITICAL)
    try:
        tempfile.gettempdir()
    except FileNotFoundError:
        jieba.dt.tmp_dir = str(Path(jieba.__file__).parent)
    jieba.initialize()
    return jieba


@cache
def _segmenter() -> Callable[[str], list[str]]:
    """Return the function that cuts: rjieba's where it is installed (three times as fast), else jieba's or our own."""
    try:
        import rjieba  # noqa: PLC0415
    except ImportError:
        return _by_jieba
    return partial(rjieba.cut, hmm=False)


def _by_jieba(text: str) -> list[str]:
    """Cut a short text by jieba, a long one over its dictionary by our own segmenter; the words are the same."""
    if len(text) < LONG:
        words: list[str] = _jieba().lcut(text, HMM=False)
        return words
    from drafter.text import segmenter  # noqa: PLC0415 - numpy is not for those who only look words up

    return segmenter.cut(text, lexicon())


@cache
def lexicon() -> Lexicon:
    """Return jieba's dictionary, laid out for cutting long texts."""
    from drafter.text.segmenter import lexicon_of  # noqa: PLC0415

    known = _jieba().dt
    return lexicon_of(known.FREQ, known.total)


def cut(text: str) -> list[str]:
    """Return the words of `text` in order; joined they are the text again."""
    return _segmenter()(text)


def tag(word: str) -> str:
    """Return a word's part of speech as in jieba's dictionary (n v a d p c ns nr …).

    Figures are m, Latin words eng, all else that the dictionary lacks is x.
    """
    if known := look_up(word):
        return known[1]
    if _NUMBER.fullmatch(word):
        return "m"
    return "eng" if _LATIN.fullmatch(word) else "x"
