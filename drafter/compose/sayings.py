"""Say one figure: the verb and the order that fit its indicator, then its change, completion, share and rank.

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
from drafter.compose.frames import seen
from drafter.compose.prose import Words, merged, outdated, own, placeholder
from drafter.compose.stock import Stock
from drafter.compose.tables import rows, several
from drafter.compose.verbs import verb_of
from drafter.compose.zeros import is_known, is_nought, saying
from drafter.model import Piece
from drafter.text.typed import Change, parse_amount, parse_rate

HANDFUL = 20  # 民宿达3家 sounds silly, 民宿达36家 does not
SHORT_NAME = 6  # characters of an indicator that 完成 may stand behind: 完成农村危房改造33户, not 农村危房改造完成33户
_DONE = "完成甲乙"
_COUNTED_THINGS = re.compile(
    "[个家户人名处座所件起次场栋条项辆台口盏张对支期篇种类款宗株头只]$|批次$|场次$|人次$|家次$"
)
_STATIVE = ("达到", "达", "为", "共")  # verbs that give way before 超2万, 突破5亿, 近300
BEYOND = re.compile("超|逾|突破|不少于|不低于|至少|高达|多达")
_ABOUT = re.compile("不到|不足|近|约|大约|将近|接近")
_PROUD = re.compile("甲达|实现")  # what one is glad to have reached: said neither of a fall nor of a handful
_BAD = ("负面", "案件")  # kinds of which less is better
_OPEN_KINDS = ("投资", "财税", "产出", "任务", "就业", "家底", "其他")  # of these the library may know other verbs
_BUILT = re.compile("[座栋条处所间口]$")
_RELATIVE = ("%", "个百分点", "个点", "倍")  # a change in 人 or 元 is an increase, not a growth
_ITS_OWN_RANK = re.compile("(?:排名|名次|位次)$")
_OWN_SUBJECT = re.compile("(增速|增幅|总量|总额|规模|产量|排名|名次|位次|得分)")
_COUNTED = re.compile(r"[\d一二三四五六七八九十]$")
_ANY_VERB = "动词"
REF = "指标句式"


class Manner(NamedTuple):
    """How the indicators of one kind are said."""

    kind: str  # 动作, 比率, 投资 …
    review: tuple[str, ...]  # patterns to choose from
    plan: str


def manner(indicator: str, unit: str = "") -> Manner:
    """Return how `indicator` is said: the first row of the table that fits it and its unit."""
    return next(how for words, units, how in _manners() if units.search(unit) and _names(words, indicator))


def _names(words: re.Pattern[str] | None, indicator: str) -> bool:
    return bool(words.search(indicator) if words else verb_of(indicator))


@cache
def _manners() -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str], Manner], ...]:
    return tuple(
        (
            None if words == _ANY_VERB else re.compile(words),
            re.compile(f"^(?:{units})$" if units else ""),
            Manner(kind, several(review), plan),
        )
        for kind, words, units, review, plan in rows("indicators.tsv")
    )


def manner_of(figure: Figure) -> Manner:
    """Return how the indicator of `figure` is said."""
    return manner(figure.indicator, figure.unit)


def pleases(figure: Figure) -> bool:
    """Tell whether a figure is no bad news: it did not rise or fall the wrong way, nor is it a number of bad things."""
    way = figure.change.way if figure.change else ""
    if manner_of(figure).kind in _BAD:
        return way in {"down", "flat"} or number_of(figure.value) == 0
    return way != "down"


def is_few(figure: Figure) -> bool:
    """Tell whether a value counts a handful of things."""
    number = number_of(figure.value)
    return number is not None and number < HANDFUL and bool(_COUNTED_THINGS.search(figure.value))


def number_of(value: str) -> Decimal | None:
    """Return the number of a printed value."""
    amount = parse_amount(value) if value else None
    return amount.number if amount else None


# --- the value -------------------------------------------------------------------------------------------------------


def value_of(figure: Figure, stock: Stock, *, first: bool) -> Words:
    """Return an indicator with its value, in a pattern other than the one used last; `first`: it opens a sentence."""
    if is_none(figure):
        return _none_of(figure, stock.choice)
    patterns = _patterns(figure, stock, first=first)
    if len(figure.indicator) > SHORT_NAME and stock.choice.last("figure") != _DONE:
        patterns = [pattern for pattern in patterns if pattern == _DONE] or patterns
    pattern = stock.choice.other_than_last("figure", patterns)
    return merged(filled(pattern, figure, figure.value))


def is_none(figure: Figure) -> bool:
    """Tell whether a figure says that there was none; a deed not done (新增企业0家) and a rate are told as typed."""
    return is_nought(figure.value) and (manner_of(figure).kind != "动作" or is_known(figure.indicator))


def _none_of(figure: Figure, choice: Choice) -> Words:
    """Say that there was none; where more is told of it, as a quantity that has fallen to nothing."""
    more = any((figure.change, figure.completion, figure.share, figure.rank, figure.target))
    patterns = ("甲为零",) if more else saying(figure.indicator).review
    return filled_with_none(choice.other_than_last("figure", patterns), figure)


def filled_with_none(pattern: str, figure: Figure) -> Words:
    named = figure.indicator.removeprefix("发生")
    words = (named if part == "甲" else part for part in re.split("(甲)", pattern))
    return merged(fact(word, figure) for word in words if word)


def _patterns(figure: Figure, stock: Stock, *, first: bool) -> list[str]:
    """Return the patterns that suit this figure."""
    if figure.value.startswith("-"):
        return ["甲为乙"]
    if number_of(figure.value) == 0:
        return ["甲乙" if manner_of(figure).kind == "动作" else "甲为乙"]
    patterns = _known(figure, stock)
    if manner_of(figure).kind == "比率" and not first:
        patterns.append("甲乙")  # 调处矛盾纠纷318起，调处成功率98.7%
    if manner_of(figure).kind == "其他" and first:
        patterns = [
            pattern for pattern in patterns if pattern != "甲乙"
        ] or patterns  # 高标准农田3000亩 alone has no verb
    if BEYOND.match(figure.value) or _ABOUT.match(figure.value):
        return [without_stative(pattern) for pattern in patterns]
    return _in_keeping(patterns, figure)


def _known(figure: Figure, stock: Stock) -> list[str]:
    """Return the patterns of our table that the library has seen; all of them, or its own, where there are none."""
    kind, review, _ = manner_of(figure)
    known = seen(figure.indicator, stock.library) if figure.value else ()
    fresh = [pattern for pattern in known if pattern != stock.choice.last("figure")]
    both = [pattern for pattern in fresh if pattern in review]
    return both or (fresh if kind in _OPEN_KINDS else []) or list(review)


def _in_keeping(patterns: Sequence[str], figure: Figure) -> list[str]:
    """Return the patterns that neither boast of a fall or of a handful, nor count out what is plenty."""
    modest = [pattern for pattern in patterns if not _PROUD.match(pattern)]
    kind = manner_of(figure).kind
    if figure.change and figure.change.way == "down":
        return modest or ["甲为乙"]
    if kind == "家底" and number_of(figure.value) == 1:
        return ["建有甲乙" if _BUILT.search(figure.value) else "有甲乙"]
    if kind == "家底" and not is_few(figure):
        return [pattern for pattern in patterns if pattern not in modest] or list(patterns)
    return (is_few(figure) and kind != "达标" and modest) or list(patterns)


def without_stative(pattern: str) -> str:
    return next((f"甲{pattern[1:].removeprefix(verb)}" for verb in _STATIVE if pattern == f"甲{verb}乙"), pattern)


def filled(pattern: str, figure: Figure, value: str, *, indicator: str = "") -> Iterator[Piece]:
    """Yield a pattern with the indicator (or what is to be said of it) and a value, or the open slot, put in."""
    for part in re.split("([甲乙])", pattern):
        if part == "甲":
            yield fact(indicator or figure.indicator, figure)
        elif part == "乙":
            yield value_or_slot(figure, value)
        elif part:
            yield own(part, REF)


def value_or_slot(figure: Figure, value: str) -> Piece:
    """Return a value of a figure, or the open slot, with what stood there in the old report."""
    if not figure.slot:
        return fact(value, figure)
    if not figure.stale:
        return placeholder(figure.slot, figure.ref)
    return outdated(figure.indicator, "、".join(map("".join, figure.stale)), figure.ref)


def outdated_tails(figure: Figure) -> Iterator[Words]:
    """Yield a slot for each column that is still to be brought up to date beside a value that is."""
    for column, old in () if figure.slot else figure.stale:
        yield (outdated(column or figure.indicator, old, figure.ref),)


# --- what is said besides --------------------------------------------------------------------------------------------


def tails_of(figure: Figure, said: str, stock: Stock, *, since: str) -> list[Words]:
    """Return what is said of a figure besides its value, in `said`; changes are counted `since` 同比, 较上年."""
    tails = []
    if figure.change:
        tails.append(_change(figure, figure.change, since, stock))
    if figure.completion:
        tails.append(_completion(figure, said))
    if figure.share:
        tails.append(said_with(figure, "占比", figure.share))
    if figure.rank:
        tails.append(rank_of(figure, stock.choice))
    return [*tails, *_target_tails(figure), *outdated_tails(figure)]


def _target_tails(figure: Figure) -> Iterator[Words]:
    """Yield the target that no rate of completion tells: how the value stands to it, or that it is still open."""
    if figure.open_target:
        yield (own("目标为", REF), placeholder(figure.open_target, figure.ref))
    elif figure.target and figure.value and not figure.completion:
        value, target = number_of(figure.value), number_of(figure.target)
        alike = value is not None and target is not None and figure.target.endswith(figure.unit or "%")
        verb = "目标为" if not alike else "达到" if value == target else "高于" if value > target else "低于"  # type: ignore[operator]
        yield (*said_with(figure, verb, figure.target), own("的目标" * (verb != "目标为"), REF))


def _change(figure: Figure, change: Change, since: str, stock: Stock) -> Words:
    if change.way == "flat":
        return (own(f"与{stock.base}", REF), fact(flat_words(planned=False), figure, computed=figure.computed_change))
    return said_with(figure, since + direction(figure, change), change.text, computed=figure.computed_change)


def flat_words(*, planned: bool) -> str:
    """Return what is said of a figure that neither rose nor fell, or is to stay as it is."""
    return "保持稳定" if planned else "持平"


def direction(figure: Figure, change: Change) -> str:
    """Return the word for a change: 增长, 提高 of a rate, 增加 of people; 下降 or 减少."""
    if change.unit not in _RELATIVE:
        return "减少" if change.way == "down" else "增加"
    is_rate = figure.value.endswith("%") or manner_of(figure).kind in {"比率", "增速"}
    return "下降" if change.way == "down" else "提高" if is_rate else "增长"


def _completion(figure: Figure, said: str) -> Words:
    """Return how much of the target is reached; two 完成 in one breath collide."""
    rate = parse_rate(figure.completion)
    over = rate is not None and rate >= 100
    verb = "达到" if "完成" in said else "完成"
    if not figure.target:
        return said_with(figure, f"{verb}目标任务的", figure.completion, computed=figure.computed_completion)
    target = said_with(figure, f"{verb}目标任务" if over else "占目标任务", figure.target)
    return (*target, *said_with(figure, "的", figure.completion, computed=figure.computed_completion))


def printed_rank(figure: Figure) -> str:
    """Return a rank as it is printed: 第3, 全县第3."""
    return f"第{figure.rank}" if figure.rank[0].isdigit() else figure.rank


def rank_of(figure: Figure, choice: Choice) -> Words:
    """Return a rank: 居全县第3位, 位列全县第3."""
    rank = printed_rank(figure)
    counted = "位" if _COUNTED.search(rank) else ""
    if _OWN_SUBJECT.match(rank) or (_ITS_OWN_RANK.search(figure.indicator) and not figure.value):
        verb = ""
    else:
        verb = choice.other_than_last("rank", ["列", "居", "位列"])
    pieces = (own(verb, REF), fact(rank, figure), own("" if verb == "位列" else counted, REF))
    return tuple(piece for piece in pieces if piece.text)


def said_with(figure: Figure, verb: str, value: str, *, computed: bool = False) -> Words:
    pieces = (own(verb, REF), fact(value, figure, computed=computed))
    return tuple(piece for piece in pieces if piece.text)


def fact(text: str, figure: Figure, *, computed: bool = False) -> Piece:
    """Return words of a figure: its indicator, its value, or what was computed of it."""
    return Piece(text, "fact", f"{figure.ref}（计算）" if computed else figure.ref)
