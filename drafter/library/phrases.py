"""Phrases a writer would keep, out of all maximal repeats."""

from __future__ import annotations

import numpy as np

from drafter.library.candidates import Candidates, find_candidates
from drafter.library.corpus import Corpus, Ints
from drafter.library.gathering import sources
from drafter.library.ground import Ground, spread
from drafter.library.labels import MOVES, TOPICS, Labels, most_common
from drafter.library.sieves import SIEVES
from drafter.library.wordclass import CONTENT
from drafter.model import Phrase

OWN_AT_LEAST = 2  # reports in which a phrase stands outside every longer one
_FLOOR = 0.1  # weight of a phrase with one content word (持续推进), where two weigh 1 and four weigh 2


def mine_phrases(ground: Ground) -> tuple[Phrase, ...]:
    """Return the phrases of the corpus, best first."""
    candidates = find_candidates(ground.corpus)
    for _, sieve in SIEVES:
        candidates = candidates.keep(sieve(ground, candidates))
    own = own_reports(ground.corpus, candidates)
    lasting = own >= OWN_AT_LEAST
    return _phrases(ground, candidates.keep(lasting), own[lasting])


def own_reports(corpus: Corpus, candidates: Candidates) -> Ints:
    """Return for each candidate in how many reports it stands outside every longer one that lasts.

    This is the C-value's idea (Frantzi, Ananiadou & Mima 2000), taken exactly: not the mean frequency of the
    longer phrases is taken off, but the very places that one of them covers.
    """
    own = np.zeros(len(candidates), np.int32)
    reach = np.zeros(len(corpus.words) + 1, np.int32)  # how far the longer phrases over a word reach
    for length in np.unique(candidates.lengths)[::-1].tolist():
        first, last = np.searchsorted(candidates.lengths, (length, length + 1))
        places = slice(candidates.offsets[first], candidates.offsets[last - 1] + candidates.counts[last - 1])
        at, which = candidates.at[places], candidates.which[places] - first
        free = reach[at] < at + length
        own[first:last] = spread(which[free], corpus.owners[at[free]], last - first)
        kept = at[own[first:last][which] >= OWN_AT_LEAST]
        for step in range(length):
            reach[kept + step] = np.maximum(reach[kept + step], kept + length)
    return own


def _phrases(ground: Ground, candidates: Candidates, own: Ints) -> tuple[Phrase, ...]:
    corpus = ground.corpus
    order = np.argsort(-own * (_FLOOR + np.log2(np.maximum(1, _content_words(ground, candidates)))), kind="stable")
    reports = candidates.owners(corpus.owners)
    documents = sources(corpus, candidates.which, corpus.documents_at(candidates.at), len(candidates))
    topics, moves = _usual(ground, candidates)
    texts = candidates.texts(corpus)
    return tuple(
        Phrase(
            texts[number],
            int(candidates.counts[number]),
            int(reports[number]),
            documents[number],
            TOPICS[topics[number]],
            MOVES[moves[number]],
        )
        for number in order.tolist()
    )


def _content_words(ground: Ground, candidates: Candidates) -> Ints:
    """Return how many words of each candidate are neither function words nor adverbs nor marks."""
    content = np.isin(ground.corpus.kinds, CONTENT)[ground.corpus.words]
    before = np.concatenate(([0], np.cumsum(content, dtype=np.int32)))
    return np.asarray(before[candidates.first + candidates.lengths] - before[candidates.first])


def _usual(ground: Ground, candidates: Candidates) -> tuple[Labels, Labels]:
    """Return the topic and the move that each candidate has most often."""
    clause = ground.clauses.at(candidates.at)
    placed = clause >= 0
    which, clause = candidates.which[placed], clause[placed]
    size = len(candidates)
    return (
        most_common(which, ground.clauses.topics[clause], size),
        most_common(which, ground.clauses.moves[clause], size),
    )
