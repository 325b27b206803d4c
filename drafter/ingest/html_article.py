"""Find the article of a web page: the element with nearly all of its prose, and in it the lines that are no chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from drafter.ingest.html_lines import Element, Page, PageLine

_STOPS, _COMMAS = re.compile("[。！？；]"), re.compile("[，、]")
_EDITORS = re.compile(
    r"TRS_(?:UE)?EDITOR|\bzoom\b|ucap-?content|v_news_content|vsb_content|wp_articlecontent|article_?content", re.I
)
"""What the editors of content-management systems call the element they write an article into."""

NEARLY_ALL = 0.95
"""Share of prose at which an element is the article and the rest is not; below it, an article's second part is lost."""
MOST_IN_EDITOR = 0.5
"""Share of prose in an element that an editor made: more is the article, however long the site's own notices."""
LEAST_ARTICLE = 60
"""Characters of prose in an article: notices in the foot of a page that holds only links have about 30."""
MOST_LINKED = 0.5
"""Share of links in a line that is one, or in an element that is a list of them."""
LEAST_TITLE = 4
"""Characters of a title: 工作总结."""
LONGEST_HEAD = 6
"""Lines in which an article says its title: it takes three at most, below a number of the document."""
LEAST_SENTENCE = 12
"""Characters of a line that is prose: shorter ones with a mark are buttons and captions."""


_PARTS = re.compile(r"\s*[-_|—–]+\s*")  # between the title of an article and its site's name
_NO_CONTAINERS = frozenset(["p", "font", "span", "b", "strong", "em", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Elements that hold a paragraph; where one holds the article, its writer left the tag open."""


def article(page: Page) -> tuple[PageLine, ...]:
    """Return the lines of a page's article with its title first; none when the page holds no article."""
    prose = [0, *accumulate(map(_prose, page.lines))]
    held = page.ranges.get(_container(page, prose), range(0))
    lines = [page.lines[at] for at in held]
    if _linked(lines) > MOST_LINKED or prose[held.stop] - prose[held.start] < LEAST_ARTICLE:
        return ()
    kept = tuple(_without_chrome(lines))
    return tuple(_with_title(_title(page, held.start), kept))


def _prose(line: PageLine) -> int:
    """Return how many characters of a line are prose: sentences with their marks, not a link."""
    marks = len(_STOPS.findall(line.text)) + len(_COMMAS.findall(line.text)) // 2
    is_prose = marks and len(line.text) >= LEAST_SENTENCE and line.linked <= MOST_LINKED * len(line.text)
    return len(line.text) if is_prose else 0


def _container(page: Page, prose: list[int]) -> Element:
    """Return the smallest element with nearly all prose, or the one that an editor made for the article."""

    def share(element: Element) -> int:
        held = page.ranges.get(element, range(0))
        return prose[held.stop] - prose[held.start]

    made = [each for each in page.ranges if _EDITORS.search(f"{each.get('class', '')} {each.get('id', '')}")]
    best = max(made, key=share, default=None)
    if best is not None and share(best) > MOST_IN_EDITOR * prose[-1]:
        return best
    element = page.root
    while inner := [each for each in element if each.tag not in _NO_CONTAINERS]:
        largest = max(inner, key=share)
        if share(largest) < NEARLY_ALL * prose[-1] or len(page.ranges.get(largest, ())) < 2:
            break
        element = largest
    return element


def _without_chrome(lines: list[PageLine]) -> Iterator[PageLine]:
    """Yield the lines that are the article's own; what calls itself chrome and holds most of the prose is not."""
    whole = sum(map(_prose, lines))
    misnamed = sum(_prose(line) for line in lines if line.is_chrome) > MOST_LINKED * whole
    for line in lines:
        if line.linked <= MOST_LINKED * len(line.text) and (misnamed or not line.is_chrome):
            yield line


def _linked(lines: list[PageLine]) -> float:
    """Return the share of characters that are links."""
    return sum(line.linked for line in lines) / max(1, sum(len(line.text) for line in lines))


def _title(page: Page, start: int) -> str:
    """Return the title of the article that starts at line `start`, as the page has it; "" when it has none.

    What the page's title begins or ends with, and a line above the article says too, is the article's.
    """
    if not page.names:
        return ""
    *named, name = page.names
    above = (line.text for line in reversed(page.lines[: start + 3]) if not line.linked)
    found = (text for text in above if len(text) >= LEAST_TITLE and _bare(text) in _bare(name))
    return next((each for each in (*named, *found, _PARTS.split(name)[0]) if each), "")


def _with_title(title: str, lines: tuple[PageLine, ...]) -> Iterator[PageLine]:
    """Yield the lines, the title among them marked, or put first in place of the lines that say a part of it."""
    whole = _bare(title)
    said = [_bare(line.text) for line in lines[:LONGEST_HEAD]]
    missing = whole and whole not in "".join(said)
    if missing:
        yield PageLine(title, is_title=True)
    for at, line in enumerate(lines):
        if not (missing and at < LONGEST_HEAD and len(said[at]) >= LEAST_TITLE and said[at] in whole):
            yield replace(line, is_title=_bare(line.text) == whole)


def _bare(text: str) -> str:
    return "".join(text.split())
