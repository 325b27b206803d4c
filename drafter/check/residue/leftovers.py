"""Residue that a pattern finds: slots never filled, and words of another kind of office, superior or period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.check.reading import Reading, Taken, period_of, read
from drafter.config import table
from drafter.model import Finding, Severity, Span
from drafter.text.places import level, places

_PARTS = {"上半年": "first_half", "前三季度": "first_three_quarters", "全年": "year"}
_LEVELS = {
    "镇": re.compile("全镇|我镇|镇党委|镇人民政府|镇政府"),
    "乡": re.compile("全乡(?!村)|我乡|乡党委|乡人民政府|乡政府"),
    "街道": re.compile("我街道|街道党工委|街道办事处"),
}
LEAST_SPOKEN = 3  # times that a nameless office calls itself 镇, 乡 or 街道 before that is believed


@dataclass(frozen=True, slots=True)
class Leftover:
    """A row of `data/residues.tsv`."""

    kind: str
    conditions: tuple[tuple[str, str], ...]  # 级 县 市 省 期 处 有 无 非省份 -> values with | between
    written: str  # a regular expression
    excuse: str  # another, for the same clause; "" for none
    severity: Severity
    message: str
    suggestion: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds it, made when it is first asked for: half the rows are of other offices or periods."""
        return _compiled(self.written)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.M)


@cache
def leftovers() -> tuple[Leftover, ...]:
    """Return all rows of the table."""
    return tuple(map(_leftover, table("residues.tsv")))


def _leftover(row: Sequence[str]) -> Leftover:
    kind, when, pattern, unless, severity, message, advice = row
    conditions = tuple((key, values) for key, _, values in (each.partition(":") for each in when.split()))
    return Leftover(kind, conditions, pattern, unless, cast("Severity", severity), message, advice)


def find_leftovers(case: Case) -> Iterator[Finding]:
    """Yield what the table's patterns find, where their conditions hold; the office a place names is not its own."""
    reading = read(case.document)
    text = reading.text
    facts = _facts(case)
    named = Taken(len(text), (place.span for place in places(text, case.own.locality)))
    for row in leftovers():
        if not _holds(row, facts, text):
            continue
        for match in row.pattern.finditer(text):
            span = Span(*match.span())
            if _stands(row, reading, span) and not (row.kind == "office" and named.meets(span)):
                yield finding(
                    case,
                    span,
                    rule="residue",
                    kind=row.kind,
                    severity=row.severity,
                    message=row.message.format(match.group()),
                    suggestion=row.suggestion,
                )


def _facts(case: Case) -> dict[str, str]:
    """Return what conditions may ask about: what the office and those above it are, its province, the period."""
    own, period = case.own.locality, period_of(case)
    part = next((name for name, part in _PARTS.items() if period and part == period.part), "")
    return {
        "级": level_of(case) or "",
        "县": own.county[-1:] if own else "",
        "省": own.province[-1:] if own and own.province else "省",
        "期": part,
        "市": own.city[-1:] if own else "",
        "省份": own.province if own else "",
    }


def level_of(case: Case) -> str | None:
    """Return whether the office is a 镇, 乡 or 街道: by its name, or by what a nameless one calls itself."""
    own = case.own.locality
    if own and own.name:
        return level(own.name)
    spoken = {name: len(pattern.findall(case.document.text)) for name, pattern in _LEVELS.items()}
    name = max(spoken, key=lambda each: spoken[each])
    return name if spoken[name] >= LEAST_SPOKEN and spoken[name] > sum(spoken.values()) * 2 / 3 else None


def _holds(row: Leftover, facts: dict[str, str], text: str) -> bool:
    for key, values in row.conditions:
        if key in {"有", "无"}:
            if bool(re.search(values, text)) == (key == "无"):
                return False
        elif key.startswith("非"):
            if not facts[key[1:]] or facts[key[1:]] in values.split("|"):
                return False
        elif key in facts and facts[key] not in values.split("|"):
            return False
    return True


def _stands(row: Leftover, reading: Reading, span: Span) -> bool:
    """Tell whether a match counts where it stands: in the chapter asked for, and without excuse in its clause."""
    if ("处", "回顾") in row.conditions and reading.is_planned(span):
        return False
    return not (row.excuse and _compiled(row.excuse).search(reading.clause(span).of(reading.text)))
