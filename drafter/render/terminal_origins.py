"""A draft sentence by sentence on a screen, each with where its words come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rich.console import Console
from rich.text import Text

from drafter.model import Paragraph, Piece, Report, Span
from drafter.render.terminal_lines import put
from drafter.text.sentences import sentences

_INDENT = 4
_NAMES = {"fact": "数据", "author": "提纲", "placeholder": "待补", "library": "语料库"}
_OWN_WORDS = "模板"
_PATH = re.compile(r"[^\W\d]+(?:\[\d+\])?(?:\.[^\W\d]+(?:\[\d+\])?)*")


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
            name, above, place = _origin(piece)
            found.setdefault((name, above), {})[place] = None
        start = end
    for (name, above), places in found.items():
        inside = " > ".join(filter(None, (above, "、".join(places))))
        yield f"{name}（{inside}）" if inside else name


def _origin(piece: Piece) -> tuple[str, str, str]:
    """Return what a piece comes from, the place in it, and what this place is in."""
    if piece.kind == "library":
        return _NAMES[piece.kind], "", f"{PurePosixPath(piece.source).stem}，{piece.ref.partition('：')[2]}"
    if piece.kind == "template":
        return (_OWN_WORDS if not piece.ref or piece.ref.endswith(".j2") else piece.ref.partition("：")[0]), "", ""
    return _NAMES[piece.kind], *_place(piece.ref)


def _place(ref: str) -> tuple[str, str]:
    """Return an outline path as a writer counts it, its last step apart: 回顾[0].数据[2] is 回顾1, 数据3."""
    path, computed, _ = ref.partition("（计算）")
    if _PATH.fullmatch(path):  # else a row of a facts table: 指标.xlsx 第5行
        path = re.sub(r"\[(\d+)\]", lambda match: str(int(match[1]) + 1), path).replace(".", " > ")
    above, _, place = path.rpartition(" > ")
    return above, f"由{place}算出" if computed else place
