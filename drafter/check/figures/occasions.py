"""Whether two sentences speak of one occasion: what is counted at every check, for every school, is counted anew."""

from __future__ import annotations

import re

LIKE = 0.6  # share of two characters in a row that the clauses before two figures have in common

_OCCASIONAL = re.compile(
    ".*(?:学位|床位|车位|农田|隐患|金|资金|补贴|贷款|问题|垃圾|线索|岗位|面积)|惠及.*|受益.*|带动.*|覆盖.*|吸引.*|服务.*"
)
_MARK = re.compile("[，；：]")


def is_occasional(noun: str) -> bool:
    """Tell whether what is counted belongs to an occasion or a work, of which a report tells of many."""
    return bool(_OCCASIONAL.fullmatch(noun))


def one_occasion(first: str, second: str) -> bool:
    """Tell whether what two sentences say before their figures may be of one occasion: nothing, or much the same."""
    one, other = _pairs(first), _pairs(second)
    return not one or not other or len(one & other) >= LIKE * len(one | other)


def _pairs(text: str) -> set[str]:
    """Return the characters, two in a row, of the clauses before the last."""
    clauses = _MARK.split(text)[:-1]
    return {clause[at : at + 2] for clause in clauses for at in range(len(clause) - 1)}
