"""Phrases a writer would keep, out of all maximal repeats."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from drafter.library.background import background
from drafter.library.candidates import CHARACTERS, Candidates, find_candidates, join_candidates
from drafter.library.cores import core_hashes
from drafter.library.corpus import Corpus, Ints, Mask
from drafter.library.gathering import sources
from drafter.library.ground import Ground, Hashes, spread
from drafter.library.labels import MOVES, TOPICS, Labels, most_common
from drafter.library.repeats import distinct
from drafter.library.sieves import SIEVES, paired_marks, sound_edges
from drafter.model import Phrase
from drafter.text.wordclass import CONTENT

OWN_AT_LEAST = 2  # reports in which a phrase stands outside every longer one
COMMON_FROM = 5  # localities of the background that make a clause a phrase, though only one report here has it
_FLOOR = 0.1  # weight of a phrase with one content word (持续推进), where two weigh 1 and four weigh 4: a writer looks
# for what he would not have put together himself


def mine_phrases(ground: Ground) -> tuple[Phrase, ...]:
    """Return the phrases of the corpus, best first: what its reports share, and clauses that all the world uses."""
    candidates = find_candidates(ground.corpus)
    for _, sieve in SIEVES:
        candidates = candidates.keep(sieve(ground, candidates))
    own = own_reports(ground.corpus, candidates)
    lasting = own >= OWN_AT_LEAST
    shared = candidates.keep(lasting)
    common = _common_clauses(ground, _cores(ground, shared))
    own = np.concatenate([own[lasting], common.owners(ground.corpus.owners)])
    return _phrases(ground, join_candidates([shared, common]), own)


def _common_clauses(ground: Ground, known: Hashes) -> Candidates:
    """Return the pure clauses that many localities of the background use, one of each core; `known` ones left out."""
    clauses = ground.clauses
    common = (background().of_cores(clauses.cores) >= COMMON_FROM) & ground.pure(clauses.first, clauses.last)
    places = np.flatnonzero(common & ~np.isin(clauses.cores, known))
    _, which = np.unique(clauses.hashes[places], return_inverse=True)
    order = np.argsort(which, kind="stable")
    at, last = clauses.first[places[order]], clauses.last[places[order]]
    counts = np.bincount(which).astype(np.int32)
    heads = np.cumsum(counts) - counts
    found = Candidates((last - at)[heads], counts, which[order].astype(np.int32), at)
    found = found.keep(_are_phrases(ground, found))
    return found.keep(_one_a_core(_cores(ground, found), found))


def _are_phrases(ground: Ground, clauses: Candidates) -> Mask:
    """Tell which clauses are phrases by their length and edges."""
    right = np.array([len(text) in CHARACTERS for text in clauses.texts(ground.corpus)], np.bool_)
    return right & sound_edges(ground, clauses) & paired_marks(ground, clauses)


def _one_a_core(cores: Hashes, clauses: Candidates) -> Mask:
    """Pick of the clauses with one core the most frequent, of these the shortest: 落实…, not 认真落实…"""
    order = np.lexsort((clauses.lengths, -clauses.counts))
    _, first = np.unique(cores[order], return_index=True)
    chosen = np.zeros(len(clauses), np.bool_)
    chosen[order[first]] = True
    return chosen


def _cores(ground: Ground, candidates: Candidates) -> Hashes:
    """Return the hash of each candidate's core."""
    corpus, first = ground.corpus, candidates.first
    return core_hashes(corpus.vocabulary, corpus.kinds, corpus.words, first, first + candidates.lengths)


def own_reports(corpus: Corpus, candidates: Candidates) -> Ints:
    """Return for each candidate in how many reports it stands outside every longer one that lasts.

    This is the C-value's idea (Frantzi, Ananiadou & Mima 2000), taken exactly: not the mean frequency of the
    longer phrases is taken off, but the very places that one of them covers.
    """
    own = np.zeros(len(candidates), np.int32)
    reach = np.zeros(len(corpus.words) + 1, np.int32)  # how far the longer phrases over a word reach
    for length in distinct(candidates.lengths)[::-1].tolist():
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
    weight = _FLOOR + np.log2(np.maximum(1, _content_words(ground, candidates))) ** 2
    order = np.argsort(-(own + _expected(ground, candidates)) * weight, kind="stable")
    reports, localities = candidates.owners(corpus.owners), candidates.owners(corpus.places)
    documents = sources(corpus, candidates.which, corpus.documents_at(candidates.at), len(candidates))
    years = {digest.source.path: digest.source.period.year if digest.source.period else 0 for digest in corpus.digests}
    latest_first = [
        tuple(sorted(paths, key=years.__getitem__, reverse=True)) for paths in documents.of(np.arange(len(candidates)))
    ]
    topics, moves = _usual(ground, candidates)
    texts, words = candidates.texts(corpus), _word_starts(corpus, candidates)
    return tuple(
        Phrase(
            texts[number],
            int(candidates.counts[number]),
            int(reports[number]),
            latest_first[number],
            TOPICS[topics[number]],
            MOVES[moves[number]],
            years[latest_first[number][0]],
            int(localities[number]),
            words[number],
        )
        for number in order.tolist()
    )


def _word_starts(corpus: Corpus, candidates: Candidates) -> list[str]:
    """Return for each candidate a 1 for each character that begins a word, a 0 for the rest."""
    sizes = np.diff(corpus.edges)
    marks = ["1" + "0" * (size - 1) for size in range(sizes.max(initial=0) + 1)]
    bounds = zip(candidates.first.tolist(), (candidates.first + candidates.lengths).tolist(), strict=True)
    return ["".join(map(marks.__getitem__, sizes[first:last].tolist())) for first, last in bounds]


def _expected(ground: Ground, candidates: Candidates) -> npt.NDArray[np.float64]:
    """Return in how many reports of a corpus like this one the background lets each candidate's core be expected."""
    share = background().of_cores(_cores(ground, candidates)) / max(background().localities, 1)
    return np.asarray(share * len(distinct(ground.corpus.families)))


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
