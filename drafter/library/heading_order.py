"""The order of headings: first what a writer would take as it stands, set by set.

That is a heading or lead which is pure, has a topic, is built like others beside it, is in everyday words and did not
come before. Sets with more headings built alike come first, of equal ones headings before leads; within a set the order
of the report holds. What is left of a set follows behind all sets, and what holds names comes last: `Heading.group`
says what belongs together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from drafter.library.background import background
from drafter.library.corpus import Corpus, Ints
from drafter.library.ground import spread
from drafter.library.repeats import distinct
from drafter.model import Heading
from drafter.text.wordclass import CONTENT

PARALLEL_FROM, ENOUGH = 2, 4  # headings of a set that share a pattern; with more of them a set is no better
EVERYDAY_FROM = 7  # localities that use a heading's rarest word; 渔港, 保水, 陶瓷 stay below, and little else
_LEVELS = frozenset((0, 2))  # leads, and what stands right under 工作回顾; other levels are rare, or alike everywhere


def best_first(headings: Sequence[Heading], everyday: Sequence[bool]) -> tuple[Heading, ...]:
    """Return headings, given in reading order, best first; `everyday` says of each whether all its words are."""
    choice = _choice(headings, everyday)
    chosen = [heading for heading, good in zip(headings, choice, strict=True) if good]
    parallel: dict[int, int] = {}  # group -> how many are built alike
    for (group, _), size in Counter((heading.group, heading.pattern) for heading in chosen).items():
        parallel[group] = max(parallel.get(group, 0), min(size, ENOUGH))

    def rank(number: int) -> tuple[bool, bool, int, bool, int]:
        heading, good = headings[number], choice[number]
        size = parallel[heading.group] if good else 0
        return not good, not heading.pure, -size, good and heading.level == 0, number

    return tuple(headings[number] for number in sorted(range(len(headings)), key=rank))


def _choice(headings: Sequence[Heading], everyday: Sequence[bool]) -> list[bool]:
    """Tell which headings a writer would take as they stand."""
    built_alike = Counter((heading.group, heading.pattern) for heading in headings if heading.pure)
    seen: set[str] = set()
    found = []
    for heading, plain in zip(headings, everyday, strict=True):
        sound = heading.pure and bool(heading.topic) and heading.level in _LEVELS and plain
        parallel = built_alike[heading.group, heading.pattern] >= PARALLEL_FROM
        found.append(sound and parallel and heading.text not in seen)
        seen.add(heading.text)
    return found


def in_everyday_words(corpus: Corpus, first: Ints, last: Ints) -> list[bool]:
    """Tell of each stretch of words `first:last` whether its rarest content word is an everyday one."""
    content = np.isin(corpus.kinds, CONTENT)
    stretches = [corpus.words[start:end] for start, end in zip(first.tolist(), last.tolist(), strict=True)]
    used = distinct(np.concatenate([np.empty(0, np.int32), *stretches]))
    used = used[content[used]]
    known = np.full(len(corpus.vocabulary), EVERYDAY_FROM, np.int32)
    known[used] = background().of_words([corpus.vocabulary[number] for number in used.tolist()])
    places = np.flatnonzero((known < EVERYDAY_FROM)[corpus.words])
    known += spread(corpus.words[places], corpus.places[places], len(known))
    rare = known < EVERYDAY_FROM
    return [not rare[words].any() for words in stretches]
