"""Lay out a web page's text: its lines as a reader sees them, and which of them each element holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from drafter.ingest.html_markup import Element, names, parse
from drafter.text import numbering

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td
        tfoot th thead tr ul
        """,
    )
)
_UNREAD = frozenset(
    re.findall(
        r"\w+",
        """
        head script style noscript marquee noframes template svg math iframe object audio video canvas map button select
        textarea datalist rt rp
        """,
    )
)
_CHROME_TAGS = frozenset({"nav", "footer", "aside"})
_CHROME_NAMES = re.compile(
    r"share|breadcrumb|crumb|qr_?code|ewm|erweima|toolbar|related|relevant|xgwd|xgxx|pagination|foot(?!note)|copyright"
    r"|noprint|\bnav|sidebar|friend|comment|prev(?!iew)|\bposition\b|dqwz",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.I)
_KEPT_SPACE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_MARKS = re.compile(r"\W+")
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: a paragraph, a heading, a table cell, the words of a button."""

    text: str
    heading: int = 0  # 1 for the largest
    is_title: bool = False  # of the article
    is_cell: bool = False  # of a table of data; tables that only lay out the page are none
    is_chrome: bool = False  # its element calls itself navigation, footer, share bar …
    linked: float = 0.0  # share of its characters, marks aside, that are links


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in order, and the range of them that each element holds."""

    lines: tuple[PageLine, ...]
    ranges: Mapping[Element, range]
    root: Element
    names: tuple[str, ...]  # what the page calls its article; the last may hold the site's name, too


@dataclass(slots=True)
class _Layout:
    """What has been read so far, and inside what the reading stands."""

    lines: list[PageLine] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)  # of the line at hand, with whether it is a link
    inside: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("link", "cell", "chrome", "pre"), 0))
    heading: int = 0
    items: dict[Element, int] = field(default_factory=dict)  # list -> how many items it has had

    def write(self, text: str | None) -> None:
        """Put text on the line at hand."""
        if not text:
            return
        if not self.inside["pre"]:
            self.pieces.append((text, self.inside["link"] > 0))
            return
        for number, line in enumerate(text.splitlines()):
            if number:
                self.end_line()
            self.pieces.append((line, self.inside["link"] > 0))

    def end_line(self) -> None:
        """End the line at hand; a blank one is none."""
        text = _SPACE.sub(_space, "".join(piece for piece, _ in self.pieces)).strip()
        if text:
            linked = sum(len(_MARKS.sub("", piece)) for piece, is_link in self.pieces if is_link)
            linked_share = linked / max(1, len(_MARKS.sub("", text)))
            inside = self.inside
            self.lines.append(
                PageLine(text, self.heading, False, inside["cell"] > 0, inside["chrome"] > 0, linked_share)
            )
        self.pieces.clear()


def read_page(markup: str, *, hidden: bool = False) -> Page | None:
    """Lay out a page, with what it hides at first when that is asked for; None when there is nothing in it."""
    from lxml import etree  # noqa: PLC0415 - takes 60 ms, and only web pages need it

    root = parse(markup)
    if root is None:
        return None
    layout, ranges, starts = _Layout(), dict[Element, range](), list[int]()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            _enter(layout, element)
            starts.append(len(layout.lines))
            if element.tag in _UNREAD or (not hidden and _is_hidden(element)):
                walk.skip_subtree()
            else:
                layout.write(_number(layout.items, element) + (element.text or ""))
        else:
            _leave(layout, element)
            if held := range(starts.pop(), len(layout.lines)):
                ranges[element] = held
            layout.write(element.tail)
    layout.end_line()
    largest = [line.text for line in layout.lines if line.heading == 1]
    only = largest[:1] if sum(1 for _ in root.iter("h1")) == 1 else []  # its first line: what follows is when and where
    return Page(tuple(layout.lines), ranges, root, (*only, *names(root)))


def _enter(layout: _Layout, element: Element) -> None:
    if _is_block(element) or element.tag == "br":
        layout.end_line()
    if _is_heading(element):
        layout.heading = int(element.tag[1])
    for state in _states(element):
        layout.inside[state] += 1


def _leave(layout: _Layout, element: Element) -> None:
    if _is_block(element):
        layout.end_line()
    if _is_heading(element):
        layout.heading = 0
    for state in _states(element):
        layout.inside[state] -= 1


def _states(element: Element) -> Iterator[str]:
    """Yield what the text inside an element is."""
    if element.tag == "a" and element.get("href"):
        yield "link"
    elif element.tag == "table" and _holds_data(element):
        yield "cell"
    elif element.tag == "pre" or _KEPT_SPACE.search(element.get("style", "")):
        yield "pre"
    if element.tag in _CHROME_TAGS or _CHROME_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"):
        yield "chrome"


def _is_block(element: Element) -> bool:
    return element.tag in _BLOCKS or bool(_BLOCK_STYLE.search(element.get("style", "")))


def _is_heading(element: Element) -> bool:
    return len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1] in "123456"


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _holds_data(table: Element) -> bool:
    """Tell whether a table holds data: two rows with two cells that say something, and no table in a cell."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = ([cell for cell in row.iterchildren("td", "th") if _says(cell)] for row in table.iterdescendants("tr"))
    return sum(len(cells) >= 2 for cells in rows) >= 2


def _says(cell: Element) -> bool:
    return any(text.strip() for text in cell.itertext())


def _number(items: dict[Element, int], element: Element) -> str:
    """Return the number that a browser writes before an item, "" where it writes none or the writer wrote one."""
    parent = element.getparent() if element.tag == "li" else None
    if parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    items[parent] = items.get(parent, int(start) - 1 if start.isdecimal() else 0) + 1
    return "" if numbering.parse("".join(element.itertext()).strip()) else f"{items[parent]}."


def _space(match: re.Match[str]) -> str:
    """Return what white space shows as: a line break of the source between two Chinese characters is nothing."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return "" if "\n" in match[0] and not (before + after).isascii() else " "
