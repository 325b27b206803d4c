"""Two figures in a row of which one bounds the other: 排查A、整改B with B above A; B，超额完成任务A with B below A."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.check.account import Account, Fault, unit
from drafter.check.amounts import interval
from drafter.model import Span
from drafter.text.quantities import figures
from drafter.text.sentences import sentences

_FOUND = re.compile(r"(?:排查|摸排|发现|受理|收到|接到|交办|反馈)[^，。；\d]{0,14}$")
_SETTLED = re.compile(
    r"^[^，。；\d]{0,6}[，、](?:已|均|全部|其中|完成|现已)*(?:整改|办结|化解|销号|调处|答复|处置)(?:到位|完成)?了?$"
)
_OVERDONE_GOAL = (
    re.compile(r"[，、]超额完成(?:了)?$"),
    re.compile("的?(?:年度|全年|年初)?(?:确定的?)?(?:任务|目标|计划)"),
)
_OVERDONE = re.compile(r"[，、]超额完成[^，。；\d]{0,12}(?:任务|目标|计划)(?:数)?的?$")


def find_pairs(account: Account) -> Iterator[Fault]:
    """Yield more that is settled than was found, and goals that are called surpassed and are not."""
    for sentence in sentences(account.text):
        said = sentence.of(account.text)
        last = 0
        for one, other in pairwise(figures(said)):
            before, between = said[last : one.span.start], said[one.span.end : other.span.start]
            last = one.span.end
            first, second = one.span.of(said), other.span.of(said)
            low, high = interval(first), interval(second)
            if not (low and high) or unit(one.unit) != unit(other.unit) or one.unit in {"%", "‰"}:
                continue
            span = Span(one.span.start, other.span.end).shift(sentence.start)
            if high.low > low.high and _FOUND.search(before) and _SETTLED.search(between):
                yield Fault("part", span, f"一共{first}，办了的却有{second}", "请核对这两个数")
            elif low.high < high.low and (_OVERDONE.search(between) or _surpasses(between, said[other.span.end :])):
                message = f"说的是超额完成{second}的任务，实际只有{first}"
                yield Fault("completion", span, message, "请核对，或改掉“超额”")


def _surpasses(between: str, behind: str) -> bool:
    """Tell whether a goal behind its figure is called surpassed: 超额完成1.3亿元的年度目标."""
    before, after = _OVERDONE_GOAL
    return bool(before.search(between) and after.match(behind))
