"""Figures as the writer typed them: what is printed stays as typed, what is computed uses the number behind it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

_BEFORE = "不到|不足|近|约|超|逾|超过|突破|不少于|不低于|至少|大约|将近|接近|高达|多达"
_MORE = "余|多"  # stands between figure and unit: 300余人
_AFTER = f"{_MORE}|以上|以下|以内|左右|上下"  # stands behind the unit: 300人以上
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7}
_SCALES |= {"亿": 10**8, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
_SCALE = "|".join(sorted(filter(None, _SCALES), key=len, reverse=True))
_WITH_UNIT = ("万", "亿")  # scales that may stand in the unit
_VALUE = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<sign>[+-])?(?P<number>{_NUMBER})(?:(?:-|—|–|~|至)(?P<to>{_NUMBER}))?(?P<more>{_MORE})?(?P<scale>{_SCALE})?"
    rf"(?P<after>{_MORE})?(?P<unit>[^\d\s，。；,;]*?)(?P<last>{_AFTER})?"
)
_CHANGE = re.compile(
    rf"(?:同比)?(?P<word>增长|提高|上升|增加|下降|降低|减少|回落)?(?P<sign>[+-])?"
    rf"(?P<shown>(?:{_BEFORE})?(?P<number>{_NUMBER}))(?P<unit>%|个百分点|个点|倍|\D+?)(?P<after>{_AFTER})?"
)
_OPEN = re.compile(r"[Xx×＊*]{1,4}|待[补定填统更]\S{0,2}|[?？]+|[-—/]+|无数据|【.*】")
_DOWN = {"下降", "降低", "减少", "回落", "-"}
_FLAT = {"持平", "与上年同期持平", "同比持平", "0", "0%", "0.0%"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as typed: 2.2万, 近300, 5—8, 101%."""

    text: str  # as typed, spaces left out, without the unit
    unit: str  # the unit typed along with it, "" when there is none
    after: str  # 余, 以上 … standing behind the unit
    low: Decimal | None  # the least exact value it may stand for, 万 and 亿 counted in; None for a range
    high: Decimal | None  # the greatest
    scale: str  # 万, 亿 … or ""
    rounded: bool  # typed with 近, 约, 余 …

    @property
    def number(self) -> Decimal | None:
        """Return the typed number, 万 and 亿 counted in."""
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Change:
    """A change against the year before, as typed: +3.5%, 下降2%, 1.2个百分点, 持平."""

    way: Literal["up", "down", "flat"]
    text: str  # 3.5%, 1.2个百分点, 20人, without sign and direction; "" when flat
    number: Decimal  # signed, in the unit it was typed in
    unit: str  # % 个百分点 倍 or another
    half_step: Decimal  # half of the last typed place


def is_open(text: str | None) -> bool:
    """Tell whether a value stands open: empty, XX, 待补, ？, -."""
    return not text or bool(_OPEN.fullmatch(text))


def parse_amount(text: str) -> Amount | None:
    """Read a value; None when it is no figure."""
    match = _VALUE.fullmatch(_plain(text))
    if not match:
        return None
    scale = Decimal(_SCALES[match["scale"] or ""])
    number, step = _decimal(match["number"])
    number = -number if match["sign"] == "-" else number
    exact = match["to"] is None
    typed = _plain(text)
    ending = len(match["unit"]) + len(match["last"] or "")
    return Amount(
        text=typed[: len(typed) - ending] if ending else typed,
        unit=match["unit"],
        after=match["last"] or "",
        low=(number - step) * scale if exact else None,
        high=(number + step) * scale if exact else None,
        scale=match["scale"] or "",
        rounded=any(match[name] for name in ("before", "more", "after", "last")),
    )


def parted(text: str | None, unit: str | None) -> tuple[str, str]:
    """Part a typed value into its figure, digit for digit, and its unit with 万 or 亿: 3.26亿, 元 → 3.26, 亿元.

    Both are "" where there is no figure.
    """
    amount = parse_amount(text) if text else None
    if amount is None:
        return "", ""
    scale = amount.scale if amount.text.endswith(amount.scale) and amount.scale.endswith(_WITH_UNIT) else ""
    return amount.text.removesuffix(scale) + amount.after, scale + (amount.unit or unit or "")


def parse_change(text: str) -> Change | None:
    """Read a change; None when it is neither a figure with a unit nor 持平."""
    typed = _plain(text)
    if typed in _FLAT:
        return Change("flat", "", Decimal(0), "%", Decimal(0))
    match = _CHANGE.fullmatch(typed)
    if not match:
        return None
    down = match["word"] in _DOWN or match["sign"] in _DOWN
    number, step = _decimal(match["number"])
    shown = typed[match.start("shown") :]
    return Change("down" if down else "up", shown, -number if down else number, match["unit"], step)


def parse_rate(text: str) -> Decimal | None:
    """Read a rate such as 101% and return it in per cent; None when it is none."""
    match = re.fullmatch(rf"(?:{_BEFORE})?({_NUMBER})%(?:{_AFTER})?", _plain(text))
    return _decimal(match[1])[0] if match else None


def bare_unit(unit: str) -> str:
    """Return a unit without 万 and 亿: 亩 for 万亩."""
    return re.sub(rf"^(?:{_SCALE})(?=.)", "", unit)


def half_step(text: str) -> Decimal:
    """Return half of the last place of the first number in `text`: 0.05 for 52.3%."""
    match = re.search(_NUMBER, _plain(text))
    return _decimal(match[0])[1] if match else Decimal(0)


def print_rate(value: Decimal) -> str:
    """Print a computed rate with one decimal place at most: 3.5, 12, 0.4."""
    shown = f"{abs(value):.1f}"
    return shown.removesuffix(".0")


def _plain(text: str) -> str:
    """Bring full-width figures and signs to half width and drop spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("−", "-").replace("﹢", "+")


def _decimal(text: str) -> tuple[Decimal, Decimal]:
    """Return a number and half of its last place."""
    number = Decimal(text.replace(",", ""))
    places = len(text.partition(".")[2])
    return number, Decimal(5) / Decimal(10 ** (places + 1))
