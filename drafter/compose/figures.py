"""Say a figure: the verb and the order that fit its indicator, then its change, completion, share and rank.

`data/indicators.tsv` tells how indicators are said; 甲 in a pattern is the indicator, 乙 its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from drafter.compose.choice import Choice
from drafter.compose.facts import Figure
from drafter.compose.frames import framed
from drafter.compose.prose import Words, closed, merged, outdated, own, placeholder, strung
from drafter.compose.stock import Stock
from drafter.compose.tables import rows, several
from drafter.model import Piece
from drafter.text.typed import Change, parse_amount, parse_rate

HEAVIEST = 6  # values in one sentence (a value, its change and its rank are three); more cannot be followed by ear
MOST = 4  # figures in one sentence; sentences with figures in the sample reports hold 2.4 on average
_STATIVE = ("达到", "达", "为", "共")  # verbs that give way before 超2万, 突破5亿, 近300
_BEYOND = re.compile("超|逾|突破|不少于|不低于|至少|高达|多达")
_ABOUT = re.compile("不到|不足|近|约|大约|将近|接近")
_PROUD = re.compile("甲达|实现")  # what one is glad to have reached: said neither of a fall nor of a handful
_HANDFUL = 20  # 民宿达3家 sounds silly, 民宿达36家 does not
_RELATIVE = ("%", "个百分点", "个点", "倍")  # a change in 人 or 元 is an increase, not a growth
_ITS_OWN_RANK = re.compile("(?:排名|名次|位次)$")
_GOVERNING = ("累计", "共")  # at the head of a sentence they cover all its figures
_OWN_SUBJECT = re.compile("(增速|增幅|总量|总额|规模|产量|排名|名次|位次|得分)")
_COUNTED = re.compile(r"[\d一二三四五六七八九十]$")
_REF = "指标句式"


class Manner(NamedTuple):
    """How the indicators of one kind are said."""

    kind: str  # 动作, 比率, 投资 …
    review: tuple[str, ...]  # patterns to choose from
    plan: str


def manner(indicator: str) -> Manner:
    """Return how `indicator` is said: the first row of the table that fits."""
    return next(how for words, how in _manners() if words.search(indicator))


@cache
def _manners() -> tuple[tuple[re.Pattern[str], Manner], ...]:
    table = rows("indicators.tsv")
    return tuple((re.compile(words), Manner(kind, several(review), plan)) for kind, words, review, plan in table)


def _sentences(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Part figures into sentences, in their order."""
    group: list[Figure] = []
    for figure in figures:
        if group and (len(group) >= MOST or sum(map(_weight, group)) + _weight(figure) > HEAVIEST):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group


def _weight(figure: Figure) -> int:
    return 1 + sum(map(bool, (figure.change, figure.completion, figure.share, figure.rank)))


# --- the review ------------------------------------------------------------------------------------------------------


def report(figures: Sequence[Figure], stock: Stock) -> Iterator[Words]:
    """Yield sentences that report `figures`, several to a sentence, no pattern twice running."""
    for group in _sentences(figures):
        yield closed(strung([_reported(figure, stock, first=figure is group[0]) for figure in group]))


def _reported(figure: Figure, stock: Stock, *, first: bool) -> Words:
    choice, how = stock.choice, manner(figure.indicator)
    if not figure.value and not figure.slot:
        return merged(_attached(figure, list(_tails(figure, "", stock))))
    patterns = _patterns(figure, how, first=first)
    if found := framed(figure, patterns, stock):
        return found
    pattern = choice.other_than_last("figure", patterns)
    return merged([*_filled(pattern, figure, figure.value), *_behind(_tails(figure, pattern, stock))])


def _attached(figure: Figure, tails: Sequence[Words]) -> Iterator[Piece]:
    """Yield an indicator that is given without a value: 规上工业增加值同比增长7.2%，居全县第3位."""
    yield _fact(figure.indicator, figure)
    yield from tails[0]
    yield from _behind(tails[1:])


def _patterns(figure: Figure, how: Manner, *, first: bool) -> list[str]:
    """Return the patterns that suit this figure."""
    number = _number(figure.value)
    if figure.value.startswith("-"):
        return ["甲为乙"]
    if number == 0:
        return ["甲为乙" if figure.value.endswith("%") else "甲乙"]  # 生产安全事故0起: nothing was done or reached
    patterns = [pattern for pattern in how.review if first or not pattern.startswith(_GOVERNING)]
    if _BEYOND.match(figure.value) or _ABOUT.match(figure.value):
        return [_without_stative(pattern) for pattern in patterns]
    modest = [pattern for pattern in patterns if not _PROUD.match(pattern)]
    if figure.change and figure.change.way == "down":
        return modest or ["甲为乙"]
    return (number is not None and number < _HANDFUL and modest) or patterns


def _number(value: str) -> Decimal | None:
    amount = parse_amount(value) if value else None
    return amount.number if amount else None


def _without_stative(pattern: str) -> str:
    return next((f"甲{pattern[1:].removeprefix(verb)}" for verb in _STATIVE if pattern == f"甲{verb}乙"), pattern)


def _filled(pattern: str, figure: Figure, value: str) -> Iterator[Piece]:
    for part in re.split("([甲乙])", pattern):
        if part == "甲":
            yield _fact(figure.indicator, figure)
        elif part == "乙":
            yield _open(figure) if figure.slot else _fact(value, figure)
        elif part:
            yield own(part, _REF)


def _open(figure: Figure) -> Piece:
    """Return the slot of a figure, with what stood there in the old report."""
    if not figure.stale:
        return placeholder(figure.slot, figure.ref)
    return outdated(figure.indicator, "、".join(map("".join, figure.stale)), figure.ref)


def _outdated_tails(figure: Figure) -> Iterator[Words]:
    """Yield a slot for each column that is still to be brought up to date beside a value that is."""
    for column, old in () if figure.slot else figure.stale:
        yield (outdated(column or figure.indicator, old, figure.ref),)


def _behind(tails: Iterator[Words] | Sequence[Words]) -> Iterator[Piece]:
    for tail in tails:
        yield own("，", _REF)
        yield from tail


def _tails(figure: Figure, pattern: str, stock: Stock) -> Iterator[Words]:
    """Yield what is said of a figure besides its value, which was said by `pattern`."""
    if figure.change:
        yield _change(figure, figure.change, stock)
    if figure.completion:
        yield _completion(figure, pattern)
    if figure.share:
        yield _said(figure, "占比", figure.share)
    if figure.rank:
        yield _rank(figure, stock.choice)
    yield from _outdated_tails(figure)


def _change(figure: Figure, change: Change, stock: Stock) -> Words:
    if change.way == "flat":
        return (own(stock.choice.other_than_last("flat", [f"与{stock.base}持平", "同比持平"]), _REF),)
    since = stock.choice.other_than_last("change", ["同比", f"较{stock.base}"])
    return _said(figure, since + _direction(figure, change), change.text, computed=figure.computed_change)


def _direction(figure: Figure, change: Change) -> str:
    if change.unit not in _RELATIVE:
        return "减少" if change.way == "down" else "增加"
    is_rate = figure.value.endswith("%") or manner(figure.indicator).kind in {"比率", "增速"}
    return "下降" if change.way == "down" else "提高" if is_rate else "增长"


def _completion(figure: Figure, pattern: str) -> Words:
    """Say the completion; 完成 and 达 give way to each other: 完成…，占目标任务…的; …达…，完成目标任务…的."""
    over = (parse_rate(figure.completion) or 0) > 100
    verb = "达到" if "完成" in pattern else "完成"
    if not figure.target:
        return _said(figure, f"{verb}目标任务的", figure.completion, computed=figure.computed_completion)
    target = _said(figure, f"{verb}目标任务" if over else "占目标任务", figure.target)
    return (*target, *_said(figure, "的", figure.completion, computed=figure.computed_completion))


def _rank(figure: Figure, choice: Choice) -> Words:
    rank = f"第{figure.rank}" if figure.rank[0].isdigit() else figure.rank
    named = _OWN_SUBJECT.match(rank) or (_ITS_OWN_RANK.search(figure.indicator) and not figure.value)
    verb = "" if named else choice.other_than_last("rank", ["列", "居", "位列"])
    pieces = (own(verb, _REF), _fact(rank, figure), own("位" if _COUNTED.search(rank) else "", _REF))
    return tuple(piece for piece in pieces if piece.text)


# --- the plan --------------------------------------------------------------------------------------------------------


def promise(figures: Sequence[Figure], choice: Choice) -> Iterator[Words]:
    """Yield sentences that set `figures` as targets: 力争…，确保…."""
    for group in _sentences(figures):
        verb = choice.other_than_last("promise", ["力争", "确保"])
        yield closed(merged([own(verb, _REF), *strung([_promised(figure, choice) for figure in group])]))


def _promised(figure: Figure, choice: Choice) -> Words:
    aim, base = (figure.target, figure.value) if figure.target else (figure.value, "")
    tails = list(_aims(figure, choice))
    if not aim and not figure.slot:
        return merged(_attached(figure, tails))
    if base:
        start = (_fact(figure.indicator, figure), *_said(figure, "在", base), *_said(figure, "的基础上达到", aim))
        return merged([*start, *_behind(tails)])
    plan = manner(figure.indicator).plan
    pattern = _without_stative(plan) if _BEYOND.match(aim) else plan
    if _number(aim) == 0 or aim.endswith(("以内", "以下")):
        pattern = pattern.removesuffix("以内")
    return merged([*_filled(pattern, figure, aim), *_behind(tails)])


def _aims(figure: Figure, choice: Choice) -> Iterator[Words]:
    if figure.change:
        way = "保持稳定" if figure.change.way == "flat" else _direction(figure, figure.change)
        yield _said(figure, way, figure.change.text, computed=figure.computed_change)
    if figure.completion:
        yield _said(figure, "完成率达到", figure.completion)
    if figure.share:
        yield _said(figure, "占比达到", figure.share)
    if figure.rank:
        yield _rank(figure, choice)
    yield from _outdated_tails(figure)


def _said(figure: Figure, verb: str, value: str, *, computed: bool = False) -> Words:
    pieces = (own(verb, _REF), _fact(value, figure, computed=computed))
    return tuple(piece for piece in pieces if piece.text)


def _fact(text: str, figure: Figure, *, computed: bool = False) -> Piece:
    return Piece(text, "fact", f"{figure.ref}（计算）" if computed else figure.ref)
