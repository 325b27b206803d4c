"""Which stretches of a report claim only what any town could: no figure, no name, no quotation of its own.

A name hides in words that no gazetteer knows (湛川村门塘, 开元名庭). So a stretch is pure only when all its words are
ordinary, or known from several localities, and no two of them stand together as the parts of a name do. What a
report alone tells of its words are doubts; the corpus and the background settle which of them hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from drafter.config import table
from drafter.library.background import background
from drafter.model import Document
from drafter.text import wordclass
from drafter.text.alternatives import alternatives
from drafter.text.formulations import formulations, scrubbed_spans
from drafter.text.gazetteer import divisions
from drafter.text.wordclass import Kinds, listed, ordinary

Ints = npt.NDArray[np.int32]
Doubts = npt.NDArray[np.uint8]
Traits = npt.NDArray[np.uint16]
Mask = npt.NDArray[np.bool_]

BLEMISH, STRANGE_WORD, STRANGE_PAIR, CLEARED = 1, 2, 4, 8
"""What is said of a word, as bits: it is a fact of this report's own; it may be a name, unless it is widely known;
it may make a name with the word before, unless the two are known together; nothing speaks against it here.
"""
KNOWN_FROM = 3  # localities; a word or pair used in as many is nobody's name

_STRANGE_KINDS = frozenset((wordclass.NAME, wordclass.STRANGE))
_QUOTED = re.compile("[“《]([^“”《》\n]*)[”》]")
_ALLOWED_MARKS = "、“”《》——，。；：！？\n"  # what stands inside quotation marks is judged by _quotations
# A word that counts or ranks: 四大, 第一, 二期, 首个; not one that begins like it (三农, 二十大).
_COUNT = re.compile(
    "第?[二三四五六七八九十百千万亿两〇]+(?:[大个项类种条届次点座处家名位期批支所户人级]|方面|公里)?"
    "|第一.?|一[处座所家名栋台套辆户例]|首[批个家次创]|唯一"
)
_SUFFIX = re.compile("(?:街道|特别行政区|自治[区州县旗]|[省市县区州旗盟镇乡])$")
_UNATTRIBUTED = re.compile("重要(?:讲话|指示|批示|回信|论述)")  # a scrubbed text leaves out whose
_OF_ONE_YEAR = re.compile("之年|(?:关键|重要|决定性)的?一年")  # what one year is to a plan or a congress
_ATTRIBUTION = 24  # characters before it in which the name must stand


def doubts(document: Document, vocabulary: Sequence[str], kinds: Kinds, words: Ints, edges: Ints) -> Doubts:
    """Return for each word of a report what speaks against it; `edges` are where words begin, and the text's end."""
    traits = _traits(vocabulary, kinds)[words]
    found = np.where(traits & _STRANGE, STRANGE_WORD, 0).astype(np.uint8)
    found[traits & _FACT != 0] |= BLEMISH
    found[_like_a_name(traits)] |= STRANGE_PAIR
    second = np.flatnonzero(_counted_as_one(traits))
    found[second] |= BLEMISH
    found[second - 1] |= BLEMISH
    text = document.text
    facts = (*scrubbed_spans(text), *_unattributed(text), *_of_one_year(text), *_own_names(document))
    found[_touched(edges, _quotations(text))] |= BLEMISH
    found[_touched(edges, _formulations(text))] = CLEARED
    found[_touched(edges, facts)] = BLEMISH
    return found


def known(doubts: Doubts, vocabulary: Sequence[str], words: Ints) -> Mask:
    """Tell which words of a report alone are no part of a name or figure, as far as the background knows them."""
    rare = background().of_words(vocabulary) < KNOWN_FROM
    second = np.flatnonzero(doubts & STRANGE_PAIR)
    pairs = ([vocabulary[number] for number in words[at]] for at in (second - 1, second))
    return ~settle(doubts, rare[words], second[background().of_pairs(*pairs) < KNOWN_FROM])


def settle(doubts: Doubts, rare: Mask, rare_pairs: npt.NDArray[np.intp]) -> Mask:
    """Tell which words are blemished; `rare` tells which few localities use, `rare_pairs` are second words of such."""
    bad = (doubts & BLEMISH != 0) | ((doubts & STRANGE_WORD != 0) & rare)
    bad[rare_pairs] = bad[rare_pairs - 1] = True
    return np.asarray(bad & (doubts & CLEARED == 0))


# What a word is by itself, as bits.
_FACT, _STRANGE, _CONTENT, _NOUN, _STUB, _BEFORE_BODY, _BODY, _ONE, _MEASURE = (1 << bit for bit in range(9))


def _traits(vocabulary: Sequence[str], kinds: Kinds) -> Traits:
    """Return what each word of a vocabulary is by itself."""
    found = map(_trait, vocabulary, kinds.tolist())
    return np.fromiter(found, np.uint16, len(vocabulary))


@cache
def _trait(word: str, kind: int) -> int:
    strange, content = kind in _STRANGE_KINDS, kind in wordclass.CONTENT
    joins = content or kind in {wordclass.FUNCTION, wordclass.NUMBER}
    held = (
        (_FACT, kind == wordclass.FIGURE or _counts_or_marks(word) or _is_place(word, kind)),
        (_STRANGE, strange),
        (_CONTENT, content),
        (_NOUN, content and kind != wordclass.VERB),
        (_STUB, strange and len(word) == 1),
        (_BEFORE_BODY, joins and word not in _listed("泛称")),
        (_BODY, word in _listed("通名")),
        (_ONE, word == "一"),
        (_MEASURE, word in _listed("量词")),
    )
    return sum(bit for bit, holds in held if holds)


def _counts_or_marks(word: str) -> bool:
    """Tell whether a word counts something, or is a mark such as + or /."""
    if word[0].isalnum():
        return word not in ordinary() and bool(_COUNT.fullmatch(word))
    return word not in _ALLOWED_MARKS


def _is_place(word: str, kind: int) -> bool:
    """Tell whether a word names a place, however many localities use it."""
    names, stems = _place_names()
    return word in names or (kind == wordclass.NAME and word in stems)


@cache
def _place_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of places, and those of divisions without their last character."""
    names = _listed("地区") | _listed("盛会") | {name for name in divisions() if len(name) > 1}
    return frozenset(names), frozenset(name[:-1] for name in divisions() if len(name) > 2)


def _like_a_name(traits: Traits) -> Mask:
    """Tell which words of a text, given by their traits, look as if they formed a name with the word before."""
    looks = np.zeros(len(traits), np.bool_)
    first, second = traits[:-1], traits[1:]
    stub_leads = (first & _STUB != 0) & (second & _CONTENT != 0)
    stub_ends = (first & _NOUN != 0) & (second & _STUB != 0)
    looks[1:] = stub_leads | stub_ends | ((first & _BEFORE_BODY != 0) & (second & _BODY != 0))
    return looks


def _counted_as_one(traits: Traits) -> Mask:
    """Tell which words of a text are measures behind 一: 便民停车场一|座."""
    counted = np.zeros(len(traits), np.bool_)
    counted[1:] = (traits[:-1] & _ONE != 0) & (traits[1:] & _MEASURE != 0)
    return counted


@cache
def _listed(kind: str) -> frozenset[str]:
    """Return the words of one kind from `data/name_words.tsv`."""
    return next(listed(words) for name, words in table("name_words.tsv") if name == kind)


def _touched(edges: Ints, stretches: Iterable[tuple[int, int]]) -> Mask:
    """Tell which words share characters with one of some stretches of text."""
    bounds = np.array([*stretches], np.int32).reshape(-1, 2)
    opened = np.bincount(np.searchsorted(edges, bounds[:, 0], "right") - 1, minlength=len(edges))
    closed = np.bincount(np.searchsorted(edges, bounds[:, 1]), minlength=len(edges))
    return np.asarray(np.cumsum(opened - closed)[:-1] > 0)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the quotations, without their marks."""
    return (match.span(1) for match in _QUOTED.finditer(text) if match[1])


def _formulations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the formulations that the whole country uses, figures and names in them included."""
    return (match.span() for match in _common_formulations().finditer(text))


@cache
def _common_formulations() -> re.Pattern[str]:
    common = [formulation for formulation in formulations() if not formulation.region]
    return re.compile(alternatives(wording for formulation in common for wording in formulation.wordings))


def _unattributed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the important speeches and instructions of nobody."""
    for match in _UNATTRIBUTED.finditer(text):
        if "总书记" not in text[max(0, match.start() - _ATTRIBUTION) : match.start()]:
            yield match.span()


def _of_one_year(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says what its year is (开局之年, 关键一年)."""
    return (match.span() for match in _OF_ONE_YEAR.finditer(text))


def _own_names(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where a report names its own locality or one above it, by its stem (高兴 of 高兴镇)."""
    chain = document.source.locality
    names = (chain.name, chain.county, chain.city, chain.province) if chain else ()
    stems = {_SUFFIX.sub("", name) if len(name) > 2 else name for name in names}
    for stem in sorted(stems - {""}):
        for match in re.finditer(re.escape(stem), document.text):
            yield match.span()
