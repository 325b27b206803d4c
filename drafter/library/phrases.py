"""Phrases a writer would keep, out of all maximal repeats."""

from __future__ import annotations

import numpy as np

from drafter.library.candidates import Candidates, find_candidates, owners
from drafter.library.clauses import most_common, sources
from drafter.library.corpus import Corpus, Ints
from drafter.library.ground import Ground
from drafter.library.sieves import SIEVES, at_words, spell
from drafter.library.wordclass import CONTENT
from drafter.model import Phrase

OWN_AT_LEAST = 2  # reports in which a phrase stands outside every longer one
_FLOOR = 0.1  # weight of a phrase with one content word (持续推进), where two weigh 1 and four weigh 2


def mine_phrases(ground: Ground) -> tuple[Phrase, ...]:
    """Return the phrases of the corpus, best first."""
    on = spell(ground)
    candidates = at_words(on, find_candidates(ground.corpus, on.codes[:-1]))
    for _, sieve in SIEVES:
        candidates = candidates.keep(sieve(on, candidates))
    own = own_reports(ground.corpus, candidates)
    lasting = own >= OWN_AT_LEAST
    return _phrases(ground, candidates.keep(lasting), own[lasting])


def own_reports(corpus: Corpus, candidates: Candidates) -> Ints:
    """Return for each candidate in how many reports it stands outside every longer one that lasts.

    This is the C-value's idea (Frantzi, Ananiadou & Mima 2000), taken exactly: not the mean frequency of the
    longer phrases is taken off, but the very places that one of them covers.
    """
    families = corpus.per_character(corpus.families)
    own = np.zeros(len(candidates), np.int32)
    reach = np.zeros(len(corpus.text) + 1, np.int32)  # how far the longer phrases over a position reach
    for length in np.unique(candidates.lengths)[::-1].tolist():
        first, last = np.searchsorted(candidates.lengths, (length, length + 1))
        places = slice(candidates.offsets[first], candidates.offsets[last - 1] + candidates.counts[last - 1])
        at, which = candidates.at[places], candidates.which[places] - first
        free = reach[at] < at + length
        own[first:last] = owners(which[free], families[at[free]], last - first)
        kept = at[own[first:last][which] >= OWN_AT_LEAST]
        for step in range(length):
            reach[kept + step] = np.maximum(reach[kept + step], kept + length)
    return own


def _content_words(ground: Ground, candidates: Candidates) -> Ints:
    """Return how many words of each candidate are neither function words nor adverbs nor marks."""
    content = np.isin(ground.kinds, CONTENT)
    before = np.concatenate(([0], np.cumsum(content[ground.corpus.word_ids], dtype=np.int32)))
    starts = ground.corpus.word_starts
    return (
        before[np.searchsorted(starts, candidates.first + candidates.lengths)]
        - before[np.searchsorted(starts, candidates.first)]
    )


def _phrases(ground: Ground, candidates: Candidates, own: Ints) -> tuple[Phrase, ...]:
    corpus, clauses = ground.corpus, ground.clauses
    order = np.argsort(-own * (_FLOOR + np.log2(np.maximum(1, _content_words(ground, candidates)))), kind="stable")
    spread = candidates.owners(corpus.per_character(corpus.families))
    documents, clause = corpus.document_at(candidates.at).tolist(), clauses.at(candidates.at).tolist()
    texts, offsets, counts = candidates.texts(corpus.text), candidates.offsets.tolist(), candidates.counts.tolist()
    found = []
    for number in order.tolist():
        places = slice(offsets[number], offsets[number] + counts[number])
        placements = [clauses.placements[at] for at in clause[places] if at >= 0]
        found.append(
            Phrase(
                texts[number],
                counts[number],
                int(spread[number]),
                sources(corpus, set(documents[places])),
                most_common([placement.topic for placement in placements]) if placements else "",
                most_common([placement.move for placement in placements]) if placements else "",
            )
        )
    return tuple(found)
