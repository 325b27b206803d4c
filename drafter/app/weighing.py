"""What follows from a fact: the change and rate the draft would tell, what cannot be, the value of last year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.corpus import library
from drafter.config import Workspace
from drafter.model import Document, Period, Source
from drafter.text.periods import find_period

if TYPE_CHECKING:
    from drafter.library.store import Store
    from drafter.model import Locality
    from drafter.text.typed import Change


@dataclass(frozen=True, slots=True)
class Weighed:
    """What follows from a fact."""

    yoy: str = ""  # +6.9%, computed from the value a year before; "" when it is given or cannot be had
    completion: str = ""  # 52.3%, computed from the target
    fault: str = ""  # what cannot be as it is typed


@dataclass(frozen=True, slots=True)
class LastValue:
    """What the office's report of last year tells of an indicator."""

    value: str  # as it goes into 上年同期 beside the fact's unit; "" when its unit is another one
    told: str  # with its own unit: 4057万元


@dataclass(frozen=True, slots=True)
class LastYear:
    """The figures of the office's report on the same part of last year."""

    report: str  # what the report is called: 高兴镇_2023年上半年_政府工作报告
    figures: Mapping[str, tuple[tuple[str, str], ...]]  # key of an indicator -> values with their units

    def of(self, indicator: str, unit: str) -> LastValue | None:
        """Return what it tells of an indicator whose fact has a unit ("" when none is written)."""
        from drafter.check.figures.indicators import key_of

        told = ["".join(each) for each in self.figures.get(key_of(indicator), ())]
        fitting = [each for each in told if each.endswith(unit)]
        if len(fitting) == 1:
            return LastValue(fitting[0].removesuffix(unit), fitting[0])
        return LastValue("", told[0]) if len(told) == 1 else None  # of several nobody knows which


@lru_cache(1024)
def weigh(values: tuple[tuple[str, str], ...], *, planned: bool = False) -> Weighed:
    """Weigh a fact, given as its columns (指标, 数值, 单位 …) with what is typed in each; "" is left open."""
    from pydantic import ValidationError

    from drafter.compose.facts import figure_of
    from drafter.compose.outline_fields import Fact
    from drafter.compose.prose import Gaps

    gaps = Gaps()
    try:
        fact = Fact.model_validate({column: value for column, value in values if value})
    except ValidationError as error:
        first = error.errors()[0]
        return Weighed(fault=first["msg"] if first["type"] == "chinese" else "")
    figure = figure_of(fact, "", "", gaps, planned=planned)
    change = figure.change if figure.computed_change else None
    return Weighed(
        yoy=_signed(change) if change else "",
        completion=figure.completion if figure.computed_completion else "",
        fault=gaps.conflicts[0].message if gaps.conflicts else "",
    )


def _signed(change: Change) -> str:
    """Return a change as it stands in a column: +6.9%, -2%, 持平."""
    return {"up": f"+{change.text}", "down": f"-{change.text}"}.get(change.way, "持平")


def last_year(root: Path, place: Locality, period: str) -> LastYear | None:
    """Read what the office's report on the same part of last year tells; None when the corpus of `root` has none.

    Takes and gives plain values, so that another process can do it.
    """
    now = find_period(period)
    store = library(Workspace(root)) if now and place.name else None
    if store is None or now is None:
        return None
    with store:
        report = _report_on(store, place, Period(now.year - 1, now.part))
    return LastYear(Path(report.source.path).stem, _figures(report)) if report else None


def _report_on(store: Store, place: Locality, period: Period) -> Document | None:
    from drafter.app.checks import as_read

    for number, source in enumerate(store.sources().values()):
        if source.period == period and _is_office(source, place):
            return as_read(store, number, source)
    return None


def _is_office(source: Source, place: Locality) -> bool:
    """Tell whether a report is of an office; where only one of the two names its county, by the town's name."""
    theirs = source.locality
    if theirs is None or theirs.name != place.name:
        return False
    return not (theirs.county and place.county) or theirs.county == place.county


def _figures(report: Document) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the values a report states of its own period; names that many things go by tell nothing."""
    from drafter.check.figures.indicators import is_bare, key_of
    from drafter.papers.gather import gather

    period = str(report.source.period)
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in gather(report).facts:
        if row.value and row.period == period and not is_bare(key := key_of(row.indicator)):
            found.setdefault(key, {})[row.value, row.unit] = None
    return {key: tuple(values) for key, values in found.items()}
