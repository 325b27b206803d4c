"""Figures held against earlier reports of the same office: what only grows, what was said of the year before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from drafter.check.figures.account import SLIPPED, Account, Fault, amount, is_rate, same_unit, told
from drafter.check.figures.amounts import Interval, last_place, ratio
from drafter.check.figures.changes import signed, spoken
from drafter.check.figures.conflicts import OTHER_SCOPE
from drafter.check.figures.entries import Entry, entries
from drafter.check.figures.indicators import is_cumulative, is_event, is_measured, is_vague
from drafter.model import Document, Part, Period, Severity

REVISED = Decimal(3)  # per cent: by so much statisticians move the base of last year's growth

_REACH: Mapping[Part, int] = MappingProxyType({"first_half": 6, "first_three_quarters": 9, "year": 12})  # months
_SPOKEN: Mapping[Part, str] = MappingProxyType({"first_half": "上半年", "first_three_quarters": "前三季度", "year": ""})
_ASK = "请核对两份报告，弄清以哪个数为准"


@dataclass(frozen=True, slots=True)
class _Pair:
    """What a draft and an earlier report say of one indicator."""

    entry: Entry  # of the draft
    other: Entry  # of the earlier report, reached in its own period
    base: Interval  # the value of the latter
    document: Document  # the earlier report
    period: Period  # of the earlier report
    own: Period

    @property
    def name(self) -> str:
        return f"“{self.entry.stated.indicator}”"

    @property
    def there(self) -> str:
        return f"{self.period}报告里是{self.other.printed('value')}"

    def fault(self, kind: str, field: str, message: str, suggestion: str = _ASK) -> Fault:
        span = self.entry.span(field, "value" if field == "yoy" else field)
        severity: Severity = "warning" if kind == "earlier" else "error"
        return Fault(kind, span, message, suggestion, severity, (self.document, self.other.sentence))


def find_earlier(account: Account) -> Iterator[Fault]:
    """Yield figures that earlier reports of the office contradict, the last report first."""
    own = account.case.own.period
    for document in _reports(account):
        period = document.source.period
        known = _results(document) if own and period else {}
        for entry in account.entries:
            others = [] if entry.place or entry.total or is_vague(entry.key) else known.get(entry.key, [])
            for other in others:
                base = amount(other)
                if own and period and base and same_unit(entry, other):
                    yield from _faults(_Pair(entry, other, base, document, period, own))


def _reports(account: Account) -> Iterator[Document]:
    """Yield the earlier reports of the office, each once."""
    case = account.case
    held = [*filter(None, [case.previous]), *case.earlier]
    yield from {document.source.path: document for document in reversed(held)}.values()


def _results(document: Document) -> Mapping[str, Sequence[Entry]]:
    """Return what a report states of its own locality and period as reached, by indicator."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries(document):
        if not (entry.aim or entry.place or entry.time or entry.total) and entry.stated.value:
            found[entry.key].append(entry)
    return found


def _faults(pair: _Pair) -> Iterator[Fault]:
    """Yield the first of what is wrong with a pair."""
    for check in (_slipped, _shrunk, _said_otherwise, _based_otherwise, _grown_otherwise):
        if fault := check(pair):
            yield fault
            return


def _slipped(pair: _Pair) -> Fault | None:
    """Return a value so far from the earlier one that 万 or 亿 must be wrong."""
    value, key = amount(pair.entry), pair.entry.key
    if value is None or ratio(value, pair.base) < SLIPPED or (is_event(key) and not is_measured(key)):
        return None
    times = told(ratio(value, pair.base), 0)
    message = f"{pair.name}写的是{pair.entry.printed('value')}，{pair.there}，相差约{times}倍"
    return pair.fault("unit", "value", message, "请核对单位，看“万”“亿”有没有写错")


def _shrunk(pair: _Pair) -> Fault | None:
    """Return a cumulative value below the one that was reached earlier in the year."""
    value, entry = amount(pair.entry), pair.entry
    begun = pair.period.year == pair.own.year and 0 < _REACH.get(pair.period.part, 0) < _REACH.get(pair.own.part, 0)
    if value is None or entry.aim or entry.time or not begun or not is_cumulative(entry.key):
        return None
    if value.high >= pair.base.low:
        return None
    message = f"{pair.name}这里是{entry.printed('value')}，{pair.there}，累计数只会增加，不会减少"
    return pair.fault("earlier", "value", message)


def _said_otherwise(pair: _Pair) -> Fault | None:
    """Return a value of the earlier period that is another than that period's report has."""
    value, entry = amount(pair.entry), pair.entry
    same_time = entry.time == f"{pair.period.year}{_SPOKEN.get(pair.period.part)}"
    if value is None or entry.aim or not same_time or not is_measured(entry.key):
        return None
    if value.meets(pair.base) or ratio(value, pair.base) > OTHER_SCOPE:
        return None
    return pair.fault("earlier", "value", f"{pair.name}这里写{pair.period}是{entry.printed('value')}，{pair.there}")


def _based_otherwise(pair: _Pair) -> Fault | None:
    """Return a value of the year before (上年同期) that is another than last year's report has."""
    before = amount(pair.entry, "previous")
    if before is None or not _a_year_before(pair) or before.meets(pair.base):
        return None
    message = f"{pair.name}的上年同期这里是{pair.entry.printed('previous')}，{pair.there}"
    return pair.fault("earlier", "previous", message)


def _grown_otherwise(pair: _Pair) -> Fault | None:
    """Return a change that is far from what the value and last year's report come to."""
    value, change = amount(pair.entry), pair.entry.stated.yoy
    given = signed(change) if change.endswith("%") and not is_rate(pair.entry) else None
    if not (value and given) or pair.entry.stated.previous or not _a_year_before(pair) or pair.base.low <= 0:
        return None
    share = value.over(pair.base)
    if given.widened(REVISED + last_place(change)).meets(Interval(share.low - 100, share.high - 100)):
        return None
    difference = share.middle - 100
    expected = spoken(f"{'-' if difference < 0 else '+'}{told(abs(difference))}%")
    message = f"同比写的是“{spoken(change)}”，{pair.there}，按{pair.entry.printed('value')}计算，应为{expected}"
    return pair.fault("earlier", "yoy", message)


def _a_year_before(pair: _Pair) -> bool:
    """Tell whether the earlier report is of a year before the draft, and the entry of the draft's own period."""
    return (
        pair.period == Period(pair.own.year - 1, pair.own.part) and not pair.entry.time and is_measured(pair.entry.key)
    )
