"""What is measured of a draft beside a library: runs and neighbours shared with a report, places nobody named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.compose.outline_fields import Outline
from drafter.library.fragments import Fragments
from drafter.model import Report
from drafter.text.formulations import formulations
from drafter.text.places import places

LONGEST_LOOKED_FOR = 80
SHORTEST_CLAUSE = 5  # characters; shorter ones stand side by side by chance


def bare(text: str) -> str:
    """Return `text` without marks."""
    return "".join(filter(str.isalnum, text))


_WORDINGS = {wording for formulation in formulations() for wording in formulation.wordings}
_FORMULATION = re.compile("|".join(map(re.escape, sorted(_WORDINGS, key=len, reverse=True))))


def longest_run(report: Report, texts: Sequence[str]) -> int:
    """Return the length of the longest run of a draft that equals one in `texts`, formulations and marks left out."""
    stretches = [bare(text) for p in report.paragraphs() for text in _FORMULATION.split(p.text)]
    low, high = 0, LONGEST_LOOKED_FOR
    while low < high:
        length = (low + high + 1) // 2
        known = Fragments(texts, length)
        runs = (text[start : start + length] for text in stretches for start in range(len(text) - length + 1))
        low, high = (length, high) if any(run in known for run in runs) else (low, length - 1)
    return low


def neighbours(report: Report, texts: Sequence[str]) -> list[str]:
    """Return pairs of clauses that follow each other in a point of the draft as they do in one of `texts`."""
    corpus = "\n".join(map(bare, texts))
    points = [p for p in report.paragraphs() if any(piece.ref.startswith(("回顾[", "打算[")) for piece in p.pieces)]
    stretches = [text for paragraph in points for text in _FORMULATION.split(paragraph.text)]
    pairs = [pair for text in stretches for pair in pairwise(map(bare, re.split("[，；。]", text)))]
    return [
        f"{one}，{other}"
        for one, other in pairs
        if min(map(len, (one, other))) >= SHORTEST_CLAUSE and one + other in corpus
    ]


def foreign_places(outline: Outline, report: Report) -> list[str]:
    """Return places named in a draft that the outline does not name."""
    given = outline.model_dump_json()
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    named = [found.span.of(text) for found in places(text, outline.locality.place)]
    return [name for name in named if name not in given]


def library_share(report: Report) -> float:
    """Return the share of the library's words in a draft, 0–1."""
    pieces = [piece for paragraph in report.paragraphs() for piece in paragraph.pieces]
    return sum(len(piece.text) for piece in pieces if piece.kind == "library") / max(
        1, sum(len(p.text) for p in pieces)
    )
