"""Write texts as YAML scalars, plain where that is safe."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SPECIAL_FIRST = "-?:,[]{}#&*!|>'\"%@`~=<"
_NULLS = {"", "~", "null", "Null", "NULL"}
_BREAKS = re.compile(r":(?=\s|$)|(?<=\s)#|^\s|\s$|[\t\n\x85\u2028\u2029\ufeff]")
_NUMBER = re.compile(r"\d+\.")  # the number before a point, which an editor takes for 1.0
_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[\"'\[{])")


def scalar(text: str, *, flow: bool = False) -> str:
    """Return `text` as a scalar; inside braces (`flow`) a comma or bracket needs quotes."""
    is_plain = (
        not _NUMBER.fullmatch(text)
        and text[:1] not in _SPECIAL_FIRST
        and text not in _NULLS
        and not _BREAKS.search(text)
    )
    if is_plain and not (flow and _IN_FLOW.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def mapping(pairs: Mapping[str, str]) -> str:
    """Return a mapping in one line: {指标: 早稻种植面积, 单位: 亩}; a value "" is left open."""
    return "{" + ", ".join(f"{key}: {scalar(value, flow=True) if value else ''}" for key, value in pairs.items()) + "}"
