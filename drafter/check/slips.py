"""Slips that are made again and again (`data/slips.tsv`): 一老一少, 四议两公示, 再接再励."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.config import table
from drafter.model import Span
from drafter.text.masking import Masked


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that are wrong wherever they stand."""

    span: Span  # in masked characters
    right: str
    since: str  # the month from which it is wrong; "" where it always was


def find_slips(masked: Masked) -> Iterator[Slip]:
    """Yield the slips of a text in order."""
    for match in _wrong().finditer(masked.text):
        yield Slip(Span(*match.span()), *_right()[(match.lastindex or 1) - 1])


@cache
def _wrong() -> re.Pattern[str]:
    """Return what finds the slips, a group for each row."""
    return re.compile("|".join(f"({wrong})" for wrong, *_ in table("slips.tsv")))


@cache
def _right() -> tuple[tuple[str, str], ...]:
    return tuple((right, since) for _, right, since in table("slips.tsv"))
