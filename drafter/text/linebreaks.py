"""The step that joins lines broken in mid-sentence and leaves headings, titles and finished paragraphs alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.model import Span
from drafter.text import numbering
from drafter.text.changes import Change, lines
from drafter.text.numbering import Style
from drafter.text.words import cut

_OPENING = re.compile(
    r"(?:各位|同志们|女士们)[^，。]{0,12}[：！]|附件|附：|目录|名词解释|此[外致]|与此同时"
    r"|[（(]?(?:20\d\d年\d+月\d+日|二〇..年.+月.+日)[）)]?$"
)
_TITLED = frozenset(("第一部分", "一、", "（一）"))
_HEADING_STYLES = frozenset(("第一部分", "一、", "（一）", "1.", "（1）", "——", "●"))
# Lines that stand alone though no mark closes them: title, date line.
_WHOLE = re.compile(r"(?:报告|总结|计划|要点|汇报|讲话|回顾|安排|任务|打算|重点)(?:（.{1,12}）)?$|会议上$")
_ENDED = re.compile("[。！？…：]$|[。！？][”）]$")
_CLOSED = "。！？…：；"
_CANNOT_START = "，。、；：！？”’）》】〕…%"
_CANNOT_END = "，、（“‘《【〔"
_ASKS_FOR_MORE = "的及和与或并将把被对向使"
_LEAD = re.compile("[^，。；：、“]{4,16}。.")  # 深化污染防治攻坚。加强监管 opens a paragraph
_SENTENCE_END = re.compile("[。！？；]")
_MARK = re.compile("[，。；：、！？]")  # table cells have none
_SYMBOL = re.compile(r"[A-Za-z]\n\d")  # PM⏎2.5, set lower on the page
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))

LEAST_TITLE = 12
"""Characters from which a line without number and mark may be a broken one; titles and cells are shorter."""
PAGE_WIDTHS = range(18, 51)
"""Characters to a line of a page: shorter lines are a table's cells, longer ones whole paragraphs."""
FULL = 0.85
"""A line this full (of the widest) may have been broken by the page's edge."""
LEAST_WRAPPED = 0.4
"""Share of full lines in a file that was wrapped at the page's edge: 0.6 and more when wrapped, 0.1 in an outline."""
LEAST_LINES = 8
"""Lines from which on their lengths say something."""


def join_broken_lines(text: str) -> Iterator[Change]:
    """Join a line to the one before it where that one is unfinished and this one is its continuation."""
    found = list(lines(text))
    width = _full_width(found)
    alone = frozenset(_heading_style(line.of(text)) for line in found if len(line) < width) - {None}
    start = 0
    for at, (line, following) in enumerate(pairwise(found), 1):
        full = len(line) >= width
        if full and _heading_style(text[start : line.end]) in alone:
            full = _ends_as_heading(text, found[at:], width)
        if _continues(text[start : line.end], following.of(text), full=full):
            yield Change(line.end, following.start, "")
        else:
            start = following.start


def _full_width(found: Sequence[Span]) -> float:
    """Return from which length on a line is broken by the page's edge (infinite when the file is not wrapped)."""
    if len(found) < LEAST_LINES:
        return float("inf")
    lengths = sorted(len(line) for line in found)
    widest = lengths[len(lengths) * 19 // 20]
    wrapped = sum(length >= FULL * widest for length in lengths) >= LEAST_WRAPPED * len(lengths)
    return FULL * widest if wrapped and widest in PAGE_WIDTHS else float("inf")


def _heading_style(paragraph: str) -> Style | None:
    """Return the style of number of what may be a heading: a numbered line in which no sentence ends."""
    number = numbering.parse(paragraph)
    return number.style if number and number.style in _TITLED and not _SENTENCE_END.search(paragraph) else None


def _ends_as_heading(text: str, following: Sequence[Span], width: float) -> bool:
    """Tell whether the lines up to the next that is not full finish a heading: none has a mark that ends a sentence."""
    last = next((at for at, line in enumerate(following) if len(line) < width), len(following) - 1)
    return not _SENTENCE_END.search(text, following[0].start, following[last].end)


def _continues(paragraph: str, line: str, *, full: bool) -> bool:
    """Tell whether `line` continues the `paragraph`; `full`: the line before it ends at the page's edge."""
    if not paragraph or not line:
        return False
    if _ENDED.search(paragraph, len(paragraph) - 2) and line[0] not in _CANNOT_START:  # most lines
        return False
    if _OPENING.match(line) or numbering.parse(line):
        return False
    if line[0] in _CANNOT_START or paragraph[-1] in _CANNOT_END:
        return True
    if paragraph[-1] in _CLOSED:
        # Items on lines of their own end in ； too, but hold no second one.
        return paragraph[-1] == "；" and (full or "；" in paragraph[:-1])
    return full or _left_open(paragraph, line) or _breaks_off(paragraph, line)


def _breaks_off(paragraph: str, line: str) -> bool:
    """Tell whether a paragraph that no mark closes is unfinished, and not a title, heading or table cell."""
    if _SENTENCE_END.search(paragraph):
        if _MARK.search(line) and not _LEAD.match(line):
            return True
        return bool(_SYMBOL.search(f"{paragraph[-1]}\n{line}")) or _goes_on(paragraph, line)
    if len(paragraph) < LEAST_TITLE or _WHOLE.search(paragraph):
        return False
    number = numbering.parse(paragraph)
    if number and number.style in _HEADING_STYLES and (len(line) >= len(paragraph) or _SENTENCE_END.search(line)):
        return False
    return _goes_on(paragraph, line)


def _goes_on(paragraph: str, line: str) -> bool:
    return paragraph[-1] in _ASKS_FOR_MORE or line[0] == "的" or _splits_word(paragraph, line)


def _left_open(paragraph: str, line: str) -> bool:
    """Tell whether a bracket or quotation opens in the paragraph and closes in the line."""
    for opening, closing in _PAIRS:
        if paragraph.count(opening) > paragraph.count(closing):
            at = line.find(closing)
            return at >= 0 and opening not in line[:at]
    return False


def _splits_word(paragraph: str, line: str) -> bool:
    """Tell whether the break stands inside a word and leaves a single character of it: 首⏎要任务, not 开放⏎区政府."""
    before, after = cut(paragraph[-6:]), cut(line[:6])
    if min(len(before[-1]), len(after[0])) > 1:
        return False
    edge, position = len(paragraph[-6:]), 0
    for word in cut(paragraph[-6:] + line[:6]):
        if position < edge < position + len(word):
            return True
        position += len(word)
    return False
