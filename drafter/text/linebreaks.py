"""The step that joins lines broken in mid-sentence and leaves headings, titles and finished paragraphs alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.text import numbering
from drafter.text.changes import Change, lines
from drafter.text.dictionary import cut
from drafter.text.pages import NEAR, Page, page_of, parts_word

_OPENING = re.compile(
    r"(?:各位|同志们|女士们)[^，。]{0,12}[：！]|附件|附：|目录|名词解释|此[外致]|与此同时"
    r"|[（(]?(?:20\d\d年\d+月\d+日|二〇..年.+月.+日)[）)]?$"
)
_HEADING_STYLES = frozenset(("第一部分", "一、", "（一）", "1.", "（1）", "——", "●"))
# Lines that stand alone though no mark closes them: title, date line.
_WHOLE = re.compile(r"(?:报告|总结|计划|要点|汇报|讲话|回顾|安排|任务|打算|重点)(?:（.{1,12}）)?$|会议上$")
_ENDED = re.compile("[。！？…：]$|[。！？][”）]$")
_CLOSED = "。！？…：；"
_CANNOT_START = "，。、；：！？”’）》】〕…%"
_CANNOT_END = "，、（“‘《【〔"
_ASKS_FOR_MORE = "的及和与或并将把被对向使"
_LEAD = re.compile("[^，。；：、“]{4,16}。.")  # 深化污染防治攻坚。加强监管 opens a paragraph
_STARTS = re.compile(
    f"{_LEAD.pattern}|各位|20\\d\\d年|[今去明]年|[上下]半年|同时，|在.{{0,4}}(?:肯定|看到)|.{{1,3}}年来，|.{{4,12}}$"
)
_SENTENCE_END = re.compile("[。！？；]")
_MARK = re.compile("[，。；：、！？]")  # table cells have none
_SYMBOL = re.compile(r"[A-Za-z]\n\d")  # PM⏎2.5, set lower on the page
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))

LEAST_TITLE = 12
"""Characters from which a line without number and mark may be a broken one; titles and cells are shorter."""


def join_broken_lines(text: str) -> Iterator[Change]:
    """Join a line to the one before it where that one is unfinished and this one is its continuation."""
    found = list(lines(text))
    page = page_of([line.of(text) for line in found])
    start = 0
    for at, (line, following) in enumerate(pairwise(found)):
        paragraph = text[start : line.end]
        full, edge = _at_edge(page, at, paragraph, first=start == line.start) if page else (False, False)
        if _continues(paragraph, following.of(text), full=full, edge=edge):
            yield Change(line.end, following.start, "")
        else:
            start = following.start


def _at_edge(page: Page, at: int, paragraph: str, *, first: bool) -> tuple[bool, bool]:
    """Tell whether the page's edge may have broken the paragraph behind a line, and whether the line reaches it."""
    goes_on = page.heading_goes_on(at, paragraph) if page.is_full(at) else None
    if goes_on is not None:
        return goes_on, False
    return page.is_full(at), page.reaches_edge(at, first=first)


def _continues(paragraph: str, line: str, *, full: bool, edge: bool) -> bool:
    """Tell whether `line` continues the `paragraph`.

    The page's edge may have broken the line before it (`full`); where that reaches the very `edge`, a full stop at its
    end is more often one in mid-paragraph than the paragraph's last.
    """
    if not paragraph or not line:
        return False
    ended = _ENDED.search(paragraph, len(paragraph) - 2)
    if ended and line[0] not in _CANNOT_START:  # most lines
        return edge and paragraph[-1] != "：" and not _starts(line) and not _STARTS.match(line)
    if _starts(line):
        return False
    if line[0] in _CANNOT_START or paragraph[-1] in _CANNOT_END:
        return True
    if paragraph[-1] in _CLOSED:
        # Items on lines of their own end in ； too, but hold no second one.
        return paragraph[-1] == "；" and (full or "；" in paragraph[:-1])
    return full or _left_open(paragraph, line) or _breaks_off(paragraph, line)


def _starts(line: str) -> bool:
    """Tell whether a line begins a paragraph for certain."""
    return bool(_OPENING.match(line) or numbering.parse(line))


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
    before, after = cut(paragraph[-NEAR:]), cut(line[:NEAR])
    if min(len(before[-1]), len(after[0])) > 1:
        return False
    return parts_word(paragraph, line)
