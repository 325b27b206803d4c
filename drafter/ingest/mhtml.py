"""Read web pages saved as one file (.mht, .mhtml): a mail that holds the page and its pictures."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import ReadError
from drafter.ingest.html import read_markup
from drafter.ingest.html_encoding import decode_page
from drafter.ingest.raw import RawText


def read_mhtml(content: bytes, path: Path) -> RawText:
    """Read the article of a saved page. Raise ReadError when the file holds no page, or the page no article."""
    import email  # noqa: PLC0415 - takes 30 ms, and only saved pages need it

    for part in email.message_from_bytes(content).walk():
        if part.get_content_type() == "text/html" and isinstance(page := part.get_payload(decode=True), bytes):
            return read_markup(decode_page(page, path, part.get_content_charset("")), path)
    raise ReadError("网页存档里没有网页", "请在浏览器中重新保存，或复制正文，存为 .txt", path=path)
