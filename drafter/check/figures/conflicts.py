"""One indicator with two values: in the draft, and against earlier reports of the same office."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from drafter.check.figures.account import SLIPPED, Account, Fault, amount, same_unit, told
from drafter.check.figures.ahead import COMING, aims_differ, with_coming
from drafter.check.figures.amounts import ratio
from drafter.check.figures.changes import spoken
from drafter.check.figures.entries import Entry
from drafter.check.figures.indicators import is_event, is_measured, is_vague, unified
from drafter.check.figures.occasions import is_occasional, one_occasion
from drafter.check.figures.things import thing_of
from drafter.check.figures.units import unit
from drafter.check.findings import paragraph

OTHER_SCOPE = 3  # times; values of a measure further apart are of different things, by the reports that were read
MOST_VALUES = 2  # of one indicator; a report that has three tells of three things, by the reports that were read
OTHER_COUNT = Decimal("1.6")  # times; the same of what is counted, where one report tells of a year and of five

_SHORTENED = re.compile(
    "(?:参保|普及|覆盖|满意|办结|整改|化解|流转|达标|就业|入学|达产|复工|合格)率|满意度|总?产量|到位资金|总产值|总收入|增加值"
)

_NAMES = {
    "value": "",
    "previous": "的上年同期",
    "yoy": "的同比",
    "target": "的目标",
    "completion": "的完成率",
    "share": "的占比",
    "rank": "的位次",
}
_SLIP = "请核对单位，看“万”“亿”有没有写错"
_ASK = "请核对，全文用同一个数；如不是同一口径，请写明"


def find_conflicts(account: Account) -> Iterator[Fault]:
    """Yield entries that differ from an earlier one on the same indicator, period and place."""
    groups: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    keys = {entry.key for entry in account.entries}
    own = account.case.own.period
    for entry in with_coming(account.entries, str(own.year + 1) if own else ""):
        key = _whole_key(entry, keys)
        if not entry.is_base:
            groups[key, entry.place].append(replace(entry, key=key))
    for group in groups.values():
        known = list(_single(group))
        for number, entry in enumerate(known):
            fault = next((fault for other in known[:number] if (fault := _between(account, other, entry))), None)
            if fault:
                yield fault


def _whole_key(entry: Entry, keys: Collection[str]) -> str:
    """Return an indicator's key, that of a shortened one by what the sentence spoke of: 医保…，|参保率|稳定在98%."""
    if not _SHORTENED.fullmatch(entry.key):
        return entry.key
    spoken_of = unified(entry.said[: min(span.start for span in entry.stated.named)])
    short = entry.key.removeprefix("总")
    longer = [key for key in keys if key != entry.key and key.endswith(short) and key[: -len(short)] in spoken_of]
    return longer[0] if len(longer) == 1 else entry.key


def _single(group: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of which no more values are told than of one thing."""
    values: defaultdict[tuple[str, bool, str], dict[str, Entry]] = defaultdict(dict)
    for entry in group:
        values[_kind(entry)].setdefault(entry.stated.value, entry)
    for entry in group:
        same = values[_kind(entry)]
        if sum(map(bool, same)) <= MOST_VALUES and (not entry.stated.value or same[entry.stated.value] is entry):
            yield entry


def _kind(entry: Entry) -> tuple[str, bool, str]:
    """Return what entries must share to be told of one time: time, aim, unit."""
    return entry.time, entry.aim, unit(entry.stated.unit)


def _between(account: Account, first: Entry, entry: Entry) -> Fault | None:
    """Return what two entries of one indicator and place contradict each other in."""
    if is_vague(entry.key) or first.total or entry.total or first.sentence == entry.sentence:
        return None
    if not is_event(entry.key) or is_measured(entry.key):
        values = amount(first), amount(entry)
        if same_unit(first, entry) and values[0] and values[1] and ratio(values[0], values[1]) >= SLIPPED:
            return _fault(account, first, entry, "value", "unit")
    if first.time != entry.time or first.aim != entry.aim:
        return None
    for field in ("value", "yoy", "previous", "completion", "target", "share"):
        if _differ(first, entry, field):
            return _fault(account, first, entry, field, "conflict")
    return None


def _differ(first: Entry, entry: Entry, field: str) -> bool:
    """Tell whether two entries give a field values that cannot be one, and that are hardly of different things."""
    one, other = str(getattr(first.stated, field)), str(getattr(entry.stated, field))
    if not _comparable(first, entry, field):
        return False
    if first.time == COMING and (is_measured(entry.key) or (_kept(first, entry) and _one_thing(first, entry, field))):
        return field in {"value", "yoy"} and aims_differ(first, entry, field)
    values = amount(first, field), amount(entry, field)
    if not (values[0] and values[1]) or (_sign(one) == _sign(other) and values[0].meets(values[1])):
        return False
    apart = ratio(values[0], values[1])
    if is_measured(entry.key):
        return apart <= OTHER_SCOPE
    return _one_thing(first, entry, field) and (lookalike(one, other) or (_kept(first, entry) and apart <= OTHER_COUNT))


def _one_thing(first: Entry, entry: Entry, field: str) -> bool:
    """Tell whether two entries hardly count the same at two occasions, or but what has been named."""
    if _counts_named(first) or _counts_named(entry):
        return False
    return not is_occasional(entry.key) or one_occasion(first.before(field), entry.before(field))


def _kept(first: Entry, entry: Entry) -> bool:
    """Tell whether a count is one that is told but once a year, by the same deed: not 新建|6个 and 达到|8个."""
    deeds = {thing_of(each.stated.indicator).deed for each in (first, entry)}
    return not is_event(entry.key) and len(deeds) == 1


def _comparable(first: Entry, entry: Entry, field: str) -> bool:
    one, other = str(getattr(first.stated, field)), str(getattr(entry.stated, field))
    if not one or not other or one == other:
        return False
    if field in {"value", "previous", "target"} and not same_unit(first, entry):
        return False
    if field == "yoy" and ("%" in one) != ("%" in other):
        return False
    return field == "value" or is_measured(entry.key) or (field == "yoy" and lookalike(one, other))


def _sign(change: str) -> str:
    return change[:1] if change[:1] in {"+", "-"} else ""


def _counts_named(entry: Entry) -> bool:
    """Tell whether a figure counts what has just been named: 老圩、文溪等3个村."""
    return entry.before().endswith(("等", "等共", "共"))


def lookalike(one: str, other: str) -> bool:
    """Tell whether two figures differ as by a slip of the pen: one digit, or two that changed places."""
    if len(one) != len(other):
        return False
    pairs = [pair for pair in zip(one, other, strict=True) if pair[0].isdigit()]
    while pairs and set(pairs[-1]) == {"0"}:
        pairs.pop()
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    if len(pairs) < 2:
        return False
    one_digit = len(ours) > 2 and sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1
    return one_digit or Counter(ours) == Counter(theirs)


def _fault(account: Account, first: Entry, entry: Entry, field: str, kind: str) -> Fault:
    here, there = entry.printed(field), first.printed(field)
    if field == "yoy":
        here, there = spoken(here), spoken(there)
    name = f"“{entry.stated.indicator}”{_NAMES[field]}"
    where = paragraph(account.text, first.sentence.start)
    if kind == "unit":
        values = amount(first), amount(entry)
        times = told(ratio(values[0], values[1]), 0) if values[0] and values[1] else ""
        return Fault(kind, entry.span(field), f"{name}这里是{here}，{where}是{there}，相差约{times}倍", _SLIP)
    return Fault(kind, entry.span(field), f"{name}前后不一致：这里是{here}，{where}是{there}", _ASK, severity="warning")
