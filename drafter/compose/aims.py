"""Say what one figure of the plan is to reach: 高标准农田建设 becomes 完成高标准农田建设5000亩, 事故0起 不发生事故."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.compose.choice import Choice
from drafter.compose.facts import Figure
from drafter.compose.prose import Words, merged, own
from drafter.compose.sayings import (
    BEYOND,
    REF,
    fact,
    filled,
    filled_with_none,
    manner_of,
    number_of,
    said_with,
    value_or_slot,
    without_stative,
)
from drafter.compose.tails import direction, flat_words, outdated_tails, rank_of
from drafter.compose.zeros import is_nought, saying


def aims_of(figure: Figure, choice: Choice) -> Iterator[Words]:
    """Yield what a target is said to reach besides its value."""
    if figure.change:
        flat = figure.change.way == "flat"
        said = ("", flat_words(planned=True)) if flat else (direction(figure, figure.change), figure.change.text)
        yield said_with(figure, *said, computed=figure.computed_change)
    if figure.completion:
        yield said_with(figure, "完成率达到", figure.completion)
    if figure.share:
        yield said_with(figure, "占比达到", figure.share)
    if figure.rank:
        yield rank_of(figure, choice)
    yield from outdated_tails(figure)


def aim_of(figure: Figure, aim: str, choice: Choice) -> Words:
    """Return an indicator with what it is to reach; from where, when the value of today is known."""
    if figure.value and (figure.target or figure.slot):
        reached = value_or_slot(figure, "清零" if is_nought(aim) else aim)
        before, verb = ("在", "的基础上") if reached.text == "清零" else _way(figure, aim)
        return (fact(figure.indicator, figure), *said_with(figure, before, figure.value), own(verb, REF), reached)
    if is_nought(aim):
        return filled_with_none(choice.other_than_last("figure", saying(figure.indicator).plan), figure)
    plan = manner_of(figure).plan
    pattern = without_stative(plan) if BEYOND.match(aim) else plan
    if aim.endswith(("以内", "以下")):
        pattern = pattern.removesuffix("以内")
    return merged(filled(pattern, figure, aim))


def _way(figure: Figure, aim: str) -> tuple[str, str]:
    """Return the words before the value of today and before the aim: 由1350头增加到1600头, 由97%提高到98%."""
    now, then = number_of(figure.value), number_of(aim)
    if figure.slot or now is None or then is None or now == then:
        return "在", "的基础上达到"
    is_rate = figure.value.endswith("%")
    up, down = ("提高到", "下降到") if is_rate else ("增加到", "减少到")
    return "由", up if then > now else down
