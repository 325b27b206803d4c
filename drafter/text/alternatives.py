"""One regular expression for many words, made so that the engine looks at each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """Return an expression that matches the longest of `words` at a place: words that begin alike share a branch.

    A plain a|b|c tries one word after the other at every place; hundreds of them cost a tenth of reading a report.
    """
    wanted = sorted(set(words) - {""})
    return f"(?:{_branches(wanted)})" if wanted else "(?!)"


def _branches(words: list[str]) -> str:
    """Return the branches of sorted, different words; an empty one among them comes last: longer ones win."""
    found: list[str] = []
    at = 0
    while at < len(words):
        first = words[at][:1]
        rests = [word[1:] for word in words[at:] if word[:1] == first]
        at += len(rests)
        if first:
            rest = _branches(rests)
            found.append(re.escape(first) + (f"(?:{rest})" if len(rests) > 1 else rest))
    return "|".join([*found, ""] if "" in words else found)
