"""Parse a web page, however badly it is written, and read what it calls its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_INLINE = re.compile(r"</?(?:font|span|b|i|u|em|strong|big|small|o:p)\b[^>]*>", re.I)
_BLOCK = re.compile(r"</?(?!(?:html|head|title|meta|body|script|style|noscript|p|br|h[1-6]|a|li)\b)[a-z][^>]*>", re.I)


def parse(markup: str) -> Element | None:
    """Parse a page; where so many tags are left open that the parser gives up, without the ones that say least."""
    root, is_whole = _tree(markup)
    return root if is_whole else _tree(_BLOCK.sub("<br>", _INLINE.sub("", markup)))[0]


def _tree(markup: str) -> tuple[Element | None, bool]:
    """Return a page's tree, and whether all of the page is in it."""
    from lxml import etree  # noqa: PLC0415 - takes 60 ms, and only web pages need it

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing but comments
        return None, True
    return root, not any("depth" in error.message for error in parser.error_log)


def names(root: Element) -> Iterator[str]:
    """Yield what the site's own field and the page's title call the article."""
    for meta in root.iter("meta"):
        if meta.get("name", "").lower() == "articletitle":
            yield " ".join(meta.get("content", "").split())
    for title in root.iter("title"):
        yield " ".join("".join(title.itertext()).split())
