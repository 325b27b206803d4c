"""Sentences of deeds: those of one build stand together, and none runs on behind a deed that has a comma of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.compose.prose import Words, authored, bare_item, closed, joined, text_of
from drafter.compose.verbs import is_doing

MOST_DEEDS = 3  # in one sentence
LONGEST_SENTENCE = 90  # characters; longer ones are hard to read aloud (sentences of the sample reports: median 52)
_DID_NOT = re.compile("^[^，]{0,8}(?:未|没有|无一例|零)发生")
SHORT = 60  # characters of deeds of two builds, and one matter, that may stand in one sentence


def deed_words(deeds: Sequence[str], ref: str) -> list[Words]:
    """Return the deeds of a point as they are printed; `ref` is the point's outline path."""
    return [(authored(bare_item(deed), f"{ref}.事项[{i}]"),) for i, deed in enumerate(deeds) if bare_item(deed)]


def told_last(deeds: Sequence[Words], *, beside: bool) -> tuple[Sequence[Words], Sequence[Words]]:
    """Part what did not happen (未发生安全事故) from what was done; nothing, if nothing else is told `beside`."""
    outcomes = [deed for deed in deeds if _DID_NOT.search(text_of(deed))]
    others = [deed for deed in deeds if deed not in outcomes]
    return (others, outcomes) if others or beside else (deeds, ())


def deed_sentences(deeds: Sequence[Words], *, alike: bool = True) -> Iterator[Words]:
    """Yield the sentences in which `deeds` are told, in their order; `alike`: they are all of one matter."""
    for run in _runs(deeds, SHORT if alike else 0):
        for batch in _batches(run):
            yield closed(joined(batch, "；" if len(batch) > 1 and is_long(batch[0]) else "，"))


def is_long(words: Words) -> bool:
    """Tell whether a deed is a sentence of its own: it has marks inside."""
    return bool(set("，；。") & set(text_of(words)))


def _runs(deeds: Sequence[Words], short: int) -> list[list[Words]]:
    """Part deeds where their build changes (完成…改造 | …改造完成), unless the two sides are `short` together."""
    runs: list[list[Words]] = []
    for _, run in groupby(deeds, key=lambda words: is_doing(text_of(words))):
        found = list(run)
        if runs and _length(runs[-1]) + _length(found) <= short:
            runs[-1] += found
        else:
            runs.append(found)
    return runs


def _batches(deeds: Sequence[Words]) -> Iterator[list[Words]]:
    """Part deeds into sentences: simple ones, or long ones with each other; a long one may end a row of simple ones."""
    left = list(deeds)
    while left:
        size = 1
        while size < len(left) and _goes_on(left[:size], left[size], len(left) - size):
            size += 1
        yield left[:size]
        del left[:size]


def _goes_on(batch: Sequence[Words], following: Words, left: int) -> bool:
    even = len(batch) == 2 and left == 2  # four make two and two, not three and one
    if len(batch) >= MOST_DEEDS or even or _length(batch) + len(text_of(following)) > LONGEST_SENTENCE:
        return False
    if "。" in text_of(batch[-1]) or "。" in text_of(following):
        return False
    return not is_long(batch[-1]) or (is_long(batch[0]) and is_long(following))


def _length(deeds: Sequence[Words]) -> int:
    return sum(len(text_of(words)) for words in deeds)
