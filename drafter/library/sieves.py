"""The sieves that phrases pass: what makes a repeat something a writer would keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from drafter.library.candidates import Candidates, Mask, character_codes
from drafter.library.corpus import Ints
from drafter.library.ground import Ground
from drafter.library.wordclass import ADVERB, FIGURE, FUNCTION, MARK, NUMBER, VERB, listed, ordinary
from drafter.text.formulations import scrubbed_spans

# Set by reading what each let through in the sample corpus (15 reports) and in 164 reports of higher levels.
WORDS_AT_LEAST = 0.5  # share of places where it begins and ends with a word; below, it is cut out of other words
CLEAN_AT_LEAST = 0.5  # share of places where it is no part of a name
CLAUSE_AT_LEAST = 0.5  # share of places where what cannot but be a clause stands between marks
COMPLETE_PLACES = 3  # places at which it is no part of something longer: so many are enough …
FREE_BEFORE, FREE_AFTER = 0.3, 0.6  # … and where it stands at fewer, these shares of them
VARIETY_AT_LEAST = 0.5  # branching entropy on either side, as a share of the largest possible for its count

_JOINTS = "的和与及、"
_PAIR_MARK = re.compile("[“”《》（）]")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_OPENERS = listed("以 在 按照 围绕 对 把 为 让 从")  # may begin a clause
_CLOSERS = listed("以上 以来 以内 以下 内外 前后 上下")  # function words that may end a phrase
_NO_START = listed("化 性 者 们 型 式 率 力 等 使 是 有 了 较 牢 早 好 深 实 准 严 工作 方面 情况 要求 问题")
_NO_END = listed("以 使 让 给 是 有 为 将 被 作 新 大 进行 通过 围绕 按照 根据 做到 成为 存在 各项") | listed(
    "全国 全省 全市 全县 全区 全镇 全乡 我镇 我们"
)


@dataclass(frozen=True, slots=True)
class Characters:
    """The corpus character by character; one more than it has, a break, stands at the end of each."""

    ground: Ground
    codes: Ints  # the characters, numbered; 0 a break
    edges: Mask  # before which a word begins
    kinds: npt.NDArray[np.uint8]  # the kind of word that each belongs to
    joints: Mask  # which bind what stands before them to what follows: 的, 和, 、


def spell(ground: Ground) -> Characters:
    """Lay out the corpus for the sieves."""
    corpus = ground.corpus
    edges = np.zeros(len(corpus.text) + 1, np.bool_)
    edges[corpus.word_starts] = True
    kinds = np.append(np.repeat(ground.kinds[corpus.word_ids], np.diff(corpus.word_starts)), np.uint8(MARK))
    points = np.frombuffer((corpus.text + "\n").encode("utf-32-le"), np.uint32)
    joints = np.isin(points, [ord(joint) for joint in _JOINTS])
    return Characters(ground, np.append(character_codes(corpus.text), np.int32(0)), edges, kinds, joints)


def at_words(on: Characters, candidates: Candidates) -> Candidates:
    """Drop the places inside words, and what stands mostly there."""
    places = on.edges[candidates.at] & on.edges[candidates.ends]
    mostly = candidates.share(places) >= WORDS_AT_LEAST
    return candidates.only(places).keep(mostly)


def in_several_reports(on: Characters, candidates: Candidates) -> Mask:
    """Tell what still stands in two reports, now that places inside words are gone."""
    family = on.ground.corpus.families[on.ground.corpus.document_at(candidates.at)]
    offsets = candidates.offsets
    return np.maximum.reduceat(family, offsets) > np.minimum.reduceat(family, offsets)


def no_foreign_facts(on: Characters, candidates: Candidates) -> Mask:
    """Tell what names nothing and nobody, and is no formulation with the name cut out."""
    clean = candidates.share(on.ground.pure(candidates.at, candidates.ends)) >= CLEAN_AT_LEAST
    whole = [not any(scrubbed_spans(text)) for text in candidates.texts(on.ground.corpus.text)]
    return clean & np.array(whole, np.bool_)


def paired_marks(on: Characters, candidates: Candidates) -> Mask:
    """Tell where every opening mark has its closing one."""
    return np.array([_paired(text) for text in candidates.texts(on.ground.corpus.text)], np.bool_)


def sound_edges(on: Characters, candidates: Candidates) -> Mask:
    """Tell what begins and ends as a phrase does: with no mark, figure or dangling function word.

    What holds a comma, or begins with 以, 在 …, must stand between marks: a clause, or several.
    """
    first, last = _edge_words(on, candidates)
    between = (on.kinds[candidates.at - 1] == MARK) & (on.kinds[candidates.ends] == MARK)
    clause = candidates.share(between) >= CLAUSE_AT_LEAST
    comma = np.array(["，" in text for text in candidates.texts(on.ground.corpus.text)], np.bool_)
    starts = _among(on, first, _starters(on)) | (clause & _among(on, first, _OPENERS))
    ends = _among(on, last, _enders(on)) | (_among(on, first, {"在"}) & _among(on, last, listed("下 中 上")))
    return starts & ends & (clause | ~comma)


def complete(on: Characters, candidates: Candidates) -> Mask:
    """Tell what is no part of something longer.

    At enough places a noun in front has no noun before it, a noun at the end neither a word that it may belong to
    (安全生产专项|整治) nor a joint after it (推进政务|、村务公开).
    """
    apart = (MARK, FIGURE, NUMBER, FUNCTION, ADVERB)
    before = np.isin(on.kinds[candidates.at - 1], (*apart, VERB)) | (on.kinds[candidates.at] == VERB)
    after = np.isin(on.kinds[candidates.ends], apart) & ~on.joints[candidates.ends]
    after |= on.kinds[candidates.ends - 1] == VERB
    enough_before = np.minimum(COMPLETE_PLACES / candidates.counts, FREE_BEFORE)
    enough_after = np.minimum(COMPLETE_PLACES / candidates.counts, FREE_AFTER)
    return (candidates.share(before) >= enough_before) & (candidates.share(after) >= enough_after)


def varied_company(on: Characters, candidates: Candidates) -> Mask:
    """Tell what goes on differently on both sides: branching entropy against its maximum, log(count).

    A break counts as another neighbour each time.
    """
    before = _entropy(candidates, on.codes[candidates.at - 1])
    after = _entropy(candidates, on.codes[candidates.ends])
    return np.minimum(before, after) >= VARIETY_AT_LEAST * np.log(candidates.counts)


SIEVES: tuple[tuple[str, Callable[[Characters, Candidates], Mask]], ...] = (
    ("in several reports", in_several_reports),
    ("no foreign facts", no_foreign_facts),
    ("paired marks", paired_marks),
    ("sound edges", sound_edges),
    ("complete", complete),
    ("varied company", varied_company),
)


def _edge_words(on: Characters, candidates: Candidates) -> tuple[Ints, Ints]:
    """Return the numbers of each candidate's first and last word, where it first stands."""
    begin, end = candidates.first, candidates.first + candidates.lengths
    starts, ids = on.ground.corpus.word_starts, on.ground.corpus.word_ids
    return ids[np.searchsorted(starts, begin)], ids[np.searchsorted(starts, end) - 1]


def _among(on: Characters, ids: Ints, words: Set[str]) -> Mask:
    """Tell which words, given by number, are among `words`."""
    return on.ground.corpus.words_that(words.__contains__)[ids]


def _starters(on: Characters) -> Set[str]:
    """Return the words that may begin a phrase."""
    return _of_other_kinds(on, (MARK, FUNCTION, NUMBER, FIGURE)) - _NO_START | {"“", "《"}


def _enders(on: Characters) -> Set[str]:
    """Return the words that may end a phrase."""
    words = _of_other_kinds(on, (MARK, FUNCTION, NUMBER, FIGURE, ADVERB)) - _NO_END
    words = {word for word in words if len(word) > 1 or word in ordinary()}
    return words | _CLOSERS | {"”", "》"}


def _of_other_kinds(on: Characters, kinds: tuple[int, ...]) -> Set[str]:
    return {on.ground.corpus.vocabulary[number] for number in np.flatnonzero(~np.isin(on.ground.kinds, kinds))}


def _paired(text: str) -> bool:
    """Tell whether every opening mark has its closing one."""
    if not _PAIR_MARK.search(text):
        return True
    for opening, closing in _PAIRS:
        depth = list(accumulate((mark == opening) - (mark == closing) for mark in text))
        if min(depth) < 0 or depth[-1]:
            return False
    return True


def _entropy(candidates: Candidates, neighbours: Ints) -> npt.NDArray[np.float64]:
    """Return each candidate's entropy over its neighbours, in nats; `neighbours` goes with the places."""
    single = np.where(neighbours == 0, -1 - np.arange(len(neighbours)), neighbours)
    order = np.lexsort((single, candidates.which))
    which, single = candidates.which[order], single[order]
    new = np.concatenate(([True], (which[1:] != which[:-1]) | (single[1:] != single[:-1])))[: len(which)]
    heads = np.flatnonzero(new)
    share = np.diff(heads, append=len(which)) / candidates.counts[which[heads]]
    return np.bincount(which[heads], -share * np.log(share), len(candidates)).astype(np.float64)
