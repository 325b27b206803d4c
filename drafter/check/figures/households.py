"""Households held against the people in them: 低保对象412户736人, but not 412户286人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault, told
from drafter.model import Span

MOST = 9  # people a household on average, by far more than in any town

_BOTH = re.compile("(?P<households>#)[、，（]?(?:共|计|合计|共计)?(?P<people>#)(?!次)")


def find_households(account: Account) -> Iterator[Fault]:
    """Yield fewer people than households, and more than can live in them."""
    text = account.figured
    for match in _BOTH.finditer(text.signs):
        households, people = text.at(match, "households"), text.at(match, "people")
        many, all_people = households.value, people.value
        if "商" in text.words(text.number(match.start()))[-3:]:
            continue  # 商户1.5万户、85万人: no households
        if households.unit != "户" or people.unit != "人" or not (many and all_people) or many.low <= 0:
            continue
        span = Span(households.span.start, people.span.end)
        if all_people.high < many.low:
            message = f"{households.printed}只有{people.printed}，人数比户数还少"
            yield Fault("part", span, message, "请核对户数和人数")
        elif all_people.low > many.high * MOST:
            message = f"{households.printed}有{people.printed}，平均每户{told(all_people.middle / many.middle)}人"
            yield Fault("unit", span, message, "请核对户数和人数，看“万”有没有写错")
