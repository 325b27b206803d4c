"""Lengths on paper, type sizes, typefaces, and how strongly a constant of the layout binds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

Strength = Literal["国标", "一般", "实务", "单位"]
T = TypeVar("T")

HOUSE = "drafter.toml"
"""The source of a constant that the office has set for itself."""


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length on paper, kept in EMU (1/914400 inch), which both mm and points divide evenly."""

    emu: int

    @property
    def mm(self) -> float:
        """Return the length in millimetres."""
        return self.emu / 36000

    @property
    def pt(self) -> float:
        """Return the length in points."""
        return self.emu / 12700

    @property
    def twips(self) -> int:
        """Return the length in twentieths of a point, the unit of Word's spacings."""
        return round(self.emu / 635)


def mm(value: float) -> Length:
    """Return `value` millimetres."""
    return Length(round(value * 36000))


def pt(value: float) -> Length:
    """Return `value` points."""
    return Length(round(value * 12700))


def twips(value: int) -> Length:
    """Return `value` twentieths of a point."""
    return Length(value * 635)


NONE = Length(0)


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One constant of the layout."""

    name: str  # Chinese, as shown to people
    value: T
    strength: Strength
    source: str  # clause of GB/T 9704-2012, how the value was found, or HOUSE

    @property
    def is_house(self) -> bool:
        """Tell whether the office has set the constant."""
        return self.source == HOUSE


SIZES: Mapping[str, Length] = MappingProxyType(
    {
        "初号": pt(42),
        "小初": pt(36),
        "一号": pt(26),
        "小一": pt(24),
        "二号": pt(22),
        "小二": pt(18),
        "三号": pt(16),
        "小三": pt(15),
        "四号": pt(14),
        "小四": pt(12),
        "五号": pt(10.5),
        "小五": pt(9),
        "六号": pt(7.5),
    }
)
ER_HAO, SAN_HAO, SI_HAO, XIAO_SI = (SIZES[name] for name in ("二号", "三号", "四号", "小四"))


def size_name(size: Length) -> str:
    """Return what a type size is called: 三号, or 17 磅 where it has no name of its own."""
    return next((name for name, named in SIZES.items() if named == size), f"{size.pt:g} 磅")


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface, with what stands in for it where it is not installed, best first."""

    name: str
    fallbacks: tuple[str, ...]
    family: Literal["roman", "modern", "script"]  # Word's classes, by which it substitutes when no name fits
    cores: tuple[str, ...] = ()  # a name that holds one of these is the same design of another foundry

    def is_met_by(self, name: str) -> bool:
        """Tell whether a face of this name is the same design: 仿宋 and 方正仿宋_GBK are 仿宋_GB2312."""
        wanted = name.casefold().replace(" ", "")
        return wanted == self.name.casefold() or any(core in wanted for core in self.cores)


FANGSONG = Face("仿宋_GB2312", ("仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋"), "modern", ("仿宋", "fangsong", "fzfs"))
KAITI = Face("楷体_GB2312", ("楷体", "KaiTi", "方正楷体_GBK", "华文楷体"), "modern", ("楷体", "kaiti", "fzkt"))
HEITI = Face("黑体", ("SimHei", "方正黑体_GBK", "华文黑体"), "modern", ("黑体", "simhei", "fzht"))
XIAOBIAOSONG = Face(
    "方正小标宋简体",
    ("方正小标宋_GBK", "小标宋", "华文中宋", "宋体"),
    "script",
    ("小标宋", "xiaobiaosong", "fzxbs"),
)
SONGTI = Face("宋体", ("SimSun", "方正书宋_GBK", "华文宋体"), "roman", ("宋体", "simsun", "书宋", "fzss"))
FACES = (FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI)
