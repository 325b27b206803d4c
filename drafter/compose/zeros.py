"""Say that there was none: 生产安全事故0起 is 未发生生产安全事故, or 生产安全事故“零发生” (`data/zeros.tsv`)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.compose.tables import rows, several
from drafter.text.typed import parse_amount

_RATE = re.compile("[%％]$")


class Saying(NamedTuple):
    """How nothing of a kind is said; 甲 in a pattern is the indicator."""

    review: tuple[str, ...]
    plan: tuple[str, ...]


def saying(indicator: str) -> Saying:
    """Return how it is said that `indicator` is nought: the first row of the table that fits."""
    return next(how for words, how in _sayings() if words.search(indicator))


def is_known(indicator: str) -> bool:
    """Tell whether the table has a way of its own for `indicator`, beside the way for all else."""
    return any(words.pattern and words.search(indicator) for words, _ in _sayings())


def is_nought(value: str) -> bool:
    """Tell whether a value as printed is nought: 0, 0起, 0.00万元; a rate of 0% is told as typed."""
    amount = parse_amount(value) if value and not _RATE.search(value) else None
    return bool(amount and amount.number == 0 and not amount.after)


@cache
def _sayings() -> tuple[tuple[re.Pattern[str], Saying], ...]:
    return tuple(
        (re.compile(words), Saying(several(review), several(plan))) for words, review, plan in rows("zeros.tsv")
    )
