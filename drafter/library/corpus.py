"""The reports as one text, cut into words once: what every step of mining counts on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt

from drafter.library.duplicates import find_families
from drafter.model import Document
from drafter.text import words

Ints = npt.NDArray[np.int32]
_COMPOUNDS = ("规上", "规下", "限上", "社零")  # of the genre, which jieba's dictionary lacks
BETWEEN = "\n"  # stands after each report, so that nothing runs from one into the next


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports laid end to end; positions count in `text`."""

    documents: tuple[Document, ...]
    text: str
    starts: Ints  # where each report begins, and behind the last one
    families: Ints  # for each report the number of the first one that it nearly duplicates, mostly its own
    localities: Ints  # for each report: those of one locality, and those of one family, share a number
    vocabulary: tuple[str, ...]
    word_ids: Ints  # each word of the text, as a number into the vocabulary
    word_starts: Ints  # where each word begins, and behind the last one

    def document_at(self, positions: Ints) -> Ints:
        """Return the number of the report that each position lies in."""
        return (np.searchsorted(self.starts, positions, side="right") - 1).astype(np.int32)

    def words_that(self, test: Callable[[str], bool]) -> npt.NDArray[np.bool_]:
        """Tell which words of the vocabulary pass a test."""
        return np.fromiter(map(test, self.vocabulary), np.bool_, len(self.vocabulary))

    def per_character(self, of_document: Ints) -> Ints:
        """Spread a value of each report over its characters."""
        return np.repeat(of_document, np.diff(self.starts))


def join(documents: Sequence[Document]) -> Corpus:
    """Lay the reports end to end and cut them into words."""
    families = find_families(documents)
    texts = [document.text + BETWEEN for document in documents]
    starts = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    vocabulary, ids, sizes = _number([word for text in texts for word in _cut(text)])
    return Corpus(
        tuple(documents),
        "".join(texts),
        starts,
        families,
        number_alike([locality_key(documents[family]) for family in families]),
        vocabulary,
        ids,
        np.concatenate(([0], np.cumsum(sizes))).astype(np.int32),
    )


def locality_key(document: Document) -> tuple[str, ...]:
    """Return what tells a report's locality from others; a report without one stands for itself."""
    locality = document.source.locality
    if locality is None or not locality.name:
        return (document.source.path,)
    return locality.key


def number_alike(keys: Iterable[object]) -> Ints:
    """Number the keys from 0 in order of appearance, equal keys alike."""
    numbers: defaultdict[object, int] = defaultdict(count().__next__)
    return np.fromiter((numbers[key] for key in keys), np.int32)


def _cut(text: str) -> list[str]:
    """Cut a text into words, each compound as one."""
    cut = words.cut(text)
    if not any(compound in text for compound in _COMPOUNDS):
        return cut
    joined: list[str] = []
    for word in cut:
        if joined and joined[-1] + word in _COMPOUNDS:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _number(cut: list[str]) -> tuple[tuple[str, ...], Ints, Ints]:
    """Return the different words, each word's number among them, and each word's length."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    ids = np.fromiter(map(numbers.__getitem__, cut), np.int32, len(cut))
    return tuple(numbers), ids, np.fromiter(map(len, cut), np.int32, len(cut))
