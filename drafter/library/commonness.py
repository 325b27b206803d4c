"""Measure what everybody writes, for the background: how many localities have each word, pair, core and four-gram."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from drafter.library.background import LEAST, LEAST_OF_GRAM, LONGEST_CORE, Background, Counts, pair_hashes
from drafter.library.cores import core_codes, core_word_hashes
from drafter.library.corpus import Corpus, Ints, join
from drafter.library.digest import Digest
from drafter.library.ground import doubts_of, lay_out, spread, strange_pairs
from drafter.library.hashing import Hashes, hash_runs, hash_texts
from drafter.library.repeats import distinct, levels
from drafter.model import NormText
from drafter.text.masking import SEED_LENGTH, gram_hashes, mask

_MOST = 255  # a count is one byte


def measure(digests: Sequence[Digest]) -> Background:
    """Return the table of some reports."""
    corpus = join(digests)
    return Background(
        int(corpus.localities.max(initial=-1)) + 1,
        *_sorted(*_words(corpus)),
        *_sorted(*_pairs(corpus)),
        *_sorted(*_cores(corpus)),
        *_sorted(*_grams(corpus)),
    )


def _words(corpus: Corpus) -> tuple[Hashes, Ints]:
    counts = spread(corpus.words, corpus.places, len(corpus.vocabulary))
    common = np.flatnonzero(counts >= LEAST)
    return hash_texts([corpus.vocabulary[number] for number in common.tolist()]), counts[common]


def _pairs(corpus: Corpus) -> tuple[Hashes, Ints]:
    pairs = strange_pairs(corpus, doubts_of(corpus))
    common = pairs.spread >= LEAST
    return pair_hashes(*pairs.words)[common], pairs.spread[common]


def _cores(corpus: Corpus) -> tuple[Hashes, Ints]:
    """Return the cores of two words and more that several localities use, whole or inside longer ones."""
    clauses = lay_out(corpus).clauses
    codes, of_code, starts = core_codes(corpus.vocabulary, corpus.kinds, corpus.words, clauses.first, clauses.last)
    owner = np.repeat(corpus.places[clauses.first], np.diff(starts))
    of_word = core_word_hashes(corpus.vocabulary, corpus.kinds)[corpus.words]
    values = np.where(of_code >= 0, of_word[np.maximum(of_code, 0)], np.uint64(0))
    hashes, counts = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)]
    for level in levels(codes, owner, LONGEST_CORE, spread=LEAST):
        if level.length > 1:
            hashes.append(hash_runs(values, level.first, level.first + level.length))
            counts.append(level.spread)
    return np.concatenate(hashes), np.concatenate(counts)


def _grams(corpus: Corpus) -> tuple[Hashes, Ints]:
    own = [distinct(gram_hashes(mask(NormText(digest.text)).codes, SEED_LENGTH)) for digest in corpus.digests]
    hashes, numbers = np.unique(np.concatenate([*own, np.zeros(0, np.uint64)]), return_inverse=True)
    places = np.repeat(corpus.localities, [len(grams) for grams in own])
    counts = spread(numbers.astype(np.int32), places, len(hashes))
    return hashes[counts >= LEAST_OF_GRAM], counts[counts >= LEAST_OF_GRAM]


def _sorted(hashes: Hashes, counts: Ints) -> tuple[Hashes, Counts]:
    order = np.argsort(hashes)
    return hashes[order], np.minimum(counts[order], _MOST).astype(np.uint8)
