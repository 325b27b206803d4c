"""A statement as the cells of a facts table; what these cannot hold stands in its note, as the paper has it."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model import FactRow
from drafter.text.statements import Statement

_BEFORE = "不到|不足|近|约|超|逾|超过|突破|不少于|不低于|至少|大约|将近|接近|高达|多达"
_AFTER = "余|多|以上|以下|以内|左右|上下"
_NUMBER = r"[+-]?\d[\d,]*(?:\.\d+)?"
_SCALE = "[十百千]?[万亿]|万亿"
_AMOUNT = re.compile(
    rf"(?:{_BEFORE})?{_NUMBER}(?:[-—–~至]\d[\d,.]*)?[余多]?(?:{_SCALE})?[余多]?(?P<unit>[^\d\s，。；]*?)(?:{_AFTER})?"
)
_RATE = re.compile(rf"(?:{_BEFORE})?{_NUMBER}%(?:{_AFTER})?")
_CHANGE = re.compile(rf"[+-](?:{_BEFORE})?\d[\d,]*(?:\.\d+)?[^\d\s]+|持平")
_SCRUBBED = re.compile("[Xx×]")
_FORMS = {"yoy": _CHANGE, "previous": _AMOUNT, "target": _AMOUNT, "completion": _RATE, "share": _RATE}
_TITLES = {"yoy": "同比", "previous": "上年同期", "target": "目标", "completion": "完成率", "share": "占比"}


def row_of(stated: Statement) -> FactRow:
    """Return the row of a statement, without topic, period and source."""
    notes: list[str] = []
    cells = {name: _cell(getattr(stated, name), name, notes) for name in _FORMS}
    value, unit = stated.value, stated.unit
    if _SCRUBBED.search(value):
        value, unit = "XX", f"{re.sub('[Xx×.余多]', '', value)}{unit}"  # an open value of 万元
    elif value and not _AMOUNT.fullmatch(value):
        notes.append(f"{value}{unit}")
        value = ""
    return FactRow("", stated.indicator, value, unit, rank=stated.rank, note="；".join(notes), **cells)


def planned(row: FactRow, plan: str) -> FactRow:
    """Return a row as what is planned: its value is a target, and all else stands in the note; `plan` is for when."""
    told = [f"{_TITLES[name]}{text}" for name in ("yoy", "completion", "share") if (text := getattr(row, name))]
    note = "；".join(filter(None, (plan, *told, row.note)))
    target = row.target or row.value
    return replace(row, value="", previous="", target=target, yoy="", completion="", share="", rank="", note=note)


def has_figure(row: FactRow) -> bool:
    """Tell whether any column of figures is filled: a row without one reads as a figure still to come."""
    return any(getattr(row, name) for name in ("value", "rank", *_FORMS))


def _cell(text: str, name: str, notes: list[str]) -> str:
    """Return what stands in a column, nothing where it does not have its form: 占全国1/10, 近九成."""
    if not text or _FORMS[name].fullmatch(text):
        return text
    if not _SCRUBBED.search(text):
        notes.append(f"{_TITLES[name]}{text}")
    return ""
