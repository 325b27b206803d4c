"""The composer's own tables in `drafter/data`: tab-separated, # begins a comment, the first row names the columns."""

from __future__ import annotations

from functools import cache

from drafter.config import data


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name`, the row of column names left out."""
    lines = data(name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in kept[1:])


def several(cell: str) -> tuple[str, ...]:
    """Split a cell that lists things: a|b|c."""
    return tuple(cell.split("|")) if cell else ()
