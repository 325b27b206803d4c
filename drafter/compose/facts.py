"""Facts as typed made ready to be said: changes and rates computed where only their base is given, faults noted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from drafter.compose.outline_fields import FIGURES, Fact
from drafter.compose.prose import Gaps
from drafter.model import Gap
from drafter.text.typed import (
    Amount,
    Change,
    half_step,
    parse_amount,
    parse_change,
    parse_rate,
    print_rate,
)

COLUMNS = MappingProxyType({name: str(Fact.model_fields[name].validation_alias.choices[0]) for name in FIGURES})  # type: ignore[union-attr]
FEW = 10  # things from which a change is told in per cent
FAR_APART = 50  # times; a value so far from its base has another unit (三千 against 三亿), not a real change
MOST_REACHED = 1000  # per cent of a target; beyond it a decimal point has slipped
_MAY_FALL = re.compile("增|减|降|变化|差|净|利润|收益|盈|结余|温度|气温|%$|率$|幅$|速$")
_OF_ALL = re.compile(
    "(?:参保|覆盖|普及|合格|达标|入学|巩固|就业|办结|化解|办理|满意|知晓|入户|接种|处理|处置|整改|自给|绿化|签约|入住|使用|通过)率$|满意度$"
)
_WITHOUT_UNIT = re.compile("指数|系数|得分|总分|均分|比例|排名|名次|位次|浓度|评级|等级")
_MEASURED = re.compile("元|亩|里|米|顷|吨|斤|克|升|度|瓦|小时|天|年|%|％|分|点|倍|成")  # units of what is not counted
_RATE_UNITS = ("%", "％")
_NAMED_COLUMNS = MappingProxyType(
    {"yoy": re.compile("增速$|增幅$|增长率$"), "share": re.compile("占比$|比重$"), "completion": re.compile("完成率$")}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact ready to be said."""

    indicator: str
    ref: str  # outline path: 回顾[0].要点[1].数据[0]
    value: str = ""  # with its unit; "" when none is given
    unit: str = ""  # of the value: 亩, 万元
    slot: str = ""  # name of the open slot: 固定资产投资（亿元）; "" when nothing is open
    open_target: str = ""  # name of the slot of a target that is still to come, beside a value
    change: Change | None = None
    computed_change: bool = False
    target: str = ""  # with its unit
    completion: str = ""  # 52.3%
    computed_completion: bool = False
    share: str = ""
    rank: str = ""
    stale: tuple[tuple[str, str], ...] = ()  # columns still blanked, each with its old value: (同比, +3.5%)


def figure_of(fact: Fact, ref: str, where: str, gaps: Gaps, *, planned: bool = False) -> Figure:
    """Resolve `fact`; `where` names it for the writer. `planned`: it belongs to the plan, its target is what counts."""
    blanked, fact = fact, settled(fact)
    value, target = _amount(fact.value), _amount(fact.target)
    previous = _amount(fact.previous)
    is_rate = fact.unit in _RATE_UNITS or bool(value and value.unit == "%")
    change = parse_change(fact.yoy) if fact.yoy else None
    expected = _change(value, previous, is_rate=is_rate)
    completion, reached = fact.completion or "", None if is_rate else _share_of(value, target)
    slot = _slot(fact, planned=planned)
    open_target = _target_slot(fact) if _lacks_target(fact) and not (planned or slot) else ""
    computed = {name for name, known in (("yoy", expected), ("completion", reached)) if known is not None}
    stale = tuple(_stale(blanked, computed, planned=planned))
    if stale:
        gaps.missing.append(Gap(where, f"待更新，旧值{'、'.join(map(''.join, stale))}"))
    elif slot or open_target:
        gaps.missing.append(Gap(where, "没有填" if slot and not _lacks_target(fact) else "没有填目标"))
    gaps.missing += [Gap(where, "没有写单位")] * _lacks_unit(fact)
    faults = (*_faults(fact, change, expected, reached, is_rate=is_rate), *_beyond_sense(fact))
    gaps.conflicts += [Gap(where, message) for message in faults]
    return Figure(
        indicator=fact.indicator,
        ref=fact.origin(ref),
        value=_printed(value, fact.unit),
        unit=(value.unit if value else "") or fact.unit or "",
        slot=slot,
        open_target=open_target,
        change=change or (expected and _by_number(value, previous, fact.unit)) or expected,
        computed_change=change is None,
        target=_printed(target, fact.unit),
        completion=completion or (f"{print_rate(reached)}%" if reached is not None and not planned else ""),
        computed_completion=not completion,
        share=fact.share or "",
        rank=fact.rank or "",
        stale=stale,
    )


def settled(fact: Fact) -> Fact:
    """Return a fact as it is said: blanks left open, what its indicator already names taken for its value."""
    return _with_own_value(fact.opened())


def _stale(fact: Fact, computed: Collection[str], *, planned: bool) -> Iterator[tuple[str, str]]:
    """Yield the columns that are still blanked, each with its old value and unit; what counts most needs no name.

    One that is `computed` from others waits for nothing.
    """
    for name, old in ((name, old) for name, old in fact.was.items() if name not in computed):
        column = "" if name == ("target" if planned else "value") else COLUMNS[name]
        yield column, _with_unit(old, fact.unit or "") if name in {"value", "previous", "target"} else old


def _with_unit(old: str, unit: str) -> str:
    """Return an old value with its unit, before 以上 and the like; a scrubbed one (XX万) as if it were a figure."""
    own = parse_amount(old.replace("X", "0"))
    return f"{old[: len(own.text)]}{unit}{own.after}" if own and not own.unit else old


def _with_own_value(fact: Fact) -> Fact:
    """Return a fact whose indicator names one of its columns with that as its value: 规上工业增加值增速，同比 +7%."""
    if fact.given("value") or fact.target:
        return fact
    for name, words in _NAMED_COLUMNS.items():
        text = getattr(fact, name)
        if text and words.search(fact.indicator) and (value := _signed(text) if name == "yoy" else text):
            return fact.model_copy(update={"value": value, name: None})
    return fact


def _signed(text: str) -> str:
    """Return a change in per cent as the rate it is: -3% for 下降3%; "" for any other change."""
    change = parse_change(text)
    return f"{'-' * (change.way == 'down')}{change.text}" if change and change.unit == "%" else ""


def _amount(text: str | None) -> Amount | None:
    return parse_amount(text) if text else None


def _printed(amount: Amount | None, unit: str | None) -> str:
    return f"{amount.text}{amount.unit or unit or ''}{amount.after}" if amount else ""


def _slot(fact: Fact, *, planned: bool) -> str:
    """Name the slot that `fact` leaves open: an empty 数值 (目标 in a plan), or no figure at all."""
    if planned and _lacks_target(fact):
        return _target_slot(fact)
    wanted = fact.target or fact.value if planned else fact.value
    empty = fact.given("value") or (planned and fact.given("target"))
    others = (fact.yoy, fact.completion, fact.share, fact.rank, fact.target if planned else None)
    if wanted or (not empty and any(others)):
        return ""
    target = f"目标{_printed(_amount(fact.target), fact.unit)}" if fact.target else ""
    aside = "，".join(filter(None, (fact.unit, target)))
    return f"{fact.indicator}（{aside}）" if aside else fact.indicator


def _lacks_target(fact: Fact) -> bool:
    """Tell whether a fact has a value, and a target that is still to come."""
    return bool(fact.value) and fact.given("target") and not fact.target


def _target_slot(fact: Fact) -> str:
    return f"{fact.indicator}目标（{fact.unit}）" if fact.unit else f"{fact.indicator}目标"


def _change(value: Amount | None, base: Amount | None, *, is_rate: bool) -> Change | None:
    """Compute the change from `base`: in per cent, between rates in percentage points."""
    if not (value and base and value.number is not None and base.number is not None and _same_unit(value, base)):
        return None
    if is_rate:
        difference, unit = value.number - base.number, "个百分点"
    elif base.number <= 0 or not 1 / Decimal(FAR_APART) <= value.number / base.number <= FAR_APART:
        return None
    else:
        difference, unit = (value.number / base.number - 1) * 100, "%"
    shown = print_rate(difference)
    if shown == "0":
        return Change("flat", "", Decimal(0), unit, Decimal(0))
    return Change("up" if difference > 0 else "down", f"{shown}{unit}", difference, unit, Decimal("0.05"))


def _by_number(value: Amount | None, base: Amount | None, unit: str | None) -> Change | None:
    """Compute the change of a few things by their number: of 2家 after 1家 nobody says that it is 100% more."""
    unit = (value and value.unit) or unit or ""
    if not (value and base and unit) or _MEASURED.search(unit) or not all(map(_is_few, (value, base))):
        return None
    difference = (value.number or Decimal(0)) - (base.number or Decimal(0))
    if not difference:
        return None
    way: Literal["up", "down"] = "up" if difference > 0 else "down"
    return Change(way, f"{abs(int(difference))}{unit}", difference, unit, Decimal("0.5"))


def _is_few(amount: Amount) -> bool:
    return amount.text.isdecimal() and (amount.number or 0) < FEW


def _share_of(value: Amount | None, target: Amount | None) -> Decimal | None:
    """Compute how much of `target` is reached, in per cent."""
    if not (value and target and value.number and target.number and _same_unit(value, target)):
        return None
    share = value.number / target.number * 100
    return share if 100 / Decimal(FAR_APART) <= share <= 100 * FAR_APART else None


def _same_unit(one: Amount, other: Amount) -> bool:
    return one.unit == other.unit or not (one.unit and other.unit)


# --- contradictions --------------------------------------------------------------------------------------------------


def _faults(
    fact: Fact, given: Change | None, expected: Change | None, reached: Decimal | None, *, is_rate: bool
) -> Iterator[str]:
    """Say where what is given differs from what the other figures give, rounding allowed for."""
    value, base, target = _amount(fact.value), _amount(fact.previous), _amount(fact.target)
    if given and is_rate and given.unit == "%":
        yield f"是比率，同比写的是“{fact.yoy}”，比率的变化一般用“个百分点”"
    elif given and value and not is_rate and (value.unit or fact.unit) and given.unit in {"个百分点", "个点"}:
        yield f"不是比率，同比写的是“{fact.yoy}”，这样的变化一般用“%”"
    elif given and expected and value and base and not _agree(given, expected, value, base):
        yield f"同比写的是“{fact.yoy}”，按上年同期{fact.previous}计算应为{_told(expected)}"
    elif value and base and expected is None and base.number is not None and value.number is not None:
        yield f"和上年同期{fact.previous}相差太大，没有计算同比，请核对单位"
    typed = parse_rate(fact.completion) if fact.completion else None
    if typed is not None and reached is not None and value and target:
        slack = half_step(fact.completion or "") + _slack(value, target) * reached
        if abs(typed - reached) > slack:
            yield f"完成率写的是{fact.completion}，按目标{fact.target}计算应为{print_rate(reached)}%"
    if value and value.unit and fact.unit and value.unit != fact.unit:
        yield f"数值里的单位是“{value.unit}”，单位一栏写的是“{fact.unit}”"


def _beyond_sense(fact: Fact) -> Iterator[str]:
    """Say which values cannot be: less than nothing, more than all there is."""
    for name, text in (("数值", fact.value), ("目标", fact.target), ("上年同期", fact.previous)):
        amount = _amount(text)
        if amount is None or amount.number is None:
            continue
        if amount.number < 0 and not _MAY_FALL.search(fact.indicator):
            yield f"{name}写的是“{text}”，不应是负数"
        elif amount.number > 100 and "%" in (amount.unit, fact.unit) and _OF_ALL.search(fact.indicator):
            yield f"{name}写的是“{text}”，超过了100%"
    if fact.share and (parse_rate(fact.share) or 0) > 100:
        yield f"占比写的是“{fact.share}”，超过了100%"
    if fact.completion and (parse_rate(fact.completion) or 0) > MOST_REACHED:
        yield f"完成率写的是“{fact.completion}”，大得不像真的，请核对小数点"


def _lacks_unit(fact: Fact) -> bool:
    """Tell whether a value has no unit and needs one."""
    amounts = [amount for text in (fact.value, fact.target) if (amount := _amount(text))]
    named = fact.unit or any(amount.unit for amount in amounts)
    nought = all(amount.number == 0 for amount in amounts)
    return bool(amounts) and not named and not nought and not _WITHOUT_UNIT.search(fact.indicator)


def _agree(given: Change, expected: Change, value: Amount, base: Amount) -> bool:
    if given.unit != expected.unit and given.way != "flat":
        return True  # 20人 against a percentage: not comparable
    slack = _slack(value, base) * (100 + abs(expected.number)) if expected.unit == "%" else _width(value) + _width(base)
    return abs(given.number - expected.number) <= given.half_step + Decimal("0.05") + slack


def _slack(one: Amount, other: Amount) -> Decimal:
    """Return by what part of itself a quotient of two rounded values may be off."""
    return sum((_width(a) / abs(a.number) for a in (one, other) if a.number), Decimal(0))


def _width(amount: Amount) -> Decimal:
    """Return how far the true value may lie from the typed one."""
    if amount.low is None or amount.high is None:
        return Decimal(0)
    return (amount.high - amount.low) / 2 * (10 if amount.rounded else 1)


def _told(change: Change) -> str:
    return "持平" if change.way == "flat" else ("增长" if change.way == "up" else "下降") + change.text
