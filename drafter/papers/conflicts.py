"""Mark what two papers tell differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePosixPath
from typing import NamedTuple

from drafter.model import FactRow
from drafter.text.indicators import bare_name
from drafter.text.quantities import figures


class _Number(NamedTuple):
    """What a row tells as a number."""

    value: Decimal
    slack: Decimal  # how far the number may lie from what is typed
    unit: str


def with_conflicts(rows: Sequence[FactRow]) -> tuple[FactRow, ...]:
    """Return the rows; those of one indicator and period that differ from file to file name each other in `doubt`."""
    alike: defaultdict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if number := _number(row):
            alike[bare_name(row.indicator), number.unit, bool(row.value)].append(at)
    found = list(rows)
    for places in alike.values():
        group = _told_once([rows[at] for at in places])
        for at in places:
            others = [other for other in group if rows[at] in group and _differ(rows[at], other)]
            if others:
                found[at] = replace(rows[at], doubt=_doubt(rows[at], others))
    return tuple(found)


def _told_once(rows: Sequence[FactRow]) -> list[FactRow]:
    """Return the rows of files that give the indicator one value for a period: 受益 with several is many things."""
    values: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        values[row.source, row.period].add(row.value or row.target)
    return [row for row in rows if len(values[row.source, row.period]) == 1]


def _differ(row: FactRow, other: FactRow) -> bool:
    """Tell whether two papers tell different numbers of one time; a paper that names no period may mean any."""
    if row.source == other.source or (row.period and other.period and row.period != other.period):
        return False
    one, two = _number(row), _number(other)
    return one is not None and two is not None and abs(one.value - two.value) > max(one.slack, two.slack)


def _number(row: FactRow) -> _Number | None:
    """Return the value of a row, its target when it has none; None when that is no number: XX, 5-10."""
    figure = next(figures((row.value or row.target) + row.unit), None)
    if figure is None or figure.value is None or figure.upper is not None:
        return None
    slack = figure.step / 2 if figure.scale else Decimal(0)  # 2.2万 may be 21,980
    if figure.hedge:  # 300余 may be 399
        slack = max(figure.step, Decimal(1).scaleb(int(figure.value.normalize().as_tuple().exponent)))
    return _Number(figure.value, slack, figure.unit)


def _doubt(row: FactRow, others: Iterable[FactRow]) -> str:
    return f"与{'、'.join(dict.fromkeys(_told(row, other) for other in others))}不一致"


def _told(row: FactRow, other: FactRow) -> str:
    """Return what another file tells, by its name, or its path where the names are the same."""
    name = PurePosixPath(other.source).name
    shown = other.source if name == PurePosixPath(row.source).name else name
    return f"{shown}的{other.value or other.target}{other.unit}"
