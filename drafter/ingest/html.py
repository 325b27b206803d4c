"""Read saved web pages: the article without what the site puts around it."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import ReadError
from drafter.ingest.html_article import article
from drafter.ingest.html_encoding import decode_page
from drafter.ingest.html_lines import read_page
from drafter.ingest.raw import Hint, RawText
from drafter.model import Span

LONGEST_HEADING = 60
"""Characters of a heading; where an h2 holds more, its writer wanted large letters."""
LARGEST = 100_000_000
"""Bytes of a page: a report has under 0.2 million, with its pictures written into it under 50 million."""


def read_html(content: bytes, path: Path) -> RawText:
    """Read a page's article, paragraphs and table cells on lines of their own.

    Raise ReadError when the page holds no article, or its encoding cannot be told.
    """
    if len(content) > LARGEST:
        raise ReadError("网页过大", "请在浏览器中复制正文，存为 .txt", path=path)
    return read_markup(decode_page(content, path), path)


def read_markup(markup: str, path: Path) -> RawText:
    """Read the article of a page that is decoded. Raise ReadError when there is none."""
    pages = (read_page(markup, hidden=hidden) for hidden in (False, True))  # some pages show their article by script
    lines = next((lines for page in pages if page and (lines := article(page))), ())
    if not lines:
        raise ReadError(
            "网页里没有文章：可能是目录页，或正文没有随网页存下来",
            "请打开文章所在的那一页再保存，或在浏览器中复制正文，存为 .txt",
            path=path,
        )
    texts: list[str] = []
    hints: list[Hint] = []
    at = 0
    for line in lines:
        span = Span(at, at + len(line.text))
        if line.is_cell:
            hints.append(Hint(span, "paragraph"))
        elif line.is_title:
            hints.append(Hint(span, "title"))
        elif line.heading and len(line.text) <= LONGEST_HEADING:
            hints.append(Hint(span, "heading", line.heading))
        texts.append(line.text)
        at = span.end + 1
    return RawText("\n".join(texts), tuple(hints))
