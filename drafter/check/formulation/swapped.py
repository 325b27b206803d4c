"""Formulations with their halves or verbs swapped: 生命至上、人民至上; 坚定拥护“两个维护”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.check.formulation.look_alikes import look_alikes
from drafter.model import NormText, Span
from drafter.text.formulations import quotable
from drafter.text.masking import mask

_MARKS = str.maketrans("", "", "“”")
_HALVES = re.compile("([^、，]{4,})[、，]([^、，]{4,})")
CROSSED = 4  # characters of a half whose second word may change places with the other's: 不忘使命、牢记初心
_ORDER = "一二三四五六七"
_PLENUMS = re.compile("届((?:[一二三四五六七]中[、和]?){2,})全会")
# what is done about a term; another term's verb before it is a slip
_VERBS = {
    "四个意识": ("增强", "树牢"),
    "四个自信": ("坚定", "增强", "树牢"),
    "两个维护": ("做到", "践行"),
    "两个确立": ("拥护", "领悟"),
}


@dataclass(frozen=True, slots=True)
class Swap:
    """A formulation in the wrong order or with the wrong verb."""

    span: Span
    right: str


def find_swapped(text: str) -> Iterator[Swap]:
    """Yield the swapped halves of a text, the plenums out of order, then the swapped verbs."""
    for match in _reversed().finditer(text):
        yield Swap(Span(*match.span()), _right()[re.sub("[、，]", "、", match.group())])
    for match in _PLENUMS.finditer(text):
        named = [numeral for numeral in match[1] if numeral in _ORDER]
        right = sorted(set(named), key=_ORDER.index)
        if right[0] == "二":  # all that have been held since the congress; 三中、五中 may be those that matter
            right = [*_ORDER[1 : _ORDER.index(right[-1]) + 1]]
        if named != right:
            yield Swap(Span(*match.span(1)), "、".join(f"{numeral}中" for numeral in right))
    for match in _wrong_verbs().finditer(text):
        term = next(filter(None, match.groups()))
        yield Swap(Span(*match.span()), f"{_VERBS[term][0]}“{term}”")


@cache
def _right() -> dict[str, str]:
    """Return the right wording of each reversed one, of those with two halves of one length."""
    found = {}
    for wording in sorted(_with_halves()):
        first, second = wording.split("、")
        crossed = f"{first[:2]}{second[2:]}、{second[:2]}{first[2:]}"
        ends = f"{first[:-2]}{second[-2:]}、{second[:-2]}{first[-2:]}"
        for turned in (f"{second}、{first}", crossed if len(first) == CROSSED else ends):
            if not look_alikes().search(mask(NormText(turned)).text):
                found[turned] = wording
    return {turned: wording for turned, wording in found.items() if turned not in _with_halves()}


@cache
def _with_halves() -> frozenset[str]:
    """Return the wordings, and quotations in them, that have two halves of one length."""
    wordings = {wording for each in quotable() for wording in each.wordings}
    quoted = {term for wording in wordings for term in re.findall("“([^”]*)”", wording)}
    plain = {wording.translate(_MARKS).replace("，", "、") for wording in wordings | quoted}
    halves = (_HALVES.fullmatch(wording) for wording in plain)
    return frozenset(match[0] for match in halves if match and len(match[1]) == len(match[2]))


@cache
def _reversed() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(turned).replace("、", "[、，]") for turned in _right()))


@cache
def _wrong_verbs() -> re.Pattern[str]:
    verbs = {verb for several in _VERBS.values() for verb in several}
    wrong = (f"(?:{'|'.join(sorted(verbs - set(right)))})“?({term})”?" for term, right in _VERBS.items())
    return re.compile("|".join(wrong))
