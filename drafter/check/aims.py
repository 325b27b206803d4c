"""Aims of a plan beside what the review has reached: the same indicators with other figures are no repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.sayings import told
from drafter.model import Document, Span
from drafter.text.quantities import figures
from drafter.text.sentences import clauses

MOSTLY = 0.5  # share of a passage's characters

_AIM = re.compile("以上|以内|左右|不低于|不少于|不超过|力争|确保|争取|预期|目标|(?:稳定|保持|控制)在")


def sets_aims(document: Document, later: Span, earlier: Span) -> bool:
    """Tell whether a passage sets aims: in a plan, mostly figures that the earlier one, before the plan, does not have.

    Some word of its sentences must say so: what was done and is told again with other figures sets no aim.
    """
    planned = [sentence for sentence, chapter in told(document) if chapter == "plan"]
    if _share(later, planned) < MOSTLY or _share(earlier, planned) >= MOSTLY:
        return False
    reached = set(_figures(earlier.of(document.text)))
    text = later.of(document.text)
    fresh = sum(len(clause) for clause in clauses(text) if not reached.issuperset(_figures(clause.of(text))))
    aimed = any(_AIM.search(sentence.of(document.text)) for sentence in planned if sentence.overlap(later))
    return aimed and fresh >= MOSTLY * len(text)


def _figures(text: str) -> Iterator[str]:
    return (figure.span.of(text) for figure in figures(text))


def _share(span: Span, sentences: list[Span]) -> float:
    """Return how much of a span lies in some sentences."""
    return sum(sentence.overlap(span) for sentence in sentences) / len(span)
