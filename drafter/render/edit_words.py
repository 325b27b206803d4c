"""Say in a few words how a passage was edited: figures and places first, wording only as far as it tells anything."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from drafter.model import Edit, Match, Span
from drafter.render.labels import EDITS
from drafter.render.passages import in_line
from drafter.text.dictionary import cut
from drafter.text.quantities import figures
from drafter.text.renames import renamed

_FIGURES_LISTED = 8
_WORDS_LISTED = 5
_EXAMPLES = 3  # of wording, where there is more of it than is listed
_REWORDED = 0.75  # likeness below which wording may be changed throughout: examples say nothing more
_SNIPPET = 10  # characters of what was put in or left out
_WORD = 6  # characters of a replaced word; more are shortened

_NUMBER = re.compile(r"\d[\d.,]*(?:[万亿]|%)?")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two passages, with the places where its words and its figures end."""

    text: str
    edges: tuple[int, ...]
    units: Mapping[int, int]  # where a figure's number starts: where its unit ends

    def word(self, span: Span) -> tuple[int, int]:
        """Return by how many characters the words that a stretch is part of reach beyond it, left and right."""
        left = self.edges[bisect_right(self.edges, span.start) - 1]
        right = self.edges[bisect_left(self.edges, span.end)]
        return span.start - left, right - span.end

    def unit(self, at: int, number: re.Match[str]) -> str:
        """Return the unit behind a number in an edit that begins at `at`."""
        start, end = at + number.start(), at + number.end()
        return self.text[end : self.units.get(start, end)]

    def around(self, span: Span, left: int, right: int) -> str:
        """Return a stretch with so many characters more on either side."""
        return self.text[max(0, span.start - left) : span.end + right]


def edit_words(match: Match, passage: str, at: int) -> str:
    """Return the edits of a passage that begins at `at` in the raw draft, e.g. 数字 189→245件；字句 发展→壮大（3 处）.

    Figures and places are listed; of wording what is frequent, or only that it is changed throughout. "" without edits.
    """
    ours, theirs = _side(passage), _side(match.text)
    numbers: Counter[str] = Counter()
    places: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for edit in match.edits:
        if edit.op != "moved":
            draft, source = edit.draft.shift(-at), edit.source.shift(-match.span.start)
            changed = _numbers(edit, draft, ours, source, theirs)
            renames = _places(edit, draft, ours, source, theirs)
            numbers.update(changed)
            places.update(renames)
            if not changed and not renames:
                words[_wording(edit, draft, ours, source, theirs)] += 1
    moved = sum(edit.op == "moved" for edit in match.edits)
    told = "字句通篇改过" if _is_throughout(match, passage, words) else _worded(words)
    parts = (_listed("数字", numbers), _listed("地名", places), told)
    return in_line("；".join(filter(None, (*parts, f"分句换位 {moved} 处" if moved else ""))))


def _side(text: str) -> _Side:
    units = {figure.span.start: figure.span.end for figure in figures(text)}
    return _Side(text, (0, *accumulate(map(len, cut(text)))), units)


def _numbers(edit: Edit, draft: Span, ours: _Side, source: Span, theirs: _Side) -> list[str]:
    """Return the figures that an edit changes, with their unit: 3.2→4.5亿元, but 3条→5公里; no share for an amount."""
    old, new = list(_NUMBER.finditer(edit.source_text)), list(_NUMBER.finditer(edit.draft_text))
    if len(old) != len(new):
        return []
    found = []
    for one, other in zip(old, new, strict=True):
        if one[0] != other[0] and one[0].endswith("%") == other[0].endswith("%"):
            unit, unit_before = ours.unit(draft.start, other), theirs.unit(source.start, one)
            found.append(f"{one[0]}{'' if unit == unit_before else unit_before}→{other[0]}{unit}")
    return found


def _places(edit: Edit, draft: Span, ours: _Side, source: Span, theirs: _Side) -> list[str]:
    if edit.op != "replace" or not (
        _stands(edit.draft_text, draft, ours) and _stands(edit.source_text, source, theirs)
    ):
        return []
    pairs = renamed(ours.text, draft, theirs.text, source)
    return [f"{other.of(theirs.text)}→{one.of(ours.text)}" for one, other in pairs]


def _wording(edit: Edit, draft: Span, ours: _Side, source: Span, theirs: _Side) -> str:
    """Return an edit of wording, whole words of it: 提升→提高 where one character differs."""
    if edit.op != "replace":
        return f"{EDITS[edit.op]}“{_shortened(edit.draft_text or edit.source_text, _SNIPPET)}”"
    one, other = edit.draft_text, edit.source_text
    if _stands(edit.draft_text, draft, ours) and _stands(edit.source_text, source, theirs):
        left, right = map(max, ours.word(draft), theirs.word(source))
        whole, whole_other = ours.around(draft, left, right), theirs.around(source, left, right)
        same = whole == whole_other[:left] + one + whole_other[len(whole_other) - right :]
        if same and max(len(whole), len(whole_other)) <= _WORD:
            one, other = whole, whole_other
    return f"{_shortened(other, _WORD)}→{_shortened(one, _WORD)}"


def _stands(text: str, span: Span, side: _Side) -> bool:
    """Say whether a text stands at its place: reading a file may have left out characters before it."""
    return span.start >= 0 and span.of(side.text) == text


def _shortened(text: str, most: int) -> str:
    text = text.strip("，。；、！？\n")
    return text if len(text) <= most else f"{text[:most]}…"


def _listed(name: str, counts: Counter[str]) -> str:
    more = f"等 {counts.total()} 处" if len(counts) > _FIGURES_LISTED else ""
    return f"{name} {'、'.join(_times(counts, _FIGURES_LISTED))}{more}" if counts else ""


def _is_throughout(match: Match, passage: str, words: Counter[str]) -> bool:
    """Say whether wording is changed all over a passage: in many places, or in long stretches."""
    changed = sum(len(edit.draft_text) for edit in match.edits if edit.op in ("insert", "replace"))
    return match.similarity < _REWORDED and (len(words) > _WORDS_LISTED or 2 * changed >= len(passage))


def _worded(counts: Counter[str]) -> str:
    """Return what was done to the wording: each change where they are few, else the most frequent."""
    if len(counts) <= _WORDS_LISTED:
        return f"字句 {'、'.join(_times(counts, _WORDS_LISTED))}" if counts else ""
    return f"字句 {counts.total()} 处，如 {'、'.join(_times(counts, _EXAMPLES))}"


def _times(counts: Counter[str], most: int) -> Iterator[str]:
    for text, count in counts.most_common(most):
        yield f"{text}（{count} 处）" if count > 1 else text
