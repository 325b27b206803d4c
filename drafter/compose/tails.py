"""What is said of a figure besides its value: its change, completion, share and rank, how it stands to its target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.compose.choice import Choice
from drafter.compose.facts import Figure
from drafter.compose.prose import Words, outdated, own, placeholder
from drafter.compose.sayings import REF, fact, manner_of, number_of, said_with
from drafter.compose.stock import Stock
from drafter.text.typed import Change, parse_rate, print_rate

_RELATIVE = ("%", "个百分点", "个点", "倍")  # a change in 人 or 元 is an increase, not a growth
_ITS_OWN_RANK = re.compile("(?:排名|名次|位次)$")
_OWN_SUBJECT = re.compile("(增速|增幅|总量|总额|规模|产量|排名|名次|位次|得分)")
_COUNTED = re.compile(r"[\d一二三四五六七八九十]$")


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
        if alike and figure.value.endswith("%") and value != target:
            yield _off_target(figure, value - target)  # type: ignore[operator]
            return
        verb = "目标为" if not alike else "达到" if value == target else "高于" if value > target else "低于"  # type: ignore[operator]
        yield (*said_with(figure, verb, figure.target), own("的目标" * (verb != "目标为"), REF))


def _off_target(figure: Figure, off: Decimal) -> Words:
    """Say by how many points a rate lies off its target: 比98%的目标低0.2个百分点."""
    points = fact(f"{print_rate(abs(off))}个百分点", figure, computed=True)
    way = "的目标高" if off > 0 else "的目标低"
    return (*said_with(figure, "比", figure.target), own(way, REF), points)


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


def outdated_tails(figure: Figure) -> Iterator[Words]:
    """Yield a slot for each column that is still to be brought up to date beside a value that is."""
    for column, old in () if figure.slot else figure.stale:
        yield (outdated(column or figure.indicator, old, figure.ref),)
