"""Terms with a number in them quoted with another number or a wrong word: “三个意识”, “四个意思”, 四议一公开."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from drafter.check.formulation.look_alikes import is_look_alike
from drafter.model import Span
from drafter.text.formulations import Formulation, quotable
from drafter.text.homophones import sound_alike
from drafter.text.lookout import Lookout

_NUMERALS = "一二两三四五六七八九十双"
_NUMERAL = re.compile(f"[{_NUMERALS}]")
_QUOTED = re.compile("“([^“”\n]{3,14})”")
_LEADS = ("增强", "坚定", "做到", "树牢", "拥护", "领悟", "坚持", "心怀", "胸怀", "牢记", "落实", "纠治", "践行")
_HAN = re.compile("[\u4e00-\u9fff、]+")
_PAIR = re.compile("^一.一.$")  # 一户一册 is as right as 一户一策
# what quotations of many meanings are built like: 一村一策, 多网合一, 三调联动
_BUILT = re.compile(
    f"^[{_NUMERALS}].[{_NUMERALS}].$|合一|融合|联动|工程|通办|统管|通享|最多|制$|改革|一次|大发展|大文章|中心|企业"
)
_GENERAL = "泛"  # of the table: with another number or word it is another term
END = 2  # characters of either end of a term, one of which a slip leaves as it is
LEFT_OUT = 4  # characters of a term from which one may be left out: 三个区分来
SHORTEST = 3  # characters of a term that is known without its number: 四个意识, but not 四风
LONGEST = 10  # characters of a term
BEHIND = 4  # characters behind a quotation that may make another of it: “三个意识”教育


@dataclass(frozen=True, slots=True)
class Misquote:
    """A term quoted wrongly."""

    span: Span
    right: str
    is_number: bool  # what is wrong is its number


def find_number_terms(text: str) -> Iterator[Misquote]:
    """Yield the terms of a text that stand with a wrong number or word, in quotation marks or after their verb."""
    for match in _QUOTED.finditer(text):
        if (right := _meant(match[1])) and not _is_usual(text, Span(*match.span(1))):
            yield Misquote(Span(*match.span(1)), right, _skeleton(right) == _skeleton(match[1]))
    skeleton = _skeleton(text)
    for span in _half_quoted().find(skeleton):
        words, several = span.of(text), _half_quotations()[span.of(skeleton)]
        if words not in several and not is_look_alike(words.replace("“", "").replace("”", "")):
            yield Misquote(span, several[0], is_number=True)
    for span in _bare().find(skeleton):
        words, right = span.of(text), _by_skeleton()[span.of(skeleton)][0]
        if words not in _terms() and _stands_bare(text, span) and not _is_usual(text, span):
            yield Misquote(span, right, is_number=True)


def _is_usual(text: str, span: Span) -> bool:
    """Tell whether a term with what follows it looks like a misquoted one and is none."""
    return is_look_alike(re.sub("[“”、]", "", text[span.start : span.end + BEHIND]))


@cache
def _terms() -> frozenset[str]:
    """Return every quotation and whole wording that is right, number or not."""
    return frozenset(term for each in quotable() for term in _terms_of(each))


@cache
def _certain() -> dict[str, tuple[str, ...]]:
    """Return the terms that a number or a word makes by the formulation they belong to; none of one province."""
    others = {term for each in quotable() if each.region or _GENERAL in each.notes for term in _terms_of(each)}
    found: dict[str, tuple[str, ...]] = {}
    for each in quotable():
        found[each.text] = (*found.get(each.text, ()), *(term for term in _terms_of(each) if term not in others))
    return found


def _terms_of(formulation: Formulation) -> Sequence[str]:
    """Return the quotations and whole wordings of a formulation."""
    quoted = (term for wording in formulation.wordings for term in re.findall("“([^”]*)”", wording))
    return [*dict.fromkeys((*quoted, *(wording for wording in formulation.wordings if "“" not in wording)))]


@cache
def _by_skeleton() -> dict[str, Sequence[str]]:
    """Return the terms that can be told by what is left without their numbers: #个意识 -> 四个意识."""
    found: dict[str, dict[str, str]] = {}
    for name, terms in _certain().items():
        for term in terms:
            skeleton = _skeleton(term)
            if "#" in skeleton and SHORTEST < len(term) <= LONGEST and len(skeleton.replace("#", "")) > 1:
                found.setdefault(skeleton, {})[term] = name
    return {skeleton: [*several] for skeleton, several in found.items() if len(set(several.values())) == 1}


def _skeleton(term: str) -> str:
    return _NUMERAL.sub("#", term)


def _meant(quoted: str) -> str:
    """Return the term that a quotation means and misses, "" when it is right or means none."""
    plain = quoted.replace("、", "")
    if quoted in _terms() or plain in _terms() or is_look_alike(plain):
        return ""
    if several := _by_skeleton().get(_skeleton(quoted)):
        return several[0]
    near = [*_by_characters().get("".join(sorted(quoted)), ()), *_by_end().get(quoted[:END], ())]
    near += _by_end().get(quoted[-END:], ())
    return next((term for term in near if (_is_slip if term in _told_apart() else _is_muddled)(quoted, term)), "")


@cache
def _by_characters() -> dict[str, list[str]]:
    """Return the terms by the characters they are made of."""
    found: dict[str, list[str]] = {}
    for term in sorted(_told_apart() | _built()):
        found.setdefault("".join(sorted(term)), []).append(term)
    return found


@cache
def _by_end() -> dict[str, list[str]]:
    """Return the terms by their first two characters and their last: a slip leaves one of these ends as it is."""
    found: dict[str, list[str]] = {}
    for term in sorted(_told_apart() | _built()):
        for end in (term[:END], term[-END:]):
            found.setdefault(end, []).append(term)
    return found


def _is_slip(quoted: str, term: str) -> bool:
    """Tell whether a quotation is a term with a character changed, left out or put in, or with two changed about."""
    apart = len(term) - len(quoted)
    if apart == 0 and sorted(term) == sorted(quoted):
        return True
    if not _HAN.fullmatch(quoted):
        return False
    least, most = (-1 if _NUMERAL.match(term) else 0), (1 if len(term) > LEFT_OUT else 0)
    allowed = least <= apart <= most
    return allowed and OSA.distance(term, quoted, score_cutoff=1) == 1


def _is_muddled(quoted: str, term: str) -> bool:
    """Tell whether a quotation has a term's characters in another order, or a sound-alike: 三大一重, 五社连动."""
    if sorted(quoted) == sorted(term):
        return True
    changed = [each for each in zip(quoted, term, strict=False) if each[0] != each[1]]
    return len(quoted) == len(term) and len(changed) == 1 and sound_alike(*changed[0])


@cache
def _told_apart() -> frozenset[str]:
    """Return the terms that no other quotation is built like: 四个意识, 枫桥经验, but not 一企一策 or 多规合一."""
    terms = {term for several in _certain().values() for term in several}
    return frozenset(term for term in terms if SHORTEST < len(term) <= LONGEST - 2 and not _BUILT.search(term))


@cache
def _built() -> frozenset[str]:
    """Return the other terms that are long enough to be known by their sound."""
    terms = {term for several in _certain().values() for term in several if _NUMERAL.search(term)}
    return frozenset(term for term in terms - _told_apart() if len(term) > SHORTEST and not _PAIR.match(term))


@cache
def _half_quotations() -> dict[str, list[str]]:
    """Return the wordings with a number in a quotation and words beside it, by what is left: “#医”联动."""
    found: dict[str, list[str]] = {}
    certain = (each for each in quotable() if not each.region and _GENERAL not in each.notes)
    for wording in (wording for each in certain for wording in each.wordings):
        inner = re.search("“([^“”]*)”", wording)
        if (
            inner
            and inner[0] != wording
            and _NUMERAL.search(inner[1])
            and wording.count("“") == 1
            and inner[1][-1] != "五"
        ):
            found.setdefault(_skeleton(wording), []).append(wording)
    return found


@cache
def _half_quoted() -> Lookout:
    return Lookout(_half_quotations())


@cache
def _bare() -> Lookout:
    return Lookout(_by_skeleton())


def _stands_bare(text: str, span: Span) -> bool:
    """Tell whether a term without quotation marks is meant: after a verb it goes with, or with two numbers in it."""
    if text[span.end : span.end + 1] == "”":
        return False
    if text.endswith(_LEADS, 0, span.start):
        return True
    alone = text[span.start - 1 : span.start] not in {*_NUMERALS, "“", "第"}
    return alone and len(_NUMERAL.findall(span.of(text))) > 1
