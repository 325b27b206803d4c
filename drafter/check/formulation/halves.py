"""Wordings of two halves of which the second begins right and ends wrong: 外防输入、内防扩散; 藏粮于地、藏粮于民."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from drafter.check.formulation.look_alikes import is_look_alike
from drafter.model import Span
from drafter.text.formulations import quotable
from drafter.text.lookout import Lookout

_MARKS = str.maketrans("", "", "“”‘’")
_ALIKE = str.maketrans("与及同，", "和和和、")
_HALVES = re.compile("([^、，]{4,8})、([^、，]{4,8})")
_NO_HAN = re.compile("[^\u4e00-\u9fff]")
BEGUN = 2  # characters of the second half that tell what it was to be


@dataclass(frozen=True, slots=True)
class HalfRight:
    """A wording with another second half than its own."""

    span: Span
    right: str


def find_half_right(text: str) -> Iterator[HalfRight]:
    """Yield the wordings of a text whose second half goes on otherwise than it begins."""
    alike = text.translate(_ALIKE)
    for span in _lookout().find(alike):
        seconds = _seconds()[span.of(alike)]
        start = span.end - BEGUN
        if any(alike.startswith(second, start) for second in seconds):
            continue
        second, right = next(iter(seconds.items()))
        whole = Span(span.start, start + len(second))
        written = alike[start : whole.end]
        if not _NO_HAN.search(written) and not is_look_alike(whole.of(alike).replace("、", "")):
            yield HalfRight(whole, right)


@cache
def _seconds() -> Mapping[str, Mapping[str, str]]:
    """Return by each first half, with the beginning of the second, the second ones and the wordings they make."""
    wordings = {wording for each in quotable() if not each.region for wording in each.wordings}
    quoted = {term for wording in wordings for term in re.findall("“([^”]*)”", wording)}
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for wording in sorted(wordings | quoted):
        if match := _HALVES.fullmatch(wording.translate(_MARKS).translate(_ALIKE)):
            found[f"{match[1]}、{match[2][:BEGUN]}"][match[2]] = wording
    return found


@cache
def _lookout() -> Lookout:
    return Lookout(_seconds())
