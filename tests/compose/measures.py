"""What is measured of a draft beside a library: reuse of what was composed, runs and neighbours shared with a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.check.checker import check
from drafter.compose.outline_fields import Outline
from drafter.ingest.reader import read
from drafter.library.fragments import Fragments
from drafter.model import Report, ReuseIndex
from drafter.render.plain import to_text
from drafter.text.formulations import formulations
from drafter.text.places import places

LONGEST_LOOKED_FOR = 80
SHORTEST_CLAUSE = 5  # characters; shorter ones stand side by side by chance
REUSE = ("copied", "edited", "boilerplate")


def bare(text: str) -> str:
    """Return `text` without marks."""
    return "".join(filter(str.isalnum, text))


def between_formulations(report: Report) -> Iterator[str]:
    """Yield the text of a draft, paragraph by paragraph, fixed formulations cut out."""
    wordings = {wording for formulation in formulations() for wording in formulation.wordings}
    cut = re.compile("|".join(map(re.escape, sorted(wordings, key=len, reverse=True))))
    for paragraph in report.paragraphs():
        yield from cut.split(paragraph.text)


def longest_run(report: Report, texts: Sequence[str]) -> int:
    """Return the length of the longest run of a draft that equals one in `texts`, formulations and marks left out."""
    stretches = [bare(text) for text in between_formulations(report)]
    low, high = 0, LONGEST_LOOKED_FOR
    while low < high:
        length = (low + high + 1) // 2
        known = Fragments(texts, length)
        runs = (text[start : start + length] for text in stretches for start in range(len(text) - length + 1))
        low, high = (length, high) if any(run in known for run in runs) else (low, length - 1)
    return low


def neighbours(report: Report, texts: Sequence[str]) -> list[str]:
    """Return pairs of clauses that follow each other in the draft as they do in one of `texts`."""
    corpus = "\n".join(map(bare, texts))
    found = []
    for text in between_formulations(report):
        clauses = [bare(clause) for clause in re.split("[，；。]", text)]
        for one, other in zip(clauses, clauses[1:], strict=False):
            if min(len(one), len(other)) >= SHORTEST_CLAUSE and one + other in corpus:
                found.append(f"{one}，{other}")
    return found


def composed_reuse(report: Report, index: ReuseIndex, folder: Path) -> float:
    """Return the share of what was composed, not typed, that our own check calls reused, 0–1."""
    path = folder / "draft.txt"
    path.write_text(to_text(report), encoding="utf-8", newline="\n")
    (document, *_) = read(path, path.name)
    composed: list[bool] = []  # of each character of the text, a line a paragraph
    for paragraph in report.paragraphs():
        for piece in paragraph.pieces:
            composed += [piece.kind in {"template", "library"}] * len(piece.text)
        composed.append(False)
    reused = {
        place
        for finding in check(document, index).findings
        if finding.kind in REUSE
        for place in range(finding.span.start, finding.span.end)
    }
    return sum(ours and place in reused for place, ours in enumerate(composed)) / max(1, sum(composed))


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
