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
from drafter.compose.verbs import verb_of
from drafter.compose.zeros import is_known, is_nought, saying
from drafter.config import several, table
from drafter.model import Piece
from drafter.text.typed import parse_amount

HANDFUL = 20  # 民宿达3家 sounds silly, 民宿达36家 does not
SHORT_NAME = 6  # characters of an indicator that 完成 may stand behind: 完成农村危房改造33户, not 农村危房改造完成33户
_DONE = "完成甲乙"
_COUNTED_THINGS = re.compile(
    "[个家户人名处座所件起次场栋条项辆台口盏张对支期篇种类款宗株头只]$|批次$|场次$|人次$|家次$"
)
_STATIVE = ("达到", "达", "为", "共")  # verbs that give way before 超2万, 突破5亿, 近300
BEYOND = re.compile("超|逾|突破|不少于|不低于|至少|高达|多达")
_ABOUT = re.compile("不到|不足|近|约|大约|将近|接近")
_OTHER_WAYS = {"达": "达到", "达到": "达", "完成": ""}
_PROUD = re.compile("甲达|实现")  # what one is glad to have reached: said neither of a fall nor of a handful
_BAD = ("负面", "案件")  # kinds of which less is better
_OPEN_KINDS = ("投资", "财税", "产出", "任务", "就业", "其他")  # of these the library may know other verbs
_BUILT = re.compile("[座栋条处所间口]$")
_ANY_VERB = "动词"
REF = "指标句式"
_COMPUTED = "（计算）"  # behind the path of what was worked out


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
        for kind, words, units, review, plan in table("indicators.tsv")
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


def is_holding(figure: Figure) -> bool:
    """Tell whether a figure counts what there is: 长者食堂6家."""
    return manner_of(figure).kind in {"家底", "对象"}


def is_few(figure: Figure) -> bool:
    """Tell whether a value counts a handful of things."""
    number = number_of(figure.value)
    return number is not None and number < HANDFUL and bool(_COUNTED_THINGS.search(figure.value))


def number_of(value: str) -> Decimal | None:
    """Return the number of a printed value."""
    amount = parse_amount(value) if value else None
    return amount.number if amount else None


# --- the value -------------------------------------------------------------------------------------------------------


def value_of(figure: Figure, stock: Stock, *, first: bool, acts: bool = False) -> Words:
    """Return an indicator with its value, in a pattern other than the one used last.

    `first`: it opens a sentence; `acts`: as something done, beside others.
    """
    if is_none(figure):
        return _none_of(figure, stock.choice)
    patterns = _patterns(figure, stock, first=first)
    if acts:
        patterns = [*filter(_is_act, patterns)] or [*filter(_is_act, manner_of(figure).review)] or patterns
    if len(figure.indicator) > SHORT_NAME and stock.choice.last("figure") != _DONE:
        patterns = [pattern for pattern in patterns if pattern == _DONE] or patterns
    pattern = stock.choice.other_than_last("figure", patterns)
    return merged(filled(pattern, figure, figure.value))


def can_act(figure: Figure) -> bool:
    """Tell whether a figure can be said as something done: 完成老旧小区改造7个, 加装电梯31台."""
    kind, review, _ = manner_of(figure)
    return bool(figure.value or figure.slot) and not is_none(figure) and (kind == "动作" or any(map(_is_act, review)))


def _is_act(pattern: str) -> bool:
    """Tell whether a pattern says that something was done: 完成甲乙, not 甲达乙, nor 共有甲乙 or 实现甲乙."""
    return not pattern.startswith(("甲", "共有", "有", "建有", "实现"))


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


def said_with(figure: Figure, verb: str, value: str, *, computed: bool = False) -> Words:
    pieces = (own(verb, REF), fact(value, figure, computed=computed))
    return tuple(piece for piece in pieces if piece.text)


def fact(text: str, figure: Figure, *, computed: bool = False) -> Piece:
    """Return words of a figure: its indicator, its value, or what was computed of it."""
    return Piece(text, "fact", f"{figure.ref}{_COMPUTED}" if computed else figure.ref)


def varied(words: Words) -> Words:
    """Return a paragraph in which no two figures that follow each other are said alike: 达 | 达到."""
    pieces, seen_refs, last = list(words), {""}, ""
    for at, named in enumerate(words):
        if named.kind != "fact" or named.ref in seen_refs or named.ref.endswith(_COMPUTED):
            continue
        seen_refs.add(named.ref)
        verb = _verb_behind(words, at)
        if verb and verb == last:
            pieces[at : at + 2] = _otherwise(named, words[at + 1])
            verb = pieces[at + 1].text if pieces[at + 1].kind == "template" else ""
        last = verb
    return merged(pieces)


def _verb_behind(words: Words, at: int) -> str:
    """Return the verb that stands between the indicator at a place and its value."""
    verb, value = (*words[at + 1 : at + 3], *[own("")] * 2)[:2]
    is_verb = verb.kind == "template" and verb.text in _OTHER_WAYS and value.ref == words[at].ref
    return verb.text if is_verb else ""


def _otherwise(named: Piece, verb: Piece) -> Sequence[Piece]:
    """Return an indicator with its verb in another way: 达到 for 达, 完成甲 for 甲完成."""
    other = _OTHER_WAYS[verb.text]
    return (named, own(other, verb.ref)) if other else (verb, named)
