"""Sentences of figures: those that share a verb or a head noun are said together, with no more than an ear can follow.

发放低保金5万元、高龄津贴3万元 · 养老保险、医疗保险参保率分别达98%、97%，同比分别提高0.7个、0.4个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.compose.aims import aim_of, aims_of
from drafter.compose.choice import Choice
from drafter.compose.facts import Figure
from drafter.compose.figure_sets import (
    CHAINED,
    TOGETHER,
    are_kin,
    chain,
    more_is_told,
    runs_of,
    sentences_of,
    sets_of,
    share_head,
    verb_over,
)
from drafter.compose.kinship import Kinship
from drafter.compose.prose import Words, closed, joined, merged, own, text_of
from drafter.compose.sayings import REF, fact, filled, is_few, manner_of, number_of, value_of
from drafter.compose.stock import Stock
from drafter.compose.tails import direction, tails_of
from drafter.compose.verbs import head_of, is_shared, shared_start, verb_of
from drafter.model import Piece

A_COUPLE = 5  # of so few nothing is summed up: not 累计新开通航线2条
_MARKS = re.compile("[，；。]")
SAID_ONCE = ("举办", "开展", "召开", "实施", "排查", "受理")  # verbs that may govern a deed and the figure behind it
PROMISES = ("力争", "确保")
_ONES_OWN = ("新增", "新建", "新办", "新引进")  # of these 共 is not said


class _Said(NamedTuple):
    """A statement of a sentence."""

    words: Words  # indicators with their values
    tails: list[Words]  # change, completion, share, rank

    def with_tails(self, mark: str) -> Words:
        return joined([self.words, *self.tails], mark)


# --- the review ------------------------------------------------------------------------------------------------------


def report(
    figures: Sequence[Figure], stock: Stock, *, opens: bool = True, kinship: Kinship | None = None
) -> Iterator[Words]:
    """Yield sentences that report `figures`, several to a sentence, no pattern twice running.

    Where nothing stands before them (`opens`) they may begin with the time that is reported on: 全年接待游客….
    By `kinship` those that are not kin share a sentence only as acts in a row; without it all are kin.
    """
    found = list(sets_of(figures, (chain, CHAINED), (share_head, TOGETHER)))
    for sets in (each for run in (runs_of(found, kinship) if kinship else [found]) for each in sentences_of(run)):
        acts = kinship is not None and not all(are_kin(*pair, kinship) for pair in pairwise(sets))
        since = stock.choice.other_than_last("change", ["同比", f"较{stock.base}"])
        said: list[_Said] = []
        for group in sets:
            changed = any(figure.change for each in sets[: len(said)] for figure in each)
            since_when = "" if changed else since
            said.append(_said_of(group, stock, since=since_when, first=not said, opens=opens, acts=acts))
        opens = False
        yield closed(_strung(said, stock.choice))


def _said_of(
    group: Sequence[Figure], stock: Stock, *, since: str, first: bool, opens: bool, acts: bool = False
) -> _Said:
    if len(group) > 1:
        chained = chain(group[0], group[1])
        return _chained(group, stock, first=first, opens=opens) if chained else _together(group, stock, since=since)
    (figure,) = group
    if not figure.value and not figure.slot:
        return _attached(figure, tails_of(figure, "", stock, since=since))
    words = value_of(figure, stock, first=first, acts=acts)
    deed = first and number_of(figure.value) and manner_of(figure).kind == "动作"
    before = _governor(group, stock, opens=opens) if deed else ()
    return _Said(merged((*before, *words)), tails_of(figure, text_of(words), stock, since=since))


def _attached(figure: Figure, tails: Sequence[Words]) -> _Said:
    """Say an indicator that is given without a value: 规上工业增加值同比增长7.2%，居全县第3位."""
    return _Said((fact(figure.indicator, figure), *tails[0]), list(tails[1:]))


def _chained(group: Sequence[Figure], stock: Stock, *, first: bool, opens: bool) -> _Said:
    """Say figures under one verb: 发放低保金5万元、高龄津贴3万元."""
    verb = verb_over(group[0])
    before = _governor(group, stock, opens=opens) if first and verb != "共有" else ()
    stock.choice.note("figure", f"{verb}甲乙、")
    return _Said(merged((*before, *_under(verb, group, [figure.value for figure in group]))), [])


def _under(verb: str, group: Sequence[Figure], values: Sequence[str]) -> Iterator[Piece]:
    for number, (figure, value) in enumerate(zip(group, values, strict=True)):
        its_own = verb_of(figure.indicator) == verb
        yield own("、" if number else "" if its_own else verb, REF)
        yield from filled("甲乙", figure, value, indicator=figure.indicator.removeprefix(verb) if number else "")


def _governor(group: Sequence[Figure], stock: Stock, *, opens: bool) -> Words:
    """Return what may stand before a deed with its number: 累计, 共, 全年 or nothing."""
    verb, number = verb_of(group[0].indicator), number_of(group[0].value) or 0
    if verb in {"累计", "共", "先后"} or (is_few(group[0]) and number < A_COUPLE):
        return ()
    options = ["", "累计", *[stock.span] * opens]
    if verb not in {"", *_ONES_OWN} and not is_few(group[0]):
        options.append("共")
    word = stock.choice.rarest("governor", options)
    return (own(word, REF),) if word else ()


def _together(group: Sequence[Figure], stock: Stock, *, since: str) -> _Said:
    """Say figures of one head noun: 茶叶、草莓种植面积分别达1.2万亩、3600亩，同比分别增长3%、5%."""
    head = head_of(group[0].indicator)
    pieces: list[Piece] = []
    for number, figure in enumerate(group):
        name = figure.indicator.removesuffix(head)
        shared = shared_start(group[0].indicator, figure.indicator) if number else ""
        last = head if figure is group[-1] else ""
        pieces += [own("、" if number else "", REF), fact(name.removeprefix(shared) + last, figure)]
    falls = bool(group[0].change and group[0].change.way == "down")
    verb = "分别为" if falls else stock.choice.other_than_last("together", ["分别达", "分别达到"])
    stock.choice.note("figure", f"甲{verb.removeprefix('分别')}乙")
    pieces += [own(verb, REF), *_listed([fact(figure.value, figure) for figure in group])]
    return _Said(merged(piece for piece in pieces if piece.text), _changes(group, since))


def _changes(group: Sequence[Figure], since: str) -> list[Words]:
    if not group[0].change:
        return []
    way = direction(group[0], group[0].change)
    changes = [fact(figure.change.text, figure, computed=figure.computed_change) for figure in group if figure.change]
    return [merged((own(f"{since}分别{way}", REF), *_listed(changes)))]


def _listed(facts: Sequence[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(facts):
        if number:
            yield own("、", REF)
        yield piece


def _strung(said: Sequence[_Said], choice: Choice) -> Words:
    """String statements together: …、增长5%，…、增长3%; with ； where more is said of one of them."""
    if len(said) == 1:
        return said[0].with_tails("，")
    lists = any("、" in text_of(each.words) for each in said)
    much = lists or any(len(each.tails) > 1 for each in said)
    if all(each.tails for each in said) and (much or choice.other_than_last("tails", ["、", "；"]) == "；"):
        return joined([each.with_tails("，") for each in said], "；")
    return joined([each.with_tails("、") for each in said])


def run_on(one: Words, other: Words) -> Words:
    """Return a sentence that goes on with another; a verb that governs both is said once: 举办邻里节、文艺演出36场."""
    last, verb = _MARKS.split(text_of(one))[-1], other[0]
    shared = verb.kind == "template" and verb.text in SAID_ONCE and last.startswith(verb.text)
    return joined([one, other[1:]], "、") if shared else joined([one, other])


# --- the plan --------------------------------------------------------------------------------------------------------


def promise(figures: Sequence[Figure], choice: Choice, *, beside: str = "") -> Iterator[Words]:
    """Yield sentences that set `figures` as targets, 力争… or 确保…, the one that does not stand `beside` them."""
    verbs = [verb for verb in PROMISES if verb not in beside] or list(PROMISES)
    for sets in sentences_of(list(sets_of(figures, (_chain_of_aims, CHAINED)))):
        verb = choice.other_than_last("promise", verbs)
        said = [_promised(group, choice) for group in sets]
        mark = "；" if len(said) > 1 and any("，" in text_of(words) for words in said) else "，"
        yield closed(merged((own(verb, REF), *joined(said, mark))))


def _chain_of_aims(one: Figure, other: Figure) -> bool:
    """Tell whether two targets are of deeds with one verb: 改造老旧小区9个、背街小巷5条."""
    verb = verb_of(one.indicator)
    plain = all(_aim(figure) and not more_is_told(figure) and not figure.change for figure in (one, other))
    set_out = any(figure.value and figure.target for figure in (one, other))
    return plain and not set_out and is_shared(verb) and verb == verb_of(other.indicator)


def _aim(figure: Figure) -> str:
    return figure.target or figure.value


def _promised(group: Sequence[Figure], choice: Choice) -> Words:
    if len(group) > 1:
        return merged(_under(verb_of(group[0].indicator), group, [_aim(figure) for figure in group]))
    (figure,) = group
    tails = list(aims_of(figure, choice))
    if not _aim(figure) and not figure.slot:
        return joined([(fact(figure.indicator, figure), *tails[0]), *tails[1:]])
    return joined([aim_of(figure, _aim(figure), choice), *tails])
