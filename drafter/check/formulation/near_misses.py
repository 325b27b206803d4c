"""Fixed wordings quoted with a character or two wrong: 铸牢中华民族共同体意思, 坚持稳中求进总基调."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA, Levenshtein

from drafter.check.formulation.look_alikes import look_alikes
from drafter.check.reading import Taken
from drafter.model import NormText, Span
from drafter.text.dictionary import cut
from drafter.text.formulations import quotable
from drafter.text.homophones import sound_alike
from drafter.text.lookout import Lookout
from drafter.text.masking import Masked, mask
from drafter.text.words import tag

GRAM = 3
SHORTEST = 7  # masked characters; of a shorter wording too little is left beside an error to know it by
LONG, LONGEST = 10, 24  # from here on two characters may be wrong, and from here on four
SWAPPED = 4  # characters on either side that may have changed places in one without parts
COVERED = (
    0.6  # share of a stretch that a right wording may take: there the stretch is that wording's, longer or shorter
)
BESIDE = 2  # characters beside a stretch that may belong to a look-alike: 社会主义核心价值体|系
AROUND = 6  # characters on either side that decide how a stretch is cut into words
_PARTED = re.compile("[、，]")
_FENCE = "㐀"  # kept by masking, and in no report
_CUSTOM = "通例"  # formulations of custom may be said otherwise; only broken words in them count, as in members
_FILLING = frozenset("的地得了和与及并在")  # characters that real reports put in or leave out
_AND = frozenset("和与及同")  # and those they take for each other

Places = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch of masked characters that is nearly a fixed wording."""

    span: Span  # in masked characters
    wording: str  # the right one, as it is written
    distance: int  # characters that differ
    is_whole: bool  # not only a member of one
    masked: str = ""  # the right one's masked characters


@dataclass(frozen=True, slots=True)
class _Wordings:
    """The wordings, and by their grams those long enough to be known with an error in them."""

    written: Sequence[str]
    whole: int  # how many of them, the first ones, stand for themselves; the rest are members of such
    masked: Sequence[str]
    grams: Places  # gram -> (number of the wording, place in it)


@cache
def _wordings() -> _Wordings:
    whole = list(dict.fromkeys(w for each in quotable() if _CUSTOM not in each.source for w in each.wordings))
    loose = (each.wordings if _CUSTOM in each.source else each.members for each in quotable())
    members = {wording for several in loose for wording in several} - set(whole)
    written = [*whole, *sorted(members)]
    masked = masked_texts(written)
    grams: Places = defaultdict(list)
    for number, wording in enumerate(masked):
        if len(wording) >= SHORTEST:
            for place in range(len(wording) - GRAM + 1):
                grams[wording[place : place + GRAM]].append((number, place))
    return _Wordings(written, len(whole), masked, dict(grams))


def masked_texts(texts: Sequence[str]) -> list[str]:
    """Return the masked characters of each text; all at once is a hundred times quicker."""
    return mask(NormText(_FENCE.join(texts))).text.split(_FENCE)


def find_near_misses(masked: Masked) -> Iterator[NearMiss]:
    """Yield the near misses of a text, the nearest first where they overlap."""
    text = masked.text
    right = list(_right().find(text))
    found = [miss for key, starts in _seeded(text).items() if (miss := _best(text, key, starts))]
    found = [miss for miss in found if not _is_chance(masked, miss)]
    found.sort(key=lambda miss: (miss.distance, -len(miss.span), miss.span))
    taken = Taken(len(text))
    for miss in found:
        if not _is_right(text, miss, right) and not taken.meets(miss.span) and not _is_usual(masked, miss):
            taken.take(miss.span)
            yield miss


@cache
def _right() -> Lookout:
    """Return what finds the wordings that are right, longest first."""
    return Lookout(_wordings().masked)


def _seeded(text: str) -> dict[tuple[int, int], list[int]]:
    """Return for each wording and neighbourhood where the wording would begin by the grams it shares with the text."""
    grams = _wordings().grams
    starts: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at in range(len(text) - GRAM + 1):
        for number, place in grams.get(text[at : at + GRAM], ()):
            starts[number, (at - place) // 4].append(at - place)
    joined: dict[tuple[int, int], list[int]] = {}
    for (number, cell), several in starts.items():
        joined[number, cell] = several + starts.get((number, cell + 1), [])
    return joined


def _best(text: str, key: tuple[int, int], starts: Sequence[int]) -> NearMiss | None:
    """Return the stretch near `starts` that is nearest to the wording, None when none is near or one is right."""
    wording = _wordings().masked[key[0]]
    allowed = 4 if len(wording) >= LONGEST else 2 if len(wording) >= LONG else 1
    if len(starts) < max(1, len(wording) - GRAM + 1 - (GRAM + 1) * allowed):
        return None
    best: tuple[int, int, Span] | None = None
    for start in range(max(0, min(starts) - 1), max(starts) + 2):
        for length in range(len(wording) - allowed, len(wording) + allowed + 1):
            span = Span(start, min(len(text), start + length))
            distance = OSA.distance(span.of(text), wording, score_cutoff=allowed)
            if distance <= allowed and (best is None or (distance, abs(length - len(wording))) < best[:2]):
                best = distance, abs(length - len(wording)), span
    if best is None:
        best = _shuffled(text, wording, starts, parted=bool(_PARTED.search(_wordings().written[key[0]])))
    if best is None or best[0] == 0 or _is_filling(best[2].of(text), wording):
        return None
    return NearMiss(best[2], _wordings().written[key[0]], best[0], key[0] < _wordings().whole, wording)


def _shuffled(text: str, wording: str, starts: Sequence[int], *, parted: bool) -> tuple[int, int, Span] | None:
    """Return the stretch that has the wording's characters in another order: 统一集中领导, 踏石有印、抓铁留痕.

    Of one with parts (`parted`) no more than two characters may have changed places: parts are often set otherwise.
    """
    for start in sorted(set(starts)):
        span = Span(start, start + len(wording))
        quoted = span.of(text) if start >= 0 else ""
        if quoted != wording and sorted(quoted) == sorted(wording):
            moved = sum(one != other for one, other in zip(quoted, wording, strict=True))
            if moved <= (2 if parted else 2 * SWAPPED):
                return 2, 0, span
    return None


def _is_chance(masked: Masked, miss: NearMiss) -> bool:
    """Tell whether a wording without parts only seems shuffled, across a mark: 坚持党的领导，全面."""
    shuffled = sorted(miss.span.of(masked.text)) == sorted(miss.masked)
    return shuffled and not _PARTED.search(miss.wording) and not has_no_mark(masked, miss.span)


def _is_filling(quoted: str, wording: str) -> bool:
    """Tell whether nothing but 的, 和 … was put in or left out, or an end was cut off."""
    changed = [
        quoted[each.src_start : each.src_end] + wording[each.dest_start : each.dest_end]
        for each in Levenshtein.opcodes(quoted, wording)
        if each.tag != "equal"
    ]
    ends = wording.startswith(quoted) or wording.endswith(quoted) or wording in quoted
    replaced = any(each.tag == "replace" for each in Levenshtein.opcodes(quoted, wording))
    return ends or all(set(each) <= (_AND if replaced else _FILLING) for each in changed)


def _is_usual(masked: Masked, miss: NearMiss) -> bool:
    """Tell whether a miss is none: real reports say it so, or part of it, and no word in its midst is broken."""
    text = masked.text
    changed = [
        Span(each.src_start, each.src_end).shift(miss.span.start)
        for each in Levenshtein.opcodes(miss.span.of(text), mask(NormText(miss.wording)).text)
        if each.tag != "equal"
    ]
    closed = is_marked(masked, miss.span.end)
    inner = [
        each
        for each in changed
        if miss.span.start < each.start and (each.end < miss.span.end or (closed and len(each) == 1))
    ]
    low, high = max(0, miss.span.start - BESIDE), miss.span.end + BESIDE
    found = [Span(match.start() + low, match.end() + low) for match in look_alikes().finditer(text[low:high])]
    usual = [each for each in found if each.overlap(miss.span)]
    if miss.is_whole and (
        not usual or (_is_homophone(text, miss) and not any(each.covers(changed[0]) for each in usual))
    ):
        return False
    return not any(_breaks_word(text, each) for each in inner if not any(span.covers(each) for span in usual))


def _is_homophone(text: str, miss: NearMiss) -> bool:
    """Tell whether nothing but one character was typed for another that sounds alike: 新时袋中国特色社会主义."""
    quoted = miss.span.of(text)
    changed = [each for each in zip(quoted, miss.masked, strict=False) if each[0] != each[1]]
    return len(quoted) == len(miss.masked) and len(changed) == 1 and sound_alike(*changed[0])


def is_marked(masked: Masked, at: int) -> bool:
    """Tell whether a mark stands right before the character at `at`, or the text begins or ends there."""
    return at in {0, len(masked)} or bool(masked.starts[at] > masked.ends[at - 1])


def has_no_mark(masked: Masked, span: Span) -> bool:
    """Tell whether nothing but the characters themselves stands between them."""
    return not (masked.starts[span.start + 1 : span.end] != masked.ends[span.start : span.end - 1]).any()


def _breaks_word(text: str, changed: Span) -> bool:
    """Tell whether the changed characters are no words and no part of one: 铸|劳, 震|兴."""
    low = max(0, changed.start - AROUND)
    at = low
    for word in cut(text[low : changed.end + AROUND]):
        word_span = Span(at, at + len(word))
        at = word_span.end
        touched = changed.covers(word_span) if len(changed) else changed.start in {word_span.start, word_span.end}
        if touched and may_be_typo(word):
            return True
    return False


def has_typo(text: str, span: Span) -> bool:
    """Tell whether a stretch has a word in it that may be a mistyped character."""
    low = max(0, span.start - AROUND)
    at = low
    for word in cut(text[low : span.end + AROUND]):
        if span.covers(Span(at, at + len(word))) and may_be_typo(word):
            return True
        at += len(word)
    return False


def may_be_typo(word: str) -> bool:
    """Tell whether a word of a cut text is a lone character that seldom stands alone."""
    return len(word) == 1 and tag(word)[0] not in "pucdmqrf"


def _is_right(text: str, miss: NearMiss, right: Sequence[Span]) -> bool:
    """Tell whether a right wording takes most of a stretch, and none that is part of the one missed by a slip."""
    at = bisect_right(right, miss.span.end, key=lambda each: each.start)
    near = [each for each in right[max(0, at - 8) : at] if miss.span.overlap(each) >= COVERED * len(miss.span)]
    if near and all(each.of(text) in miss.masked for each in near):
        return not _is_slip(text, miss)
    return bool(near)


def _is_slip(text: str, miss: NearMiss) -> bool:
    """Tell whether a single character was typed for another and is no word there: 党主休责任."""
    changes = [each for each in Levenshtein.opcodes(miss.span.of(text), miss.masked) if each.tag != "equal"]
    if [each.tag for each in changes] != ["replace"] or changes[0].src_end - changes[0].src_start != 1:
        return False
    changed = Span(changes[0].src_start, changes[0].src_end).shift(miss.span.start)
    return miss.span.start < changed.start and changed.end < miss.span.end and _breaks_word(text, changed)
