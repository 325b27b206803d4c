"""How a clause states an amount: verb, indicator, link, figure: 完成|固定资产投资|3.2亿元, 早稻种植面积|达|2万亩."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

import numpy as np
import numpy.typing as npt

from drafter.library.wordclass import ADVERB, CONTENT, VERB, Kinds, listed
from drafter.model import Span
from drafter.text.quantities import Figure, figures

INDICATOR_LENGTHS = range(2, 17)  # characters

_LINKS = listed("达 达到 为 共 共计 合计 总计 增至 增长到 增加到 提高到 提升到 计")
_HEDGES = listed("约 近 将近 超 超过 突破 有 仅")  # links that say something of this one figure
_BEFORE_VERB = listed("累计 共 已 新 预计 共计 总计 先后 预计可 已累计 计划")
_VERBS = listed("新建 新增 改建 扩建 申报 续建 拓宽")  # verbs that the dictionary takes for nouns
_NOUNS_TOO = listed("建设 检查 排查 整治 宣传 培训 改造 治理 投资")  # verbs where two words or more follow
_PREDICATES = listed("完成 实现 发放 投入 新增")  # verbs that govern even what stands before 达 or 为
# After a verb these make a noun with it, not its object: 种植面积, 接待人数, 覆盖率.
_MEASURE = re.compile("(?:面积|人数|总额|规模|数量|产值|收入|人口|户数|里程|长度|产量|总数|比例|资金|.?[率额量数])")
_SCOPE = listed("全镇 全乡 全县 全市 全区 我镇 我乡 今年 今年以来 上半年 全年 年度 年内 月份 目前 截至 截止 其中")
_ENUMERATED = "、"

_GOAL = "全?年度?|年初|目标|预算|计划|任务|序时|进度"
_CHANGE = "增长|下降|增加|减少|提高|提升|上升|上涨"
# What a percentage is, by the words before it; the first pattern that fits names the slot.
_SHARES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("完成率", re.compile(f"(?:完成|实现|占|达到?|超额完成)了?(?:{_GOAL}){{1,4}}数?的?$|完成率(?:达到?|为)?$")),
    ("同比", re.compile(f"(?:同比|[较比与](?:上年|去年))(?:同期)?(?:{_CHANGE})了?$")),
    ("占比", re.compile("占(?:比(?:达到?|为)?|总\\w{1,4}的)$")),
)
_RANK = re.compile("(稳居|位居|位列|排名|排在|名列|居)(?:全[国省市县区镇][\\u4e00-\\u9fff]{0,4})?第\\d+[位名]?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a clause."""

    text: str
    start: int  # in the clause
    kind: int  # see wordclass
    clean: bool  # no part of a name or figure


@dataclass(frozen=True, slots=True)
class Amount:
    """A clause's amount as a pattern, with the indicator that was taken out ("" when there is none)."""

    text: str  # 完成{指标}{数值:元}
    indicator: str  # 固定资产投资
    whole: bool  # the pattern with its indicator is all of the clause


AmountRow = tuple[int, str, str]  # number of the clause in its report, pattern, indicator

_HAS_FIGURE = re.compile("[0-9]|[Xx×]{2}")


@dataclass(frozen=True, slots=True)
class CutText:
    """A report's text cut into words."""

    text: str
    words: Sequence[str]
    edges: npt.NDArray[np.int32]  # where each word begins, and the text's end
    kinds: Kinds  # of each word
    clean: npt.NDArray[np.bool_]  # which words are no part of a name or figure

    def words_of(self, start: int, end: int) -> list[Word]:
        """Return the words that begin in a stretch of the text, placed in it."""
        first, last = np.searchsorted(self.edges, (start, end)).tolist()
        places, kinds, clean = (each[first:last].tolist() for each in (self.edges, self.kinds, self.clean))
        words = self.words[first:last]
        return [
            Word(word, at - start, kind, good) for word, at, kind, good in zip(words, places, kinds, clean, strict=True)
        ]


def amounts_of(cut: CutText, clauses: Sequence[Span]) -> Iterator[AmountRow]:
    """Yield the amounts of a report's clauses, alone and joined with a share that the next clause states of it."""
    last: tuple[int, Amount] | None = None
    for number, clause in enumerate(clauses):
        if not _HAS_FIGURE.search(cut.text, clause.start, clause.end):
            continue
        found = list(amounts(clause.of(cut.text), cut.words_of(clause.start, clause.end)))
        for amount in found:
            yield number, amount.text, amount.indicator
        follows = last and last[0] == number - 1 and cut.text[clause.start - 1] == "，"
        if last and follows and _is_mere_share(found):
            yield number, f"{last[1].text}，{found[0].text}", last[1].indicator
        last = (number, found[-1]) if found and found[-1].indicator else None


def _is_mere_share(found: Sequence[Amount]) -> bool:
    return len(found) == 1 and found[0].whole and not found[0].indicator


def amounts(clause: str, words: Sequence[Word]) -> Iterator[Amount]:
    """Yield the amounts a clause states, one for each of its parts between 、 that holds a single figure."""
    found = list(figures(clause))
    for part in _parts(clause):
        inside = [figure for figure in found if part.start <= figure.span.start and figure.span.end <= part.end]
        if len(inside) == 1 and (amount := _amount(clause, part, inside[0], words)):
            yield amount
    if not found and (rank := _RANK.search(clause)):
        yield Amount(f"{rank[1]}{{排名}}", "", whole=rank.start() == 0)


def _parts(clause: str) -> Iterator[Span]:
    start = 0
    for part in clause.split(_ENUMERATED):
        yield Span(start, start + len(part))
        start += len(part) + 1


def _amount(clause: str, part: Span, figure: Figure, words: Sequence[Word]) -> Amount | None:
    before = [word for word in words if part.start <= word.start < figure.span.start]
    rest = clause[figure.span.end : part.end].removesuffix(figure.hedge[-2:] if figure.hedge else "")
    if figure.unit == "%":
        return None if rest else _share(clause, part, figure, before)
    if not figure.unit:
        return None
    slot = f"{{数值:{figure.unit}}}"
    if not rest:
        return _named_before(before, slot, part.start)
    return _named_after(before, slot, rest, [word for word in words if figure.span.end <= word.start < part.end])


def _share(clause: str, part: Span, figure: Figure, before: Sequence[Word]) -> Amount | None:
    """Take apart what ends in a percentage: 增加值|同比增长|{同比:%}."""
    left = clause[part.start : figure.span.start]
    for name, pattern in _SHARES:
        if match := pattern.search(left):
            subject = [word for word in before if word.start < part.start + match.start()]
            indicator, start = _indicator(subject)
            text = ("{指标}" if indicator else "") + match[0] + f"{{{name}:%}}"
            return Amount(text, indicator, whole=match.start() == 0 or start == part.start)
    return None


def _named_before(before: Sequence[Word], slot: str, start: int) -> Amount | None:
    """Take apart what ends in the figure: [verb] indicator [link] figure."""
    link = before[-1].text if before and before[-1].text in _LINKS | _HEDGES else ""
    run = _run(before[:-1] if link else before)
    verb, named = _split(run)
    if verb and verb is run[0] and link in _LINKS and verb.text not in _PREDICATES:
        verb, named = None, run  # a noun, then: 受益农户|达
    indicator, begin = _indicator(named)
    if not indicator:
        return None
    head = f"{_adverb(before, verb)}{verb.text}" if verb else ""
    first = verb.start + len(verb.text) - len(head) if verb else begin
    whole = first == start and (not verb or begin == verb.start + len(verb.text))
    return Amount(f"{head}{{指标}}{'' if link in _HEDGES else link}{slot}", indicator, whole)


def _named_after(before: Sequence[Word], slot: str, rest: str, behind: Sequence[Word]) -> Amount | None:
    """Take apart what goes on behind the figure: verb figure indicator."""
    verb, named = _split(_run(before))
    nouns = (
        all(word.kind in CONTENT and word.clean for word in behind) and "".join(word.text for word in behind) == rest
    )
    if not verb or named or not nouns or len(rest) not in INDICATOR_LENGTHS:
        return None
    if behind[0].kind == VERB or behind[-1].kind == VERB:
        return None
    head = _adverb(before, verb) + verb.text
    return Amount(f"{head}{slot}{{指标}}", rest, whole=verb.start + len(verb.text) - len(head) == before[0].start)


def _run(before: Sequence[Word]) -> list[Word]:
    """Return the content words at the end of `before` that stand together."""
    run: list[Word] = []
    for word in reversed(before):
        if word.kind not in CONTENT or word.text in _SCOPE | _BEFORE_VERB:
            break
        run.insert(0, word)
    return run


def _split(run: list[Word]) -> tuple[Word | None, list[Word]]:
    """Part the verb from what it governs; a verb that makes a noun with the next word is none (种植面积)."""
    for place, word in enumerate(run):
        named = run[place + 1 :]
        if _is_verb(word, len(named)):
            compound = len(named) == 1 and word.text not in _PREDICATES and _MEASURE.fullmatch(named[0].text)
            return (None, run) if compound else (word, named)
    return None, run


def _is_verb(word: Word, following: int) -> bool:
    if word.text in _NOUNS_TOO:
        return following > 1
    return (word.kind == VERB and len(word.text) > 1) or word.text in _VERBS


def _indicator(named: Sequence[Word]) -> tuple[str, int]:
    """Return the indicator and where it starts: the words behind the last one that is part of a name; or "", 0."""
    clean = list(takewhile(lambda word: word.clean, reversed(_run(named))))[::-1]
    clean = list(dropwhile(lambda word: len(word.text) == 1 and word.kind != VERB, clean))
    text = "".join(word.text for word in clean)
    is_name = clean and len(clean[0].text) > 1 and (len(clean) > 1 or clean[0].kind != VERB)
    if not is_name or len(text) not in INDICATOR_LENGTHS:
        return "", 0
    return text, clean[0].start


def _adverb(before: Sequence[Word], verb: Word) -> str:
    """Return the adverb right before the verb, "" when there is none."""
    for word in before:
        if word.start + len(word.text) == verb.start and (word.kind == ADVERB or word.text in _BEFORE_VERB):
            return word.text
    return ""
