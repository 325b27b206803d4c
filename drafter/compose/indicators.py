"""The headline figures once more, side by side: the table 主要经济指标, and the chart of their changes and rates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from drafter.compose.facts import Figure, figure_of, settled
from drafter.compose.ledger import Ledger
from drafter.compose.outline_fields import Fact, Outline
from drafter.compose.prose import Gaps
from drafter.model import Bar, Bars, Chart, Gap, Table
from drafter.text.typed import Change, parse_rate, parted

COLUMNS = ("指标", "单位", "完成数", "同比", "目标", "完成率")
ENOUGH = 3  # figures that make a table worth its page where the outline does not ask for one
_ALWAYS = {"指标", "完成数"}


class Row(NamedTuple):
    """A row of the table, every cell as it is printed."""

    indicator: str
    unit: str
    value: str
    yoy: str
    target: str
    completion: str

    @property
    def compares(self) -> bool:
        """Tell whether it gives a value and something to hold it against."""
        is_open = not self.value or self.value.startswith("【")
        return not is_open and any((self.yoy, self.target, self.completion))


def indicator_values(outline: Outline, ledger: Ledger, gaps: Gaps) -> Mapping[str, Any]:
    """Return the table and the chart as templates see them; each is an empty text where there is to be none."""
    place, wants_chart = outline.style.indicators, outline.style.chart == "是"
    table, chart = _table(outline.headline, place), _chart(outline.headline) if wants_chart else None
    if place and place != "无" and table is None:
        gaps.missing.append(Gap("样式 > 指标表", "总体指标是空的，列不出表"))
    if wants_chart and chart is None:
        gaps.missing.append(Gap("样式 > 指标图", "总体指标里没有同比和完成率，画不出图"))
    return {
        "指标表": {"表": ledger.mark(table) if table else "", "随文": place == "随文"},
        "指标图": ledger.mark(chart) if chart else "",
    }


def _table(facts: Sequence[Fact], place: str | None) -> Table | None:
    """Return the table with the columns that hold something; None where it is not wanted or has nothing to say."""
    rows = [_row(fact) for fact in facts]
    if not rows or place == "无" or (place is None and sum(row.compares for row in rows) < ENOUGH):
        return None
    kept = [i for i, name in enumerate(COLUMNS) if name in _ALWAYS or any(row[i] for row in rows)]
    return Table("", tuple(COLUMNS[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows))


def _row(fact: Fact) -> Row:
    figure, given = _figure(fact), settled(fact)
    value, unit = parted(given.value, given.unit)
    target, target_unit = parted(given.target, given.unit)
    if value and target and target_unit != unit:
        target = figure.target
    old = fact.was
    return Row(
        indicator=fact.indicator,
        unit=unit or target_unit or given.unit or "",
        value=_blank(old, "value") or value or ("【待补】" if figure.slot else ""),
        yoy=_blank(old, "yoy") or given.yoy or (_printed(figure.change) if figure.change else ""),
        target=_blank(old, "target") or target,
        completion=_blank(old, "completion") or figure.completion,
    )


def _figure(fact: Fact) -> Figure:
    """Return a fact with what is computed of it; its gaps are told where the text says it."""
    return figure_of(fact, "", "", Gaps())


def _blank(old: Mapping[str, str], column: str) -> str:
    return f"【待更新：旧值 {old[column]}】" if column in old else ""


def _printed(change: Change) -> str:
    """Print a computed change as writers type one: +6.9%, -2个百分点, 持平."""
    signs = {"up": "+", "down": "-"}
    return "持平" if change.way == "flat" else f"{signs[change.way]}{change.text}"


# --- the chart -------------------------------------------------------------------------------------------------------


def _chart(facts: Sequence[Fact]) -> Chart | None:
    """Return what can be compared: changes in per cent and rates of completion; None where there is neither."""
    rows = [(_row(fact), _figure(fact)) for fact in facts]
    changes = tuple(_changes(rows))
    rates = tuple(
        Bar(row.indicator, float(rate), row.completion)
        for row, _ in rows
        if (rate := parse_rate(row.completion)) is not None
    )
    groups = tuple(Bars(name, bars) for name, bars in (("同比", changes), ("完成率", rates)) if bars)
    return Chart("主要经济指标", groups) if groups else None


def _changes(rows: Sequence[tuple[Row, Figure]]) -> Iterator[Bar]:
    for row, figure in rows:
        if figure.change and figure.change.unit == "%":
            yield Bar(row.indicator, float(figure.change.number), row.yoy)
