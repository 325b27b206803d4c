"""Marks: western punctuation among Chinese, straight quotation marks, and pairs that do not match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from drafter.check.layout.deviations import MARKS_SOURCE, Deviation
from drafter.model import ParagraphLook, Span
from drafter.text import punctuation
from drafter.text.changes import Change
from drafter.text.characters import HAN, MARKS

_HAN = re.compile(f"[{HAN}]")
_DOTS = re.compile(rf"(?<=[{HAN}{MARKS}])(?:\.{{3,}}|。{{3,}}|(?<!…)…(?!…))")
_QUOTES = '"“”'


def deviations(look: ParagraphLook, raw: str) -> Iterator[Deviation]:
    """Yield the marks of a paragraph that are wrong, in order; those of a text without Chinese are left alone."""
    start = look.span.start + len(look.automatic)
    text = raw[start : look.span.end]
    if not _HAN.search(text):
        return
    for change in _widened(text):
        yield _mark(text, change, start, look.element)
    for match in _DOTS.finditer(text):
        span = Span(start + match.start(), start + match.end())
        found = f"写成 {match[0]} 的"
        yield Deviation("punctuation", "省略号", found, "六个点的 ……", "国标", MARKS_SOURCE, span, look.element)
    yield from _quotes(text, start, look.element)


def _mark(text: str, change: Change, start: int, element: int) -> Deviation:
    span = Span(start + change.start, start + change.end)
    found, expected = f"半角的 {text[change.start : change.end]}", f"全角的 {change.text}"
    return Deviation("punctuation", "标点", found, expected, "国标", MARKS_SOURCE, span, element, change.text)


def _widened(text: str) -> Iterator[Change]:
    """Yield each run of marks that ought to be full-width."""
    wide = list(text)
    for step in (punctuation.widen_brackets, punctuation.widen_marks):
        for change in step("".join(wide)):
            wide[change.start : change.end] = change.text
    for change in _differences(text, "".join(wide)):
        # “what the dog doing?” is English to the end
        if not (text[: change.start][-1:].isascii() and text[: change.start][-1:].isalpha()) or _HAN.match(
            text, change.end
        ):
            yield change


def _differences(text: str, other: str) -> Iterator[Change]:
    """Yield where two texts of one length differ, run by run."""
    unlike = (at for at, (one, two) in enumerate(zip(text, other, strict=True)) if one != two)
    for _, run in groupby(enumerate(unlike), lambda pair: pair[1] - pair[0]):
        places = [at for _, at in run]
        yield Change(places[0], places[-1] + 1, other[places[0] : places[-1] + 1])


# --- quotation marks ------------------------------------------------------------------------------------------------


def _quotes(text: str, start: int, element: int) -> Iterator[Deviation]:
    marks = [at for at, character in enumerate(text) if character in _QUOTES]
    straight = [at for at in marks if text[at] == '"']
    paired = _paired(text, marks)
    for at in straight:
        found = '直引号 "'
        span = Span(start + at, start + at + 1)
        new = paired.get(at)
        yield Deviation("quotes", "引号", found, "成对的“ ”", "国标", MARKS_SOURCE, span, element, new)
    for change in _differences(text, _with_single_quotes(text)):
        span = Span(start + change.start, start + change.end)
        yield Deviation("quotes", "引号", "直引号 '", "成对的‘ ’", "国标", MARKS_SOURCE, span, element, change.text)
    wrong = None if straight else _mismatch(text, marks)
    if wrong is not None:
        span = Span(start + wrong, start + wrong + 1)
        found, expected = f"引号 {text[wrong]} 前后不成对", "一前一后，成对使用"
        yield Deviation("quote_pairs", "", found, expected, "国标", MARKS_SOURCE, span, element)


def _with_single_quotes(text: str) -> str:
    """Return a text with its straight single quotation marks curved, all else as it is."""
    wide = list(text)
    for change in punctuation.widen_quotes(text):
        for at, new in enumerate(change.text, change.start):
            wide[at] = new if text[at] == "'" else text[at]
    return "".join(wide)


def _paired(text: str, marks: list[int]) -> dict[int, str]:
    """Return what straight marks become, opening and closing by turns; {} where the turns contradict curved ones."""
    turns = {at: "“”"[number % 2] for number, at in enumerate(marks)}
    fits = len(marks) % 2 == 0 and all(text[at] in {'"', turn} for at, turn in turns.items())
    return {at: turn for at, turn in turns.items() if text[at] == '"'} if fits else {}


def _mismatch(text: str, marks: list[int]) -> int | None:
    """Return the first mark that opens within a quotation or closes none; one left open may close further on."""
    opened = False
    for at in marks:
        if (text[at] == "“") == opened:
            return at
        opened = not opened
    return None
