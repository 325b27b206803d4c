"""What the columns of a table hold: figures, units and names, which are centred, or sentences."""

from __future__ import annotations

from drafter.model import Table
from drafter.render.word_lines import width

SHORT = 8.0  # characters: a column whose cells are all this short is centred and never wraps


def needs(block: Table) -> list[float]:
    """Return how wide each column would like to be, in characters: its longest line."""
    return [max(map(_need, column)) for column in zip(*block.grid(), strict=True)]


def centred(block: Table) -> list[bool]:
    """Tell which columns are centred."""
    return [need <= SHORT for need in needs(block)]


def _need(cell: str) -> float:
    return max(width(line) for line in cell.split("\n"))
