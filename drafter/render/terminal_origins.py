"""A draft sentence by sentence on a screen, each with where its words come from."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from drafter.model import Paragraph, Report, Span
from drafter.render.origins import origin
from drafter.render.terminal_lines import put
from drafter.text.sentences import sentences

_INDENT = 4


def show_origins(console: Console, report: Report) -> None:
    """Print every sentence of a draft with its origins under it; tables, the outline's own cells, are left out."""
    for paragraph in report.paragraphs():
        for span in sentences(paragraph.text):
            put(console, span.of(paragraph.text))
            origins = "；".join(_origins(paragraph, span))
            put(console, Text(origins, style="dim"), label=Text("←", style="dim"), indent=_INDENT)
        put(console, "")


def _origins(paragraph: Paragraph, sentence: Span) -> Iterator[str]:
    """Yield where the words of a sentence come from, each once, what stands side by side in the outline together."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    start = 0
    for piece in paragraph.pieces:
        end = start + len(piece.text)
        stated = piece.kind != "template" or any(map(str.isalnum, piece.text))  # marks alone need no origin
        if start < sentence.end and end > sentence.start and stated:
            name, above, place = origin(piece)
            found.setdefault((name, above), {})[place] = None
        start = end
    for (name, above), places in found.items():
        inside = " > ".join(filter(None, (above, "、".join(places))))
        yield f"{name}（{inside}）" if inside else name
