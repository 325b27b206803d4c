"""Which stretches of the corpus claim only what any town could: no figure, no name, no quotation of its own.

A name hides in words that no gazetteer knows (湛川村门塘, 开元名庭). So a stretch is pure only when all its words are
ordinary, or known from several localities, and no two of them stand together as the parts of a name do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.config import table
from drafter.library import wordclass
from drafter.library.corpus import Corpus, Ints
from drafter.library.wordclass import Kinds, listed, ordinary
from drafter.text.formulations import formulations, scrubbed_spans
from drafter.text.gazetteer import divisions

KNOWN_FROM = 3  # localities; a word or pair used in as many is nobody's name

_QUOTED = re.compile("[“《]([^“”《》\n]*)[”》]")
_ALLOWED_MARKS = "、“”《》——，。；：！？\n"  # what stands inside quotation marks is judged by _quotations
# A word that counts or ranks: 四大, 第一, 二期, 首个; not one that begins like it (三农, 二十大).
_COUNT = re.compile(
    "第?[二三四五六七八九十百千万亿两〇]+(?:[大个项类种条届次点座处家名位期批支所户人级]|方面|公里)?"
    "|第一.?|一[处座所家名栋台套辆户例]|首[批个家次创]|唯一"
)
_SUFFIX = re.compile("(?:街道|特别行政区|自治[区州县旗]|[省市县区州旗盟镇乡])$")
_UNATTRIBUTED = re.compile("重要(?:讲话|指示|批示|回信|论述)")  # a scrubbed text leaves out whose
_ATTRIBUTION = 24  # characters before it in which the name must stand


def blemishes(corpus: Corpus, kinds: Kinds) -> Ints:
    """Return for each position of the corpus, its end included, how many blemished characters stand before it.

    A stretch is pure when the count is the same at both its ends.
    """
    blemished = np.repeat(_blemished_words(corpus, kinds), np.diff(corpus.word_starts))
    text = corpus.text
    for start, end in _quotations(text):
        blemished[start:end] = True
    for start, end in _formulations(text):
        blemished[start:end] = False
    for start, end in (*scrubbed_spans(text), *_unattributed(text), *_own_names(corpus)):
        blemished[start:end] = True
    return np.concatenate(([0], np.cumsum(blemished))).astype(np.int32)


def _blemished_words(corpus: Corpus, kinds: Kinds) -> npt.NDArray[np.bool_]:
    ids = corpus.word_ids
    locality = corpus.localities[corpus.document_at(corpus.word_starts[:-1])]
    suspect = np.isin(kinds, (wordclass.NAME, wordclass.STRANGE)) & (_spread(ids, locality) < KNOWN_FROM)
    suspect |= (kinds == wordclass.FIGURE) | _places(corpus, kinds)
    suspect |= corpus.words_that(_counts_or_marks)
    bad = suspect[ids]
    second = np.flatnonzero(_like_a_name(corpus, kinds) | _counted_as_one(corpus))
    bad[second] = bad[second - 1] = True
    return bad


def _counts_or_marks(word: str) -> bool:
    """Tell whether a word counts something, or is a mark such as + or /."""
    if word[0].isalnum():
        return word not in ordinary() and bool(_COUNT.fullmatch(word))
    return word not in _ALLOWED_MARKS


def _places(corpus: Corpus, kinds: Kinds) -> npt.NDArray[np.bool_]:
    """Tell which words of the vocabulary name a place, however many localities use them."""
    names = _listed("地区") | _listed("盛会") | {name for name in divisions() if len(name) > 1}
    stems = {name[:-1] for name in divisions() if len(name) > 2}
    named = kinds == wordclass.NAME
    places = corpus.words_that(names.__contains__)
    return np.asarray(places | (named & corpus.words_that(stems.__contains__)))


def _like_a_name(corpus: Corpus, kinds: Kinds) -> npt.NDArray[np.bool_]:
    """Tell which words form a name with the word before: by the look of the two, and few localities use them so."""
    ids = corpus.word_ids
    content = np.isin(kinds, wordclass.CONTENT)
    noun = content & (kinds != wordclass.VERB)
    stub = np.isin(kinds, (wordclass.NAME, wordclass.STRANGE)) & corpus.words_that(lambda word: len(word) == 1)
    general = corpus.words_that(_listed("泛称").__contains__)
    before_body = (content | np.isin(kinds, (wordclass.FUNCTION, wordclass.NUMBER))) & ~general
    body = corpus.words_that(_listed("通名").__contains__)
    looks = np.zeros(len(ids), np.bool_)
    first, second = ids[:-1], ids[1:]
    looks[1:] = (stub[first] & content[second]) | (noun[first] & stub[second]) | (before_body[first] & body[second])
    return looks & (_pair_spread(corpus, looks) < KNOWN_FROM)


def _counted_as_one(corpus: Corpus) -> npt.NDArray[np.bool_]:
    """Tell which words are measures behind 一: 便民停车场一|座."""
    one, measure = corpus.words_that("一".__eq__), corpus.words_that(_listed("量词").__contains__)
    counted = np.zeros(len(corpus.word_ids), np.bool_)
    counted[1:] = one[corpus.word_ids[:-1]] & measure[corpus.word_ids[1:]]
    return counted


def _pair_spread(corpus: Corpus, wanted: npt.NDArray[np.bool_]) -> Ints:
    """Return in how many localities each wanted word stands behind the same word as here (0 for the others)."""
    places = np.flatnonzero(wanted)
    pairs = corpus.word_ids[places - 1].astype(np.int64) * len(corpus.vocabulary) + corpus.word_ids[places]
    _, numbers = np.unique(pairs, return_inverse=True)
    locality = corpus.localities[corpus.document_at(corpus.word_starts[places])]
    spread = np.zeros(len(wanted), np.int32)
    spread[places] = _spread(numbers.astype(np.int32), locality)[numbers]
    return spread


@cache
def _listed(kind: str) -> frozenset[str]:
    """Return the words of one kind from `data/name_words.tsv`."""
    return next(listed(words) for name, words in table("name_words.tsv") if name == kind)


def _spread(numbers: Ints, locality: Ints) -> Ints:
    """Return in how many localities each number occurs; `numbers` and `locality` are parallel."""
    size = int(locality.max(initial=0)) + 1
    both = np.unique(numbers.astype(np.int64) * size + locality)
    return np.bincount(both // size, minlength=int(numbers.max(initial=-1)) + 1).astype(np.int32)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the quotations, without their marks."""
    for match in _QUOTED.finditer(text):
        yield match.span(1)


def _formulations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the formulations that the whole country uses, figures and names in them included."""
    common = [formulation for formulation in formulations() if not formulation.region]
    wordings = sorted({wording for formulation in common for wording in formulation.wordings}, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, wordings)), text):
        yield match.span()


def _unattributed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the important speeches and instructions of nobody."""
    for match in _UNATTRIBUTED.finditer(text):
        if "总书记" not in text[max(0, match.start() - _ATTRIBUTION) : match.start()]:
            yield match.span()


def _own_names(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Yield where a report names its own locality or one above it, by its stem (高兴 of 高兴镇)."""
    for document, start in zip(corpus.documents, corpus.starts.tolist(), strict=False):
        chain = document.source.locality
        names = (chain.name, chain.county, chain.city, chain.province) if chain else ()
        stems = {_SUFFIX.sub("", name) if len(name) > 2 else name for name in names}
        for stem in sorted(stems - {""}):
            for match in re.finditer(re.escape(stem), document.text):
                yield start + match.start(), start + match.end()
