"""What the departments' papers hold, on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from drafter.model import DeedRow, FactRow, Gathered
from drafter.render.passages import in_line
from drafter.render.sources import file_name
from drafter.render.terminal_lines import columns, put

_INDENT = 2
_MOST = 30  # deeds shown; a screen is no place to read a hundred
_LONGEST = 20  # characters of an indicator in the table
_DIGITS = "0123456789万亿余多"  # end an amount without its unit
_TITLES = {
    "yoy": "同比",
    "previous": "上年同期",
    "target": "目标",
    "completion": "完成率",
    "share": "占比",
    "rank": "排名",
}


def show_facts(console: Console, gathered: Gathered) -> None:
    """Print figures, deeds and plans, each with the file it stands in where there are several."""
    several = len({row.source for rows in (gathered.facts, gathered.deeds, gathered.plans) for row in rows}) > 1
    _show_figures(console, gathered.facts, several=several)
    for title, rows in (("事项", gathered.deeds), ("打算", gathered.plans)):
        _show_deeds(console, title, rows, several=several)


def show_counts(console: Console, gathered: Gathered) -> None:
    """Print how much was found, and the rows to be looked at."""
    counts = (("数据", gathered.facts), ("事项", gathered.deeds), ("打算", gathered.plans))
    put(console, "找到" + "、".join(f"{title} {len(rows)} 条" for title, rows in counts if rows) + "。")
    doubts = [row for row in gathered.facts if row.doubt]
    if doubts:
        put(console, f"其中 {len(doubts)} 条数据各份材料说法不一，请核对：")
    for row in doubts:
        put(console, f"{_figure(row)}（{file_name(row.source)}）{row.doubt}", label="-", indent=_INDENT)


def _show_figures(console: Console, rows: Sequence[FactRow], *, several: bool) -> None:
    if not rows:
        return
    put(console, f"数据 {len(rows)} 条：")
    head = ("板块", "指标", "数值")
    table = list(
        columns([head, *((row.topic, _cut(row.indicator), row.value + row.unit * bool(row.value)) for row in rows)])
    )
    for line, row in zip(table, (None, *rows), strict=True):
        put(console, "；".join(_more(row, several=several)) if row else "其他", label=line, indent=_INDENT)


def _more(row: FactRow, *, several: bool) -> Iterator[str]:
    """Yield what else a row says, its file last where there are several."""
    for field, title in _TITLES.items():
        if text := getattr(row, field):
            bare = field in {"previous", "target"} and text[-1:] in _DIGITS
            yield f"{title}{text}{row.unit if bare else ''}"
    if row.note:
        yield in_line(row.note)
    if several:
        yield file_name(row.source)
    if row.doubt:
        yield f"核对：{in_line(row.doubt)}"


def _figure(row: FactRow) -> str:
    return f"{in_line(row.indicator)} {row.value or row.target}{row.unit}"


def _cut(indicator: str) -> str:
    shown = in_line(indicator)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _show_deeds(console: Console, title: str, rows: Sequence[DeedRow], *, several: bool) -> None:
    if rows:
        put(console, f"{title} {len(rows)} 条：")
    for row in rows[:_MOST]:
        source = f"（{file_name(row.source)}）" if several else ""
        put(console, in_line(row.deed) + source, label="-", indent=_INDENT)
    if len(rows) > _MOST:
        put(console, f"……共 {len(rows)} 条，加 -o 指标.xlsx 存成表看全部", label="-", indent=_INDENT)
