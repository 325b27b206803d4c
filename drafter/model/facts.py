"""A facts table: the figures and deeds of a report, row by row, as a workbook or a .csv file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FactRow:
    """A figure; every value as it is to be printed, "" where there is none."""

    topic: str  # section or point it belongs to: 农业
    indicator: str  # 早稻种植面积
    value: str = ""  # 2.2万
    unit: str = ""  # 亩
    yoy: str = ""  # +3.5%
    previous: str = ""  # value a year before
    target: str = ""
    completion: str = ""  # 101%
    share: str = ""  # 12%
    rank: str = ""  # 全县第3
    note: str = ""
    period: str = ""  # what it is of, when the paper says so: 2024年上半年
    source: str = ""  # file it was found in
    sentence: str = ""  # where it stood there
    doubt: str = ""  # what the writer should look at: 与民政所.txt的1200户不一致


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A deed: what was done, in the words of the paper."""

    topic: str
    deed: str
    source: str = ""  # file it was found in
    sentence: str = ""  # where it stood there


@dataclass(frozen=True, slots=True)
class Gathered:
    """What papers of the departments hold."""

    facts: tuple[FactRow, ...]
    deeds: tuple[DeedRow, ...]  # what was done
    plans: tuple[DeedRow, ...]  # what is to be done


FACT_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "板块": "topic",
        "指标": "indicator",
        "数值": "value",
        "单位": "unit",
        "同比": "yoy",
        "上年同期": "previous",
        "目标": "target",
        "完成率": "completion",
        "占比": "share",
        "排名": "rank",
        "备注": "note",
        "期间": "period",
        "来源": "source",
        "原句": "sentence",
        "核对": "doubt",
    }
)
"""Heading of a column -> field of a FactRow, in the order they are written."""

DEED_COLUMNS: Mapping[str, str] = MappingProxyType(
    {"板块": "topic", "事项": "deed", "来源": "source", "原句": "sentence"}
)
"""Heading of a column -> field of a DeedRow, in the order they are written."""

FACT_SHEET, DEED_SHEET = "数据", "事项"
"""Names of the two sheets of a workbook; a .csv file holds the first alone."""

PLAN_SHEET = "打算"
"""Name of the sheet, and of its column, that holds plans: no outline takes them for what was done."""
