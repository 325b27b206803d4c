"""What time a sentence of a report speaks of: the period that is over, or the one that is planned for."""

from __future__ import annotations

import re

from drafter.check.reading import Reading
from drafter.model import Period, Span
from drafter.text.periods import next_period

FIRST_MONTH = {"second_half": 7, "fourth_quarter": 10}  # other periods begin in January
_TERM = re.compile("五年来|过去的?五年|五年间|这五年|本届政府")
TERM_FROM = 3  # times that a report speaks of five years before it is taken for one on all of them
_YEAR_AHEAD = re.compile(r"^[^，。；]{0,8}?(20\d\d)年(?!(?:\d|以来|前|底前))", re.ASCII)
_AHEAD = re.compile("^(?:明年|来年|新的一年|下半年|下一步|今后|四季度|第四季度|下一阶段)")


def is_ahead(reading: Reading, span: Span, period: Period) -> bool:
    """Tell whether the sentence that a stretch stands in speaks of what is planned."""
    if reading.is_planned(span):
        return True
    sentence = reading.sentence(span).of(reading.text)
    if year := _YEAR_AHEAD.match(sentence):
        return int(year[1]) > period.year
    return bool(_AHEAD.match(sentence))


def first_month(reading: Reading, span: Span, period: Period) -> str:
    """Return the first month of the time that the sentence of a stretch speaks of: 2023-01."""
    spoken_of = next_period(period) if is_ahead(reading, span, period) else period
    return f"{spoken_of.year}-{FIRST_MONTH.get(spoken_of.part, 1):02}"


def years_of_term(text: str) -> int:
    """Return how many years before its period a report looks back on: four where it is the last of a term."""
    return 4 * (len(_TERM.findall(text)) >= TERM_FROM)


def years_before(month: str, years: int) -> str:
    """Return a month some years earlier."""
    return f"{int(month[:4]) - years}{month[4:]}"
