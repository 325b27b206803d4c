"""Read Markdown: the words without the marks, headings as hints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from drafter.ingest.plain import decode
from drafter.ingest.raw import Hint, RawText
from drafter.model import Span

_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*")  # writers leave the space out
_RULED_OFF = re.compile(r"\|?[\s:|-]*-[\s:|-]*|([-*_]\s*){3,}|`{3,}.*")  # under a table's head, between sections, code
_ROW = re.compile(r"\|(.*)\|")
_QUOTE_OR_ITEM = re.compile(r"(?:>\s*|[-*+]\s+)+")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3}(?=\S))(\S(?:.*?\S)?)(?<!\\)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read_markdown(content: bytes, path: Path) -> RawText:
    """Read a Markdown file: paragraphs and table cells on lines of their own. Raise ReadError as for plain text."""
    lines: list[str] = []
    hints: list[Hint] = []
    at = 0
    for text, hint in _lines(decode(content, path)):
        lines.append(text)
        end = at + len(text)
        hints += [Hint(Span(at, end), hint.role, hint.level)] if hint and text else []
        at = end + 1
    return RawText("\n".join(lines), tuple(hints))


def _lines(text: str) -> Iterator[tuple[str, Hint | None]]:
    """Yield each line without its marks, with what they say (at no place yet)."""
    nowhere = Span(0, 0)
    for line in map(str.strip, text.split("\n")):
        if match := _HEADING.fullmatch(line):
            depth = len(match[1])
            yield _words(match[2]), Hint(nowhere, "heading", depth - 1) if depth > 1 else Hint(nowhere, "title")
        elif _RULED_OFF.fullmatch(line):
            continue
        elif match := _ROW.fullmatch(line):
            yield from ((_words(cell.strip()), Hint(nowhere, "paragraph")) for cell in match[1].split("|"))
        else:
            yield _words(_QUOTE_OR_ITEM.sub("", line, count=1) if _QUOTE_OR_ITEM.match(line) else line), None


def _words(text: str) -> str:
    """Return a line's words without emphasis, links, forced line ends and escapes."""
    words = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text.replace("<br>", " "))).removesuffix("\\")
    return _ESCAPE.sub(r"\1", words)
