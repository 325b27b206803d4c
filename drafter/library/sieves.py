"""The sieves that phrases pass: what makes a repeat something a writer would keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from drafter.library.candidates import Candidates
from drafter.library.corpus import Corpus, Ints, Mask
from drafter.library.ground import Ground
from drafter.text.formulations import scrubbed_spans
from drafter.text.wordclass import ADVERB, FIGURE, FUNCTION, MARK, NUMBER, VERB, listed, ordinary

# Set by reading what each let through in the sample corpus (15 reports) and in 164 reports of higher levels.
CLEAN_AT_LEAST = 0.5  # share of places where it is no part of a name
CLAUSE_AT_LEAST = 0.5  # share of places where what cannot but be a clause stands between marks
IN_CLAUSES_AT_LEAST = 0.5  # share of places in clauses, not in titles, headings, salutations
COMPLETE_PLACES = 3  # places at which it is no part of something longer: so many are enough …
FREE_BEFORE, FREE_AFTER = 0.3, 0.6  # … and where it stands at fewer, these shares of them
FIGURES_AT_MOST = 0.5  # share of places with a figure right behind
VARIETY_AT_LEAST = 0.5  # branching entropy on either side, as a share of the largest possible for its count

_JOINTS = frozenset("的和与及、")  # bind what stands before them to what follows
_OPENING, _CLOSING = frozenset("“《（"), frozenset("”》")
_PAIR_MARK = re.compile("[“”《》（）]")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_OPENERS = listed("以 在 按照 围绕 对 把 为 让 从")  # may begin a clause
_CLOSERS = listed("以来 以内 内外 前后 上下")  # function words that may end a phrase
_NO_START = listed("化 性 者 们 型 式 率 力 等 使 是 有 了 较 牢 早 好 深 实 准 严 工作 方面 情况 要求 问题") | listed(
    "水平 力度 程度 步伐 体系 机制"  # of something that stood before
)
_NO_END = listed("以 使 让 给 是 有 为 将 被 作 新 大 进行 通过 围绕 按照 根据 做到 成为 存在 各项") | listed(
    "全国 全省 全市 全县 全区 全镇 全乡 我镇 我们"
)
_GOVERNING = listed(  # verbs that say what is done only with what it is done to
    "推进 推动 开展 实施 贯彻 执行 做好 抓好 办好 办理 打造 树立 完成 举办 举行 组织 召开 建成 新建 启动 引进"
    " 发放 投入 投资 加强 加大 强化 深化 促进 保障 确保 坚持 围绕 聚焦 突出 构建 建立 制定 编制 出台 满足 面临"
    " 涉及 包括 解决 争取 获得 获评 荣获 支持 帮助 取得 实现 达到"
)


def no_foreign_facts(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what names nothing and nobody."""
    return candidates.share(ground.pure(candidates.at, candidates.ends)) >= CLEAN_AT_LEAST


def said_in_clauses(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what reports say in their sentences: 上半年工作回顾 is a heading, 各位代表 a salutation."""
    return candidates.share(ground.clauses.cover(len(ground.corpus.words))[candidates.at]) >= IN_CLAUSES_AT_LEAST


def whole_formulations(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what is no formulation with the name cut out."""
    return np.array([not any(scrubbed_spans(text)) for text in candidates.texts(ground.corpus)], np.bool_)


def paired_marks(ground: Ground, candidates: Candidates) -> Mask:
    """Tell where every opening mark has its closing one."""
    return np.array([_paired(text) for text in candidates.texts(ground.corpus)], np.bool_)


def sound_edges(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what begins and ends as a phrase does: with no mark, figure or dangling function word.

    What holds a comma, or begins with 以, 在 …, must stand between marks: a clause, or several.
    """
    corpus, kinds = ground.corpus, _kinds(ground)
    first = corpus.words[candidates.first]
    last = corpus.words[candidates.first + candidates.lengths - 1]
    between = (kinds[candidates.at - 1] == MARK) & (kinds[candidates.ends] == MARK)
    clause = candidates.share(between) >= CLAUSE_AT_LEAST
    comma = np.array(["，" in text for text in candidates.texts(corpus)], np.bool_)
    starts = _among(corpus, first, _starters(corpus)) | (clause & _among(corpus, first, _OPENERS))
    ends = _among(corpus, last, _enders(corpus))
    ends |= _among(corpus, first, {"在"}) & _among(corpus, last, listed("下 中 上"))
    return starts & ends & (clause | ~comma)


def complete(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what is no part of something longer.

    At enough places a noun in front has no noun before it, a noun at the end neither a word that it may belong to
    (安全生产专项|整治) nor a joint after it (推进政务|、村务公开). A list that begins behind a joint is cut
    (县委、|县政府和镇党委), and so is what modifies with 的 and goes on before (高兴镇|发展的社会各界).
    """
    kinds, words = _kinds(ground), np.append(ground.corpus.words, 0)
    joints = np.append(ground.corpus.words_that(_JOINTS.__contains__)[ground.corpus.words], False)
    modifying = ground.corpus.words_that("的".__eq__)[words[candidates.at + 1]]
    listing = np.diff(np.cumsum(joints)[[candidates.at, candidates.ends - 1]], axis=0)[0] > 0
    apart = (MARK, FIGURE, NUMBER, FUNCTION, ADVERB)
    acting = (kinds[candidates.at - 1] == VERB) | (kinds[candidates.at] == VERB)
    quoted = np.append(ground.corpus.words_that(_CLOSING.__contains__)[ground.corpus.words], False)
    before = np.isin(kinds[candidates.at - 1], apart) & ~quoted[candidates.at - 1]  # “三公”|经费
    before |= acting & ~modifying
    before &= ~(listing & joints[candidates.at - 1]) & ~(modifying & (kinds[candidates.at - 1] == FIGURE))  # XX发展的
    after = np.isin(kinds[candidates.ends], apart) & ~joints[candidates.ends]
    after |= kinds[candidates.ends - 1] == VERB
    enough_before = np.minimum(COMPLETE_PLACES / candidates.counts, FREE_BEFORE)
    enough_after = np.minimum(COMPLETE_PLACES / candidates.counts, FREE_AFTER)
    return (candidates.share(before) >= enough_before) & (candidates.share(after) >= enough_after)


def said_to_its_end(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what does not break off: what begins with a deed ends somewhere (满足人民群众|的…… never does).

    What ends with a verb that governs an object ends its clause at enough places: 扎实推进 does, 扎实做好 does not.
    """
    corpus, kinds = ground.corpus, _kinds(ground)
    behind = np.append(corpus.words, 0)[candidates.ends]
    ended = (kinds[candidates.ends] == MARK) & ~_among(corpus, behind, _OPENING)
    deed = np.isin(kinds[candidates.first], (VERB, ADVERB))
    governing = _among(corpus, corpus.words[candidates.first + candidates.lengths - 1], _GOVERNING)
    needed = np.where(governing, np.minimum(COMPLETE_PLACES / candidates.counts, FREE_AFTER), 0)
    closed = candidates.share(ended & ~_among(corpus, behind, {"、"}))
    return np.asarray((closed >= needed) & ((candidates.share(ended) > 0) | ~deed))


def waiting_for_no_figure(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what says something without a figure behind it: 检查生产经营单位 … is a frame; a mere name may stay."""
    kinds = _kinds(ground)
    verbs = np.concatenate(([0], np.cumsum(kinds == VERB)))
    names = verbs[candidates.first] == verbs[candidates.first + candidates.lengths]
    return np.asarray(names | (candidates.share(kinds[candidates.ends] == FIGURE) <= FIGURES_AT_MOST))


def varied_company(ground: Ground, candidates: Candidates) -> Mask:
    """Tell what goes on differently on both sides: branching entropy against its maximum, log(count).

    A mark or the end of a report counts as another neighbour each time.
    """
    corpus = ground.corpus
    codes = np.append(np.where(corpus.kinds == MARK, 0, np.arange(1, len(corpus.kinds) + 1))[corpus.words], 0)
    before = _entropy(candidates, codes[candidates.at - 1])
    after = _entropy(candidates, codes[candidates.ends])
    return np.minimum(before, after) >= VARIETY_AT_LEAST * np.log(candidates.counts)


SIEVES: tuple[tuple[str, Callable[[Ground, Candidates], Mask]], ...] = (
    ("no foreign facts", no_foreign_facts),
    ("said in clauses", said_in_clauses),
    ("sound edges", sound_edges),
    ("complete", complete),
    ("said to its end", said_to_its_end),
    ("waiting for no figure", waiting_for_no_figure),
    ("varied company", varied_company),
    ("paired marks", paired_marks),
    ("whole formulations", whole_formulations),
)


def _kinds(ground: Ground) -> npt.NDArray[np.uint8]:
    """Return the kind of every word of the corpus; one more, a mark, stands at the end and so before the first."""
    return np.append(ground.corpus.kinds[ground.corpus.words], np.uint8(MARK))


def _among(corpus: Corpus, ids: Ints, words: Set[str]) -> Mask:
    """Tell which words, given by number, are among `words`."""
    return corpus.words_that(words.__contains__)[ids]


def _starters(corpus: Corpus) -> Set[str]:
    """Return the words that may begin a phrase."""
    return _of_other_kinds(corpus, (MARK, FUNCTION, NUMBER, FIGURE)) - _NO_START | {"“", "《"}


def _enders(corpus: Corpus) -> Set[str]:
    """Return the words that may end a phrase."""
    words = _of_other_kinds(corpus, (MARK, FUNCTION, NUMBER, FIGURE, ADVERB)) - _NO_END
    words = {word for word in words if len(word) > 1 or word in ordinary()}
    return words | _CLOSERS | {"”", "》"}


def _of_other_kinds(corpus: Corpus, kinds: tuple[int, ...]) -> Set[str]:
    return {corpus.vocabulary[number] for number in np.flatnonzero(~np.isin(corpus.kinds, kinds))}


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
    """Return each candidate's entropy over its neighbours, in nats; `neighbours` goes with the places, 0 a break."""
    single = np.where(neighbours == 0, -1 - np.arange(len(neighbours)), neighbours)
    order = np.lexsort((single, candidates.which))
    which, single = candidates.which[order], single[order]
    new = np.concatenate(([True], (which[1:] != which[:-1]) | (single[1:] != single[:-1])))[: len(which)]
    heads = np.flatnonzero(new)
    share = np.diff(heads, append=len(which)) / candidates.counts[which[heads]]
    return np.bincount(which[heads], -share * np.log(share), len(candidates)).astype(np.float64)
