"""Find the article of a web page: the element with nearly all of its prose, and in it the lines that are no chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from drafter.ingest.html_lines import Page, PageLine
from drafter.ingest.html_markup import Element

_STOPS, _COMMAS = re.compile("[。！？；]"), re.compile("[，、]")
_EDITORS = re.compile(
    r"TRS_(?:UE)?EDITOR|\bzoom\b|ucap-?content|v_news_content|vsb_content|wp_articlecontent|article_?content", re.I
)
"""What the editors of content-management systems call the element they write an article into."""

NEARLY_ALL = 0.95
"""Share of prose at which an element is the article and the rest is not; below it, an article's second part is lost."""
MOST_IN_EDITOR = 0.5
"""Share of prose in an element that an editor made: more is the article, however long the site's own notices."""
LONGEST_NOTICE = 100
"""Characters of a site's own sentences in one element beside the article; a second part of an article has more."""
LEAST_ARTICLE = 60
"""Characters of prose in an article: notices in the foot of a page that holds only links have about 30."""
MOST_LINKED = 0.5
"""Share of links in a line that is one; share of an article's prose in elements that call themselves chrome."""
LONGEST_SUMMARY = 200
"""Characters of what a list says about an article; a report that is all one paragraph has thousands."""
MANY_LINKS = 5
"""Links in a list of articles."""
LEAST_TITLE = 4
"""Characters of a title: 工作总结."""
LONGEST_HEAD = 6
"""Lines in which an article says its title: it takes three at most, below a number of the document."""
LEAST_SENTENCE = 12
"""Characters of a line that is prose: shorter ones with a mark are buttons and captions."""

_PARTS = re.compile(r"\s*[-_|—–]+\s*")  # between the title of an article and its site's name
_REPORT = re.compile(r".{2,50}(?:报告|总结|计划|要点|汇报)(?:[（(].{2,20}[）)])?")
_SOURCE = re.compile(
    r"(?=.*\d{4}[-年/.]\d\d?[-月/.]\d)(?=.*(?:来源|浏览|点击|阅读|访问|字号|字体|发布|作者|编辑)).{,99}"
)
_SUBTITLE = re.compile("[—–-]{1,2}[^—–-].{5,}|[（(].{6,}[）)]")
_NO_CONTAINERS = frozenset(["p", "font", "span", "b", "strong", "em", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Elements that hold a paragraph; where one holds the article, its writer left the tag open."""


def article(page: Page) -> tuple[PageLine, ...]:
    """Return the lines of a page's article with its title first; none when the page holds no article."""
    prose = [0, *accumulate(map(_prose, page.lines))]
    held = page.ranges.get(_container(page, prose), range(0))
    lines = [page.lines[at] for at in held]
    if prose[held.stop] - prose[held.start] < LEAST_ARTICLE or _lists_links(lines):
        return ()
    title = _title(page, held.start)
    subtitle = _subtitle(title, page.lines[: held.start])
    return tuple(_with_title(title, (*subtitle, *_without_chrome(_from_title(title, lines)))))


def _prose(line: PageLine) -> int:
    """Return how many characters of a line are prose: sentences with their marks, not a link."""
    marks = len(_STOPS.findall(line.text)) + len(_COMMAS.findall(line.text)) // 2
    is_prose = marks and len(line.text) >= LEAST_SENTENCE and line.linked <= MOST_LINKED
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
        beside = [each for each in inner if each is not largest and share(each)]
        is_article = share(largest) >= NEARLY_ALL * prose[-1] or (
            share(largest) >= MOST_IN_EDITOR * prose[-1]
            and all(share(each) <= LONGEST_NOTICE and _look(each) != _look(largest) for each in beside)
            and (not beside or _holds_title(page, page.ranges.get(largest, range(0))))
        )
        if not is_article or len(page.ranges.get(largest, ())) < 2 or sum(map(share, inner)) < share(element):
            break  # also where sentences stand beside it without an element of their own: they are its beginning
        element = largest
    return element


def _look(element: Element) -> list[tuple[str, str]]:
    """Return what an element shares with the other parts of one article: Section1 and Section2 are alike."""
    return sorted((name, re.sub(r"\d+", "", value)) for name, value in element.items())


def _holds_title(page: Page, held: range) -> bool:
    """Tell whether one of the lines reads like the title of a report, or is in the page's own title."""
    name = _bare(page.names[-1]) if page.names else ""
    texts = [page.lines[at].text for at in held if not page.lines[at].linked]
    return any(len(text) >= LEAST_TITLE and (_bare(text) in name or _REPORT.fullmatch(text)) for text in texts)


def _without_chrome(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """Yield the lines that are the article's own; what calls itself chrome and holds most of the prose is not."""
    whole = sum(map(_prose, lines))
    misnamed = sum(_prose(line) for line in lines if line.is_chrome) > MOST_LINKED * whole
    for line in lines:
        if line.linked <= MOST_LINKED and (misnamed or not line.is_chrome):
            yield line


def _lists_links(lines: Sequence[PageLine]) -> bool:
    """Tell whether links stand between all sentences: a list of articles, each with a few words about it."""
    is_prose = [_prose(line) > 0 for line in lines]
    links = runs = longest = 0
    for line, own in zip(lines, is_prose, strict=True):
        links += line.linked > 0
        runs = 0 if line.linked else runs + own
        longest = max(longest, runs)
    return links >= MANY_LINKS and longest < 2 <= sum(is_prose) and max(map(_prose, lines)) <= LONGEST_SUMMARY


def _from_title(title: str, lines: Sequence[PageLine]) -> Sequence[PageLine]:
    """Return the lines from the title on, where it stands above all sentences; when and where published left out."""
    above = list(takewhile(lambda line: not _prose(line), lines))
    at = max((at for at, line in enumerate(above) if _bare(line.text) == _bare(title)), default=0)
    return [*(line for line in above[at:] if not _SOURCE.fullmatch(line.text)), *lines[len(above) :]]


def _title(page: Page, start: int) -> str:
    """Return the title of the article that starts at line `start`, as the page has it; "" when it has none.

    It is what the site's own field says, or the part of the page's title that a line above the article says, too; or
    a line above that reads like a report's title.
    """
    *named, name = page.names or ("",)
    lines = [
        line.text for line in page.lines[: start + LONGEST_HEAD] if not line.linked and len(line.text) >= LEAST_TITLE
    ]
    found = next((text for text in reversed(lines) if _bare(text) in _bare(name)), "")
    parts = [part for part in _PARTS.split(name) if _bare(found) in _bare(part) and len(part) >= LEAST_TITLE]
    said = (parts[0] if parts and " " not in parts[0] else found) if found else ""
    above = [
        line.text for line in page.lines[:start][-LONGEST_HEAD:] if _REPORT.fullmatch(line.text) and not line.linked
    ]
    fuller = [text for text in above if _bare(said) in _bare(text)]
    return next((each for each in (*named, *fuller[-1:], said, *parts) if len(each) >= LEAST_TITLE), "")


def _subtitle(title: str, above: Sequence[PageLine]) -> Iterator[PageLine]:
    """Yield what stands below the title above the article itself: ——2024年1月10日在…会议上."""
    start = max((at for at, line in enumerate(above) if _bare(line.text) == _bare(title)), default=len(above))
    return (line for line in above[start:] if _SUBTITLE.fullmatch(line.text) and not line.linked)


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
